import { harmlessJson } from "../core/text/log-line.ts";
import type { Environment } from "../core/definition/environment.ts";
import type { Definition } from "../core/definition/fields.ts";
import { messageOf } from "../core/text/problem.ts";
import type { StaleResults } from "../core/answers/stale.ts";
import { run, type RunOptions } from "./run/run-job.ts";
import type { Listener } from "../run/events.ts";
import { createStop, type Stop, type StopCause } from "../run/schedule/stop.ts";
import type { Reporter } from "../core/text/reporter.ts";
import { eventJson } from "../ui/render/event-json.ts";
import { runEndLines } from "../ui/render/lines.ts";
import { askYes, canAsk, isJob } from "../ui/terminal/ask.ts";
import { openLive } from "../ui/terminal/live.ts";
import { outliveTerminal } from "../ui/terminal/lost-terminal.ts";
import { lastingStream, outliveReaders, outputReady, outputTaken } from "../ui/terminal/streams.ts";
import { isTerminal, painter } from "../ui/terminal/terminal.ts";
import { stopLine } from "../ui/render/stop-line.ts";
import { liveBlock } from "../ui/render/live-block.ts";
import type { Paint } from "../ui/render/paint.ts";
import { runLines } from "../ui/render/run-lines.ts";
import { createRunView } from "../ui/render/run-view.ts";
import { openReports, endOf } from "./run/report.ts";
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

async function runAndSay(call: Call): Promise<number> {
  const { invocation, isJson, args, uncaught } = call;
  const startedTick = performance.now();
  const stop = createStop();
  const stopOnSignals = openSignals();
  const surface = openSurface(call);
  const reports = openReports(invocation);
  const { paint } = surface;
  const ran = await run(invocation, {
    stop,
    outputReady,
    ...asking(call, stop),
    listeners: [
      stopOnceOpened(stop, stopOnSignals),
      stopOnCrash(stop, { uncaught, say: invocation.reporter.error }),
      ...(args.switches.has("json-lines") ? [jsonLines()] : []),
      reports.listener,
      ...surface.listeners,
    ],
  })
    .finally(surface.end)
    .catch((error: unknown) => reports.write().then(() => Promise.reject(error)));
  sayWhyStopped(invocation.reporter, stop.cause(), ran.job.definition);
  await reports.write(endOf(ran, startedTick));
  const ending = { retired: ran.results.retired(), paint, again: ran.retry };
  for (const line of runEndLines(ran.answer, ending)) invocation.reporter.info(line);
  if (isJson) await printAnswer(invocation.reporter, `${harmlessJson(ran.answer)}\n`);
  return ran.exitCode;
}

/** What a person sees of a run while it goes on. */
interface Surface {
  readonly paint: Paint;
  readonly listeners: readonly Listener[];
  readonly end: () => void;
}

/** On a terminal a block of lines that is drawn again and again, with lines above it; elsewhere lines alone. */
function openSurface({ invocation, isJson, args }: Call): Surface {
  const { reporter, now, env } = invocation;
  const stream = isJson || args.switches.has("json-lines") ? "stderr" : "stdout";
  const paint = painter(stream, process.env);
  const view = createRunView(now);
  const hasBlock = isLive(env, stream) && !args.switches.has("quiet");
  const isTold = args.switches.has("verbose") || !hasBlock;
  const amount = args.switches.has("quiet") ? "quiet" : isTold ? "all" : "results";
  const rules = { paint, view, amount, hasBlock, now } as const;
  if (!hasBlock)
    return { paint, listeners: [view.take, runLines(reporter, rules)], end: () => undefined };
  const live = openLive(stream, reporter, (room) => liveBlock(view, { room, paint, nowMs: now() }));
  const begin: Listener = ({ kind }) => {
    if (kind === "starting" || kind === "saving") live.begin();
  };
  return { paint, listeners: [view.take, begin, runLines(live.reporter, rules)], end: live.end };
}

/** A person looks on, and the terminal can move its cursor. */
function isLive(env: Environment, stream: "stdout" | "stderr"): boolean {
  const isDebugging = env["DONEMARK_DEBUG"] === "1";
  return !isJob(env) && !isDebugging && env["TERM"] !== "dumb" && isTerminal(stream);
}

/** So many finished results, or so much of their commands' time, are not made again without a word of a person. */
const MANY_RESULTS = 20;
const MANY_SECONDS = 3600;

/** Asks where a person can answer, unless `--yes` has answered already. */
function asking({ invocation, isJson, args }: Call, stop: Stop): Pick<RunOptions, "mayGoOn"> {
  const isAnswered = args.switches.has("yes") || isJson || args.switches.has("json-lines");
  if (isAnswered || !canAsk(invocation.env)) return {};
  const mayGoOn = async ({ results, seconds }: StaleResults): Promise<boolean> => {
    if (results < MANY_RESULTS && seconds < MANY_SECONDS) return true;
    const stopped = new AbortController();
    const forget = stop.onRequest(() => stopped.abort());
    const isYes = await askYes("Make them again?", stopped.signal);
    forget();
    return isYes;
  };
  return { mayGoOn };
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
  switches: ["json", "json-lines", "quiet", "verbose", "yes"],
  takesInputs: true,
  example: ["donemark run --only='a*' --force='a*'", "runs the shards that begin with a again"],
  run: runOnTerminal,
};
