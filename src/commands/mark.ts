import type { Command } from "./cli/command.ts";
import { chosenBy, printMarks } from "./print-marks.ts";
import { decide, lineOf, lineOfDecision, objectionTo } from "../core/decide/decide.ts";
import { fingerprintEvidence, NO_CIRCUMSTANCES } from "../core/decide/evidence.ts";
import { fullMarker, isAsMarked } from "../core/decide/facts.ts";
import type { Definition } from "../core/definition/fields.ts";
import { recordedFingerprint } from "../core/model/fingerprint.ts";
import { renewMarker, unlessTaken } from "../protocol/renew.ts";
import type { Writer } from "../protocol/writer.ts";
import { thisProcess } from "../machine/processes.ts";
import { newFence, openFenceClock } from "../run/fence.ts";
import { verifyOutput } from "../checkpoint/verify-output.ts";
import type { Verdict } from "../checkpoint/survey.ts";
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
import { openJob } from "../job/open.ts";
import { reconcileFolders } from "../job/reconcile/folders.ts";
import { adopt } from "../job/reconcile/skipped.ts";

export interface MarkOptions extends ChooseOptions {
  /** Write the present fingerprint into existing markers, and nothing else. */
  readonly accept: boolean;
}

/** Marks checkpoints as complete on the user's word, after the witnesses were asked. */
export async function mark(invocation: Invocation, options: MarkOptions): Promise<Marked> {
  const job = await openJob(invocation, { runs: false });
  const writer = writerOf(invocation, thisProcess(), job.definition);
  await reconcileFolders(writer, job.verdicts);
  const wanted = options.accept ? isMarked : hasCheckpoint;
  return actOnShards(
    invocation,
    await choose(invocation, job, { options, wanted }),
    (verdict, atWork) =>
      options.accept
        ? acceptOne(invocation, writer, { job, verdict, atWork })
        : markOne(invocation, writer, { job, verdict, atWork }),
  );
}

async function markOne(
  invocation: Invocation,
  writer: Writer,
  { job, verdict, atWork }: One,
): Promise<ShardChange> {
  const { task, reason } = verdict;
  if (reason === "done") return UNCHANGED;
  const busy = await atWork();
  if (busy !== undefined) return busy;
  const stale = whyStale(verdict, job.definition);
  if (stale !== undefined)
    return { kind: "refused", why: `${stale}; \`${task.markLine("accept")}\` keeps this result` };
  const witness = await verifyOutput(writer.disk, task.paths.checkpoint, job.context);
  if (witness.kind === "bad") return { kind: "refused", why: witness.why };
  const looked = witness.measure;
  const rules = job.definition.status;
  const fence = await newFence(
    openFenceClock(job.store, invocation.now),
    verdict,
    verdict.facts.startRecord,
  );
  await adopt(invocation, writer, { task, by: job.by, rules, looked, fence });
  return CHANGED;
}

/**
 * Why a finished result is none of the present definition, in words; `undefined` for anything else. A new marker would
 * bless it, and forget how it was made.
 */
function whyStale({ task, facts }: Verdict, { rerunOn }: Definition): string | undefined {
  if (fullMarker(facts) === undefined || !isAsMarked(facts)) return undefined;
  const changes = fingerprintEvidence(facts, task.fingerprint, rerunOn);
  if (changes.changedParts.length === 0 && changes.unknownParts.length === 0) return undefined;
  const evidence = { ...facts, ...NO_CIRCUMSTANCES, ...changes };
  return lineOfDecision(decide(evidence), evidence);
}

async function acceptOne(
  invocation: Invocation,
  writer: Writer,
  { job, verdict, atWork }: One,
): Promise<ShardChange> {
  const { task, facts, reason } = verdict;
  if (reason === "done") return UNCHANGED;
  const busy = await atWork();
  if (busy !== undefined) return busy;
  if (facts.marker.kind === "empty") return markOne(invocation, writer, { job, verdict, atWork });
  const marker = fullMarker(facts);
  if (marker === undefined) return { kind: "refused", why: "it has no marker that can be read" };
  const objection = isAsMarked(facts) ? undefined : objectionTo(facts);
  if (objection !== undefined) return { kind: "refused", why: lineOf(objection) };
  const accepted = { ...marker, fingerprint: recordedFingerprint(task.fingerprint) };
  await renewMarker(writer, task.paths, accepted, unlessTaken(writer, task.paths, marker));
  return CHANGED;
}

/** Is there a marker of this shard? One that a proof vouches for was not read. */
function isMarked({ facts, reason }: Verdict): boolean {
  const { kind } = facts.marker;
  return kind === "full" || kind === "empty" || reason === "done";
}

function hasCheckpoint({ facts }: Verdict): boolean {
  return facts.checkpoint !== "absent";
}

export const markCommand: Command = {
  name: "mark",
  about: "mark checkpoints as complete, on your word",
  positionals: { kind: "many", word: "ID|PATH" },
  switches: ["json", "all", "accept"],
  takesInputs: true,
  example: ["donemark mark out/a.pt", "marks this checkpoint, after a look at it"],
  run: async (call) => {
    const accept = call.args.switches.has("accept");
    const marked = await mark(call.invocation, { ...chosenBy(call), accept });
    return printMarks(call, marked, accept ? "accepted" : "marked");
  },
};
