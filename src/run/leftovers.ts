import { join } from "node:path";
import { TEMPORARY_PREFIX } from "../files/durable.ts";
import type { Disk } from "../files/disk.ts";
import { sha256 } from "../core/digest.ts";
import type { ProcessMark, StartRecord } from "../core/start-record.ts";
import type { Verdict } from "../survey/survey.ts";
import { bootId, endProcesses, findTagged, isAlive, startTimeOf } from "./processes.ts";
import type { Reporter } from "./session.ts";

const GRACE_MS = 5000;
const OLD_MS = 24 * 3600 * 1000;

/**
 * Ends the commands that a killed run of this boot has left behind: a process that still writes to a checkpoint must be
 * gone before its shard starts anew. Commands of a run that is alive are not touched.
 */
export async function endLeftovers(
  verdicts: readonly Verdict[],
  reporter: Reporter,
): Promise<void> {
  const tags = new Set<string>();
  for (const { observed } of verdicts) {
    const start = observed.startRecord;
    if (start !== undefined && isAbandoned(start)) tags.add(start.runTag);
  }
  for (const tag of tags) {
    const left = findTagged("DONEMARK_RUN", tag);
    if (left.length === 0) continue;
    const pids = left.map(({ pid }) => pid).join(", ");
    reporter.warn(`A killed run has left processes behind (pid ${pids}); they are ended first.`);
    await endProcesses(left, { graceMs: GRACE_MS });
  }
}

/** Is another Donemark of this machine at work on the shard? */
export function isBusy(start: StartRecord | undefined, self: ProcessMark): boolean {
  if (start === undefined || start.ended === true) return false;
  const { owner } = start;
  const isSelf = owner.pid === self.pid && owner.startTime === self.startTime;
  return !isSelf && isAlive(owner);
}

/** Was it written by a Donemark of this boot that is gone, and left no word of how its command ended? */
export function isAbandoned(start: StartRecord | undefined): boolean {
  if (start === undefined || start.ended === true) return false;
  return start.owner.boot === bootId() && !isAlive(start.owner);
}

/** The part of a temporary name that tells whose it is. */
export function temporaryToken(owner: ProcessMark, serial: number): string {
  return `${bootName(owner.boot)}-${owner.pid}-${plain(owner.startTime)}-${serial}`;
}

/** Was it named by a process of this boot that is gone? `false` in doubt. */
export function isOrphaned(temporary: string): boolean {
  return ownerOf(temporary) === "gone";
}

function ownerOf(temporary: string): "gone" | "alive" | "unknown" {
  const [boot, number, startTime] = temporary.slice(TEMPORARY_PREFIX.length).split("-");
  const pid = Number(number);
  if (boot !== bootName(bootId()) || !Number.isSafeInteger(pid) || pid < 1) return "unknown";
  const present = startTimeOf(pid);
  if (present !== undefined) return plain(present) === startTime ? "alive" : "gone";
  return isAlive({ pid, startTime: "", boot: bootId() }) ? "unknown" : "gone";
}

/** Removes temporary files that a killed process of this boot, or anybody long ago, has left in these folders. */
export async function sweepTemporaries(
  disk: Disk,
  folders: Iterable<string>,
  nowMs: number,
): Promise<void> {
  for (const folder of folders) {
    for (const { name } of disk.list(folder) ?? []) {
      if (!name.startsWith(TEMPORARY_PREFIX)) continue;
      const path = join(folder, name);
      const owner = ownerOf(name);
      const isLeft = owner === "gone" || (owner === "unknown" && isOld(disk, path, nowMs));
      // One that stays costs room, nothing else.
      if (isLeft) await disk.removeTree(path).catch(() => undefined);
    }
  }
}

function isOld(disk: Disk, path: string, nowMs: number): boolean {
  const stat = disk.stat(path);
  return stat !== undefined && nowMs - Number(stat.mtimeNs) / 1e6 > OLD_MS;
}

function bootName(boot: string): string {
  return sha256(boot).slice(0, 8);
}

/** A start time, as a part of a name can hold it. */
function plain(startTime: string): string {
  return startTime.replaceAll(/\W/g, "");
}
