import { detailOf, type Decision } from "../core/decide/decide.ts";
import type { Evidence } from "../core/decide/evidence.ts";
import type { CheckpointFacts } from "../core/decide/facts.ts";

/**
 * The detail of a decision beyond its reason, in one line; empty where the reason says it all. `silence` is why the
 * store did not answer.
 */
export function explain(decision: Decision, evidence: Evidence, silence?: string): string {
  const { kind, reason } = decision;
  const clauses = [
    detailOf(decision, evidence),
    reason === "incompatible" ? "name it in `force` to run it again" : "",
    kind === "resume" ? "the command goes on from its work directory" : "",
    kind === "skip" || reason === "unreadable" ? "" : aboutStart(evidence),
    silence === undefined ? "" : `the store did not answer: ${silence}`,
  ];
  return clauses.filter((clause) => clause !== "").join("; ");
}

function aboutStart({ started, startRecord }: CheckpointFacts): string {
  if (!started) return "";
  if (startRecord === undefined) return "a command was started and has not finished";
  const { failure, startedAt, owner, by, released } = startRecord;
  const where = by.host === undefined ? "" : ` on ${by.host}`;
  if (failure === undefined)
    return `started ${startedAt} by pid ${owner.pid}${where} and ${released === true ? "stopped" : "not finished"}`;
  return `failed ${failure.times === 1 ? "once" : `${failure.times} times`}: ${failure.reason}`;
}
