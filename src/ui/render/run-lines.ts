import { formatDuration } from "../../core/text/duration.ts";
import { harmlessJson } from "../../core/text/log-line.ts";
import { writingInside, type Reporter } from "../../core/text/reporter.ts";
import type { Listener, TimedEvent } from "../../run/events.ts";
import type { Result } from "../../run/results.ts";
import { eventJson } from "./event-json.ts";
import { resultLine } from "./lines.ts";
import { withoutId } from "./failure-lines.ts";
import { heartbeatLine } from "./live-block.ts";
import { planOverview } from "./plan-overview.ts";
import { renderProgress } from "./progress.ts";
import type { Paint } from "./paint.ts";
import { createQuiet, type Quiet } from "./quiet.ts";
import { retiredLine } from "./retired-lines.ts";
import type { RunView } from "./run-view.ts";
import { staleLine } from "./stale-line.ts";
import { stoppingLine } from "./stop-line.ts";
import { SAVE_NEXT, unsavedLines } from "./unsaved-lines.ts";

const PROGRESS_EVERY_MS = 1000;
const LOOK_EVERY_MS = 5000;

/** How much is written: what needs somebody, that and what is done, or all that commands print as well. */
type Amount = "quiet" | "results" | "all";

export interface RunLinesRules {
  readonly paint: Paint;
  readonly view: RunView;
  readonly amount: Amount;
  /** A block shows the progress and what runs. Without one, lines do. */
  readonly hasBlock: boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Writes a run's events as lines for people: the plan, a line for each shard with a result, and now and then a progress line. */
export function runLines(given: Reporter, rules: RunLinesRules): Listener {
  const { now, amount, hasBlock } = rules;
  const quiet = createQuiet(now());
  const reporter = writingInside(given, (write) => {
    quiet.wrote(now());
    write();
  });
  const write = eventWriter(reporter, rules);
  const isTelling = amount !== "quiet" && !hasBlock;
  const progress = isTelling ? progressLines(reporter, rules) : () => undefined;
  const signs = isTelling ? signsOfLife(given, quiet, rules) : () => undefined;
  return (event) => {
    if (event.kind !== "output") given.debug(harmlessJson(eventJson(event)));
    write(event);
    progress(event);
    signs(event);
  };
}

function eventWriter(reporter: Reporter, { paint, amount, hasBlock }: RunLinesRules): Listener {
  const writeResult = resultWriter(reporter, paint, { amount, hasBlock });
  let stopGraceMs = 0;
  return (event) => {
    switch (event.kind) {
      case "planned":
        ({ stopGraceMs } = event.definition);
        if (amount === "quiet") break;
        for (const line of planOverview(event.verdicts, paint)) reporter.info(line);
        break;
      case "stale":
        reporter.warn(staleLine(event));
        break;
      case "output":
        if (amount === "all") reporter.output(event.line);
        break;
      case "result":
        writeResult(event.result);
        break;
      case "stopping":
        reporter.info(stoppingLine(event.cause, stopGraceMs));
        break;
      case "retrying":
        reporter.warn(retryLine(event));
        break;
      case "held-back":
        reporter.warn(`[${event.shard}] failed on ${event.slot} (${event.why})`);
        break;
      case "slot-retired":
        reporter.warn(retiredLine(event));
        break;
      case "unsaved":
        sayUnsaved(event, reporter);
        break;
      default:
        writeRemark(event, reporter);
    }
  };
}

/** Beyond so many results with one cause, the end of the run counts them. */
const MOST_ALIKE = 10;

/** Writes a line for each result that is news; of those that failed or stopped alike, for the first ones. */
function resultWriter(
  reporter: Reporter,
  paint: Paint,
  { amount, hasBlock }: Pick<RunLinesRules, "amount" | "hasBlock">,
): (result: Result) => void {
  const told = new Map<string, number>();
  const isNews = ({ outcome, why }: Result): boolean => {
    if (outcome === "done") return amount !== "quiet" && (!hasBlock || amount === "all");
    return outcome === "failed" || why !== undefined;
  };
  return (result) => {
    if (!isNews(result)) return;
    const { id, outcome, why = "" } = result;
    const cause = `${outcome} ${withoutId(why, id)}`;
    const before = outcome === "done" ? 0 : (told.get(cause) ?? 0);
    told.set(cause, before + 1);
    if (before > MOST_ALIKE) return;
    if (before === MOST_ALIKE) {
      reporter.info(`${outcome}  more shards for the same cause; the end of the run counts them`);
      return;
    }
    // Where the command's own output was shown, its last lines stand right above.
    const isTailShown = amount !== "all" && before === 0;
    const tail = isTailShown ? (result.logTail?.split("\n") ?? []) : [];
    const more = [
      ...tail.map((line) => `| ${line}`),
      ...(outcome === "failed" && result.logPath !== undefined
        ? [`its log: ${result.logPath}`]
        : []),
    ];
    reporter.info(resultLine(result, paint));
    for (const line of more) reporter.info(paint("dim", `        ${line}`));
  };
}

function writeRemark(event: TimedEvent, reporter: Reporter): void {
  switch (event.kind) {
    case "waiting":
      reporter.info(labelled({ ...event, text: waitingText(event) }));
      break;
    case "owner-unknown":
      reporter.info(labelled({ ...event, text: unknownText(event) }));
      break;
    case "fault":
      reporter.error(event.text);
      break;
    case "warning":
      reporter.warn(labelled(event));
      break;
    case "note":
      reporter.info(labelled(event));
      break;
    default:
  }
}

function sayUnsaved(
  { unsaved, store, isFault }: Extract<TimedEvent, { readonly kind: "unsaved" }>,
  reporter: Reporter,
): void {
  const say = isFault ? reporter.error : reporter.warn;
  for (const line of unsavedLines(unsaved, store)) say(line);
  if (isFault) reporter.info(SAVE_NEXT);
}

function retryLine({
  shard,
  why,
  afterMs,
}: Extract<TimedEvent, { readonly kind: "retrying" }>): string {
  const when = afterMs === undefined ? "" : ` after ${formatDuration(afterMs)}`;
  return `[${shard}] failed (${why}); it is tried again${when}`;
}

function waitingText({
  processes,
  limitMs,
}: Extract<TimedEvent, { readonly kind: "waiting" }>): string {
  const who = processes.map(({ pid, name }) => `${name} (pid ${pid})`).join(", ");
  return `its command has ended; Donemark waits for what it left running, ${formatDuration(Math.round(limitMs))} at most: ${who}`;
}

function unknownText({
  who,
  knownInMs,
}: Extract<TimedEvent, { readonly kind: "owner-unknown" }>): string {
  return `another run (${who}) has started it, and whether that one lives is not known here. It is known in ${formatDuration(knownInMs)} at most; then what it has started is taken over, or left alone if it lives. Donemark waits for that; stopping this run loses nothing`;
}

function labelled({ shard, text }: { readonly shard?: string; readonly text: string }): string {
  return shard === undefined ? text : `[${shard}] ${text}`;
}

/** A progress line after a result, at most one a second. */
function progressLines(
  reporter: Reporter,
  { paint, view, now }: Pick<RunLinesRules, "paint" | "view" | "now">,
): Listener {
  let shownAtMs = 0;
  return (event) => {
    if (event.kind !== "result" || event.result.attempts === 0) return;
    if (now() - shownAtMs < PROGRESS_EVERY_MS) return;
    shownAtMs = now();
    reporter.info(paint("dim", renderProgress(view.progress())));
  };
}

/** A line about what runs where nothing else was written for long. */
function signsOfLife(
  reporter: Reporter,
  quiet: Quiet,
  { paint, view, now }: Pick<RunLinesRules, "paint" | "view" | "now">,
): Listener {
  let timer: NodeJS.Timeout | undefined;
  const look = (): void => {
    const nowMs = now();
    const isAtWork = view.running().length + view.saving().length > 0;
    if (!isAtWork || !quiet.isDue(nowMs)) return;
    // Not through the reporter that notices: a sign of life is no news.
    reporter.info(paint("dim", heartbeatLine(view, nowMs)));
  };
  return ({ kind }) => {
    if (kind === "executing") timer ??= setInterval(look, LOOK_EVERY_MS).unref();
    if (kind === "ended") clearInterval(timer);
  };
}
