import { join } from "node:path";
import { sha256 } from "../core/model/digest.ts";
import type { ProcessMark } from "../core/model/start-record.ts";
import type { Liveness } from "../core/ownership/liveness.ts";
import type { Disk, Listed } from "../files/disk.ts";
import { TEMPORARY_PREFIX } from "../files/durable.ts";
import { isOlderThan } from "../files/file-clock.ts";
import { bootId, livenessHere, startTimeOf } from "../machine/processes.ts";
import type { Writer } from "./writer.ts";

const OLD_MS = 24 * 3600 * 1000;

/** The part of a temporary name that tells whose it is. */
export function temporaryToken(owner: ProcessMark, serial: number | string): string {
  return `${bootName(owner.boot)}-${owner.pid}-${plain(owner.startTime)}-${serial}`;
}

/** Was it named by a process of this boot that is gone? `false` in doubt. */
export function isOrphaned(temporary: string): boolean {
  return ownerOf(temporary) === "gone";
}

function ownerOf(temporary: string): Liveness {
  const [boot, number, startTime] = temporary.slice(TEMPORARY_PREFIX.length).split("-");
  const pid = Number(number);
  if (boot !== bootName(bootId()) || !Number.isSafeInteger(pid) || pid < 1) return "unknown";
  const present = startTimeOf(pid);
  if (present !== undefined) return plain(present) === startTime ? "alive" : "gone";
  const hidden = livenessHere({ pid, startTime: "", boot: bootId() });
  return hidden === "gone" ? "gone" : "unknown";
}

/** Removes temporary files that a killed process of this boot, or anybody long ago, has left in these folders. */
export async function sweepTemporaries(
  { disk, token }: Pick<Writer, "disk" | "token">,
  folders: Iterable<string>,
  nowMs: number,
): Promise<void> {
  for (const folder of folders) {
    for (const { name } of listOrNone(disk, folder)) {
      if (!name.startsWith(TEMPORARY_PREFIX)) continue;
      const path = join(folder, name);
      const owner = ownerOf(name);
      const probe = join(folder, TEMPORARY_PREFIX + token());
      const isLeft =
        owner === "gone" || (owner === "unknown" && (await isOld(disk, path, { nowMs, probe })));
      // One that stays costs room, nothing else.
      if (isLeft) await disk.removeTree(path).catch(() => undefined);
    }
  }
}

/** What cannot be listed now is swept up another time. */
function listOrNone(disk: Disk, folder: string): readonly Listed[] {
  try {
    return disk.list(folder) ?? [];
  } catch {
    return [];
  }
}

async function isOld(
  disk: Disk,
  path: string,
  at: { readonly nowMs: number; readonly probe: string },
): Promise<boolean> {
  const stat = disk.stat(path);
  if (stat === undefined) return false;
  return isOlderThan(disk, { ...at, madeMs: Number(stat.mtimeNs) / 1e6 }, OLD_MS);
}

function bootName(boot: string): string {
  return sha256(boot).slice(0, 8);
}

/** A start time, as a part of a name can hold it. */
function plain(startTime: string): string {
  return startTime.replaceAll(/\W/g, "");
}
