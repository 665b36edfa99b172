import { ownerClause, type OwnerAnswer } from "../core/answers/owner-answer.ts";
import { detailOf, type Decision } from "../core/decide/decide.ts";
import type { Evidence } from "../core/decide/evidence.ts";
import { unmarkedClause, type CheckpointFacts } from "../core/decide/facts.ts";
import type { StartRecord } from "../core/model/start-record.ts";
import { quote } from "../core/text/text.ts";

interface About {
  /** The checkpoint's path, as the definition names it. */
  readonly checkpoint: string;
  /** Why the store did not answer. */
  readonly silence?: string | undefined;
  /** The run that has started it and not said how that ended, where somebody has looked. */
  readonly owner?: OwnerAnswer | undefined;
}

/** The detail of a decision beyond its reason, in one line; empty where the reason says it all. */
export function explain(
  decision: Decision,
  evidence: Evidence,
  { checkpoint, silence, owner }: About,
): string {
  const { kind, reason } = decision;
  const clauses = [
    detailOf(decision, evidence),
    reason === "incompatible" ? howToAccept(evidence, checkpoint) : "",
    kind === "resume" ? "the command goes on from its work directory" : "",
    kind === "skip" || reason === "unreadable" ? "" : aboutStart(evidence, owner),
    silence === undefined ? "" : `the store did not answer: ${silence}`,
  ];
  return clauses.filter((clause) => clause !== "").join("; ");
}

/** Never `force`: a newer program made it, and an older one would begin from scratch. */
function howToAccept({ version }: Evidence, checkpoint: string): string {
  const rule = `status: {"highest-version": ${JSON.stringify(version ?? "")}}`;
  return `${quote(checkpoint)} stays as it is until the definition accepts it: \`${rule}\``;
}

function aboutStart(
  { started, startRecord, unmarked }: CheckpointFacts,
  owner: OwnerAnswer | undefined,
): string {
  if (!started) return "";
  if (unmarked !== undefined) return unmarkedClause(unmarked);
  if (startRecord === undefined) return "a command was started and has not finished";
  const { failure, ended } = startRecord;
  const failed =
    failure &&
    `failed ${failure.times === 1 ? "once" : `${failure.times} times`}: ${failure.reason}`;
  if (ended === true) return failed ?? "its command has failed";
  const start = owner === undefined ? startClause(startRecord) : ownerClause(owner);
  return failed === undefined ? start : `${start}; it has ${failed}`;
}

function startClause({ startedAt, owner, by, released }: StartRecord): string {
  const where = by.host === undefined ? "" : ` on ${by.host}`;
  return `started ${startedAt} by pid ${owner.pid}${where} and ${released === true ? "stopped" : "not finished"}`;
}
