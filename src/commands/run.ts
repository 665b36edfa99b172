import { harmlessJson } from "../core/text/log-line.ts";
import type { Definition } from "../core/definition/fields.ts";
import { messageOf } from "../core/text/problem.ts";
import { run } from "./run/run-job.ts";
import type { Listener } from "../run/events.ts";
import { createStop, type StopCause } from "../run/schedule/stop.ts";
import type { Reporter } from "../core/text/reporter.ts";
import { eventJson } from "../ui/render/event-json.ts";
import { runTotals } from "../ui/render/lines.ts";
import { outliveTerminal } from "../ui/terminal/lost-terminal.ts";
import { lastingStream, outliveReaders, outputReady, outputTaken } from "../ui/terminal/streams.ts";
import { painter } from "../ui/terminal/terminal.ts";
import { stopLine } from "../ui/render/stop-line.ts";
import { runLines } from "../ui/render/run-lines.ts";
import { report } from "./run/report.ts";
import { stopOnCrash } from "../run/schedule/crash.ts";
import { openSignals, stopOnceOpened } from "../run/schedule/signals.ts";
import { print, type Call } from "./cli/call.ts";
import { NO_WORDS, type Command } from "./cli/command.ts";

async function runOnTerminal(call: Call): Promise<number> {
  outliveReaders();
  outliveTerminal();
  try {
    return await runAndSay(call);
  } finally {
    await outputTaken();
  }
}

async function runAndSay({ invocation, isJson, args, uncaught }: Call): Promise<number> {
  const startedTick = performance.now();
  const stop = createStop();
  const stopOnSignals = openSignals();
  const isJsonLines = args.switches.has("json-lines");
  const paint = painter(isJson || isJsonLines ? "stderr" : "stdout", process.env);
  const ran = await run(invocation, {
    stop,
    outputReady,
    listeners: [
      stopOnceOpened(stop, stopOnSignals),
      stopOnCrash(stop, { uncaught, say: invocation.reporter.error }),
      ...(isJsonLines ? [jsonLines()] : []),
      runLines(invocation.reporter, paint),
    ],
  });
  sayWhyStopped(invocation.reporter, stop.cause(), ran.job.definition);
  report(invocation, ran, startedTick);
  for (const line of runTotals(ran.answer, ran.results.retired(), paint))
    invocation.reporter.info(line);
  if (isJson) await printAnswer(invocation.reporter, `${harmlessJson(ran.answer)}\n`);
  return ran.exitCode;
}

/** The run is over and has its exit code, whether its answer can be written or not. */
async function printAnswer(reporter: Reporter, text: string): Promise<void> {
  try {
    await print(text);
  } catch (error) {
    reporter.warn(messageOf(error));
  }
}

/** Writes each event to standard output as one line of JSON, at once: whoever reads it may act on it. */
function jsonLines(): Listener {
  return (event) => {
    lastingStream("stdout").write(`${harmlessJson(eventJson(event))}\n`);
  };
}

function sayWhyStopped(
  { error, warn }: Reporter,
  cause: StopCause | undefined,
  definition: Definition,
): void {
  const line = stopLine(cause, definition);
  if (line !== undefined) (cause?.kind === "max-runtime" ? warn : error)(line);
}

export const runCommand: Command = {
  name: "run",
  about: "decide, run what remains, mark and save each finished shard",
  positionals: NO_WORDS,
  switches: ["json", "json-lines"],
  takesInputs: true,
  example: ["donemark run --only='a*' --force='a*'", "runs the shards that begin with a again"],
  run: runOnTerminal,
};
