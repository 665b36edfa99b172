import { inParallel } from "../core/parallel.ts";
import type { Unsaved } from "../core/unsaved.ts";
import type { Hand } from "../run/commit.ts";
import { leaseFolder } from "../run/lease.ts";
import { thisProcess } from "../run/processes.ts";
import { saveShard } from "../run/save-shard.ts";
import { inOneHand, leaseShard } from "../run/shard-lease.ts";
import { startTimer, type Timer } from "../run/timer.ts";
import type { Verdict } from "../survey/survey.ts";
import type { Invocation } from "./invocation.ts";
import type { Job } from "./open.ts";

/** How saving what an earlier step or run could not save has gone. */
export interface SavedLate {
  readonly saved: number;
  readonly bytes: number;
  readonly unsaved: readonly Unsaved[];
}

/** The end of the time for saves; it may be moved as long as it is not over. */
export interface Deadline {
  readonly isOver: () => boolean;
  /** Settles when it is over. */
  readonly over: Promise<void>;
  /** Milliseconds since 1970. */
  readonly setTo: (untilMs: number) => void;
  /** Nothing waits for it any more. */
  readonly release: () => void;
}

/** What is said of what the deadline cut off. */
export const OVER = "the time for it is over";

/** Few, so that at the deadline little is half-way. */
export const AT_ONCE = 4;

/**
 * Saves every shard that is done here and not yet in the store, smallest first, as long as the deadline is not
 * over: a cancel or a crash may have come between a marker and its save. A save under way then is left to itself.
 */
export async function saveUnsaved(
  invocation: Invocation,
  hand: Hand,
  job: Pick<Job, "store" | "verdicts">,
  deadline: Deadline,
): Promise<SavedLate> {
  const over = deadline.over.then(() => OVER);
  const unsaved: Unsaved[] = [];
  let saved = 0;
  let bytes = 0;
  await inParallel(smallestFirst(job), AT_ONCE, async (verdict) => {
    const why = deadline.isOver()
      ? OVER
      : await Promise.race([saveOne(invocation, hand, { job, verdict }), over]);
    if (why === undefined) {
      saved += 1;
      bytes += sizeOf(verdict);
    } else unsaved.push({ id: verdict.task.shard.id, why });
  });
  return { saved, bytes, unsaved };
}

export function openDeadline(
  { now }: Pick<Invocation, "now">,
  untilMs = Number.POSITIVE_INFINITY,
): Deadline {
  let endMs = untilMs;
  let timer: Timer | undefined;
  let end: () => void = () => undefined;
  const over = new Promise<void>((settle) => {
    end = settle;
  });
  const setTo = (ms: number): void => {
    endMs = ms;
    timer?.stop();
    const left = endMs - now();
    if (left <= 0) end();
    else if (left < Number.POSITIVE_INFINITY) timer = startTimer(left, end);
  };
  setTo(untilMs);
  return { over, isOver: () => now() >= endMs, setTo, release: () => timer?.stop() };
}

function smallestFirst({ store, verdicts }: Pick<Job, "store" | "verdicts">): readonly Verdict[] {
  if (store.kind === "none") return [];
  const done = verdicts.filter(({ reason, entry }) => reason === "done" && entry === undefined);
  return done.toSorted((a, b) => sizeOf(a) - sizeOf(b));
}

function sizeOf({ observed }: Verdict): number {
  return observed.full?.checkpoint.sizeBytes ?? 0;
}

/** The reason why a shard was not saved; `undefined` for one that was. */
async function saveOne(
  { home, env }: Invocation,
  hand: Hand,
  { job, verdict }: { readonly job: Pick<Job, "store">; readonly verdict: Verdict },
): Promise<string | undefined> {
  const { task, observed } = verdict;
  const { full } = observed;
  if (full === undefined || task.wanted === undefined) return "it has no full marker";
  const lease = leaseShard(leaseFolder(env), task, thisProcess());
  const saved = await inOneHand(lease, () =>
    saveShard({ hand, home, store: job.store }, task, full),
  );
  if (saved.kind === "held") return `a run (pid ${saved.by.pid}) has it in hand`;
  return saved.result?.kind === "unavailable" ? saved.result.cause : undefined;
}
