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
import { placesOf, type Places } from "../core/places.ts";
import type { Shard } from "../core/shard.ts";
import type { Disk } from "../files/disk.ts";
import type { Entry, Found, Store, Wanted } from "../store/store.ts";
import { explain } from "./explain.ts";
import { listedPresence, observe, type Observed, type Presence } from "./observe.ts";
import { mayResume, readParts } from "./parts.ts";
import type { Proofs } from "./proofs.ts";

/** A shard with everything that a decision about it needs. */
export interface Task {
  readonly shard: Shard;
  readonly places: Places;
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

/** Tasks in the order of the shards. */
export function tasksOf(
  {
    workspace,
    definition,
    store,
  }: Pick<SurveyContext, "definition" | "store"> & { readonly workspace: string },
  shards: readonly Shard[],
  fingerprints: readonly Fingerprint[],
): readonly Task[] {
  return shards.flatMap((shard, place) => {
    const fingerprint = fingerprints[place];
    if (fingerprint === undefined) return [];
    const wanted = store.kind === "none" ? undefined : wantedOf(shard, fingerprint, definition);
    return [{ shard, places: placesOf(workspace, shard), fingerprint, wanted }];
  });
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
  const hasParts = await looksResumable(context, task, observed);
  const evidence = gather(context, task, { observed, found, hasParts });
  const decision = decide(evidence);
  const isDone = decision.kind === "skip";
  const entry = found.kind === "hit" ? found.entry : undefined;
  const seconds = observed.full?.seconds ?? entry?.seconds;
  if (decision.reason === "done" && !observed.moved) proofs?.note(task, seconds ?? 0);
  return {
    ...decision,
    task,
    observed,
    detail: explain(decision, {
      evidence,
      observed,
      found,
      fingerprint: task.fingerprint,
      changedFile: whichFile(task, observed),
    }),
    inProgress: !isDone && (observed.checkpoint !== "absent" || observed.started || hasParts),
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

/** Only a start record of this very fingerprint makes the work directory worth a look. */
async function looksResumable(
  context: SurveyContext,
  task: Task,
  observed: Observed,
): Promise<boolean> {
  if (!mayResume(observed.startRecord, task.fingerprint)) return false;
  const parts = await readParts(context.disk, task.places.work, context.definition.status);
  return parts.whole.length > 0;
}

function gather(
  context: SurveyContext,
  task: Task,
  seen: { readonly observed: Observed; readonly found: Found; readonly hasParts: boolean },
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
    resumable: seen.hasParts,
  };
}

function whichFile(task: Task, observed: Observed): string | undefined {
  return observed.full === undefined
    ? undefined
    : changedFile(observed.full.fingerprint, task.fingerprint);
}
