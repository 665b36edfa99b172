import { REASON_ROWS } from "../../core/decide/reasons.ts";
import { JobFollower } from "./follow-job.ts";
import type { LoggedEvent } from "./logged-event.ts";
import {
  SHARD_ENDS,
  type AttemptReport,
  type DecisionReport,
  type JobReport,
  type Report,
  type ShardEnd,
  type ShardReport,
  type SlotReport,
  type Sums,
} from "./model.ts";
import { slotsOf } from "./slots.ts";

export interface ReportBuilder {
  /** Adds a job, by a name for people (blank: that of its machine). Its events go to what is given, in their order. */
  readonly addJob: (name: string) => (event: LoggedEvent) => void;
  /** The report of all events so far. */
  readonly report: () => Report;
}

/** Makes a report of the event logs of one job or several. */
export function createReport(): ReportBuilder {
  const followers: JobFollower[] = [];
  return {
    addJob: (name) => {
      const follower = new JobFollower(followers.length, name);
      followers.push(follower);
      return follower.take;
    },
    report: () => reportOf(followers),
  };
}

function reportOf(followers: readonly JobFollower[]): Report {
  const jobs = followers.map((follower) => follower.job());
  const attempts = followers
    .flatMap((follower) => follower.attempts())
    .toSorted((a, b) => a.startMs - b.startMs);
  const shards = newestOf(followers, jobs);
  const slots = slotsOf(attempts, jobs);
  const ends = countEnds(shards);
  const unreached = sum(jobs, (job) => job.unreached);
  return {
    jobs,
    shards,
    attempts,
    slots,
    decisions: decisionsOf(followers, shards),
    ends,
    total: shards.length + unreached,
    unreached,
    sums: sumsOf(followers, { jobs, shards, attempts, slots }),
  };
}

/** A shard of several jobs is what the last one says; that it was skipped there says only that it was done before. */
function newestOf(
  followers: readonly JobFollower[],
  jobs: readonly JobReport[],
): readonly ShardReport[] {
  const lastFirst = followers
    .map((follower, place) => ({ follower, lastMs: jobs[place]?.lastMs ?? 0 }))
    .toSorted((a, b) => a.lastMs - b.lastMs);
  const shards = new Map<string, ShardReport>();
  for (const { follower } of lastFirst)
    for (const shard of follower.shards())
      if (shard.end !== "skipped" || shards.get(shard.id)?.end !== "done")
        shards.set(shard.id, shard);
  return [...shards.values()];
}

function countEnds(shards: readonly ShardReport[]): Readonly<Record<ShardEnd, number>> {
  const [failed, blocked, stopped, unfinished, done, skipped] = SHARD_ENDS.map(
    (wanted) => shards.filter(({ end }) => end === wanted).length,
  );
  return {
    failed: failed ?? 0,
    blocked: blocked ?? 0,
    stopped: stopped ?? 0,
    unfinished: unfinished ?? 0,
    done: done ?? 0,
    skipped: skipped ?? 0,
  };
}

function decisionsOf(
  followers: readonly JobFollower[],
  shards: readonly ShardReport[],
): readonly DecisionReport[] {
  const counts = new Map<string, number>();
  for (const follower of followers)
    for (const [reason, amount] of follower.reasons())
      counts.set(reason, (counts.get(reason) ?? 0) + amount);
  const kinds = new Map<string, Set<string>>(
    REASON_ROWS.map(({ reason, kind }) => [reason, new Set([kind])]),
  );
  for (const { reason, decision } of shards)
    if (decision === "resume") kinds.get(reason)?.add(decision);
  return [...counts]
    .map(([reason, amount]) => {
      const decision = [...(kinds.get(reason) ?? [])].join(", ");
      return { decision, reason, shards: amount };
    })
    .toSorted((a, b) => b.shards - a.shards);
}

interface Added {
  readonly jobs: readonly JobReport[];
  readonly shards: readonly ShardReport[];
  readonly attempts: readonly AttemptReport[];
  readonly slots: readonly SlotReport[];
}

function sumsOf(followers: readonly JobFollower[], { jobs, shards, attempts, slots }: Added): Sums {
  const bytes = followers.map((follower) => follower.bytes());
  const isDone = ({ outcome }: AttemptReport): boolean => outcome === "done";
  const secondsOf = ({ seconds }: AttemptReport): number => seconds;
  return {
    elapsedSeconds: elapsedMs(jobs) / 1000,
    computedSeconds: sum(attempts.filter(isDone), secondsOf),
    skippedSeconds: sum(shards, ({ secondsSaved }) => secondsSaved ?? 0),
    lostSeconds: sum(
      attempts.filter((attempt) => !isDone(attempt)),
      secondsOf,
    ),
    idleSeconds: sum(slots, ({ idleSeconds }) => idleSeconds),
    madeBytes: sum(bytes, ({ made }) => made),
    savedBytes: sum(bytes, ({ saved }) => saved),
    savedEntries: sum(bytes, ({ entries }) => entries),
  };
}

function elapsedMs(jobs: readonly JobReport[]): number {
  const began = jobs.reduce((least, { beganMs }) => Math.min(least, beganMs), Infinity);
  const last = jobs.reduce((most, { lastMs }) => Math.max(most, lastMs), -Infinity);
  return jobs.length === 0 ? 0 : last - began;
}

function sum<T>(list: readonly T[], value: (one: T) => number): number {
  return list.reduce((total, one) => total + value(one), 0);
}
