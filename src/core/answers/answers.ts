import { countVerdicts, type Counts } from "../decide/counts.ts";
import type { Reason } from "../decide/reasons.ts";
import type { ShardState, StateCounts } from "../decide/state.ts";
import type { OwnerAnswer } from "./owner-answer.ts";
import type { Unsaved } from "../model/unsaved.ts";

/** One shard of a plan or status, as `--json` prints it. */
interface ShardAnswer {
  readonly id: string;
  readonly index: number;
  readonly decision: "skip" | "run" | "resume" | "blocked";
  readonly reason: Reason;
  readonly detail: string;
  readonly state: ShardState;
  readonly checkpoint: string;
  readonly inputs: readonly string[];
  /** The run that has started it; absent where none has, and where that one has said how it ended. */
  readonly owner?: OwnerAnswer;
}

export interface PlanAnswer extends Counts {
  readonly shards: readonly ShardAnswer[];
}

interface Decided {
  readonly kind: ShardAnswer["decision"];
  readonly reason: Reason;
  readonly detail: string;
  readonly inProgress: boolean;
  readonly state: ShardState;
  readonly owner?: OwnerAnswer;
  readonly task: {
    readonly shard: {
      readonly id: string;
      readonly index: number;
      readonly checkpoint: string;
      readonly inputs: readonly { readonly path: string }[];
    };
  };
}

/** The answer of `plan` and `status`. */
export function answerPlan(verdicts: readonly Decided[]): PlanAnswer {
  return { ...countVerdicts(verdicts), shards: verdicts.map(answerShard) };
}

function answerShard({ kind, reason, detail, state, task, owner }: Decided): ShardAnswer {
  const { id, index, checkpoint, inputs } = task.shard;
  return {
    id,
    index,
    decision: kind,
    reason,
    detail,
    state,
    checkpoint,
    inputs: inputs.map(({ path }) => path).filter((path) => path !== ""),
    ...(owner !== undefined && { owner }),
  };
}

/** One shard of a run, as `--json` prints it. */
export interface ResultAnswer {
  readonly id: string;
  readonly decision: ShardAnswer["decision"];
  readonly reason: Reason;
  readonly outcome: "done" | "skipped" | "failed" | "stopped";
  readonly exitCode: number | null;
  readonly seconds: number;
  readonly attempts: number;
  /** Of one that is skipped, the time that its command once took. */
  readonly secondsSaved?: number;
  /** Its last start told the command to go on from parts. Absent where nothing was started. */
  readonly resumed?: boolean;
  readonly why?: string;
  /** Its checkpoint stays, and another run would set it aside: `why` names the command that marks it. */
  readonly stays?: true;
  readonly logPath?: string;
  /** The last lines of its log, masked, of one that failed; of the first hundred of a run. */
  readonly logTail?: string;
  /** Of one that is done and not in the store, why it was not saved. */
  readonly unsaved?: string;
}

/** The answer of `run`. */
export interface RunAnswer {
  readonly total: number;
  readonly skipped: number;
  readonly resumed: number;
  readonly ran: number;
  readonly failed: number;
  readonly remaining: number;
  readonly inProgress: number;
  readonly blocked: number;
  /** The number of shards in each state, now that the run is over. */
  readonly states: StateCounts;
  /** Every shard is done, and in the store where the results are handed over. */
  readonly allDone: boolean;
  readonly saved: number;
  /** Shards that are done and not in the store; 0 without a store. */
  readonly unsaved: number;
  readonly secondsSaved: number;
  readonly shards: readonly ResultAnswer[];
}

/** What the results of a run do not say. */
interface RunFacts {
  readonly saved: number;
  readonly secondsSaved: number;
  readonly inProgress: number;
  readonly states: StateCounts;
  readonly unsaved: readonly Unsaved[];
  /** Do other jobs take the results from the store? */
  readonly handsOver: boolean;
}

/** The counts of a run from its results. `ran` are the shards that this run finished; a blocked shard is stopped. */
export function answerRun(results: readonly ResultAnswer[], more: RunFacts): RunAnswer {
  const unsaved = new Map(more.unsaved.map(({ id, why }) => [id, why]));
  const of = (test: (result: ResultAnswer) => boolean): number => results.filter(test).length;
  const isOver = ({ outcome }: ResultAnswer): boolean =>
    outcome === "done" || outcome === "skipped";
  const blocked = of(({ decision }) => decision === "blocked");
  const remaining = of((result) => !isOver(result) && result.decision !== "blocked");
  return {
    total: results.length,
    skipped: of(({ outcome }) => outcome === "skipped"),
    resumed: of(({ outcome, resumed }) => outcome === "done" && resumed === true),
    ran: of(({ outcome }) => outcome === "done"),
    failed: of(({ outcome }) => outcome === "failed"),
    remaining,
    inProgress: more.inProgress,
    blocked,
    states: more.states,
    allDone: results.every(isOver) && !(more.handsOver && unsaved.size > 0),
    saved: more.saved,
    unsaved: unsaved.size,
    secondsSaved: Math.round(more.secondsSaved * 10) / 10,
    shards: results.map((result) => {
      const why = unsaved.get(result.id);
      return why === undefined ? result : { ...result, unsaved: why };
    }),
  };
}

/** The answer of `mark`, `unmark` and `adopt`. */
export interface MarkAnswer {
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
  readonly refused: readonly { readonly id: string; readonly why: string }[];
}

/** One shard of a collect, as `--json` prints it. */
export interface CollectedShard {
  readonly id: string;
  readonly checkpoint: string;
  /** `in-store`: done, and not brought, since `fetch` is none. */
  readonly outcome: "here" | "brought" | "in-store" | "missing";
  readonly reason: Reason;
  /** Of one that is missing, where the reason does not say it all. */
  readonly why?: string;
}

/** The answer of `collect`. */
export interface CollectAnswer {
  readonly total: number;
  readonly done: number;
  readonly brought: number;
  readonly missingCount: number;
  readonly missingIds: readonly string[];
  readonly complete: boolean;
  readonly shards: readonly CollectedShard[];
}

export function answerCollect(shards: readonly CollectedShard[]): CollectAnswer {
  const missing = shards.filter(({ outcome }) => outcome === "missing");
  return {
    total: shards.length,
    done: shards.length - missing.length,
    brought: shards.filter(({ outcome }) => outcome === "brought").length,
    missingCount: missing.length,
    missingIds: missing.map(({ id }) => id),
    complete: missing.length === 0,
    shards,
  };
}

/** One shard of a restore. */
export interface RestoredShard {
  readonly id: string;
  readonly decision: ShardAnswer["decision"];
  readonly reason: Reason;
  /** `started`: its start record is written, and it is for the steps that follow. */
  readonly outcome: "done" | "started" | "blocked" | "failed";
  readonly why?: string;
}

/** The answer of `restore`. */
export interface RestoreAnswer {
  readonly total: number;
  readonly done: number;
  /** Not done and not blocked. */
  readonly remaining: number;
  readonly started: number;
  readonly blocked: number;
  readonly shards: readonly RestoredShard[];
}

export function answerRestore(shards: readonly RestoredShard[]): RestoreAnswer {
  const of = (wanted: RestoredShard["outcome"]): number =>
    shards.filter(({ outcome }) => outcome === wanted).length;
  return {
    total: shards.length,
    done: of("done"),
    remaining: of("started") + of("failed"),
    started: of("started"),
    blocked: of("blocked"),
    shards,
  };
}

/** The answer of `save`. */
export interface SaveAnswer {
  readonly total: number;
  /** Shards that this call has marked. */
  readonly committed: readonly string[];
  /** Started in this job, and not marked. */
  readonly uncommitted: readonly { readonly id: string; readonly why: string }[];
  /** Entries that the store took. */
  readonly saved: number;
  readonly unsaved: readonly { readonly id: string; readonly why: string }[];
  /** Not done and not blocked. */
  readonly remaining: number;
  readonly blocked: number;
}
