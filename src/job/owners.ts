import type { OwnerAnswer } from "../core/answers/owner-answer.ts";
import type { StartRecord } from "../core/model/start-record.ts";
import type { OwnerLook } from "../machine/owner-watch.ts";
import type { Invocation } from "./invocation.ts";

/** Looks at the run that a start record at this path names. */
export type LookAtOwner = (record: StartRecord, started: string) => Promise<OwnerAnswer>;

/** One look at each run, and nothing is loaded before the first. */
export function ownerLooks({ now }: Pick<Invocation, "now">): LookAtOwner {
  const looks = new Map<string, OwnerLook>();
  return async (record, started) => {
    const { lookAtOwner } = await import("../machine/owner-watch.ts");
    const { ownerOf } = await import("../protocol/claims.ts");
    const { startedAt, by, owner } = record;
    const named = ownerOf(record, started);
    const key = JSON.stringify(named);
    const look = looks.get(key) ?? lookAtOwner(named);
    looks.set(key, look);
    const { liveness, host, ageMs } = look;
    const sinceMs = now() - Date.parse(startedAt);
    // The start is a sign of life as well, and may be younger than the last heartbeat.
    const signMs = sinceMs >= 0 ? Math.min(ageMs ?? Infinity, sinceMs) : ageMs;
    return {
      liveness,
      pid: owner.pid,
      host: by.host ?? host ?? null,
      startedAt,
      startedSecondsAgo: inSeconds(Number.isNaN(sinceMs) ? 0 : Math.max(0, sinceMs)),
      lastSignSeconds: ageMs === undefined || signMs === undefined ? null : inSeconds(signMs),
    };
  };
}

function inSeconds(milliseconds: number): number {
  return Math.round(milliseconds / 100) / 10;
}
