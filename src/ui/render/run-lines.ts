import { formatDuration } from "../../core/text/duration.ts";
import { harmlessJson } from "../../core/text/log-line.ts";
import type { Reporter } from "../../core/text/reporter.ts";
import type { Listener, TimedEvent } from "../../run/events.ts";
import type { Result } from "../../run/results.ts";
import { eventJson } from "./event-json.ts";
import { planLines, resultLine } from "./lines.ts";
import { renderProgress } from "./progress.ts";
import type { Paint } from "./paint.ts";
import { retiredLine } from "./retired-lines.ts";
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
  let again = (id: string): string => id;
  return (event) => {
    switch (event.kind) {
      case "planned":
        again = event.again;
        for (const line of planLines(event.verdicts, { verbose: false, paint }))
          reporter.info(line);
        break;
      case "output":
        reporter.output(event.line);
        break;
      case "result":
        if (isTold(event.result)) reporter.info(resultLine(event.result, { paint, again }));
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

/** A shard that was skipped as planned has its line in the plan. */
function isTold({ outcome, why }: Result): boolean {
  return outcome !== "skipped" || why !== undefined;
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
