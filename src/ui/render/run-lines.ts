import { formatDuration } from "../../core/text/duration.ts";
import { harmlessJson } from "../../core/text/log-line.ts";
import type { Reporter } from "../../core/text/reporter.ts";
import type { Listener, TimedEvent } from "../../run/events.ts";
import type { Result } from "../../run/results.ts";
import { eventJson } from "./event-json.ts";
import { resultLine } from "./lines.ts";
import { planOverview } from "./plan-overview.ts";
import { renderProgress } from "./progress.ts";
import type { Paint } from "./paint.ts";
import { retiredLine } from "./retired-lines.ts";
import { staleLine } from "./stale-line.ts";
import { stoppingLine } from "./stop-line.ts";
import { SAVE_NEXT, unsavedLines } from "./unsaved-lines.ts";

const PROGRESS_EVERY_MS = 1000;

/** Writes a run's events as lines for people: the plan, a line for each shard with a result, and now and then a progress line. */
export function runLines(reporter: Reporter, paint: Paint): Listener {
  const progress = progressOf(reporter, paint);
  const write = eventWriter(reporter, paint);
  return (event) => {
    if (event.kind !== "output") reporter.debug(harmlessJson(eventJson(event)));
    write(event);
    progress(event);
  };
}

function eventWriter(reporter: Reporter, paint: Paint): Listener {
  const writeResult = resultWriter(reporter, paint);
  let stopGraceMs = 0;
  return (event) => {
    switch (event.kind) {
      case "planned":
        ({ stopGraceMs } = event.definition);
        for (const line of planOverview(event.verdicts, paint)) reporter.info(line);
        break;
      case "stale":
        reporter.warn(
          `${staleLine(event)}. To keep what is done, stop this run and: ${event.keep}`,
        );
        break;
      case "output":
        reporter.output(event.line);
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

/** Writes a line for each result that is no news to nobody; of those that failed or stopped alike, the first ones. */
function resultWriter(reporter: Reporter, paint: Paint): (result: Result) => void {
  const told = new Map<string, number>();
  return (result) => {
    if (!isTold(result)) return;
    const { id, outcome, why = "" } = result;
    const cause = `${outcome} ${why.replaceAll(id, "{id}")}`;
    const before = outcome === "done" ? 0 : (told.get(cause) ?? 0);
    told.set(cause, before + 1);
    if (before > MOST_ALIKE) return;
    if (before === MOST_ALIKE) {
      reporter.info(`${outcome}  more shards for the same cause; the end of the run counts them`);
      return;
    }
    reporter.info(resultLine(result, paint));
    if (outcome === "failed" && result.logPath !== undefined)
      reporter.info(paint("dim", `        its log: ${result.logPath}`));
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

/** A shard that was skipped as planned, or never started, is counted at the end. */
function isTold({ outcome, why }: Result): boolean {
  return why !== undefined || outcome === "done" || outcome === "failed";
}

interface Tally {
  total: number;
  skipped: number;
  ran: number;
  failed: number;
  savedBytes: number;
  secondsSaved: number;
}

/** Counts as events come, and writes a progress line after a result, at most one a second. */
function progressOf(reporter: Reporter, paint: Paint): Listener {
  const tally: Tally = { total: 0, skipped: 0, ran: 0, failed: 0, savedBytes: 0, secondsSaved: 0 };
  const seconds = new Map<string, number>();
  let beganAtMs: number | undefined;
  let shownAtMs = 0;
  return (event) => {
    beganAtMs ??= event.atMs;
    if (event.kind === "planned") {
      tally.total = event.verdicts.length;
      for (const verdict of event.verdicts)
        if (verdict.seconds !== undefined) seconds.set(verdict.task.shard.id, verdict.seconds);
    }
    if (event.kind === "saved" && event.outcome === "saved") tally.savedBytes += event.sizeBytes;
    if (event.kind !== "result") return;
    count(tally, event.result, seconds);
    if (!isTold(event.result) || event.atMs - shownAtMs < PROGRESS_EVERY_MS) return;
    shownAtMs = event.atMs;
    const { skipped, ...rest } = tally;
    const elapsedMs = event.atMs - beganAtMs;
    reporter.info(paint("dim", renderProgress({ ...rest, done: skipped + tally.ran, elapsedMs })));
  };
}

function count(tally: Tally, { id, outcome }: Result, seconds: ReadonlyMap<string, number>): void {
  if (outcome === "done") tally.ran += 1;
  if (outcome === "failed") tally.failed += 1;
  if (outcome !== "skipped") return;
  tally.skipped += 1;
  tally.secondsSaved += seconds.get(id) ?? 0;
}
