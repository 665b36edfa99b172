import { accessSync, constants } from "node:fs";
import { dirname } from "node:path";
import { fault, ok, warning, type Check } from "../../core/answers/doctor-answer.ts";
import { formatBytes } from "../../core/text/duration.ts";
import { quoteForShell } from "../../core/text/shell-quote.ts";
import { quote } from "../../core/text/text.ts";
import type { Disk } from "../../files/disk.ts";
import { whyRefused } from "../../files/refused.ts";
import { knownFileSystem, type KnownFileSystem } from "../../machine/file-system.ts";

/** Below this a run of any kind soon meets a full disk. */
const LITTLE_BYTES = 1e9;
/** Below this not even logs and markers are safe. */
const LEAST_BYTES = 50e6;

/** A folder that a run writes in. */
export interface Place {
  /** The name of its checks. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  /** Files of this machine alone, results, or results that machines are meant to share. */
  readonly holds: "own files" | "results" | "shared results";
}

/** May a run write there, is there space, and is it a disk that behaves as one of this machine? */
export async function checkFolder(disk: Disk, place: Place): Promise<readonly Check[]> {
  const { name, path } = place;
  const there = nearestThere(disk, path);
  const refusal = refusalOf(disk, there);
  if (refusal !== undefined) {
    const mend = `Let this user write there, or name another place.`;
    return [fault(name, `${quote(path)} cannot be written: ${refusal}`, mend)];
  }
  const freeBytes = await disk.freeBytes(there);
  const absent = there === path ? "" : ", which is not there yet";
  const says = `${quote(path)}${absent}: ${formatBytes(freeBytes)} free`;
  if (freeBytes < LITTLE_BYTES) {
    const mend = `Make room: \`df -h ${quoteForShell(there)}\` shows the disk.`;
    return [freeBytes < LEAST_BYTES ? fault(name, says, mend) : warning(name, says, mend)];
  }
  return [systemCheck(place, says, knownFileSystem(there))];
}

function systemCheck(
  { name, holds }: Place,
  says: string,
  system: KnownFileSystem | undefined,
): Check {
  if (system === undefined) return ok(name, says);
  const on = `${says} on ${system.name}`;
  if (holds === "own files") return ok(name, on);
  if (system.kind === "memory") {
    const lost = `${on}, which is in memory: what lies there is lost when the machine restarts`;
    return warning(name, lost, "Put it on a disk, or save results to a store.");
  }
  if (holds === "shared results") return ok(name, on);
  return warning(
    name,
    `${on}, which other machines may share: names appear there late, and whether a run of another machine lives is known after three minutes at most`,
    "Keep checkpoints on a local disk, and share results by store: file:<folder>.",
  );
}

/** The folder itself, or the nearest one above it that is there. */
export function nearestThere(disk: Disk, path: string): string {
  let at = path;
  while (!disk.exists(at) && dirname(at) !== at) at = dirname(at);
  return at;
}

/** Why this user cannot make files in a folder, in words; `undefined` where it can. */
export function refusalOf(disk: Disk, folder: string): string | undefined {
  try {
    if (disk.stat(folder)?.kind !== "directory") return `${quote(folder)} is no folder`;
    accessSync(folder, constants.W_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    return whyRefused(disk, error, folder);
  }
}
