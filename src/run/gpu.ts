import { execFile } from "node:child_process";
import { promisify } from "node:util";

import type { Environment } from "../core/environment.ts";
import { describe, hasCode } from "../core/problem.ts";
import { nonBlankLines } from "../core/text.ts";

export interface Gpu {
  /** What goes into `CUDA_VISIBLE_DEVICES`; as it came, where it came from there. */
  readonly value: string;
  /** The same for every way of naming this GPU on this machine: its UUID where that is known, else `index-N`. */
  readonly lease: string;
}

export interface GpuList {
  readonly gpus: readonly Gpu[];
  /** What `nvidia-smi` said when it was there and failed. */
  readonly why?: string;
}

/**
 * The GPUs that this process may use: those of `CUDA_VISIBLE_DEVICES` where it is set (indexes, UUIDs or beginnings of
 * them, MIG UUIDs; empty or `-1` is none), else all that `nvidia-smi` knows, by UUID.
 * An index counts as `nvidia-smi` counts, which is as CUDA does where all GPUs are of one kind.
 */
export async function listGpus(env: Environment): Promise<GpuList> {
  const visible = env["CUDA_VISIBLE_DEVICES"];
  const entries = visible === undefined ? undefined : visibleEntries(visible);
  if (entries?.length === 0) return { gpus: [] };
  const { installed, ...trouble } = await askDriver(env);
  const gpus =
    entries?.map((value) => ({ value, lease: identityOf(value, installed) })) ??
    installed.map(({ uuid }) => ({ value: uuid, lease: uuid.toLowerCase() }));
  return { gpus: [...new Map(gpus.map((gpu) => [gpu.lease, gpu])).values()], ...trouble };
}

/**
 * Gives each of `parallel` slots its GPUs: ⌊G/P⌋ neighbours each, or one GPU to several slots in turn where there are
 * more slots than GPUs. `auto` is a slot for each GPU, or a single one without.
 */
export function divideGpus(
  gpus: readonly Gpu[],
  parallel: number | "auto",
): readonly (readonly Gpu[])[] {
  const slots = parallel === "auto" ? Math.max(1, gpus.length) : parallel;
  const each = Math.floor(gpus.length / slots);
  return Array.from({ length: slots }, (_, slot) => {
    if (each > 0) return gpus.slice(slot * each, (slot + 1) * each);
    const turn = slot % gpus.length;
    return gpus.slice(turn, turn + 1);
  });
}

/** CUDA takes entries up to the first that it does not understand: `0,-1,1` is GPU 0 alone. */
function visibleEntries(visible: string): readonly string[] {
  const entries = visible.split(",").map((entry) => entry.trim());
  const end = entries.findIndex((entry) => !/^(\d+|(GPU|MIG)-[\w/-]+)$/i.test(entry));
  return end === -1 ? entries : entries.slice(0, end);
}

interface InstalledGpu {
  readonly index: string;
  readonly uuid: string;
}

function identityOf(value: string, installed: readonly InstalledGpu[]): string {
  const name = value.toLowerCase();
  if (/^\d+$/.test(name)) {
    const known = installed.find(({ index }) => Number(index) === Number(name));
    return known?.uuid.toLowerCase() ?? `index-${Number(name)}`;
  }
  const known = installed.filter(({ uuid }) => uuid.toLowerCase().startsWith(name));
  return known.length === 1 && known[0] !== undefined ? known[0].uuid.toLowerCase() : name;
}

interface Answer {
  readonly installed: readonly InstalledGpu[];
  readonly why?: string;
}

const QUERY = ["--query-gpu=index,uuid", "--format=csv,noheader"];
const LIMIT_MS = 10_000;

async function askDriver(env: Environment): Promise<Answer> {
  try {
    // An abort ends the wait even where the process hangs in the driver and cannot be ended.
    const signal = AbortSignal.timeout(LIMIT_MS);
    const { stdout } = await promisify(execFile)("nvidia-smi", QUERY, { env, signal });
    return { installed: parseAnswer(stdout) };
  } catch (error) {
    if (hasCode(error, "ENOENT")) return { installed: [] };
    return { installed: [], why: `nvidia-smi failed: ${reasonOf(error)}` };
  }
}

function parseAnswer(stdout: string): readonly InstalledGpu[] {
  return nonBlankLines(stdout).flatMap((line) => {
    const [, index, uuid] = /^(\d+)\s*,\s*(GPU-[\w-]{1,100})$/i.exec(line) ?? [];
    return index === undefined || uuid === undefined ? [] : [{ index, uuid }];
  });
}

const LONGEST_REASON = 300;

/** What it printed (it prints its errors on standard output), or that it took too long. */
function reasonOf(error: unknown): string {
  if (hasCode(error, "ABORT_ERR")) return `no answer within ${LIMIT_MS / 1000} s`;
  if (!(error instanceof Error)) return describe(error);
  const printed = ["stdout", "stderr"].map((name) => String(Reflect.get(error, name) ?? ""));
  return (nonBlankLines(printed.join("\n"))[0] ?? describe(error)).slice(0, LONGEST_REASON);
}
