import { dirname } from "node:path";
import { record } from "../core/fingerprint.ts";
import { writeDurably } from "../files/durable.ts";
import { renewMarker, type Hand } from "../run/commit.ts";
import { thisProcess } from "../run/processes.ts";
import { askWitnesses } from "../run/witness.ts";
import type { Verdict } from "../survey/survey.ts";
import {
  atWork,
  CHANGED,
  choose,
  forEach,
  UNCHANGED,
  type ChooseOptions,
  type Deed,
  type Marked,
  type One,
} from "./each.ts";
import { handOf } from "./hand.ts";
import type { Invocation } from "./invocation.ts";
import { openJob, type Job } from "./open.ts";
import { adopt, settleFolders } from "./prepare.ts";

export interface MarkOptions extends ChooseOptions {
  /** Write the present fingerprint into existing markers, and nothing else. */
  readonly accept: boolean;
}

/** Marks checkpoints as complete on the user's word, after the witnesses were asked. */
export async function mark(invocation: Invocation, options: MarkOptions): Promise<Marked> {
  const job = await openJob(invocation, { runs: false });
  const hand = handOf(invocation, thisProcess());
  await settleFolders(hand, job.verdicts);
  const wanted = ({ observed }: Verdict): boolean =>
    options.accept
      ? observed.marker === "full" || observed.marker === "empty"
      : observed.checkpoint !== "absent";
  return forEach(invocation, await choose(invocation, job, { options, wanted }), (verdict) =>
    options.accept
      ? acceptOne(invocation, hand, { job, verdict })
      : markOne(invocation, hand, { job, verdict }),
  );
}

/** Takes markers away, here and in the store: the shards run again. */
export async function unmark(invocation: Invocation, options: MarkOptions): Promise<Marked> {
  const job = await openJob(invocation, { runs: false });
  const hand = handOf(invocation, thisProcess());
  const chosen = await choose(invocation, job, { options, wanted: countsAsDone });
  return forEach(invocation, chosen, (verdict) => unmarkOne(hand, job, verdict));
}

async function markOne(invocation: Invocation, hand: Hand, { job, verdict }: One): Promise<Deed> {
  const { task, reason } = verdict;
  if (reason === "done") return UNCHANGED;
  const busy = atWork(verdict);
  if (busy !== undefined) return busy;
  const witness = await askWitnesses(hand.disk, task.places.checkpoint, job.definition);
  if (witness.kind === "bad") return { kind: "refused", why: witness.why };
  await adopt(invocation, hand, { task, by: job.by, rules: job.definition.status });
  return CHANGED;
}

async function acceptOne(invocation: Invocation, hand: Hand, { job, verdict }: One): Promise<Deed> {
  const { task, observed, reason } = verdict;
  if (reason === "done") return UNCHANGED;
  if (observed.marker === "empty") return markOne(invocation, hand, { job, verdict });
  if (observed.full === undefined)
    return { kind: "refused", why: "it has no marker that can be read" };
  if (!observed.asMarked)
    return { kind: "refused", why: "its checkpoint is not the one that was marked" };
  await renewMarker(hand, task.places, { ...observed.full, fingerprint: record(task.fingerprint) });
  return CHANGED;
}

/**
 * Without its marker a checkpoint may still call itself complete. The note in the place of a start record keeps it from
 * being adopted, and its parts from being resumed, until the shard is done again.
 */
async function unmarkOne(hand: Hand, { store }: Job, verdict: Verdict): Promise<Deed> {
  const { disk } = hand;
  const { task, entry, observed } = verdict;
  const { marker, started } = task.places;
  const busy = atWork(verdict);
  if (busy !== undefined) return busy;
  if (!countsAsDone(verdict)) return UNCHANGED;
  if (observed.checkpoint !== "absent" && !disk.exists(started)) {
    const note = { donemark: 1, status: "unmarked", shard: task.shard.id };
    await writeDurably(disk, started, `${JSON.stringify(note)}\n`, hand.token());
  }
  if (await disk.unlink(marker)) await disk.syncDirectory(dirname(marker));
  if (entry !== undefined) {
    const revoked = await store.revoke(entry);
    if (revoked.kind === "unavailable")
      return { kind: "refused", why: `its entry in the store stays: ${revoked.cause}` };
  }
  return CHANGED;
}

/** Is there anything that says so, true or not? */
function countsAsDone({ kind, observed, entry }: Verdict): boolean {
  return kind === "skip" || observed.marker !== "none" || entry !== undefined;
}
