import { formatDuration } from "../../../core/text/duration.ts";
import { plural } from "../../../core/text/text.ts";
import type { AttemptOutcome, AttemptReport, Report, SlotReport } from "../model.ts";
import { html, type Html } from "./html.ts";

/** The width of a row in its own units. */
const WIDTH = 1000;
/** So many bars in all are seen apart; a row of one of many slots gets fewer. */
const MOST_BARS = 40_000;
/** Above so many, the rest is folded. */
const OPEN_SLOTS = 48;

const OUTCOMES: readonly AttemptOutcome[] = ["done", "stopped", "unfinished", "failed"];

interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** A row for each slot with its attempts, from the first start of a command to the last end. */
export function timeline({ slots, attempts, jobs }: Report): readonly Html[] {
  if (slots.length === 0) return [];
  const lastMs = jobs.reduce((most, job) => Math.max(most, job.lastMs), 0);
  const fromMs = attempts.reduce((least, one) => Math.min(least, one.startMs), lastMs);
  const span = { fromMs, toMs: Math.max(lastMs, fromMs + 1) };
  const steps = Math.max(50, Math.min(WIDTH, Math.floor(MOST_BARS / slots.length)));
  const named = jobs.length > 1 ? jobs.map(({ name }) => `${name} \u00b7 `) : [];
  const rows = slots.map((slot) => {
    const bars = slot.attempts.flatMap((place) => attempts[place] ?? []);
    return slotRow(`${named[slot.job] ?? ""}${slot.slot}`, slot, barPaths(bars, span, steps));
  });
  const rest = rows.slice(OPEN_SLOTS);
  return [
    html`<h2 id="timeline">Timeline</h2>
      <div class="slots">${rows.slice(0, OPEN_SLOTS)}${axis(span)}</div>`,
    ...(rest.length === 0
      ? []
      : [
          html`<details>
            <summary>${plural(rest.length, "more slot")}</summary>
            <div class="slots">${rest}</div>
          </details>`,
        ]),
  ];
}

function slotRow(name: string, slot: SlotReport, bars: readonly Html[]): Html {
  const { gpu, busySeconds, idleSeconds, attempts } = slot;
  const all = busySeconds + idleSeconds;
  const busy = `${all === 0 ? 0 : Math.round((100 * busySeconds) / all)}% busy`;
  const label = gpu === undefined ? name : `${name} (GPU ${gpu})`;
  const about = `${label}: ${plural(attempts.length, "attempt")}, ${busy}`;
  return html`<span class="name" title="${label}"><bdi>${label}</bdi></span
    ><svg role="img" aria-label="${about}" viewBox="0 0 ${WIDTH} 10" preserveAspectRatio="none">
      ${bars}</svg
    ><span class="dim num">${busy}</span>`;
}

/** One path for each outcome. What a reader cannot see apart is one bar, and a failure is drawn above the rest. */
function barPaths(attempts: readonly AttemptReport[], span: Span, steps: number): readonly Html[] {
  const scale = steps / (span.toMs - span.fromMs);
  return OUTCOMES.flatMap((outcome) => {
    const mine = attempts.filter((one) => one.outcome === outcome);
    const bars: { from: number; to: number }[] = [];
    for (const attempt of mine) {
      const { fromMs, toMs } = timesOf(attempt, span);
      const from = Math.floor((fromMs - span.fromMs) * scale);
      const to = Math.max(from + 0.5, Math.ceil((toMs - span.fromMs) * scale) - 0.25);
      const last = bars.at(-1);
      if (last !== undefined && from < last.to) last.to = Math.max(last.to, to);
      else bars.push({ from, to });
    }
    const unit = WIDTH / steps;
    const path = bars.map(({ from, to }) => {
      const width = rounded((to - from) * unit);
      return `M${rounded(from * unit)} 0h${width}v10h-${width}z`;
    });
    return path.length === 0 ? [] : [html`<path class="${outcome}" d="${path.join("")}" />`];
  });
}

/** The shards of one program are handed to it at once: its time for each is the one before the shard's end. */
function timesOf({ startMs, endMs, seconds }: AttemptReport, { toMs: lastMs }: Span): Span {
  const toMs = endMs ?? lastMs;
  return { fromMs: Math.max(startMs, Math.min(toMs, toMs - seconds * 1000)), toMs };
}

function axis({ fromMs, toMs }: Span): Html {
  const ticks = [0, 1, 2, 3, 4].map((part) => {
    return html`<span>${formatDuration(((toMs - fromMs) * part) / 4)}</span>`;
  });
  return html`<span class="dim">from ${new Date(fromMs).toISOString().slice(11, 19)} UTC</span
    ><span class="axis">${ticks}</span><span></span>`;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
