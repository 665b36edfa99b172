import type { Command } from "./cli/command.ts";
import { chosenBy, printMarks } from "./print-marks.ts";
import { decide, lineOfDecision } from "../core/decide/decide.ts";
import { fingerprintEvidence, NO_CIRCUMSTANCES, type Evidence } from "../core/decide/evidence.ts";
import type { CheckpointFacts } from "../core/decide/facts.ts";
import type { Writer } from "../protocol/writer.ts";
import { thisProcess } from "../machine/processes.ts";
import { decisionRules, look } from "../checkpoint/look.ts";
import { provenanceIn, targetOf, type Verdict } from "../checkpoint/survey.ts";
import type { Task } from "../checkpoint/tasks.ts";
import {
  CHANGED,
  choose,
  actOnShards,
  UNCHANGED,
  type ChooseOptions,
  type ShardChange,
  type Marked,
  type One,
} from "../job/act-on-shards.ts";
import { writerOf } from "../job/writer.ts";
import type { Invocation } from "../job/invocation.ts";
import { openJob, type Job } from "../job/open.ts";
import { reconcileFolders } from "../job/reconcile/folders.ts";
import { adopt, adoptionBy } from "../job/reconcile/skipped.ts";

/**
 * Gives checkpoints with an old empty marker, and those without a marker whose own status says complete, full markers,
 * by the rows of the table by which a run would take them over, whatever the definition's `adopt` is. Nothing runs.
 */
export async function adoptOld(invocation: Invocation, options: ChooseOptions): Promise<Marked> {
  const job = await openJob(invocation, { runs: false });
  const writer = writerOf(invocation, thisProcess(), job.definition);
  await reconcileFolders(writer, job.verdicts);
  const chosen = await choose(invocation, job, { options, wanted: claimsToBeComplete });
  return actOnShards(invocation, chosen, (verdict, atWork) =>
    adoptOne(invocation, writer, { job, verdict, atWork }),
  );
}

/** Is there an old sign of completeness, true or not? */
function claimsToBeComplete({ facts }: Verdict): boolean {
  const { checkpoint, marker, status } = facts;
  if (checkpoint === "absent") return false;
  return marker.kind === "empty" || (marker.kind === "none" && status === "complete");
}

/** Looks again: what the survey saw may be another's by now. */
async function adoptOne(
  invocation: Invocation,
  writer: Writer,
  { job, verdict, atWork }: One,
): Promise<ShardChange> {
  const { task } = verdict;
  const busy = await atWork();
  if (busy !== undefined) return busy;
  const facts = await look(writer.disk, targetOf(task), decisionRules(job.context));
  const evidence = evidenceHere(job, task, facts);
  const decision = decide(evidence);
  if (decision.reason === "done") return UNCHANGED;
  if (decision.kind !== "skip") return { kind: "refused", why: lineOfDecision(decision, evidence) };
  await adopt(invocation, writer, { ...adoptionBy(job), task });
  return CHANGED;
}

/**
 * By what lies here alone. What changed since a full marker is nothing that adoption could mend; and where markers are
 * signed, nobody has signed an old one, nor what a checkpoint says of itself.
 */
function evidenceHere({ definition, context }: Job, task: Task, facts: CheckpointFacts): Evidence {
  const { unknownParts } = fingerprintEvidence(facts, task.fingerprint, definition.rerunOn);
  const isSigned = context.markers.seal !== undefined;
  const provenance = provenanceIn(context, task, facts);
  const markLine = (): string => task.markLine();
  const known = { unknownParts, isSigned, provenance, markLine };
  return { ...facts, ...NO_CIRCUMSTANCES, ...known, adopt: !isSigned };
}

export const adoptCommand: Command = {
  name: "adopt",
  about: "write full markers for old empty ones, and for checkpoints whose status says complete",
  positionals: { kind: "many", word: "ID|PATH" },
  switches: ["json", "all"],
  takesInputs: true,
  example: ["donemark adopt --all", "takes over what an older pipeline has finished; nothing runs"],
  run: async (call) => printMarks(call, await adoptOld(call.invocation, chosenBy(call)), "adopted"),
};
