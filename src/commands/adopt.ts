import { decide, type Decision } from "../core/decide.ts";
import { unknownParts } from "../core/fingerprint.ts";
import type { Hand } from "../run/commit.ts";
import { thisProcess } from "../run/processes.ts";
import { observe, type Observed } from "../survey/observe.ts";
import type { Task, Verdict } from "../survey/survey.ts";
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

/**
 * Gives checkpoints with an old empty marker, and those without a marker whose own status says complete, full markers,
 * by the rows of the table by which a run would take them over, whatever the definition's `adopt` is. Nothing runs.
 */
export async function adoptOld(invocation: Invocation, options: ChooseOptions): Promise<Marked> {
  const job = await openJob(invocation, { runs: false });
  const hand = handOf(invocation, thisProcess());
  await settleFolders(hand, job.verdicts);
  const chosen = await choose(invocation, job, { options, wanted: claimsToBeComplete });
  return forEach(invocation, chosen, (verdict) => adoptOne(invocation, hand, { job, verdict }));
}

/** Is there an old sign of completeness, true or not? */
function claimsToBeComplete({ observed }: Verdict): boolean {
  const { checkpoint, marker, status } = observed;
  if (checkpoint === "absent") return false;
  return marker === "empty" || (marker === "none" && status === "complete");
}

/** Looks again: what the survey saw may be another's by now. */
async function adoptOne(invocation: Invocation, hand: Hand, { job, verdict }: One): Promise<Deed> {
  const { task } = verdict;
  const { disk } = hand;
  const busy = atWork(verdict);
  if (busy !== undefined) return busy;
  const { validate, status } = job.definition;
  const { markers } = job.context;
  const shard = { id: task.shard.id, places: task.places };
  // A listing of the folder for each shard would cost more than a look at three names.
  const isThere = (path: string): boolean => disk.exists(path);
  const observed = await observe(disk, shard, { validate, status, markers }, isThere);
  const decision = decideHere(job, task, observed);
  if (decision.reason === "done") return UNCHANGED;
  if (decision.kind !== "skip")
    return { kind: "refused", why: whyNot(job, decision, { task, observed }) };
  await adopt(invocation, hand, { task, by: job.by, rules: status });
  return CHANGED;
}

/**
 * By what lies here alone. What changed since a full marker is nothing that adoption could mend; and where markers are
 * signed, nobody has signed an old one, nor what a checkpoint says of itself.
 */
function decideHere({ definition, context }: Job, task: Task, observed: Observed): Decision {
  return decide({
    forced: false,
    finishedByThisRun: false,
    unknownParts: unknownParts(task.fingerprint, definition.rerunOn),
    marker: observed.marker,
    changedParts: [],
    asMarked: observed.asMarked,
    checkpoint: observed.checkpoint,
    status: observed.status,
    tooNew: observed.tooNew,
    store: "miss",
    started: observed.started,
    adopt: context.markers.seal === undefined,
    resumable: false,
  });
}

interface Refused {
  readonly task: Task;
  readonly observed: Observed;
}

function whyNot(
  { definition, context }: Job,
  { reason }: Decision,
  { task, observed }: Refused,
): string {
  const { why } = observed;
  switch (reason) {
    case "fingerprint-unknown":
      return `a part of its fingerprint cannot be computed: ${tellUnknown(definition, task)}`;
    case "incompatible":
      return "its version is newer than the highest accepted";
    case "new":
      return "there is no checkpoint";
    case "marker-without-checkpoint":
      return "its marker is there, and no checkpoint";
    case "changed-since-marker":
      return "its checkpoint is not the one that was marked";
    case "status-in-progress":
    case "status-other":
      return "its own status does not say that it is complete";
    case "corrupt-marker":
    case "foreign-marker":
      return why ?? reason;
    case "no-marker":
      return whyUnproven(observed, context.markers.seal !== undefined);
    default:
      return why === undefined ? `it is ${reason}` : `it is ${reason}: ${why}`;
  }
}

function tellUnknown({ rerunOn }: Job["definition"], { fingerprint }: Task): string {
  return unknownParts(fingerprint, rerunOn)
    .map((part) => {
      const value = fingerprint[part];
      return "unknown" in value ? `${part}: ${value.unknown}` : part;
    })
    .join("; ");
}

function whyUnproven({ started }: Observed, isSigned: boolean): string {
  if (started)
    return "it was started or unmarked, and nothing since then proves that it is complete";
  if (isSigned)
    return "markers are signed here, and nobody has signed it: `donemark mark` takes your word";
  return "it has no marker, and no status that says it is complete: `donemark mark` takes your word";
}
