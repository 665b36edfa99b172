import { harmlessJson } from "../core/log-name.ts";
import { run } from "../commands/run.ts";
import { createStop } from "../run/stop.ts";
import { runLines } from "../ui/lines.ts";
import { outliveReaders, outputReady, outputTaken } from "../ui/output.ts";
import { painter } from "../ui/terminal.ts";
import { watchRun } from "../ui/watch-run.ts";
import { report } from "./report.ts";
import { stopOnSignals } from "./signals.ts";
import { print, type Call } from "./call.ts";

export async function runOnTerminal(call: Call): Promise<number> {
  outliveReaders();
  try {
    return await runAndSay(call);
  } finally {
    await outputTaken();
  }
}

async function runAndSay({ invocation, isJson }: Call): Promise<number> {
  const startedAtMs = invocation.now();
  const stop = createStop();
  const paint = painter(isJson ? "stderr" : "stdout", process.env);
  const watcher = watchRun(invocation.reporter, paint, invocation.now);
  const ran = await run(invocation, {
    stop,
    outputReady,
    onStart: () => stopOnSignals(stop),
    onPlan: ({ verdicts }) => watcher.onPlan(verdicts),
    onResult: watcher.onResult,
  });
  const cause = stop.cause();
  if (cause?.kind === "fault") invocation.reporter.error(cause.why);
  if (cause?.kind === "max-failures")
    invocation.reporter.error(`stopped after ${cause.failures} failed shards (max-failures)`);
  if (cause?.kind === "max-runtime")
    invocation.reporter.warn("stopped in good order: max-runtime is over");
  report(invocation, ran, startedAtMs);
  for (const line of runLines(ran.answer, paint)) invocation.reporter.info(line);
  if (isJson) await print(`${harmlessJson(ran.answer)}\n`);
  return ran.exitCode;
}
