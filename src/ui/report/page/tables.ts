import { formatBytes, formatDuration } from "../../../core/text/duration.ts";
import type { JobReport, Report } from "../model.ts";
import { html, type Html } from "./html.ts";

const MOST_SLOWEST = 15;
const MOST_JOBS = 300;

export function decisionTable({ decisions }: Report): readonly Html[] {
  if (decisions.length === 0) return [];
  const rows = decisions.map(
    ({ decision, reason, shards }) =>
      html`<tr>
        <th scope="row">${reason}</th>
        <td>${decision}</td>
        <td class="num">${shards}</td>
      </tr>`,
  );
  const head = html`<th scope="col">reason</th>
    <th scope="col">decision</th>
    <th scope="col" class="num">shards</th>`;
  return tableOf("Decisions", { head, rows, style: "narrow" });
}

/** The attempts that took the longest. */
export function slowestAttempts({ attempts }: Report): readonly Html[] {
  const slowest = attempts.toSorted((a, b) => b.seconds - a.seconds).slice(0, MOST_SLOWEST);
  if (slowest.length === 0) return [];
  const rows = slowest.map(({ shard, number, slot, outcome, seconds, peakBytes }) => {
    const peak = peakBytes === undefined ? "" : formatBytes(peakBytes);
    return html`<tr>
      <th scope="row"><bdi class="id short">${shard.slice(0, 400)}</bdi></th>
      <td class="num">${formatDuration(seconds * 1000)}</td>
      <td class="${outcome}">${outcome}</td>
      <td class="num">${number}</td>
      <td>${slot}</td>
      <td class="num">${peak}</td>
    </tr>`;
  });
  const head = html`<th scope="col">shard</th>
    <th scope="col" class="num">time</th>
    <th scope="col">outcome</th>
    <th scope="col" class="num">attempt</th>
    <th scope="col">slot</th>
    <th scope="col" class="num">peak memory</th>`;
  return tableOf("Slowest attempts", { head, rows });
}

/** Of one job the head of the page says it all. */
export function jobTable({ jobs }: Report): readonly Html[] {
  if (jobs.length < 2) return [];
  const rows = jobs.slice(0, MOST_JOBS).map((job) => {
    const took = formatDuration(job.lastMs - job.beganMs);
    return html`<tr>
      <th scope="row"><bdi>${job.name}</bdi></th>
      <td>${job.host}</td>
      <td class="num">${took}</td>
      <td class="num">${job.total}</td>
      <td>${endOf(job)}</td>
    </tr>`;
  });
  const head = html`<th scope="col">job</th>
    <th scope="col">machine</th>
    <th scope="col" class="num">time</th>
    <th scope="col" class="num">shards</th>
    <th scope="col">end</th>`;
  return tableOf(jobs.length > MOST_JOBS ? `Jobs, the first ${MOST_JOBS}` : "Jobs", { head, rows });
}

/** How a run ended, in words. */
export function endOf({ exitCode, stopped }: JobReport): string {
  if (exitCode === undefined) return "the log ends before the run";
  return `exit code ${exitCode}${stopped === undefined ? "" : `, stopped by ${stopped}`}`;
}

interface Table {
  readonly head: Html;
  readonly rows: readonly Html[];
  readonly style?: string;
}

function tableOf(title: string, { head, rows, style = "" }: Table): readonly Html[] {
  return [
    html`<h2>${title}</h2>
      <div class="scroll" role="region" aria-label="${title}" tabindex="0">
        <table class="${style}">
          <thead>
            <tr>
              ${head}
            </tr>
          </thead>
          <tbody>
            ${rows}
          </tbody>
        </table>
      </div>`,
  ];
}
