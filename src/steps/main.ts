import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as core from "@actions/core";
import type { Invocation } from "../job/invocation.ts";
import { run, type Ran } from "../commands/run/run-job.ts";
import { EXIT } from "../core/text/problem.ts";
import { plural } from "../core/text/text.ts";
import { createStop, type Stop } from "../run/schedule/stop.ts";
import { annotateFailures, setRunOutputs, writeSummary } from "../ui/actions/actions.ts";
import { outputReady } from "../ui/terminal/streams.ts";
import { runEndLines } from "../ui/render/lines.ts";
import { PLAIN } from "../ui/render/paint.ts";
import { stopLine } from "../ui/render/stop-line.ts";
import { runLines } from "../ui/render/run-lines.ts";
import { createRunView } from "../ui/render/run-view.ts";
import type { Listener } from "../run/events.ts";
import { STATE } from "./invocation.ts";
import { openReports, endOf } from "../commands/run/report.ts";
import { writeResults } from "../ui/actions/results.ts";
import { stopOnCrash } from "../run/schedule/crash.ts";
import { openSignals, stopOnceOpened } from "../run/schedule/signals.ts";
import { runAsStep } from "./step.ts";

/** The runner kills a step 10 s after it was told to stop; what needs longer is left to the post step. */
const LEAVE_AFTER_MS = 4500;

/** The root action's main step. Gives the exit code. */
export function actionMain(home: URL): Promise<number> {
  const stop = createStop();
  const stopOnSignals = openSignals();
  return runAsStep(home, (invocation, uncaught) => {
    putInPath(home);
    const { error } = invocation.reporter;
    const ends = [stopOnceOpened(stop, stopOnSignals), stopOnCrash(stop, { uncaught, say: error })];
    return runStep(invocation, stop, ends);
  });
}

async function runStep(
  invocation: Invocation,
  stop: Stop,
  ends: readonly Listener[],
): Promise<number> {
  const startedTick = performance.now();
  const { now } = invocation;
  const view = createRunView(now);
  const reports = openReports(invocation);
  const lines = { paint: PLAIN, view, amount: "all", hasBlock: false, now } as const;
  const ran = await run(invocation, {
    stop,
    outputReady,
    leaveAfterMs: LEAVE_AFTER_MS,
    listeners: [
      ...[...ends, keepState(), view.take],
      ...[reports.listener, runLines(invocation.reporter, lines)],
    ],
  }).catch((error: unknown) => reports.write().then(() => Promise.reject(error)));
  const { answer, job, retry: again } = ran;
  const ending = { retired: ran.results.retired(), paint: PLAIN, again };
  for (const line of runEndLines(answer, ending)) invocation.reporter.info(line);
  setRunOutputs(answer, await writeResults(invocation, job, { kind: "results", answer }));
  annotateFailures(answer, again);
  const end = endOf(ran, startedTick);
  await writeSummary(end.summary, invocation.env);
  await reports.write(end);
  // The post step tries again to save what could not be saved.
  if (!isCutOff(stop) && ran.results.unsaved().length === 0) core.saveState(STATE.finished, "true");
  return verdictOf(ran, stop);
}

/** Commands may still run, or a shard's work is not saved. */
function isCutOff(stop: Stop): boolean {
  const kind = stop.cause()?.kind;
  return kind === "signal" || kind === "crash";
}

/** Leaves the post step what it needs to end and save a run that is cut off. */
function keepState(): Listener {
  return (event) => {
    if (event.kind === "opened") {
      const { runTag, owner } = event;
      core.saveState(STATE.run, JSON.stringify({ runTag, owner }));
    }
    if (event.kind === "planned") {
      core.saveState(STATE.stopGraceMs, String(event.definition.stopGraceMs));
      if (event.handsOver) core.saveState(STATE.handsOver, "true");
    }
  };
}

/** A run that ended in good order with shards remaining is no failure: the next run goes on. */
function verdictOf({ exitCode, answer, job }: Ran, stop: Stop): number {
  const cause = stop.cause();
  const line = stopLine(cause, job.definition);
  if (line !== undefined && cause?.kind !== "max-runtime") core.error(line);
  if (exitCode !== EXIT.remaining) return exitCode;
  const why =
    cause?.kind === "max-runtime" ? "max-runtime is over" : "other runs are at work on them";
  core.warning(
    `${amount(answer.remaining, "remains", "remain")}: ${why}. Run the workflow again to go on.`,
  );
  return EXIT.done;
}

function amount(shards: number, one: string, many: string): string {
  return `${plural(shards, "shard")} ${shards === 1 ? one : many}`;
}

/** Puts the command `donemark` in the path of later steps. */
function putInPath(home: URL): void {
  const temporary = process.env["RUNNER_TEMP"];
  if (temporary === undefined || temporary === "" || process.platform === "win32") return;
  const folder = join(temporary, "donemark-bin");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, "donemark");
  const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
  const cli = fileURLToPath(new URL("cli.js", home));
  writeFileSync(path, `#!/bin/sh\nexec ${quote(process.execPath)} ${quote(cli)} "$@"\n`);
  chmodSync(path, 0o755);
  core.addPath(folder);
}
