import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as core from "@actions/core";
import type { Invocation } from "../commands/invocation.ts";
import { run, type Ran } from "../commands/run.ts";
import { describe, EXIT, UserError } from "../core/problem.ts";
import { count } from "../core/text.ts";
import { createStop, type Stop } from "../run/stop.ts";
import { annotateFailures, setRunOutputs, writeSummary } from "../ui/actions.ts";
import { outliveReaders, outputReady, outputTaken } from "../ui/output.ts";
import { pasteLine, runLines } from "../ui/lines.ts";
import { watchRun } from "../ui/watch-run.ts";
import { STATE, stepInvocation } from "./action.ts";
import { report } from "./report.ts";
import { stopOnSignals } from "./signals.ts";

/** The runner kills a step 10 s after it was told to stop; what needs longer is left to the post step. */
const LEAVE_AFTER_MS = 4500;

/** The root action's main step. Gives the exit code. */
export async function actionMain(home: URL): Promise<number> {
  const stop = createStop();
  outliveReaders();
  try {
    const invocation = stepInvocation(home);
    putInPath(home);
    return await runStep(invocation, stop);
  } catch (error) {
    if (error instanceof UserError) {
      for (const problem of error.problems) core.error(problem);
      return error.exitCode;
    }
    core.error(error instanceof Error ? (error.stack ?? describe(error)) : describe(error));
    return EXIT.failed;
  } finally {
    await outputTaken();
  }
}

async function runStep(invocation: Invocation, stop: Stop): Promise<number> {
  const startedAtMs = invocation.now();
  const watcher = watchRun(invocation.reporter, (_, text) => text, invocation.now);
  const ran = await run(invocation, {
    stop,
    outputReady,
    leaveAfterMs: LEAVE_AFTER_MS,
    onStart: (started) => {
      stopOnSignals(stop);
      core.saveState(STATE.run, JSON.stringify(started));
    },
    onPlan: ({ verdicts, definition }) => {
      core.saveState(STATE.stopGraceMs, String(definition.stopGraceMs));
      watcher.onPlan(verdicts);
    },
    onResult: watcher.onResult,
  });
  for (const line of runLines(ran.answer, (_, text) => text)) core.info(line);
  setRunOutputs(ran.answer, writeResults(invocation.workspace, ran.answer));
  annotateFailures(ran.answer, pasteLine);
  await writeSummary(report(invocation, ran, startedAtMs), invocation.env);
  if (stop.cause()?.kind !== "signal") core.saveState(STATE.finished, "true");
  return verdictOf(ran, stop);
}

function writeResults(workspace: string, answer: object): string {
  const folder = join(workspace, ".donemark");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, "results.json");
  writeFileSync(path, `${JSON.stringify(answer)}\n`);
  return path;
}

/** A run that ended in good order with shards remaining is no failure: the next run goes on. */
function verdictOf({ exitCode, answer }: Ran, stop: Stop): number {
  const cause = stop.cause();
  if (cause?.kind === "fault") core.error(cause.why);
  if (cause?.kind === "max-failures")
    core.error(`Stopped after ${cause.failures} failed shards (max-failures).`);
  if (answer.blocked > 0)
    core.error(`${amount(answer.blocked, "is", "are")} blocked: see the reasons above.`);
  if (exitCode !== EXIT.remaining) return exitCode;
  const why =
    cause?.kind === "max-runtime" ? "max-runtime is over" : "other runs are at work on them";
  core.warning(
    `${amount(answer.remaining, "remains", "remain")}: ${why}. Run the workflow again to go on.`,
  );
  return EXIT.done;
}

function amount(shards: number, one: string, many: string): string {
  return `${count(shards, "shard")} ${shards === 1 ? one : many}`;
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
