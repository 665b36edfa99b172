import { decide, type Decision, type Evidence } from "../core/decide.ts";
import type { Definition } from "../core/definition.ts";
import {
  changedFile,
  changedParts,
  PARTS,
  unknownParts,
  type Fingerprint,
} from "../core/fingerprint.ts";
import { matchOf } from "../core/match.ts";
import { belowWorkspace, placesOf, type Places } from "../core/places.ts";
import type { Shard } from "../core/shard.ts";
import type { Disk } from "../files/disk.ts";
import type { Entry, Found, Store, Wanted } from "../store/store.ts";
import { explain } from "./explain.ts";
import { listedPresence, observe, type Observed, type Presence } from "./observe.ts";
import { mayResume, readParts } from "./parts.ts";
import type { Fingerprints } from "./fingerprints.ts";
import type { Proofs } from "./proofs.ts";

/** A shard with everything that a decision about it needs. */
export interface Task {
  readonly shard: Shard;
  readonly places: Places;
  /** Absolute paths. */
  readonly inputs: readonly string[];
  /** Digest over what the fingerprint depends on besides the inputs. */
  readonly basis: string;
  /** Read when it is first asked for. */
  readonly fingerprint: Fingerprint;
  /** How a store is asked for it; `undefined` without a store, and where a part that `rerun-on` names cannot be computed. */
  readonly wanted: Wanted | undefined;
}

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
  /** How long the command once took, where a marker or an entry says so. */
  readonly seconds?: number;
}

export interface SurveyContext {
  readonly disk: Disk;
  readonly store: Store;
  readonly definition: Definition;
  readonly forced: ReadonlySet<string>;
  /** The id of this workflow run, where there is one. */
  readonly run?: string;
  /** What was proven before; absent where every marker is to be read. */
  readonly proofs?: Proofs;
}

interface TaskSource {
  readonly workspace: string;
  readonly definition: Definition;
  readonly store: Store;
  readonly fingerprints: Pick<Fingerprints, "of" | "basis">;
}

/** A class for its getters: closures of their own would cost ten thousand tasks megabytes. */
class LazyTask implements Task {
  readonly shard: Shard;
  readonly places: Places;
  readonly #source: TaskSource;
  #fingerprint: Fingerprint | undefined;

  constructor(shard: Shard, source: TaskSource) {
    this.shard = shard;
    this.places = placesOf(source.workspace, shard);
    this.#source = source;
  }

  get inputs(): readonly string[] {
    return this.shard.inputs.map(({ path }) => belowWorkspace(this.#source.workspace, path));
  }

  get basis(): string {
    return this.#source.fingerprints.basis;
  }

  get fingerprint(): Fingerprint {
    this.#fingerprint ??= this.#source.fingerprints.of(this.shard);
    return this.#fingerprint;
  }

  get wanted(): Wanted | undefined {
    const { store, definition } = this.#source;
    return store.kind === "none" ? undefined : wantedOf(this.shard, this.fingerprint, definition);
  }
}

/** Tasks in the order of the shards. */
export function tasksOf(
  context: Pick<SurveyContext, "definition" | "store"> & { readonly workspace: string },
  shards: readonly Shard[],
  fingerprints: Pick<Fingerprints, "of" | "basis">,
): readonly Task[] {
  const source = { ...context, fingerprints };
  return shards.map((shard) => new LazyTask(shard, source));
}

function wantedOf(
  shard: Shard,
  fingerprint: Fingerprint,
  { rerunOn }: Definition,
): Wanted | undefined {
  const match = matchOf(fingerprint, rerunOn);
  if (match === undefined) return undefined;
  return { shard: shard.id, match, whole: matchOf(fingerprint, PARTS) ?? match };
}

/** Decides for every task, each exactly once, in order. Changes nothing. */
export async function survey(
  context: SurveyContext,
  tasks: readonly Task[],
): Promise<readonly Verdict[]> {
  const found = await findInStore(context.store, tasks);
  const isThere = listedPresence(context.disk);
  const verdicts: Verdict[] = [];
  for (const [place, task] of tasks.entries()) {
    verdicts.push(await judge(context, task, { found: found[place] ?? { kind: "miss" }, isThere }));
  }
  return verdicts;
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

async function judge(
  context: SurveyContext,
  task: Task,
  { found, isThere }: { readonly found: Found; readonly isThere: Presence },
): Promise<Verdict> {
  const { disk, definition, forced, proofs } = context;
  const id = task.shard.id;
  const proven = forced.has(id) ? undefined : proofs?.recall(task, isThere);
  if (proven !== undefined) return provenDone(task, proven);
  const observed = await observe(disk, { id, places: task.places }, definition, isThere);
  const work = found.kind === "hit" ? NO_WORK : await lookForWork(context, task, observed);
  const evidence = gather(context, task, { observed, found, work });
  const decision = decide(evidence);
  if (decision.reason === "done" && !observed.moved)
    proofs?.note(task, observed.full?.seconds ?? 0);
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
async function lookForWork(context: SurveyContext, task: Task, observed: Observed): Promise<Work> {
  const { disk, definition } = context;
  const { started, startRecord } = observed;
  const isMarked = observed.marker === "full" && observed.asMarked;
  if (isMarked && !started) return NO_WORK;
  const mayBeHere = started || definition.work !== undefined;
  const parts = mayBeHere ? await readParts(disk, task.places.work, definition.status) : undefined;
  const hasParts = parts !== undefined && parts.whole.length > 0;
  if (hasParts && mayResume(startRecord, task.fingerprint)) return { hasParts, isResumable: true };
  const isForbidden = startRecord?.resumed === true && startRecord.ended === true;
  return { hasParts, isResumable: !isForbidden && (await hasStoredWork(context, task)) };
}

async function hasStoredWork({ store }: SurveyContext, task: Task): Promise<boolean> {
  const kept = workOf(task);
  if (kept === undefined) return false;
  const [answer] = await store.findWork([kept]);
  return answer?.kind === "hit";
}

/** How a store is asked for the shard's work; `undefined` without a store, and where any part cannot be computed. */
export function workOf({ wanted, fingerprint }: Task): Wanted | undefined {
  return wanted === undefined || unknownParts(fingerprint, PARTS).length > 0 ? undefined : wanted;
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
