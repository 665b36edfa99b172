import {
  afterStep,
  beginClaim,
  stepOf,
  type Claimant,
  type ClaimState,
} from "../../../src/core/ownership/claim.ts";
import {
  afterCommitStep,
  commitStepOf,
  type Committing,
  type CommitState,
} from "../../../src/core/ownership/commit.ts";
import type { Answer, FileStep, OwnershipFile, Step } from "../../../src/core/ownership/steps.ts";

/** Where one run is with the shard: it claims it, works, and then commits or records a failure. */
type Phase =
  | { readonly name: "looking" | "working"; readonly record: string }
  | {
      readonly name: "claiming" | "failing";
      readonly record: string;
      readonly claim: ClaimState;
      readonly claimant: Claimant;
    }
  | { readonly name: "committing"; readonly record: string; readonly commit: CommitState }
  | { readonly name: "releasing"; readonly record: string; readonly mayRemove: boolean }
  /** `committed`: it marked the shard. `over`: it leaves the shard to others. */
  | { readonly name: "committed" | "over" | "crashed" };

export interface Run {
  /** Its token. */
  readonly name: string;
  readonly phase: Phase;
}

/** The files of the shard, and the runs. A step gives a new world. */
export interface World {
  readonly files: ReadonlyMap<string, string>;
  readonly runs: readonly Run[];
  /** The run that took the shard over last, so that no earlier owner may commit any more. */
  readonly holder: string | undefined;
  /** The runs whose record was the shard's at some time. */
  readonly owners: readonly string[];
  readonly commits: readonly string[];
  /** What must never happen, in words. */
  readonly fault: string | undefined;
  /** The file system has no hard links. */
  readonly hasNoLinks?: boolean;
  /** How often a run that has not crashed may still be believed to be gone: it sleeps for that long. */
  readonly sleeps: number;
}

/** A change of the protocol that leaves something out. */
export interface Mutant {
  readonly name: string;
  /** The answer that the code goes on with, whatever was found. */
  readonly pretends?: (state: string, run: Run) => Answer;
  /** Is the step itself left out? */
  readonly omits?: (state: string, step: Step) => boolean;
  /** Does a create replace what is there? */
  readonly overwrites?: (step: Step) => boolean;
  /** Does a record name the owner alone whom it replaces? */
  readonly forgets?: boolean;
}

/** A start record that a run which is long gone has left. */
export const OLD = "old<";

const ENDED = "!";

export function openWorld(
  names: readonly string[],
  {
    record,
    sleeps,
    hasNoLinks = false,
  }: {
    readonly record: string | undefined;
    readonly sleeps: number;
    readonly hasNoLinks?: boolean;
  },
): World {
  return {
    files: new Map(record === undefined ? [] : [["R", record]]),
    runs: names.map(newRun),
    holder: undefined,
    owners: [],
    commits: [],
    fault: undefined,
    sleeps,
    hasNoLinks,
  };
}

export function newRun(name: string): Run {
  return { name, phase: { name: "looking", record: "" } };
}

export function isOver({ phase }: Run): boolean {
  return phase.name === "committed" || phase.name === "over" || phase.name === "crashed";
}

export function crash(world: World, place: number): World {
  return withPhase(world, place, { name: "crashed" });
}

/** Every world that can follow when this run takes its next step. */
export function successors(world: World, place: number, mutant: Mutant | undefined): World[] {
  const run = world.runs[place];
  if (run === undefined) return [];
  const { phase } = run;
  if (phase.name === "looking") return [withPhase(world, place, look(world, run, mutant))];
  if (phase.name === "working")
    return afterWork(run, phase.record).map((next) => withPhase(world, place, next));
  if (phase.name === "releasing") return [release(world, place, phase)];
  const step = stepFor(run);
  if (step === undefined) return [];
  return answersTo(world, run, { step, mutant }).map(({ answer, ...changes }) => {
    const state = stateOf(phase);
    const pretended = mutant?.pretends?.(state, run) ?? answer;
    const holder = takesOver(world, run, answer) ? run.name : world.holder;
    const isOwner = changes.files?.get("R") === recordOf(run) && !world.owners.includes(run.name);
    const owners = isOwner ? [...world.owners, run.name].toSorted() : world.owners;
    return advance({ ...world, ...changes, holder, owners }, place, pretended);
  });
}

function recordOf({ phase }: Run): string | undefined {
  return "record" in phase ? phase.record : undefined;
}

function look(
  { files, hasNoLinks = false }: World,
  { name }: Run,
  mutant: Mutant | undefined,
): Phase {
  const seen = files.get("R");
  const earlier =
    seen === undefined ? [] : [nameIn(seen), ...(mutant?.forgets ? [] : earlierIn(seen))];
  const own = `${name}<${earlier.join(",")}`;
  const claimant = { seen, own, earlier, hasNoLinks };
  return { name: "claiming", record: own, claimant, claim: beginClaim(claimant) };
}

function afterWork({ name }: Run, record: string): readonly Phase[] {
  const claimant = { seen: record, own: `${name}<${ENDED}`, earlier: [] };
  return [
    { name: "committing", record, commit: { at: "prepare" } },
    { name: "failing", record, claimant, claim: beginClaim(claimant) },
  ];
}

function nameIn(record: string): string {
  return record.split("<", 1)[0] ?? "";
}

function earlierIn(record: string): readonly string[] {
  const [, earlier = ""] = record.split("<");
  return earlier.split(",").filter((name) => name !== "" && name !== ENDED);
}

function stateOf(phase: Phase): string {
  if (phase.name === "claiming" || phase.name === "failing") return phase.claim.at;
  return phase.name === "committing" ? `commit-${phase.commit.at}` : phase.name;
}

function stepFor({ name, phase }: Run): Step | undefined {
  if (phase.name === "claiming" || phase.name === "failing")
    return stepOf(phase.claim, phase.claimant);
  if (phase.name === "committing") return commitStepOf(phase.commit, committing(name, phase));
  return undefined;
}

function committing(token: string, { record }: { readonly record: string }): Committing {
  return { token, record, marker: `marker of ${token}` };
}

/** The moment from which on no earlier owner may commit. One that woke up after it was replaced takes nothing over. */
function takesOver({ files }: World, { phase }: Run, answer: Answer): boolean {
  if (phase.name !== "claiming") return false;
  const { at } = phase.claim;
  if (at === "create") return answer === true;
  return at === "look-at-marker" && files.get("R") === phase.record;
}

interface Performed extends Partial<Pick<World, "files" | "sleeps">> {
  readonly answer: Answer;
}

function answersTo(
  world: World,
  run: Run,
  { step, mutant }: { readonly step: Step; readonly mutant: Mutant | undefined },
): readonly Performed[] {
  if (step.do === "judge") return judgements(world, run, step.text);
  if (mutant?.omits?.(stateOf(run.phase), step) === true) return [{ answer: undefined }];
  return [perform(world.files, step, mutant?.overwrites?.(step) === true)];
}

/** One that crashed is believed to live for a while, and a sleeper to be gone. Nothing is known of other machines' clocks. */
function judgements({ runs, sleeps }: World, { name }: Run, text: string): readonly Performed[] {
  if (text === OLD || text.endsWith(ENDED) || nameIn(text) === name) return [{ answer: "gone" }];
  const owner = runs.find((run) => run.name === nameIn(text));
  // One that is over takes no more steps: its process ends like one that crashed.
  if (owner === undefined || isOver(owner)) return [{ answer: "gone" }, { answer: "unknown" }];
  const awake: Performed = { answer: "unknown" };
  return sleeps === 0 ? [awake] : [awake, { answer: "gone", sleeps: sleeps - 1 }];
}

function perform(
  files: ReadonlyMap<string, string>,
  step: FileStep,
  overwrites: boolean,
): Performed {
  const next = new Map(files);
  switch (step.do) {
    case "read":
      return { answer: files.get(keyOf(step.file)) };
    case "create": {
      const key = keyOf(step.file);
      if (!files.has(key) || overwrites) next.set(key, step.text);
      return { answer: next.get(key) === step.text, files: next };
    }
    case "move": {
      const text = next.get(keyOf(step.from));
      if (text !== undefined) next.set(keyOf(step.to), text);
      next.delete(keyOf(step.from));
      return { answer: undefined, files: next };
    }
    case "remove":
      next.delete(keyOf(step.file));
      return { answer: undefined, files: next };
  }
}

function keyOf(file: OwnershipFile): string {
  switch (file.kind) {
    case "record":
      return "R";
    case "marker":
      return "M";
    case "marker-to-be":
      return `B(${file.token})`;
    case "record-to-be":
      return `P(${file.text})`;
    case "successor":
      return `S(${keyOf(file.of.file)},${file.of.text})`;
  }
}

function advance(world: World, place: number, answer: Answer): World {
  const run = world.runs[place];
  if (run === undefined) return world;
  const { name, phase } = run;
  if (phase.name === "committing") return afterCommitting(world, place, { name, phase, answer });
  if (phase.name !== "claiming" && phase.name !== "failing") return world;
  const claim = afterStep(phase.claim, phase.claimant, answer);
  // A record is never written twice: who comes again has a new token, and counts as another run.
  const mayLookAgain = claim.at === "busy" && phase.claim.at === "judge";
  if (mayLookAgain) return withPhase(world, place, newRun(name).phase);
  if (claim.at === "busy" || claim.at === "lost") return withPhase(world, place, { name: "over" });
  if (claim.at !== "owned") return withPhase(world, place, { ...phase, claim });
  if (phase.name === "failing") return withPhase(world, place, { name: "over" });
  const { record } = phase;
  if (claim.marker !== undefined)
    return withPhase(world, place, { name: "releasing", record, mayRemove: false });
  const working = withPhase(world, place, { name: "working", record });
  if (world.owners.includes(name)) return working;
  return { ...working, fault: `${name} works, and the shard was never its own` };
}

interface Committed {
  readonly name: string;
  readonly phase: Extract<Phase, { readonly name: "committing" }>;
  readonly answer: Answer;
}

function afterCommitting(world: World, place: number, { name, phase, answer }: Committed): World {
  const { record } = phase;
  const commit = afterCommitStep(phase.commit, committing(name, phase), answer);
  if (commit.at === "lost") return withPhase(world, place, { name: "over" });
  if (commit.at === "committed") {
    const released = withPhase(world, place, { name: "releasing", record, mayRemove: false });
    const isTrue = world.commits.includes(name);
    return isTrue
      ? released
      : { ...released, fault: `${name} reports a marker that is not its own` };
  }
  const next = withPhase(world, place, { ...phase, commit });
  const isMoved = phase.commit.at === "move" && world.files.get("M") === `marker of ${name}`;
  if (!isMoved) return next;
  const commits = [...world.commits, name];
  if (world.holder === name) return { ...next, commits };
  return { ...next, commits, fault: `${name} committed although ${world.holder} had taken over` };
}

/** Removes its record, if it is its own: the look and the removal are two steps. */
function release(
  world: World,
  place: number,
  { record, mayRemove }: Extract<Phase, { readonly name: "releasing" }>,
): World {
  const isMarked = world.commits.includes(world.runs[place]?.name ?? "");
  const end: Phase = { name: isMarked ? "committed" : "over" };
  if (mayRemove) {
    const files = new Map(world.files);
    files.delete("R");
    return withPhase({ ...world, files }, place, end);
  }
  if (world.files.get("R") !== record) return withPhase(world, place, end);
  return withPhase(world, place, { name: "releasing", record, mayRemove: true });
}

function withPhase(world: World, place: number, phase: Phase): World {
  const runs = world.runs.map((run, at) => (at === place ? { ...run, phase } : run));
  return { ...world, runs };
}

/** The same for two worlds that are the same to everybody who goes on. */
export function keyOfWorld({ files, runs, holder, owners, commits, sleeps }: World): string {
  const named = [...files].map(([name, text]) => `${name}=${text}`).toSorted();
  const phases = runs.map(({ phase }) => JSON.stringify(phase));
  return [...named, ...phases, holder, owners.join(), commits.join(), sleeps].join("\n");
}
