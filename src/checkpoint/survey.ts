import type { OwnerAnswer } from "../core/answers/owner-answer.ts";
import { decide, type Decision } from "../core/decide/decide.ts";
import {
  fingerprintEvidence,
  NO_CIRCUMSTANCES,
  type Evidence,
  type Provenance,
} from "../core/decide/evidence.ts";
import { fullMarker, isAsMarked, type CheckpointFacts } from "../core/decide/facts.ts";
import type { Definition } from "../core/definition/fields.ts";
import { stateOf, type ShardState } from "../core/decide/state.ts";
import { isOver, mustStartOver, type StartRecord } from "../core/model/start-record.ts";
import type { Disk } from "../files/disk.ts";
import type { Entry, FindAnswer, Store, Wanted } from "../store/store.ts";
import type { Unreadable } from "../core/model/unreadable.ts";
import { unreadableBy } from "../files/unreadable.ts";
import { explain } from "./explain.ts";
import { findFitting, type ProvenGeneration } from "./generations.ts";
import { decisionRules, look, type LookRules, type RuleSource } from "./look.ts";
import { mayResume, readParts } from "./parts.ts";
import { listedPresence, type Presence } from "./presence.ts";
import type { Proofs } from "./proofs.ts";
import type { ProvenanceOf } from "./provenance.ts";
import type { Target } from "./records.ts";
import { workOf, type Task } from "./tasks.ts";

/** A task, what lies here for it, and what follows. */
export interface Verdict extends Decision {
  readonly task: Task;
  readonly facts: CheckpointFacts;
  /** The entry that is the proof, or could be. */
  readonly entry?: Entry;
  /** More than the reason says; empty where there is nothing to add. */
  readonly detail: string;
  /** Not done, with a checkpoint, a start record or a part present. */
  readonly inProgress: boolean;
  readonly state: ShardState;
  /** Why the store did not say whether it is done, where it was asked and gave no answer. */
  readonly silence?: string;
  /** The seconds that the command once took, where a marker or an entry says so. */
  readonly seconds?: number;
  /** The finished result that is brought back, where that is the decision. */
  readonly setAside?: ProvenGeneration;
  /** The run that has started it and not said how that ended, where somebody has looked. */
  readonly owner?: OwnerAnswer;
}

export interface SurveyContext extends RuleSource {
  readonly disk: Disk;
  readonly store: Store;
  readonly definition: Definition;
  readonly forced: ReadonlySet<string>;
  /** The id of this workflow run, where there is one. */
  readonly run?: string;
  /** Whose old signs of completeness are; absent where nothing is known of that. */
  readonly provenanceOf?: ProvenanceOf;
  /** Earlier proofs; absent where every marker is to be read. */
  readonly proofs?: Proofs;
  /** Looks at the run that a start record at this path names. Absent where that is not to be told. */
  readonly lookAtOwner?: (record: StartRecord, started: string) => Promise<OwnerAnswer>;
}

/** Decides for every task, each exactly once, in order. Changes nothing. The store is asked twice, whatever the number. */
export async function survey(
  context: SurveyContext,
  tasks: readonly Task[],
): Promise<readonly Verdict[]> {
  const answers = await findInStore(context.store, tasks);
  const rules = decisionRules(context);
  const isThere = listedPresence(context.disk);
  const all: TaskFacts[] = [];
  for (const [place, task] of tasks.entries()) {
    const answer = answers[place] ?? { kind: "miss" };
    all.push(await gatherFacts(context, task, { answer, rules, isThere }));
  }
  const stored = await findStoredWork(context.store, all);
  return all.map((one) => judge({ ...context, isThere }, one, stored));
}

async function findInStore(store: Store, tasks: readonly Task[]): Promise<readonly FindAnswer[]> {
  if (store.kind === "none") return [];
  for (const task of tasks) await task.prepare();
  const asked = tasks.flatMap((task) => (task.wanted === undefined ? [] : [task.wanted]));
  const answers = await store.find(asked);
  let next = 0;
  return tasks.map((task): FindAnswer => {
    if (task.wanted === undefined) return { kind: "miss" };
    const answer = answers[next];
    next += 1;
    return answer ?? { kind: "unavailable", cause: "the store gave no answer" };
  });
}

/** The facts about a task before the store is asked for its work. */
type TaskFacts =
  | { readonly kind: "proven"; readonly task: Task; readonly seconds: number }
  | ({ readonly kind: "looked-at"; readonly task: Task } & ShardFacts & {
        /** The question to the store for work that is not here; absent where no work may be handed on. */
        readonly kept?: Wanted;
      });

interface ShardFacts {
  readonly facts: CheckpointFacts;
  /** The store's answer. */
  readonly answer: FindAnswer;
  readonly work: Work;
  readonly owner?: OwnerAnswer | undefined;
}

interface Gathering {
  readonly answer: FindAnswer;
  readonly rules: LookRules;
  readonly isThere: Presence;
}

async function gatherFacts(
  context: SurveyContext,
  task: Task,
  { answer, rules, isThere }: Gathering,
): Promise<TaskFacts> {
  const { disk, definition, forced, proofs } = context;
  const { id } = task.shard;
  const proven = forced.has(id) ? undefined : proofs?.recall(task, isThere);
  if (proven !== undefined) return { kind: "proven", task, seconds: proven };
  await task.prepare();
  const facts = await look(disk, targetOf(task), rules, isThere);
  const known = { kind: "looked-at", task, facts, answer } as const;
  const isSettled = answer.kind === "hit" || (isAsMarked(facts) && !facts.started);
  if (isSettled) return { ...known, work: NO_WORK };
  const work = await workHere(disk, task, { facts, definition });
  const { startRecord } = facts;
  const kept = work.isResumable || mustStartOver(startRecord) ? undefined : workOf(task);
  const owner = await ownerOf(context, task, startRecord);
  return { ...known, work, owner, ...(kept !== undefined && { kept }) };
}

async function ownerOf(
  { lookAtOwner }: SurveyContext,
  { paths }: Task,
  startRecord: StartRecord | undefined,
): Promise<OwnerAnswer | undefined> {
  if (startRecord === undefined || isOver(startRecord)) return undefined;
  return lookAtOwner?.(startRecord, paths.started);
}

type Judging = SurveyContext & Pick<Gathering, "isThere">;

function judge(context: Judging, known: TaskFacts, stored: ReadonlySet<TaskFacts>): Verdict {
  if (known.kind === "proven") return provenDone(known.task, known.seconds);
  const { task, facts, answer, owner } = known;
  const work = stored.has(known) ? { ...known.work, isResumable: true } : known.work;
  const evidence = evidenceOf(context, task, { facts, answer, work });
  const first = { decision: decide(evidence), evidence };
  const { setAside, ...decided } = withSetAside(context, task, first);
  const verdict = verdictOf(task, decided, { facts, answer, work, owner });
  if (setAside !== undefined) return { ...verdict, seconds: setAside.proof.seconds, setAside };
  if (decided.decision.reason === "done" && facts.comparison.kind === "same")
    context.proofs?.note(task, fullMarker(facts)?.seconds ?? 0);
  return verdict;
}

interface Decided {
  readonly decision: Decision;
  readonly evidence: Evidence;
  /** The finished result that is brought back, where that is the decision. */
  readonly setAside?: ProvenGeneration;
}

/** Only a shard that would run makes it worth looking for a result of it that was set aside. */
function withSetAside(
  { disk, definition, markers, isThere }: Judging,
  task: Task,
  first: Decided,
): Decided {
  const { kind } = first.decision;
  if (kind !== "run" && kind !== "resume") return first;
  const found = findFitting(disk, task, definition, { markers, isThere });
  if (found.kind === "none") return first;
  if (found.kind === "unreadable") {
    const evidence = { ...first.evidence, unreadable: found.unreadable };
    return { decision: decide(evidence), evidence };
  }
  const evidence = { ...first.evidence, restorable: true };
  const decision = decide(evidence);
  return decision.reason === "restored" ? { decision, evidence, setAside: found.setAside } : first;
}

function verdictOf(
  task: Task,
  { decision, evidence }: Omit<Decided, "setAside">,
  { facts, answer, work, owner }: ShardFacts,
): Verdict {
  const isThere = facts.checkpoint !== "absent" || facts.started || work.hasParts;
  const entry = answer.kind === "hit" ? answer.entry : undefined;
  const silence = answer.kind === "unavailable" ? answer.cause : undefined;
  const seconds = fullMarker(facts)?.seconds ?? entry?.seconds;
  const inProgress = decision.kind !== "skip" && isThere;
  return {
    ...decision,
    task,
    facts,
    detail: explain(decision, evidence, { checkpoint: task.shard.checkpoint, silence, owner }),
    inProgress,
    state: stateOf({ ...decision, inProgress, facts, owner }),
    ...(owner !== undefined && decision.kind !== "skip" && { owner }),
    ...(entry !== undefined && { entry }),
    ...(silence !== undefined && { silence }),
    ...(seconds !== undefined && { seconds }),
  };
}

/** The facts of a shard whose proof holds: its marker is not read, and what it says is not known. */
const PROVEN: CheckpointFacts = {
  marker: { kind: "unread" },
  comparison: { kind: "same" },
  checkpoint: "sound",
  format: "unread",
  status: "none",
  started: false,
  sizeBytes: 0,
  bytesRead: 0,
  isProven: false,
};

/** Was a shard found done by its proof, for which its marker, checkpoint and inputs were looked at? */
export function isProven({ facts }: Verdict): boolean {
  return facts === PROVEN;
}

function provenDone(task: Task, seconds: number): Verdict {
  return {
    kind: "skip",
    reason: "done",
    task,
    facts: PROVEN,
    detail: "",
    inProgress: false,
    state: "done",
    seconds,
  };
}

interface Work {
  /** A part with a true marker lies here. */
  readonly hasParts: boolean;
  /** Parts lie here or in the store, and nothing forbids to go on from them. */
  readonly isResumable: boolean;
  readonly unreadable?: Unreadable;
}

const NO_WORK: Work = { hasParts: false, isResumable: false };

/** Only a shard that was started, or whose definition keeps work elsewhere, makes a look at its work worth it. */
async function workHere(
  disk: Disk,
  task: Task,
  { facts, definition }: { readonly facts: CheckpointFacts; readonly definition: Definition },
): Promise<Work> {
  const { started, startRecord } = facts;
  if (!started && definition.work === undefined) return NO_WORK;
  const { work } = task.paths;
  try {
    const parts = await readParts(disk, work, definition.status);
    const hasParts = parts.whole.length > 0;
    return { hasParts, isResumable: hasParts && mayResume(startRecord, task.fingerprint) };
  } catch (error) {
    const unreadable = unreadableBy(disk, error, { path: work, what: "its work" });
    if (unreadable === undefined) throw error;
    return { hasParts: true, isResumable: false, unreadable };
  }
}

/** Those of whose work the store has a snapshot. */
async function findStoredWork(
  store: Store,
  all: readonly TaskFacts[],
): Promise<ReadonlySet<TaskFacts>> {
  const asking = all.flatMap((one) =>
    one.kind === "looked-at" && one.kept !== undefined ? [{ one, kept: one.kept }] : [],
  );
  if (asking.length === 0) return new Set();
  const answers = await store.findWork(asking.map(({ kept }) => kept));
  return new Set(asking.flatMap(({ one }, place) => (answers[place]?.kind === "hit" ? [one] : [])));
}

/** Asked only where it decides: it may read every marker of the definition. */
export function provenanceIn(
  { provenanceOf }: Pick<SurveyContext, "provenanceOf">,
  { paths }: Task,
  facts: CheckpointFacts,
): Provenance {
  const { marker, status, checkpoint, started } = facts;
  const isSign = marker.kind === "empty" || (marker.kind === "none" && status === "complete");
  const isAsked = isSign && !started && (checkpoint === "sound" || checkpoint === "unknown");
  return (isAsked ? provenanceOf?.(paths, facts) : undefined) ?? "others";
}

function evidenceOf(
  context: SurveyContext,
  task: Task,
  { facts, answer, work }: ShardFacts,
): Evidence {
  const { definition, forced, run, markers } = context;
  const entryRun = answer.kind === "hit" ? answer.entry.run : undefined;
  const markerRun = fullMarker(facts)?.by.run;
  const unreadable = facts.unreadable ?? work.unreadable;
  return {
    ...facts,
    ...NO_CIRCUMSTANCES,
    ...fingerprintEvidence(facts, task.fingerprint, definition.rerunOn),
    forced: forced.has(task.shard.id),
    finishedByThisRun: run !== undefined && (markerRun === run || entryRun === run),
    store: answer.kind,
    adopt: definition.adopt,
    isSigned: markers.seal !== undefined,
    resumable: work.isResumable,
    provenance: provenanceIn(context, task, facts),
    markLine: () => task.markLine(),
    ...(unreadable !== undefined && { unreadable }),
  };
}

/** The checkpoint of a task, as `look` takes it. */
export function targetOf({ shard, paths }: Task): Target {
  return { path: paths.checkpoint, shard: shard.id };
}
