import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as core from "@actions/core";
import type { Invocation } from "../commands/invocation.ts";
import { run, type Ran } from "../commands/run.ts";
import { EXIT } from "../core/problem.ts";
import { count } from "../core/text.ts";
import { createStop, type Stop } from "../run/stop.ts";
import { annotateFailures, setRunOutputs, writeSummary } from "../ui/actions.ts";
import { outputReady } from "../ui/output.ts";
import { pasteLine, runLines } from "../ui/lines.ts";
import { watchRun } from "../ui/watch-run.ts";
import { STATE } from "./action.ts";
import { report } from "./report.ts";
import { writeResults } from "./results.ts";
import { stopOnSignals } from "./signals.ts";
import { runAsStep } from "./step.ts";

/** The runner kills a step 10 s after it was told to stop; what needs longer is left to the post step. */
const LEAVE_AFTER_MS = 4500;

/** The root action's main step. Gives the exit code. */
export function actionMain(home: URL): Promise<number> {
  const stop = createStop();
  return runAsStep(home, (invocation) => {
    putInPath(home);
    return runStep(invocation, stop);
  });
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
  setRunOutputs(ran.answer, writeResults(invocation.workspace, "results.json", ran.answer));
  annotateFailures(ran.answer, pasteLine);
  await writeSummary(report(invocation, ran, startedAtMs), invocation.env);
  // What could not be saved is for the post step to try.
  if (stop.cause()?.kind !== "signal" && ran.ledger.unsaved().length === 0)
    core.saveState(STATE.finished, "true");
  return verdictOf(ran, stop);
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
