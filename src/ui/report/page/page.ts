import { createHash } from "node:crypto";
import { formatBytes, formatDuration } from "../../../core/text/duration.ts";
import { plural } from "../../../core/text/text.ts";
import { SHARD_ENDS, type JobReport, type Report } from "../model.ts";
import { failures, type Again } from "./failures.ts";
import { Html, html } from "./html.ts";
import { packShards } from "./shard-data.ts";
import { STYLE } from "./style.ts";
import { decisionTable, endOf, jobTable, slowestAttempts } from "./tables.ts";
import { timeline } from "./timeline.ts";

export interface PageOptions {
  /** The script of the page: dist/page.js. */
  readonly script: string;
  readonly again?: Again | undefined;
}

/** A report as one page that loads nothing and works from a file. Without its script all but the table of shards is there. */
export function renderPage(report: Report, { script, again }: PageOptions): string {
  const policy = `default-src 'none'; script-src '${hashOf(script)}'; style-src '${hashOf(STYLE)}'; base-uri 'none'; form-action 'none'`;
  const title = headline(report);
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${title} · Donemark</title>
        ${exactly("style", STYLE)}
      </head>
      <body>
        <a class="skip" href="#shards">To the table of shards</a>
        <header>
          <h1>${title}</h1>
          <p class="dim">${origin(report.jobs)}</p>
          ${facts(report)}${bar(report)}
        </header>
        <main>
          ${failures(report, again)}${timeline(report)}${decisionTable(report)}${slowestAttempts(report)}${jobTable(report)}
          <h2 id="shards" tabindex="-1">Shards</h2>
          <div id="table"><p>The table of all shards needs JavaScript.</p></div>
        </main>
        <script type="text/plain" id="data">
          ${new Html(packShards(report))}
        </script>
        ${exactly("script", script)}
      </body>
    </html> `.text;
}

/** The policy names it by its hash: no character may come in between. */
function exactly(name: "style" | "script", text: string): Html {
  return new Html(`<${name}>${text}</${name}>`);
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

function headline({ ends, total, unreached }: Report): string {
  const open = total - ends.done - ends.skipped;
  if (open === 0) return `All ${plural(total, "shard")} done`;
  const counts = [
    ...SHARD_ENDS.slice(0, 4).map((end) => [ends[end], end] as const),
    [unreached, "not started"] as const,
  ];
  const parts = counts
    .filter(([amount]) => amount > 0)
    .map(([amount, end]) => `${grouped(amount)} ${end}`);
  return `${grouped(ends.done + ends.skipped)} of ${plural(total, "shard")} done, ${parts.join(", ")}`;
}

function grouped(amount: number): string {
  return amount.toLocaleString("en");
}

function origin(jobs: readonly JobReport[]): string {
  const [first] = jobs.toSorted((a, b) => a.beganMs - b.beganMs);
  if (first === undefined) return "";
  const began = new Date(first.beganMs).toISOString().replace("T", " ").slice(0, 19);
  const [one] = jobs;
  const place = jobs.length > 1 ? plural(jobs.length, "job") : (one?.host ?? "");
  return [`Began ${began} UTC`, place, ...(jobs.length > 1 ? [] : [endOf(first)])]
    .filter((part) => part !== "")
    .join(" \u00b7 ");
}

function facts({ sums, attempts, jobs }: Report): Html {
  const lost = attempts.filter(({ outcome }) => outcome !== "done").length;
  const time = (seconds: number): string => formatDuration(seconds * 1000);
  const rows: readonly (readonly [string, string, string])[] = [
    ["Took", time(sums.elapsedSeconds), jobs.length > 1 ? "from first to last event" : ""],
    ["Computed", time(sums.computedSeconds), "commands of finished shards"],
    ["Not computed again", time(sums.skippedSeconds), "skipped shards"],
    ["Lost", time(sums.lostSeconds), `${plural(lost, "attempt")} without a result`],
    ["Slots idle", time(sums.idleSeconds), "without a command"],
    ["Made", formatBytes(sums.madeBytes), "checkpoints"],
    ["Saved", formatBytes(sums.savedBytes), plural(sums.savedEntries, "upload")],
  ];
  const items = rows.map(
    ([name, value, more]) =>
      html`<div>
        <dt>${name}</dt>
        <dd>${value}<small>${more}</small></dd>
      </div>`,
  );
  return html`<dl class="facts">${items}</dl>`;
}

function bar({ ends, total, unreached }: Report): Html {
  const all = [...SHARD_ENDS.map((end) => [end, ends[end]] as const)].filter(
    ([, amount]) => amount > 0,
  );
  let at = 0;
  const unit = 1000 / Math.max(1, total);
  const rects = all.map(([end, amount]) => {
    const x = at;
    at += amount * unit;
    return html`<rect
      class="${end}"
      x="${x.toFixed(2)}"
      width="${(amount * unit).toFixed(2)}"
      height="8"
    />`;
  });
  const keys = all.map(
    ([end, amount]) => html`<li><span class="mark ${end}"></span>${grouped(amount)} ${end}</li>`,
  );
  const rest = unreached === 0 ? undefined : html`<li>${grouped(unreached)} not started</li>`;
  return html`<svg class="bar" aria-hidden="true" viewBox="0 0 1000 8" preserveAspectRatio="none">
      ${rects}
    </svg>
    <ul class="keys">
      ${keys}${rest}
    </ul>`;
}
