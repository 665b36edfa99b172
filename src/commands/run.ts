import { rmSync } from "node:fs";
import { answerRun, type RunAnswer } from "../core/answers.ts";
import { secretsOf } from "../core/environment.ts";
import { EXIT, UserError } from "../core/problem.ts";
import type { ProcessMark } from "../core/start-record.ts";
import { unbroughtLines, unsavedLines } from "../core/unsaved.ts";
import { listedPresence, observe } from "../survey/observe.ts";
import type { Verdict } from "../survey/survey.ts";
import { execute } from "../run/execute.ts";
import { leaseFolder } from "../run/lease.ts";
import { createLedger, type Ledger, type Result } from "../run/ledger.ts";
import { signalled } from "../run/leaving.ts";
import { endLeftovers } from "../run/leftovers.ts";
import { thisProcess } from "../run/processes.ts";
import { checkProgram, openScratch, writeProgram } from "../run/program.ts";
import { backgroundQueue } from "../run/queue.ts";
import type { Session } from "../run/session.ts";
import { openSlots } from "../run/slots.ts";
import type { Stop } from "../run/stop.ts";
import { startTimer } from "../run/timer.ts";
import type { Hand } from "../run/commit.ts";
import { watchFolders } from "../run/watch.ts";
import { tellLastFailed } from "./failed.ts";
import { handOf } from "./hand.ts";
import type { Invocation } from "./invocation.ts";
import { openJob, type Job } from "./open.ts";
import type { Answered } from "./plan.ts";
import { isToRun, settle, sweepHere, toRun, type Settled } from "./prepare.ts";
import { saveAgain, type Saving } from "./save-again.ts";
import { openDeadline, saveUnsaved } from "./save.ts";

export interface RunOptions {
  readonly stop: Stop;
  /** A signal leaves this much time; commands that need longer are left to a later step. */
  readonly leaveAfterMs?: number;
  /** Where too much of the job's log waits to be read, settles when it is read. */
  readonly outputReady?: () => Promise<void> | undefined;
  /** Called before anything starts, with what finds this run's processes again. */
  readonly onStart?: (run: { readonly runTag: string; readonly owner: ProcessMark }) => void;
  /** Called once all is decided. */
  readonly onPlan?: (job: Job) => void;
  /** Called with each shard's result. */
  readonly onResult?: (result: Result, ledger: Ledger) => void;
}

export interface Ran extends Answered<RunAnswer> {
  readonly ledger: Ledger;
}

/** How long a run that has ended goes on with what is not saved: a GPU is paid for meanwhile. */
const SAVES_AT_END_MS = 240_000;

/** Decides, runs what remains, marks and saves each finished shard. Runs again, it runs only what is not done. */
export async function run(invocation: Invocation, options: RunOptions): Promise<Ran> {
  if (process.platform === "win32") {
    throw new UserError(["Commands run on Linux and macOS. On Windows, plan and status work."]);
  }
  const job = await openJob(invocation, { runs: true });
  checkProgram({ ...invocation, ...job.definition });
  tellLastFailed(invocation);
  const owner = thisProcess();
  const runTag = invocation.randomHex(8);
  options.onStart?.({ runTag, owner });
  options.onPlan?.(job);
  const hand = handOf(invocation, owner);
  await endLeftovers(job.verdicts, invocation.reporter);
  await sweepHere(invocation, hand, job.verdicts);
  const ledger: Ledger = createLedger((result) => onResult(options, job, { result, ledger }));
  const { again, unbrought } = await settleAll(invocation, hand, {
    job,
    ledger,
    stop: options.stop,
  });
  const todo = toRun([...job.verdicts, ...again]);
  const deadline = openDeadline(invocation);
  const late = saveLate(invocation, hand, { job, ledger, deadline });
  if (todo.length > 0) {
    await runAll(invocation, options, { job, hand, ledger, owner, runTag, todo });
  }
  deadline.setTo(invocation.now() + SAVES_AT_END_MS);
  const saves = late.then(() => saveAgain(invocation, hand, { job, ledger, deadline }));
  await Promise.race([saves, signalled(options.stop)]);
  deadline.release();
  for (const line of unsavedLines(ledger.unsaved(), job.store.label))
    invocation.reporter.warn(line);
  for (const line of unbroughtLines(unbrought, job.store.label)) invocation.reporter.error(line);
  const ran = await conclude(invocation, { job, ledger, stop: options.stop });
  const isIncomplete = ran.exitCode === EXIT.done && unbrought.length > 0;
  return isIncomplete ? { ...ran, exitCode: EXIT.checkpoint } : ran;
}

/** Deals with everything that is not to run. */
async function settleAll(
  invocation: Invocation,
  hand: Hand,
  { job, ledger, stop }: Ending,
): Promise<Settled> {
  const settled = await settle(invocation, hand, { job, stop });
  const { lost, again } = settled;
  for (const verdict of [...job.verdicts, ...again]) {
    if (!isToRun(verdict) && !lost.has(verdict)) ledger.add(resultOf(verdict));
  }
  return settled;
}

/** Shards that an earlier run has finished and could not save, beside the work of this one. */
async function saveLate(
  invocation: Invocation,
  hand: Hand,
  { job, ledger, deadline }: Saving,
): Promise<void> {
  const late = await saveUnsaved(invocation, hand, job, deadline);
  if (late.saved > 0) ledger.addSaved(late.bytes, late.saved);
  for (const unsaved of late.unsaved) ledger.addUnsaved(unsaved);
}

function resultOf({ task, kind, reason, detail }: Verdict): Result {
  return {
    id: task.shard.id,
    decision: kind,
    reason,
    outcome: kind === "skip" ? "skipped" : "stopped",
    exitCode: null,
    seconds: 0,
    attempts: 0,
    ...(kind === "blocked" && { why: detail }),
  };
}

/** Tells the surface, and stops a run that fails over and over. */
function onResult(
  options: RunOptions,
  job: Job,
  { result, ledger }: { readonly result: Result; readonly ledger: Ledger },
): void {
  options.onResult?.(result, ledger);
  if (result.outcome !== "failed") return;
  const failures = ledger.count("failed");
  const { maxFailures } = job.definition;
  const isEnough =
    maxFailures === undefined
      ? failures >= 5 && ledger.count("done") === 0
      : maxFailures > 0 && failures >= maxFailures;
  if (isEnough) options.stop.request({ kind: "max-failures", failures });
}

interface Work {
  readonly job: Job;
  readonly hand: Hand;
  readonly ledger: Ledger;
  readonly owner: ProcessMark;
  readonly runTag: string;
  readonly todo: readonly Verdict[];
}

async function runAll(invocation: Invocation, options: RunOptions, work: Work): Promise<void> {
  const { definition } = work.job;
  const { env, reporter } = invocation;
  const { stop } = options;
  const timer = startTimer(definition.maxRuntimeMs, () => stop.request({ kind: "max-runtime" }));
  const leases = leaseFolder(env);
  const request = { definition, env, leases, owner: work.owner, reporter, stop };
  const opened = await openSlots(request);
  const session = openSession(invocation, options, { work, leases, width: opened.slots.length });
  try {
    await execute(session, opened.slots, work.todo);
  } finally {
    timer.stop();
    session.watch.close();
    for (const lease of opened.leases) await lease.release();
    // A command that was left to the post step may still read its files; the next run sweeps them up.
    const mayBeLeft = stop.cause()?.kind === "signal" && options.leaveAfterMs !== undefined;
    if (!mayBeLeft) rmSync(session.scratch, { recursive: true, force: true });
  }
}

/** All that the shards of a run share; whoever opens it closes its watch and removes its scratch folder. */
export function openSession(
  invocation: Invocation,
  options: Pick<RunOptions, "stop" | "outputReady" | "leaveAfterMs">,
  { work, leases, width }: { readonly work: Work; readonly leases: string; readonly width: number },
): Session {
  const { workspace, disk, reporter, env, now, home } = invocation;
  const { job, hand } = work;
  const { definition } = job;
  const scratch = openScratch(workspace, hand.token());
  const request = { disk, workspace, scratch, ...definition };
  const secrets = [...secretsOf(env)];
  return {
    ...work,
    store: job.store,
    definition,
    workspace,
    home,
    scratch,
    env,
    command: writeProgram(request, "command", definition.command ?? ""),
    check:
      definition.check === undefined ? undefined : writeProgram(request, "check", definition.check),
    changeSince: (task) => job.fingerprints.changeSince(task.shard, task.fingerprint),
    shardCount: job.all.length,
    now,
    by: job.by,
    stop: options.stop,
    background: backgroundQueue(Math.max(2, width)),
    watch: watchFolders(),
    reporter,
    logRules: {
      secrets,
      emit: reporter.output,
      maskEverywhere: reporter.mask,
      ready: options.outputReady ?? (() => undefined),
    },
    leases,
    leaveAfterMs: options.leaveAfterMs,
  };
}

interface Ending {
  readonly job: Job;
  readonly ledger: Ledger;
  readonly stop: Stop;
}

async function conclude(invocation: Invocation, { job, ledger, stop }: Ending): Promise<Ran> {
  const order = new Map(job.tasks.map(({ shard }, place) => [shard.id, place]));
  const results = ledger.all().toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  const answer = answerRun(results, {
    saved: ledger.saved().entries,
    secondsSaved: secondsSaved(job.verdicts, ledger),
    inProgress: await countInProgress(invocation, job, results),
  });
  return { answer, job, ledger, exitCode: exitOf(answer, stop) };
}

/** Time that the commands of skipped shards once took. */
function secondsSaved(verdicts: readonly Verdict[], ledger: Ledger): number {
  const skipped = verdicts.filter(({ task }) => ledger.get(task.shard.id)?.outcome === "skipped");
  return skipped.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0);
}

async function countInProgress(
  { disk }: Invocation,
  job: Job,
  results: readonly Result[],
): Promise<number> {
  const open = new Set(
    results
      .filter(({ outcome }) => outcome === "failed" || outcome === "stopped")
      .map(({ id }) => id),
  );
  const untouched = new Set(
    results
      .filter(({ reason, attempts }) => reason === "forced" && attempts === 0)
      .map(({ id }) => id),
  );
  const isThere = listedPresence(disk);
  const { markers } = job.context;
  let inProgress = 0;
  for (const { shard, places } of job.tasks) {
    if (!open.has(shard.id)) continue;
    const rules = { ...job.definition, markers, validate: "size" as const };
    const seen = await observe(disk, { id: shard.id, places }, rules, isThere);
    // Forced and not started: without `force` it is done.
    const isDone = untouched.has(shard.id) && seen.asMarked && !seen.started;
    if (!isDone && (seen.checkpoint !== "absent" || seen.started)) inProgress += 1;
  }
  return inProgress;
}

function exitOf(answer: RunAnswer, stop: Stop): number {
  const cause = stop.cause();
  if (cause?.kind === "signal") return cause.signal === "SIGINT" ? 130 : 143;
  if (answer.failed > 0 || cause?.kind === "fault") return EXIT.failed;
  if (answer.blocked > 0) return EXIT.checkpoint;
  return answer.allDone ? EXIT.done : EXIT.remaining;
}
