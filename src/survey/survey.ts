import { decide, type Decision, type Evidence } from "../core/decide.ts";
import type { Definition } from "../core/definition.ts";
import { changedFile, changedParts, unknownParts } from "../core/fingerprint.ts";
import type { MarkerForm } from "../core/marker-form.ts";
import type { Disk } from "../files/disk.ts";
import type { Entry, Found, Store, Wanted } from "../store/store.ts";
import { explain } from "./explain.ts";
import { listedPresence, observe, type Observed, type Presence } from "./observe.ts";
import { mayResume, readParts } from "./parts.ts";
import type { Proofs } from "./proofs.ts";
import { workOf, type Task } from "./tasks.ts";

export { tasksOf, workOf, type Task } from "./tasks.ts";

/** A task, what was found, and what follows. */
export interface Verdict extends Decision {
  readonly task: Task;
  readonly observed: Observed;
  /** The entry that is the proof, or could be. */
  readonly entry?: Entry;
  /** More than the reason says; empty where there is nothing to add. */
  readonly detail: string;
  /** Not done, with a checkpoint, a start record or a part present. */
  readonly inProgress: boolean;
  /** Why the store did not say whether it is done, where it was asked and gave no answer. */
  readonly silence?: string;
  /** How long the command once took, where a marker or an entry says so. */
  readonly seconds?: number;
}

export interface SurveyContext {
  readonly disk: Disk;
  readonly store: Store;
  readonly definition: Definition;
  readonly markers: MarkerForm;
  readonly forced: ReadonlySet<string>;
  /** The id of this workflow run, where there is one. */
  readonly run?: string;
  /** What was proven before; absent where every marker is to be read. */
  readonly proofs?: Proofs;
}

/** Decides for every task, each exactly once, in order. Changes nothing. The store is asked twice, whatever the number. */
export async function survey(
  context: SurveyContext,
  tasks: readonly Task[],
): Promise<readonly Verdict[]> {
  const found = await findInStore(context.store, tasks);
  const isThere = listedPresence(context.disk);
  const looks: Look[] = [];
  for (const [place, task] of tasks.entries()) {
    looks.push(await lookAt(context, task, { found: found[place] ?? { kind: "miss" }, isThere }));
  }
  const stored = await findStoredWork(context.store, looks);
  return looks.map((look) => judge(context, look, stored));
}

async function findInStore(store: Store, tasks: readonly Task[]): Promise<readonly Found[]> {
  if (store.kind === "none") return [];
  const asked = tasks.flatMap((task) => (task.wanted === undefined ? [] : [task.wanted]));
  const answers = await store.find(asked);
  let next = 0;
  return tasks.map((task): Found => {
    if (task.wanted === undefined) return { kind: "miss" };
    const answer = answers[next];
    next += 1;
    return answer ?? { kind: "unavailable", cause: "the store gave no answer" };
  });
}

/** What is known of a task before the store is asked for its work. */
type Look =
  | { readonly kind: "proven"; readonly task: Task; readonly seconds: number }
  | {
      readonly kind: "seen";
      readonly task: Task;
      readonly observed: Observed;
      readonly found: Found;
      readonly work: Work;
      /** How the store is asked for the work that is not here; absent where nothing of it may be handed on. */
      readonly kept?: Wanted;
    };

async function lookAt(
  { disk, definition, markers, forced, proofs }: SurveyContext,
  task: Task,
  { found, isThere }: { readonly found: Found; readonly isThere: Presence },
): Promise<Look> {
  const { id } = task.shard;
  const proven = forced.has(id) ? undefined : proofs?.recall(task, isThere);
  if (proven !== undefined) return { kind: "proven", task, seconds: proven };
  const rules = { validate: definition.validate, status: definition.status, markers };
  const observed = await observe(disk, { id, places: task.places }, rules, isThere);
  const seen = { kind: "seen", task, observed, found } as const;
  const isMarked = observed.marker === "full" && observed.asMarked;
  if (found.kind === "hit" || (isMarked && !observed.started)) return { ...seen, work: NO_WORK };
  const work = await workHere(disk, task, { observed, definition });
  const { startRecord } = observed;
  const isForbidden = startRecord?.resumed === true && startRecord.ended === true;
  const kept = work.isResumable || isForbidden ? undefined : workOf(task);
  return kept === undefined ? { ...seen, work } : { ...seen, work, kept };
}

function judge(context: SurveyContext, look: Look, stored: ReadonlySet<Look>): Verdict {
  if (look.kind === "proven") return provenDone(look.task, look.seconds);
  const { task, observed, found } = look;
  const work = stored.has(look) ? { ...look.work, isResumable: true } : look.work;
  const evidence = gather(context, task, { observed, found, work });
  const decision = decide(evidence);
  if (decision.reason === "done" && !observed.moved)
    context.proofs?.note(task, observed.full?.seconds ?? 0);
  return verdictOf(task, decision, { evidence, observed, found, work });
}

interface Seen {
  readonly evidence: Evidence;
  readonly observed: Observed;
  readonly found: Found;
  readonly work: Work;
}

function verdictOf(task: Task, decision: Decision, seen: Seen): Verdict {
  const { observed, found, work } = seen;
  const { fingerprint } = task;
  const isThere = observed.checkpoint !== "absent" || observed.started || work.hasParts;
  const entry = found.kind === "hit" ? found.entry : undefined;
  const seconds = observed.full?.seconds ?? entry?.seconds;
  return {
    ...decision,
    task,
    observed,
    detail: explain(decision, { ...seen, fingerprint, changedFile: whichFile(task, observed) }),
    inProgress: decision.kind !== "skip" && isThere,
    ...(entry !== undefined && { entry }),
    ...(found.kind === "unavailable" && { silence: found.cause }),
    ...(seconds !== undefined && { seconds }),
  };
}

const PROVEN: Observed = {
  marker: "full",
  asMarked: true,
  moved: false,
  checkpoint: "sound",
  status: "none",
  tooNew: false,
  started: false,
};

function provenDone(task: Task, seconds: number): Verdict {
  return {
    kind: "skip",
    reason: "done",
    task,
    observed: PROVEN,
    detail: "",
    inProgress: false,
    seconds,
  };
}

interface Work {
  /** A part with a true marker lies here. */
  readonly hasParts: boolean;
  /** Parts lie here or in the store, and nothing forbids to go on from them. */
  readonly isResumable: boolean;
}

const NO_WORK: Work = { hasParts: false, isResumable: false };

/** Only a shard that was started, or whose definition keeps work elsewhere, makes a look at its work worth it. */
async function workHere(
  disk: Disk,
  task: Task,
  { observed, definition }: { readonly observed: Observed; readonly definition: Definition },
): Promise<Work> {
  const { started, startRecord } = observed;
  if (!started && definition.work === undefined) return NO_WORK;
  const parts = await readParts(disk, task.places.work, definition.status);
  const hasParts = parts.whole.length > 0;
  return { hasParts, isResumable: hasParts && mayResume(startRecord, task.fingerprint) };
}

/** Those of whose work the store has a snapshot. */
async function findStoredWork(store: Store, looks: readonly Look[]): Promise<ReadonlySet<Look>> {
  const asking = looks.flatMap((look) =>
    look.kind === "seen" && look.kept !== undefined ? [{ look, kept: look.kept }] : [],
  );
  if (asking.length === 0) return new Set();
  const answers = await store.findWork(asking.map(({ kept }) => kept));
  return new Set(
    asking.flatMap(({ look }, place) => (answers[place]?.kind === "hit" ? [look] : [])),
  );
}

function gather(
  context: SurveyContext,
  task: Task,
  seen: { readonly observed: Observed; readonly found: Found; readonly work: Work },
): Evidence {
  const { definition, forced, run } = context;
  const { observed, found } = seen;
  const { full } = observed;
  const entryRun = found.kind === "hit" ? found.entry.run : undefined;
  return {
    forced: forced.has(task.shard.id),
    finishedByThisRun: run !== undefined && (full?.by.run === run || entryRun === run),
    unknownParts: unknownParts(task.fingerprint, definition.rerunOn),
    marker: observed.marker,
    changedParts:
      full === undefined
        ? []
        : changedParts(full.fingerprint, task.fingerprint, definition.rerunOn),
    asMarked: observed.asMarked,
    checkpoint: observed.checkpoint,
    status: observed.status,
    tooNew: observed.tooNew,
    store: found.kind,
    started: observed.started,
    adopt: definition.adopt,
    resumable: seen.work.isResumable,
  };
}

function whichFile(task: Task, observed: Observed): string | undefined {
  return observed.full === undefined
    ? undefined
    : changedFile(observed.full.fingerprint, task.fingerprint);
}
