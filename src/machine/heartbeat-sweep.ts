import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseJson } from "../core/model/marker.ts";
import { readProcess } from "../core/model/start-record.ts";
import { isRecord } from "../core/text/text.ts";
import { readHeartbeat } from "./heartbeat-sign.ts";
import { LEASE_HEARTBEAT_PREFIX } from "./lease.ts";
import type { Owner, OwnerWatch } from "./owner-watch.ts";

interface Sweeping {
  readonly owners: Pick<OwnerWatch, "livenessOf">;
  readonly everyMs: number;
}

/** More than these are left to a later run: each is read at every look. */
const MOST_WATCHED = 100;

/**
 * Removes the heartbeats in a folder of leases whose owners are gone, at once or as soon as that is known; never one of an owner
 * that lives or of whom nothing is known. One that was taken for gone while it slept makes its heartbeat anew. Gives a
 * function that ends the sweep.
 */
export function sweepHeartbeats(folder: string, { owners, everyMs }: Sweeping): () => void {
  const left = new Set(heartbeatsIn(folder).slice(0, MOST_WATCHED));
  const sweep = (): void => {
    for (const path of left) {
      const owner = ownerOf(path);
      const liveness = owner === undefined ? "absent" : owners.livenessOf(owner);
      if (liveness === "gone") removeOrLeave(path);
      // Its own process number tells of it: what is left when that ends is another run's to remove.
      if (liveness !== "unknown") left.delete(path);
    }
    if (left.size === 0) clearInterval(timer);
  };
  const timer = setInterval(sweep, everyMs).unref();
  sweep();
  return () => clearInterval(timer);
}

function heartbeatsIn(folder: string): readonly string[] {
  try {
    const names = readdirSync(folder).filter((name) => name.startsWith(LEASE_HEARTBEAT_PREFIX));
    return names.map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** Heartbeats of earlier versions name no process: they are watched, whosever they are. `undefined` where no file is. */
function ownerOf(path: string): Owner | undefined {
  const read = readHeartbeat(path);
  if (read === "absent") return undefined;
  const value = read === "unreadable" ? undefined : parseJson(read.text);
  const named = isRecord(value) ? readProcess(value) : undefined;
  return { process: named ?? { pid: 0, startTime: "", boot: "" }, heartbeat: path };
}

/** In a folder of all users a file of another user stays. */
function removeOrLeave(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    return;
  }
}
