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

/** The GPUs of this machine for people, such as `0: NVIDIA L4, 23034 MiB`; none where nobody tells. */
export async function describeGpus(env: Environment): Promise<readonly string[]> {
  if (!isOnPath(DRIVER_TOOL, env)) return [];
  try {
    const words = ["--query-gpu=index,name,memory.total", "--format=csv,noheader"];
    return nonBlankLines(await ask(env, words)).map((line) => line.replace(/,\s*/, ": "));
  } catch {
    return [];
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

const LONGEST_REASON = 300;

/** The first line that it printed (its errors go to standard output), or that it took too long. */
function reasonOf(error: unknown): string {
  if (hasCode(error, "ABORT_ERR")) return `no answer within ${LIMIT_MS / 1000} s`;
  if (!(error instanceof Error)) return messageOf(error);
  const printed = ["stdout", "stderr"].map((name) => String(Reflect.get(error, name) ?? ""));
  return (nonBlankLines(printed.join("\n"))[0] ?? messageOf(error)).slice(0, LONGEST_REASON);
}
