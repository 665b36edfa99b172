import type { SaveAnswer } from "../core/answers/answers.ts";
import { PARTS } from "../core/model/fingerprint.ts";
import { EXIT, messageOf } from "../core/text/problem.ts";
import { quote } from "../core/text/text.ts";
import { readFailureReport } from "../protocol/failure-report.ts";
import { unsavedWorkLines } from "../ui/render/unsaved-lines.ts";
import type { Writer } from "../protocol/writer.ts";
import { finishLooked } from "../run/finish-looked.ts";
import { openAttemptLog } from "../run/attempt/command.ts";
import { verifyAttempt, type Verification, type Verified } from "../run/attempt/verify.ts";
import type { Emit } from "../run/events.ts";
import type { Definition } from "../core/definition/fields.ts";
import { openCommands } from "../job/open-commands.ts";
import { thisProcess } from "../machine/processes.ts";
import type { Commands, Slot, StartedShard } from "../run/parts.ts";
import { createStop } from "../run/schedule/stop.ts";
import { survey, type Verdict } from "../checkpoint/survey.ts";
import { writerOf } from "../job/writer.ts";
import type { Invocation } from "../job/invocation.ts";
import { checkHandOver, handsOver } from "../job/hand-over.ts";
import { openJob, type Job } from "../job/open.ts";
import { readRestored } from "../job/own-files.ts";
import type { Answered } from "../job/answered.ts";
import { reconcileFolders, sweepHere } from "../job/reconcile/folders.ts";
import { reconcileSkipped } from "../job/reconcile/skipped.ts";
import { isToRun } from "../job/reconcile/to-run.ts";
import { saveRest } from "../job/save-again.ts";
import { openDeadline, saveUnsaved, type Deadline, type SavedLate } from "../job/save-late.ts";
import { saveWork } from "../job/save-work.ts";

/**
 * Marks what the steps since `restore` have finished, and saves to the store whatever is done and not there yet. What is
 * marked is done, whatever the store does; where other jobs take the results from it, the step fails all the same.
 */
export async function saveSteps(invocation: Invocation): Promise<Answered<SaveAnswer>> {
  const job = await openJob(invocation, { runs: false, isPart: true });
  const writer = writerOf(invocation, thisProcess(), job.definition);
  await sweepHere(invocation, writer, job.verdicts);
  await reconcileFolders(writer, job.verdicts);
  await reconcileSkipped(invocation, writer, job);
  const runTags = readRestored(invocation, job);
  if (runTags.length === 0)
    invocation.reporter.warn(
      "No restore step of this job was found before this one: nothing is marked, and what is done is saved.",
    );
  const ours = job.verdicts.filter(
    ({ facts, reason }) =>
      facts.startRecord !== undefined &&
      runTags.includes(facts.startRecord.runTag) &&
      reason !== "done",
  );
  const committed = await commitAll(invocation, writer, {
    job,
    verdicts: ours,
    runTag: runTags.at(-1) ?? "",
  });
  // Shards that were adopted or marked are decided again: they are saved from their full markers.
  const verdicts = await survey(job.context, job.tasks);
  const late = await saveAll(invocation, writer, { job, verdicts });
  const blocked = verdicts.filter(({ kind }) => kind === "blocked").length;
  const answer = {
    total: verdicts.length,
    ...committed,
    saved: late.saved,
    unsaved: late.unsaved,
    remaining: verdicts.filter(isToRun).length,
    blocked,
  };
  checkHandOver(invocation, job);
  const isFault = blocked > 0 || (handsOver(job) && late.unsaved.length > 0);
  return { answer, job, exitCode: isFault ? EXIT.checkpoint : EXIT.done };
}

/** Saves finished shards, then the work of those that were begun. */
async function saveAll(
  invocation: Invocation,
  writer: Writer,
  { job, verdicts }: Pick<Saves, "job" | "verdicts">,
): Promise<SavedLate> {
  const { store } = job;
  const deadline = openDeadline(invocation);
  const late = await saveTwice(invocation, writer, { job, verdicts, deadline });
  const begun = verdicts.filter(({ kind, facts }) => kind !== "skip" && facts.started);
  const work = await saveWork(invocation, { ...job, verdicts: begun }, deadline);
  deadline.release();
  for (const line of unsavedWorkLines(work.unsaved, store.label)) invocation.reporter.warn(line);
  return late;
}

interface Saves {
  readonly job: Job;
  readonly verdicts: readonly Verdict[];
  readonly deadline: Deadline;
}

/** Saves what is done, and tries once more what was not saved: a service may be away for a moment. */
async function saveTwice(
  invocation: Invocation,
  writer: Writer,
  { job, verdicts, deadline }: Saves,
): Promise<SavedLate> {
  const { store } = job;
  const first = await saveUnsaved(invocation, writer, { store, verdicts }, deadline);
  const rest = await saveRest(invocation, writer, { job, unsaved: first.unsaved, deadline });
  return { ...rest, saved: first.saved + rest.saved, bytes: first.bytes + rest.bytes };
}

type Committed = Pick<SaveAnswer, "committed" | "uncommitted">;

/** The steps have used whatever GPUs they wanted. */
const SLOT: Slot = { name: "steps", environment: {}, gpu: undefined, keepFor: () => undefined };

interface Ours {
  readonly job: Job;
  readonly verdicts: readonly Verdict[];
  readonly runTag: string;
}

async function commitAll(
  invocation: Invocation,
  writer: Writer,
  { job, verdicts, runTag }: Ours,
): Promise<Committed> {
  const committed: string[] = [];
  const uncommitted: { id: string; why: string }[] = [];
  if (verdicts.length === 0) return { committed, uncommitted };
  const { commands, removeScratch } = openCommands(invocation, job, {
    writer,
    rules: { runTag, leaveAfterMs: undefined, emit: invocation.reporter.output },
  });
  const verification = verificationOf(invocation, { job, writer, commands });
  try {
    let lastMs = 0;
    for (const timed of byTime(writer, verdicts)) {
      const { id } = timed.verdict.task.shard;
      const why = await commitOne(verification, job, { ...timed, lastMs });
      if (why === undefined) committed.push(id);
      else uncommitted.push({ id, why });
      if (why === undefined) lastMs = timed.finishedMs;
    }
  } finally {
    removeScratch();
  }
  return { committed, uncommitted };
}

function verificationOf(
  { home, now, reporter }: Invocation,
  {
    job,
    writer,
    commands,
  }: { readonly job: Job; readonly writer: Writer; readonly commands: Commands },
): Verification {
  const { definition, fingerprints } = job;
  const emit: Emit = (event) => {
    if (event.kind === "detail") reporter.debug(event.text);
    if (event.kind === "warning") reporter.warn(`[${event.shard ?? ""}] ${event.text}`);
  };
  return {
    writing: { writer, home, definition, now, emit },
    commands,
    state: {
      stop: createStop(),
      told: new Set(),
      changeSince: (task) => fingerprints.changeSince(task.shard, task.fingerprint),
    },
  };
}

interface Timed {
  readonly verdict: Verdict;
  /** When its `.done` was made, or its checkpoint; milliseconds since 1970. */
  readonly finishedMs: number;
}

function byTime({ disk }: Writer, verdicts: readonly Verdict[]): readonly Timed[] {
  const timed = verdicts.map((verdict): Timed => {
    const { marker, checkpoint } = verdict.task.paths;
    const stat = disk.stat(marker) ?? disk.stat(checkpoint);
    return { verdict, finishedMs: stat === undefined ? 0 : Number(stat.mtimeNs) / 1e6 };
  });
  return timed.toSorted((a, b) => a.finishedMs - b.finishedMs);
}

/** Marks one shard. Gives the reason where it was not marked. Shards follow one another: each took the time since the last. */
async function commitOne(
  verification: Verification,
  { by, definition }: Job,
  { verdict, finishedMs, lastMs }: Timed & { readonly lastMs: number },
): Promise<string | undefined> {
  const { task, facts } = verdict;
  const record = facts.startRecord;
  if (record === undefined) return "its start record is gone";
  const { writer, now } = verification.writing;
  const refused = whyNot(writer, definition, { task, record });
  if (refused !== undefined) return refused;
  const startedAtMs = Math.max(Date.parse(record.startedAt) || finishedMs, lastMs);
  try {
    const verified = await verifyLogged(verification, { task, record });
    if (verified.kind === "bad") return verified.trouble.why;
    await finishLooked(verification.writing, task, {
      looked: verified.looked,
      start: record,
      seconds: Math.max(0, finishedMs - startedAtMs) / 1000,
      finishedAt: new Date(now()).toISOString(),
      by,
    });
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}

/** The output of `check` goes to a log, as in a run. */
async function verifyLogged(verification: Verification, started: StartedShard): Promise<Verified> {
  const { commands } = verification;
  const attempt = { started, slot: SLOT };
  if (commands.check === undefined) return verifyAttempt(verification, attempt, UNUSED);
  const log = openAttemptLog(commands, started);
  const verified = await verifyAttempt(verification, attempt, log);
  await log.close();
  return verified;
}

const UNUSED = { take: () => undefined, ready: () => undefined };

function whyNot(
  { disk }: Writer,
  { finished }: Pick<Definition, "finished">,
  { task, record }: StartedShard,
): string | undefined {
  const changed = PARTS.find((part) => {
    const now = task.fingerprint[part];
    const then = record.fingerprint[part];
    return "digest" in now && then !== undefined && then !== now.digest;
  });
  if (changed !== undefined) return `its ${changed} changed since it was restored`;
  const reported = readFailureReport(disk, task.paths);
  if (reported !== undefined) return `its steps reported a failure: ${quote(reported)}`;
  if (finished === "sound" || disk.exists(task.paths.marker)) return undefined;
  return disk.exists(task.paths.checkpoint)
    ? "its steps have made no .done (`finished: sound` takes every sound checkpoint)"
    : "it has no checkpoint";
}
