import { rmSync } from "node:fs";
import type { SaveAnswer } from "../core/answers.ts";
import { PARTS } from "../core/fingerprint.ts";
import { EXIT, describe } from "../core/problem.ts";
import { unsavedWorkLines } from "../core/unsaved.ts";
import type { StartRecord } from "../core/start-record.ts";
import type { Hand } from "../run/commit.ts";
import { finish } from "../run/commit.ts";
import { createLedger } from "../run/ledger.ts";
import type { InHand } from "../run/conclude.ts";
import { openLog } from "../run/command.ts";
import { testify, type Examined } from "../run/per-shard.ts";
import { leaseFolder } from "../run/lease.ts";
import { thisProcess } from "../run/processes.ts";
import type { Session, Slot } from "../run/session.ts";
import { createStop } from "../run/stop.ts";
import { survey, type Verdict } from "../survey/survey.ts";
import { handOf } from "./hand.ts";
import type { Invocation } from "./invocation.ts";
import { openJob, type Job } from "./open.ts";
import { readRestored } from "./own-files.ts";
import type { Answered } from "./plan.ts";
import { isToRun, settleFolders, settleSkipped, sweepHere } from "./prepare.ts";
import { openSession } from "./run.ts";
import { openDeadline, saveUnsaved } from "./save.ts";
import { saveWork } from "./save-work.ts";

/**
 * Marks what the steps since `restore` have finished, and saves to the store whatever is done and not there yet. A
 * store's trouble fails nothing: what is marked is done.
 */
export async function saveSteps(invocation: Invocation): Promise<Answered<SaveAnswer>> {
  const job = await openJob(invocation, { runs: false });
  const hand = handOf(invocation, thisProcess());
  await sweepHere(invocation, hand, job.verdicts);
  await settleFolders(hand, job.verdicts);
  await settleSkipped(invocation, hand, job);
  const runTag = readRestored(invocation, job);
  if (runTag === undefined)
    invocation.reporter.warn(
      "No restore step of this job was found before this one: nothing is marked, and what is done is saved.",
    );
  const ours = job.verdicts.filter(
    ({ observed, reason }) =>
      runTag !== undefined && observed.startRecord?.runTag === runTag && reason !== "done",
  );
  const committed = await commitAll(invocation, hand, {
    job,
    verdicts: ours,
    runTag: runTag ?? "",
  });
  // What was adopted or marked is decided anew: it is saved from its full marker.
  const verdicts = await survey(job.context, job.tasks);
  const { store } = job;
  const deadline = openDeadline(invocation);
  const late = await saveUnsaved(invocation, hand, { store, verdicts }, deadline);
  const begun = verdicts.filter(({ kind, observed }) => kind !== "skip" && observed.started);
  const work = await saveWork(invocation, { store, verdicts: begun }, deadline);
  deadline.release();
  for (const line of unsavedWorkLines(work.unsaved, store.label)) invocation.reporter.warn(line);
  const blocked = verdicts.filter(({ kind }) => kind === "blocked").length;
  const answer = {
    total: verdicts.length,
    ...committed,
    saved: late.saved,
    unsaved: late.unsaved,
    remaining: verdicts.filter(isToRun).length,
    blocked,
  };
  return { answer, job, exitCode: blocked > 0 ? EXIT.checkpoint : EXIT.done };
}

type Committed = Pick<SaveAnswer, "committed" | "uncommitted">;

/** The steps have used whatever GPUs they wanted. */
const SLOT: Slot = { name: "steps", visible: undefined, gpu: undefined, keepFor: () => undefined };

async function commitAll(
  invocation: Invocation,
  hand: Hand,
  {
    job,
    verdicts,
    runTag,
  }: { readonly job: Job; readonly verdicts: readonly Verdict[]; readonly runTag: string },
): Promise<Committed> {
  const committed: string[] = [];
  const uncommitted: { id: string; why: string }[] = [];
  if (verdicts.length === 0) return { committed, uncommitted };
  const work = {
    job,
    hand,
    ledger: createLedger(() => undefined),
    owner: thisProcess(),
    runTag,
    todo: [],
  };
  const session = openSession(
    invocation,
    { stop: createStop() },
    { work, leases: leaseFolder(invocation.env), width: 1 },
  );
  try {
    let lastMs = 0;
    for (const { verdict, finishedMs } of byTime(hand, verdicts)) {
      const { id } = verdict.task.shard;
      const why = await commitOne(session, verdict, { finishedMs, lastMs });
      if (why === undefined) committed.push(id);
      else uncommitted.push({ id, why });
      if (why === undefined) lastMs = finishedMs;
    }
  } finally {
    session.watch.close();
    rmSync(session.scratch, { recursive: true, force: true });
  }
  return { committed, uncommitted };
}

interface Timed {
  readonly verdict: Verdict;
  /** When its `.done` was made, or its checkpoint; milliseconds since 1970. */
  readonly finishedMs: number;
}

function byTime({ disk }: Hand, verdicts: readonly Verdict[]): readonly Timed[] {
  const timed = verdicts.map((verdict): Timed => {
    const { marker, checkpoint } = verdict.task.places;
    const stat = disk.stat(marker) ?? disk.stat(checkpoint);
    return { verdict, finishedMs: stat === undefined ? 0 : Number(stat.mtimeNs) / 1e6 };
  });
  return timed.toSorted((a, b) => a.finishedMs - b.finishedMs);
}

/** Marks one shard; the reason why it was not, where it was not. Shards follow one another: each took the time since the last. */
async function commitOne(
  session: Session,
  verdict: Verdict,
  { finishedMs, lastMs }: { readonly finishedMs: number; readonly lastMs: number },
): Promise<string | undefined> {
  const { task, observed } = verdict;
  const record = observed.startRecord;
  if (record === undefined) return "its start record is gone";
  const refused = whyNot(session, verdict, record);
  if (refused !== undefined) return refused;
  const startedAtMs = Math.max(Date.parse(record.startedAt) || finishedMs, lastMs);
  try {
    const inHand = {
      verdict,
      started: { task, record, startedAtMs },
      attempts: 1,
      slot: SLOT,
      logPath: "",
    };
    const end = await examine(session, inHand);
    if (end.kind === "bad") return end.why;
    await finish(session.hand, task, {
      said: end.said,
      seconds: Math.max(0, finishedMs - startedAtMs) / 1000,
      finishedAt: new Date(session.now()).toISOString(),
      by: session.by,
    });
    return undefined;
  } catch (error) {
    return describe(error);
  }
}

/** What `check` prints goes to a log, as in a run. */
async function examine(session: Session, inHand: InHand): Promise<Examined> {
  if (session.check === undefined) return testify(session, inHand, UNUSED);
  const log = openLog(session, inHand.started);
  const end = await testify(session, inHand, log);
  await log.close();
  return end;
}

const UNUSED = { take: () => undefined, ready: () => undefined };

function whyNot(
  { hand, definition }: Session,
  { task }: Verdict,
  record: StartRecord,
): string | undefined {
  const changed = PARTS.find((part) => {
    const now = task.fingerprint[part];
    const then = record.fingerprint[part];
    return "digest" in now && then !== undefined && then !== now.digest;
  });
  if (changed !== undefined) return `its ${changed} changed since it was restored`;
  if (definition.finished === "sound" || hand.disk.exists(task.places.marker)) return undefined;
  return hand.disk.exists(task.places.checkpoint)
    ? "its steps have made no .done (`finished: sound` takes every sound checkpoint)"
    : "it has no checkpoint";
}
