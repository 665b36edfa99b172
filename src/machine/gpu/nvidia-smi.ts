import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { scrub, type Environment } from "../../core/definition/environment.ts";
import { hasCode, messageOf } from "../../core/text/problem.ts";
import { nonBlankLines } from "../../core/text/text.ts";

export interface InstalledGpu {
  /** Its place on the bus, from 0. */
  readonly index: number;
  readonly uuid: string;
  /** UUIDs of its MIG slices, in the driver's order; none where it is not divided. */
  readonly slices: readonly string[];
}

export type DriverAnswer =
  | { readonly kind: "listed"; readonly installed: readonly InstalledGpu[] }
  | { readonly kind: "not-there" }
  | { readonly kind: "failed"; readonly why: string };

const DRIVER_TOOL = "nvidia-smi";
const QUERY = ["--query-gpu=index,uuid", "--format=csv,noheader"];
const LIMIT_MS = 10_000;

/** Asks `nvidia-smi` for the GPUs of this machine or container, and for their MIG slices. */
export async function askDriver(env: Environment): Promise<DriverAnswer> {
  if (!isOnPath(DRIVER_TOOL, env)) return { kind: "not-there" };
  try {
    const [gpus, list] = await Promise.all([
      ask(env, QUERY),
      // Without the list the GPUs are known all the same.
      ask(env, ["-L"]).catch(() => ""),
    ]);
    const slices = readSlices(list);
    const installed = readGpus(gpus).map((gpu) => ({
      ...gpu,
      slices: slices.get(gpu.index) ?? [],
    }));
    return { kind: "listed", installed };
  } catch (error) {
    // Where a folder of PATH cannot be entered, or holds one that may not run, the others are tried, as a shell does.
    if (hasCode(error, "ENOENT", "EACCES", "ENOTDIR")) return { kind: "not-there" };
    return { kind: "failed", why: `nvidia-smi failed: ${reasonOf(error)}` };
  }
}

/** A look at files costs less than a process that finds nothing. Without PATH the system's own folders count. */
function isOnPath(tool: string, { PATH = "/usr/bin:/bin" }: Environment): boolean {
  return PATH.split(":").some((folder) => existsSync(join(folder, tool)));
}

async function ask(env: Environment, words: readonly string[]): Promise<string> {
  // An abort ends the wait even if the process hangs in the driver and cannot be killed.
  const signal = AbortSignal.timeout(LIMIT_MS);
  const options = { env: scrub(env), signal };
  const { stdout } = await promisify(execFile)(DRIVER_TOOL, [...words], options);
  return stdout;
}

function readGpus(stdout: string): readonly Omit<InstalledGpu, "slices">[] {
  return nonBlankLines(stdout).flatMap((line) => {
    const [, index, uuid] = /^(\d+)\s*,\s*(GPU-[\w-]{1,100})$/i.exec(line) ?? [];
    return index === undefined || uuid === undefined ? [] : [{ index: Number(index), uuid }];
  });
}

/** The lines of MIG slices stand below that of their GPU. */
function readSlices(stdout: string): ReadonlyMap<number, readonly string[]> {
  const slices = new Map<number, string[]>();
  let own: string[] = [];
  for (const line of nonBlankLines(stdout)) {
    const [, index] = /^GPU (\d+): /.exec(line) ?? [];
    if (index !== undefined) {
      own = [];
      slices.set(Number(index), own);
    }
    const [, uuid] = /^MIG .*\(UUID:\s*(MIG-[\w/-]{1,100})\)$/i.exec(line) ?? [];
    if (uuid !== undefined) own.push(uuid);
  }
  return slices;
}

/** A GPU as people know it. Sizes in MiB; absent where the driver does not tell them. */
export interface Card {
  readonly uuid: string;
  readonly name: string;
  readonly totalMiB?: number;
  readonly freeMiB?: number;
}

const CARD_QUERY = [
  "--query-gpu=uuid,memory.total,memory.free,name",
  "--format=csv,noheader,nounits",
];

/** The GPUs of this machine with their memory; none where the driver's tool is not there, or does not answer. */
export async function listCards(env: Environment): Promise<readonly Card[]> {
  if (!isOnPath(DRIVER_TOOL, env)) return [];
  const printed = await ask(env, CARD_QUERY).catch(() => "");
  return nonBlankLines(printed).flatMap((line) => {
    // The name comes last: it may hold a comma.
    const [, uuid, total = "", free = "", name = ""] =
      /^(GPU-[\w-]{1,100})\s*,\s*([^,]*),\s*([^,]*),\s*(.*)$/i.exec(line) ?? [];
    if (uuid === undefined) return [];
    return [{ uuid, name, ...sizeOf("totalMiB", total), ...sizeOf("freeMiB", free) }];
  });
}

/** A GPU that shares the machine's memory says `[N/A]`. */
function sizeOf(key: "totalMiB" | "freeMiB", text: string): Pick<Card, "totalMiB" | "freeMiB"> {
  return /^\d{1,12}\s*$/.test(text) ? { [key]: Number(text) } : {};
}

const LONGEST_REASON = 300;

/** The first line that it printed (its errors go to standard output), or that it took too long. */
function reasonOf(error: unknown): string {
  if (hasCode(error, "ABORT_ERR")) return `no answer within ${LIMIT_MS / 1000} s`;
  if (!(error instanceof Error)) return messageOf(error);
  const printed = ["stdout", "stderr"].map((name) => String(Reflect.get(error, name) ?? ""));
  return (nonBlankLines(printed.join("\n"))[0] ?? messageOf(error)).slice(0, LONGEST_REASON);
}
