import { inParallel } from "../core/text/parallel.ts";
import type { Unsaved } from "../core/model/unsaved.ts";
import type { Writer } from "../protocol/writer.ts";
import { thisProcess } from "../machine/processes.ts";
import { saveShard } from "../run/save-shard.ts";
import { whileClaimed, claimShard } from "../protocol/claims.ts";
import { startTimer, type Timer } from "../machine/timer.ts";
import { fullMarker } from "../core/decide/facts.ts";
import type { Verdict } from "../checkpoint/survey.ts";
import type { Invocation } from "./invocation.ts";
import type { Job } from "./open.ts";
import { openOwnership, type Ownership } from "./open-ownership.ts";

/** The result of saving what an earlier step or run could not save. */
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

/** The cause that is given for saves that the deadline cut off. */
export const OVER = "the time for it is over";

/** Few, so that at the deadline little is half-way. */
export const AT_ONCE = 4;

/**
 * Saves every shard that is done here and not yet in the store, smallest first, as long as the deadline is not
 * over: a cancel or a crash may have come between a marker and its save. A save under way then is left to itself.
 */
export async function saveUnsaved(
  invocation: Invocation,
  writer: Writer,
  job: Pick<Job, "store" | "verdicts">,
  deadline: Deadline,
): Promise<SavedLate> {
  const over = deadline.over.then(() => OVER);
  const unsaved: Unsaved[] = [];
  let saved = 0;
  let bytes = 0;
  const verdicts = smallestFirst(job);
  if (verdicts.length === 0) return { saved, bytes, unsaved };
  const ownership = openOwnership(invocation, thisProcess());
  await inParallel(verdicts, AT_ONCE, async (verdict) => {
    const why = deadline.isOver()
      ? OVER
      : await Promise.race([saveOne(invocation, writer, { job, verdict, ownership }), over]);
    if (why === undefined) {
      saved += 1;
      bytes += sizeOf(verdict);
    } else unsaved.push({ id: verdict.task.shard.id, why });
  });
  await ownership.close();
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

/** Is the shard done on this disk, and not in the store as far as that is known, or only as an older owner's result? */
function isUnsaved({ kind, reason, entry, facts }: Verdict): boolean {
  if (kind !== "skip" || reason === "done-in-store") return false;
  if (entry === undefined) return true;
  const { fence } = fullMarker(facts) ?? {};
  return fence !== undefined && fence > (entry.fence ?? -1);
}

function smallestFirst({ store, verdicts }: Pick<Job, "store" | "verdicts">): readonly Verdict[] {
  if (store.kind === "none") return [];
  const done = verdicts.filter(isUnsaved);
  return done.toSorted((a, b) => sizeOf(a) - sizeOf(b));
}

function sizeOf({ facts }: Verdict): number {
  return fullMarker(facts)?.checkpoint.sizeBytes ?? 0;
}

interface Saving {
  readonly job: Pick<Job, "store">;
  readonly verdict: Verdict;
  readonly ownership: Ownership;
}

/** The reason why a shard was not saved; `undefined` for one that was. */
async function saveOne(
  { home }: Invocation,
  writer: Writer,
  { job, verdict, ownership }: Saving,
): Promise<string | undefined> {
  const { task, facts } = verdict;
  const { leases, owners } = ownership;
  const full = fullMarker(facts);
  if (full === undefined || task.wanted === undefined) return "it has no full marker";
  const saved = await whileClaimed(claimShard(leases, task), () =>
    saveShard({ writer, home, store: job.store }, task, full),
  );
  if (saved.kind === "held") return `a run (${owners.nameOf(saved.owner)}) is working on it`;
  return saved.result?.kind === "unavailable" ? saved.result.cause : undefined;
}
