import type { Verdict } from "../checkpoint/survey.ts";
import { isOver } from "../core/model/start-record.ts";

/**
 * The verdicts, with the run that has started a shard and not said how that ended, and whether it lives as far as one look
 * tells. Nothing is loaded where there is no such shard.
 */
export async function withOwners(verdicts: readonly Verdict[]): Promise<readonly Verdict[]> {
  if (!verdicts.some(isHeld)) return verdicts;
  const { lookAtOwner } = await import("../machine/owner-watch.ts");
  const { ownerOf } = await import("../protocol/claims.ts");
  const { ownerClause } = await import("../core/answers/owner-answer.ts");
  return verdicts.map((verdict) => {
    const record = verdict.facts.startRecord;
    if (record === undefined || !isHeld(verdict)) return verdict;
    const { liveness, host, ageMs } = lookAtOwner(ownerOf(record, verdict.task.paths.started));
    const owner = {
      liveness,
      pid: record.owner.pid,
      host: record.by.host ?? host ?? null,
      startedAt: record.startedAt,
      lastSignSeconds: ageMs === undefined ? null : Math.round(ageMs / 100) / 10,
    };
    return { ...verdict, owner, detail: joined(verdict.detail, ownerClause(owner)) };
  });
}

function isHeld({ kind, facts: { startRecord } }: Verdict): boolean {
  return kind !== "skip" && startRecord !== undefined && !isOver(startRecord);
}

function joined(...clauses: readonly string[]): string {
  return clauses.filter((clause) => clause !== "").join("; ");
}
