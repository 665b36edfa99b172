import { formatDuration } from "../../core/text/duration.ts";
import { harmlessLine } from "../../core/text/log-line.ts";
import { compareText, nameSome } from "../../core/text/text.ts";
import { cutToCells } from "./cells.ts";
import type { Paint } from "./paint.ts";
import { renderProgress } from "./progress.ts";
import type { RunningShard, RunView } from "./run-view.ts";

/** The room that a terminal has, in cells. */
export interface Room {
  readonly columns: number;
  readonly rows: number;
}

interface Drawing {
  readonly room: Room;
  readonly paint: Paint;
  /** Milliseconds since 1970. */
  readonly nowMs: number;
}

const BAR_CELLS = 20;
const MOST_IDS = 3;

/**
 * What a run does at this moment: a bar of all shards, one line for each slot that works, and what is being saved. No line
 * is wider than the terminal, and at most half of its rows are used.
 */
export function liveBlock(view: RunView, { room, paint, nowMs }: Drawing): readonly string[] {
  const { columns, rows } = room;
  const progress = view.progress();
  const settled = progress.done + progress.failed;
  const all = `${bar(settled / Math.max(1, progress.total))} ${renderProgress(progress)}`;
  const running = view.running().toSorted(bySlot);
  const most = Math.max(1, Math.floor(rows / 2) - 3);
  const shown = running.slice(0, most);
  const more = running.length - shown.length;
  const saving = view.saving();
  const lines = [
    all,
    ...shown.map((shard) => slotLine(shard, nowMs)),
    ...(more > 0 ? [`… and ${more} more running`] : []),
    ...(saving.length > 0 ? [`saving ${nameSome(saving, MOST_IDS)}`] : []),
  ];
  return lines.map((line) => paint("dim", cutToCells(harmlessLine(line), columns - 1)));
}

/** A slot keeps its place while its shards come and go. */
function bySlot({ slot: a }: RunningShard, { slot: b }: RunningShard): number {
  return a.length - b.length || compareText(a, b);
}

function slotLine(
  { id, slot, gpu, sinceMs, attempt, usualMs }: RunningShard,
  nowMs: number,
): string {
  const tookMs = Math.max(0, nowMs - sinceMs);
  const place = gpu === undefined ? slot : `gpu ${gpu}`;
  const part = usualMs === undefined ? undefined : Math.min(0.99, tookMs / Math.max(1, usualMs));
  const usual = usualMs === undefined ? "" : ` of about ${formatDuration(usualMs)}`;
  const facts = [
    `${formatDuration(Math.floor(tookMs / 1000) * 1000)}${usual}`,
    ...(attempt > 1 ? [`try ${attempt}`] : []),
  ];
  return `${bar(part ?? 0)} ${place}  ${id}  ${facts.join(", ")}`;
}

/** A bar of 22 cells. `part` is between 0 and 1. */
export function bar(part: number): string {
  const full = Math.floor(Math.min(1, Math.max(0, part)) * BAR_CELLS);
  return `[${"#".repeat(full)}${"-".repeat(BAR_CELLS - full)}]`;
}

/** The same in one line, for a log that nobody watches. */
export function heartbeatLine(view: RunView, nowMs: number): string {
  const running = view.running().map(({ id, slot, gpu, sinceMs }) => {
    const place = gpu === undefined ? slot : `gpu ${gpu}`;
    return `${id} on ${place} for ${formatDuration(Math.floor((nowMs - sinceMs) / 1000) * 1000)}`;
  });
  const saving = view.saving();
  const facts = [
    ...(running.length > 0 ? [`running ${nameSome(running, MOST_IDS)}`] : []),
    ...(saving.length > 0 ? [`saving ${nameSome(saving, MOST_IDS)}`] : []),
    renderProgress(view.progress()),
  ];
  return facts.join(" · ");
}
