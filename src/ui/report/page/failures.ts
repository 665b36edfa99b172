import { nameSome, plural } from "../../../core/text/text.ts";
import { groupFailures, type FailureGroup } from "../../render/failure-lines.ts";
import type { Report, ShardReport } from "../model.ts";
import { html, type Html } from "./html.ts";

/** Above so many ways to fail, the rest is in the table alone. */
const MOST_GROUPS = 50;
const MOST_IDS = 30;
/** The first are open. */
const OPEN_GROUPS = 10;

/** Gives the line that runs one shard, or all that remain, again, for a shell. */
export type Again = (id?: string) => string;

/** What failed, by its cause, with the last lines of a log; then what is blocked or not saved, and what the runs warned of. */
export function failures(report: Report, again: Again | undefined): readonly Html[] {
  const failed = report.shards.filter(({ end }) => end === "failed");
  const groups = groupFailures(failed);
  const rest = groups.slice(MOST_GROUPS);
  return [
    ...(failed.length === 0 ? [] : [html`<h2 id="failures">Failures</h2>`]),
    ...groups.slice(0, MOST_GROUPS).map((group, place) => groupOf(group, place < OPEN_GROUPS)),
    ...(rest.length === 0
      ? []
      : [html`<p>${plural(rest.length, "more cause")}: see the table of shards.</p>`]),
    ...goOn(failed, again),
    ...listed(
      "Blocked",
      report.shards.filter(({ end }) => end === "blocked"),
      ({ why }) => why,
    ),
    ...listed(
      "Done, and not saved",
      report.shards.filter(({ unsaved }) => unsaved !== undefined),
      ({ unsaved }) => unsaved,
    ),
    ...remarks(report),
  ];
}

function groupOf({ why, shards }: FailureGroup<ShardReport>, isOpen: boolean): Html {
  const [first] = shards;
  const ids = shards.map(({ id }) => id);
  const isOne = ids.length === 1;
  const title = isOne
    ? html`<h3><bdi class="id">${clipped(first.id)}</bdi> failed</h3>`
    : html`<h3>${plural(ids.length, "shard")} failed alike</h3>`;
  const names = isOne
    ? undefined
    : html`<p>
        ${nameSome(
          ids.map((id) => clipped(id, 120)),
          MOST_IDS,
        )}
      </p>`;
  const tail =
    first.logTail === undefined
      ? undefined
      : html`<pre tabindex="0" aria-label="Last lines of the log">${first.logTail}</pre>`;
  const path =
    first.logPath === undefined
      ? undefined
      : html`<p class="dim">
          ${isOne ? "Its log" : html`The log of ${clipped(first.id)}`}:
          <code>${first.logPath}</code>
        </p>`;
  const open = new Map([[true, html` open`]]).get(isOpen);
  return html`<details class="failure" ${open}>
    <summary>${title}: <bdi>${clipped(why)}</bdi></summary>
    <div>${names}${tail}${path}</div>
  </details>`;
}

/** Enough to know a text by; the table has it in full. */
function clipped(text: string, most = 400): string {
  return text.length > most ? `${text.slice(0, most)}\u2026` : text;
}

/** Nothing is lost by it: what is done is skipped. */
function goOn(failed: readonly ShardReport[], again: Again | undefined): readonly Html[] {
  const open = failed.filter(({ stays }) => !stays);
  const [first] = open;
  if (first === undefined || again === undefined) return [];
  const line = open.length === 1 ? again(first.id) : again();
  return [html`<p>To go on once that is mended: <code>${line}</code></p>`];
}

const MOST_LISTED = 50;

function listed(
  title: string,
  shards: readonly ShardReport[],
  whyOf: (shard: ShardReport) => string | undefined,
): readonly Html[] {
  if (shards.length === 0) return [];
  const rows = shards.slice(0, MOST_LISTED).map(
    (shard) =>
      html`<tr>
        <th scope="row" class="id">${clipped(shard.id)}</th>
        <td>${whyOf(shard)}</td>
      </tr>`,
  );
  const caption = `${plural(shards.length, "shard")}${shards.length > MOST_LISTED ? `, the first ${MOST_LISTED}` : ""}`;
  return [
    html`<h2>${title}</h2>
      <div class="scroll">
        <table>
          <caption>
            ${caption}
          </caption>
          <thead>
            <tr>
              <th scope="col">shard</th>
              <th scope="col">why</th>
            </tr>
          </thead>
          <tbody>
            ${rows}
          </tbody>
        </table>
      </div>`,
  ];
}

function remarks({ jobs }: Report): readonly Html[] {
  const all = jobs.flatMap((job) => job.remarks);
  if (all.length === 0) return [];
  const more = jobs.reduce((sum, job) => sum + job.moreRemarks, 0);
  const items = all.map(({ kind, shard, text }) => {
    const label = shard === undefined ? undefined : html`<bdi class="id">${clipped(shard)}</bdi>: `;
    return html`<li>
      <span class="${kind === "fault" ? "failed" : "stopped"}">${kind}</span> ${label}<bdi
        >${text}</bdi
      >
    </li>`;
  });
  const title = plural(all.length + more, "warning");
  return [
    html`<details>
      <summary>${title}</summary>
      <ul>
        ${items}
      </ul>
    </details>`,
  ];
}
