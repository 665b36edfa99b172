import { EXIT, UserError } from "../../core/text/problem.ts";
import type { StaleResults } from "../../core/answers/stale.ts";
import type { RunAnswer } from "../../core/answers/answers.ts";
import { survey, type Verdict } from "../../checkpoint/survey.ts";
import { unbroughtLines } from "../../ui/render/unsaved-lines.ts";
import { acceptCommand, againCommand, type AgainCommand } from "../../job/again-command.ts";
import { tellLastFailed } from "../../job/bad-checkpoints.ts";
import type { Invocation } from "../../job/invocation.ts";
import { forgetForced, noteForced } from "../../job/forced.ts";
import { checkHandOver, handsOver } from "../../job/hand-over.ts";
import { openJob, type Job } from "../../job/open.ts";
import { sweepHere } from "../../job/reconcile/folders.ts";
import { reconcile, type Reconciled } from "../../job/reconcile/reconcile.ts";
import { failedBefore, openFailureNotes, type FailureNotes } from "../../job/failures.ts";
import { staleResults } from "../../job/stale.ts";
import { isToRun, toRun } from "../../job/reconcile/to-run.ts";
import { saveAgain, type Saving } from "../../job/save-again.ts";
import { openDeadline, saveUnsaved } from "../../job/save-late.ts";
import { writerOf } from "../../job/writer.ts";
import { checkProgram } from "../../machine/program.ts";
import { thisProcess } from "../../machine/processes.ts";
import { endLeftovers } from "../../protocol/leftovers.ts";
import type { Writer } from "../../protocol/writer.ts";
import { eventReporter } from "../../run/event-reporter.ts";
import { eventStream, type Emit, type Listener, type RunEvent } from "../../run/events.ts";
import { signalled } from "../../run/schedule/exit-deadline.ts";
import type { Stop } from "../../run/schedule/stop.ts";
import type { Identity } from "../../run/parts.ts";
import { createResults, type Results } from "../../run/results.ts";
import { stopAfterFailures } from "../../run/stop-after-failures.ts";
import type { Answered } from "../../job/answered.ts";
import { answerOf, exitOf } from "./run-end.ts";
import { leftResult, runShards, skippedResult } from "./run-shards.ts";

export interface RunOptions {
  readonly stop: Stop;
  /** A signal leaves this much time; commands that need longer are left to a later step. */
  readonly leaveAfterMs?: number;
  /** A promise while too much of the job's log waits to be read, which settles when it is read. */
  readonly outputReady?: () => Promise<void> | undefined;
  /** Asks a person whether finished results are to be made again; nobody is asked where it is absent. */
  readonly mayGoOn?: (stale: StaleResults) => Promise<boolean>;
  /** The listeners of the run's events. */
  readonly listeners?: readonly Listener[];
}

export interface Ran extends Answered<RunAnswer> {
  readonly results: Results;
  readonly retry: AgainCommand;
}

/** The longest time that a run which has ended goes on saving: a GPU is paid for meanwhile. */
const SAVES_AT_END_MS = 240_000;

/** Decides, runs what remains, marks and saves each finished shard. Run again, it runs only what is not done. */
export async function run(given: Invocation, options: RunOptions): Promise<Ran> {
  const { stop } = options;
  const { invocation, emit, job, identity, retry } = await beginRun(given, options);
  const writer = writerOf(invocation, identity.owner, job.definition);
  await endLeftovers(job.verdicts, invocation.reporter);
  await sweepHere(invocation, writer, job.verdicts);
  const { results, failures } = openResults(emit, stop, job);
  await noteForced(invocation, writer, job);
  const { again, back, unbrought } = await reconcileAll(invocation, writer, { job, results, stop });
  const deadline = openDeadline(invocation);
  const late = saveLate(invocation, writer, { job: withBack(job, back), results, deadline });
  const todo = await inOrder(job, again, failures);
  if (todo.length > 0)
    await runShards(invocation, options, { job, writer, results, identity, todo, emit });
  deadline.setTo(invocation.now() + SAVES_AT_END_MS);
  const saves = late.then(() => saveAgain(invocation, writer, { job, results, deadline }));
  const notes = rememberFailures(emit, job.store, failures);
  await Promise.race([Promise.all([saves, notes]), signalled(stop)]);
  deadline.release();
  for (const text of unbroughtLines(unbrought, job.store.label)) emit({ kind: "fault", text });
  const answer = await answerOf(invocation, job, results);
  await forgetForced(invocation, writer, job);
  const exitCode = exitOf(answer, stop.cause(), {
    isUnbrought: unbrought.length > 0,
    isUnsaved: tellUnsaved(emit, job, results),
  });
  emit({ kind: "ended", answer, exitCode });
  return { answer, job, results, retry, exitCode };
}

interface Begun {
  /** What it reports is an event of the run. */
  readonly invocation: Invocation;
  readonly emit: Emit;
  readonly job: Job;
  readonly identity: Identity;
  readonly retry: AgainCommand;
}

/** Decides for every shard, and tells of it. Starts nothing. */
async function beginRun(given: Invocation, options: RunOptions): Promise<Begun> {
  checkPlatform();
  const { listeners = [], mayGoOn } = options;
  const emit = eventStream(given.now, listeners);
  const invocation = { ...given, reporter: eventReporter(emit, given.reporter.mask) };
  const job = await openJob(invocation, { runs: true, isPart: true });
  checkHandOver(invocation, job);
  checkProgram({ ...invocation, ...job.definition });
  tellLastFailed(invocation);
  const newToken = (): string => invocation.randomHex(8);
  const identity = { runTag: newToken(), owner: thisProcess(), by: job.by, newToken };
  const { runTag, owner, by } = identity;
  emit({ kind: "opened", runTag, owner, by });
  const retry = againCommand(invocation, job);
  emit(plannedEvent(job, retry));
  await tellOfStale(invocation, job, { emit, mayGoOn });
  return { invocation, emit, job, identity, retry };
}

/** The shards to run, with those that failed before at the end. */
async function inOrder(
  { store, verdicts }: Job,
  again: readonly Verdict[],
  failures: FailureNotes,
): Promise<readonly Verdict[]> {
  const all = [...verdicts, ...again];
  const failed = await failedBefore(store, all);
  failures.expect(failed);
  return toRun(all, failed);
}

/** A run on another disk does not begin with what failed here. */
async function rememberFailures(
  emit: Emit,
  { label }: Job["store"],
  failures: FailureNotes,
): Promise<void> {
  const trouble = await failures.finish();
  if (trouble === undefined) return;
  const text = `${label} does not remember what failed: ${trouble}`;
  emit({ kind: "note", text });
}

/** @throws {UserError} where commands cannot run. */
function checkPlatform(): void {
  if (process.platform !== "win32") return;
  throw new UserError(["Commands run on Linux and macOS. On Windows, plan and status work."]);
}

interface Kept {
  readonly results: Results;
  readonly failures: FailureNotes;
}

function openResults(emit: Emit, stop: Stop, { definition, store, tasks }: Job): Kept {
  const failures = openFailureNotes(store, tasks);
  const results: Results = createResults((result) => {
    emit({ kind: "result", result });
    failures.note(result);
    stopAfterFailures({ stop, results }, definition);
  });
  stop.onRequest((cause) => emit({ kind: "stopping", cause }));
  return { results, failures };
}

function plannedEvent(job: Job, again: AgainCommand): RunEvent {
  const { verdicts, definition } = job;
  return { kind: "planned", verdicts, definition, again, handsOver: handsOver(job) };
}

interface Telling {
  readonly emit: Emit;
  readonly mayGoOn: RunOptions["mayGoOn"];
}

/** @throws {UserError} where a person wants to keep the results: nothing has been started. */
async function tellOfStale(
  invocation: Invocation,
  job: Job,
  { emit, mayGoOn }: Telling,
): Promise<void> {
  const stale = staleResults(job.verdicts);
  if (stale === undefined) return;
  const keep = acceptCommand(invocation, job);
  emit({ kind: "stale", ...stale, keep });
  if (mayGoOn === undefined || (await mayGoOn(stale))) return;
  throw new UserError(
    [`Nothing was started. To keep the finished results: ${keep}`],
    EXIT.remaining,
  );
}

/** Says which finished shards are not in the store. Does that make the run fail? */
function tellUnsaved(emit: Emit, job: Job, results: Results): boolean {
  const unsaved = results.unsaved();
  if (unsaved.length === 0) return false;
  const isFault = handsOver(job);
  emit({ kind: "unsaved", store: job.store.label, unsaved, isFault });
  return isFault;
}

/** The job with the results that were brought back among its finished shards: what the store lacks of them is saved. */
function withBack(job: Job, back: readonly Verdict[]): Job {
  return { ...job, verdicts: [...job.verdicts, ...back] };
}

interface Reconciling {
  readonly job: Job;
  readonly results: Results;
  readonly stop: Stop;
}

/** Deals with every shard that is not to run. */
async function reconcileAll(
  invocation: Invocation,
  writer: Writer,
  { job, results, stop }: Reconciling,
): Promise<Reconciled> {
  const reconciled = await reconcile(invocation, writer, { job, stop });
  const { lost, again, left } = reconciled;
  for (const verdict of [...job.verdicts, ...again]) {
    if (isToRun(verdict) || lost.has(verdict)) continue;
    results.add(leftResult(verdict, left.get(verdict)) ?? skippedResult(verdict));
  }
  return reconciled;
}

/** Saves shards that an earlier run has finished and could not save, beside the work of this run. */
async function saveLate(
  invocation: Invocation,
  writer: Writer,
  { job, results, deadline }: Saving,
): Promise<void> {
  const { store } = job;
  const verdicts = await withoutAdopted(job);
  const late = await saveUnsaved(invocation, writer, { store, verdicts }, deadline);
  if (late.saved > 0) results.addSaved(late.bytes, late.saved);
  for (const unsaved of late.unsaved) results.addUnsaved(unsaved);
}

/** Shards that were adopted have full markers by now: they are saved from these. */
async function withoutAdopted(job: Job): Promise<readonly Verdict[]> {
  if (job.store.kind === "none") return [];
  const isAdopted = ({ reason }: Verdict): boolean =>
    reason === "adopted-marker" || reason === "adopted-status";
  const adopted = job.verdicts.filter(isAdopted).map(({ task }) => task);
  if (adopted.length === 0) return job.verdicts;
  const now = await survey(job.context, adopted);
  return [...job.verdicts.filter((verdict) => !isAdopted(verdict)), ...now];
}
