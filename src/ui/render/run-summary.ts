import type { RunAnswer } from "../../core/answers/answers.ts";
import { countReasons, type Countable } from "../../core/decide/counts.ts";
import { formatDuration } from "../../core/text/duration.ts";
import type { RetiredSlots } from "../../run/results.ts";
import { code, countsTable, escape, foldedTable, table } from "./markdown.ts";
import { formatCompute } from "./progress.ts";
import { failureSections } from "./failure-summary.ts";
import { retiredLine } from "./retired-lines.ts";
import { SAVE_NEXT } from "./unsaved-lines.ts";
import { statesAtEnd } from "./state-words.ts";
import { plural } from "../../core/text/text.ts";

/** A decided shard, as a summary needs it. */
export interface SummaryVerdict extends Countable {
  readonly detail: string;
  readonly task: { readonly shard: { readonly id: string } };
}

export interface SummaryOptions {
  readonly store: string;
  readonly elapsedMs: number;
  readonly retired: readonly RetiredSlots[];
  /** Gives the line that runs one shard again, for a shell. */
  readonly again: (id: string) => string;
}

/** The job summary of a run, in Markdown: the counts, what failed, what was not saved, each reason, what ran and why. */
export function renderSummary(
  answer: RunAnswer,
  verdicts: readonly SummaryVerdict[],
  options: SummaryOptions,
): string {
  return [
    `### ${headline(answer)}`,
    "",
    countTable(answer),
    "",
    facts(answer, options),
    "",
    ...failureSections(
      answer.shards.filter(({ outcome }) => outcome === "failed"),
      options.again,
    ),
    ...options.retired.flatMap((one) => [`⚠️ ${escape(retiredLine(one))}`, ""]),
    ...unsavedTable(answer, options),
    reasonTable(verdicts),
    ...ranTable(answer, verdicts),
    "",
  ].join("\n");
}

function headline(answer: RunAnswer): string {
  const { total, skipped, ran, allDone, failed, blocked, unsaved } = answer;
  const sign = allDone ? "✅" : failed + blocked + unsaved > 0 ? "❌" : "⏸️";
  const rest = [
    ...(blocked > 0 ? [`, ${blocked} blocked`] : []),
    ...(unsaved > 0 ? [`, ${unsaved} not saved`] : []),
  ].join("");
  return `${sign} ${skipped + ran} of ${plural(total, "shard")} complete${rest}`;
}

function countTable(answer: RunAnswer): string {
  const { skipped, ran, resumed, failed, blocked, remaining } = answer;
  return countsTable([
    ["complete", skipped + ran],
    ["skipped", skipped],
    ["ran", ran],
    ["resumed", resumed],
    ["failed", failed],
    ...statesAtEnd(answer),
    ["blocked", blocked],
    ["remaining", remaining],
  ]);
}

function facts(answer: RunAnswer, { store, elapsedMs }: SummaryOptions): string {
  const items = [
    `Store ${code(store)}`,
    `took ${formatDuration(elapsedMs)}`,
    answer.saved > 0 ? `${answer.saved} saved` : undefined,
    answer.secondsSaved > 0 ? `${formatCompute(answer.secondsSaved)} not run again` : undefined,
  ];
  return items.filter((item) => item !== undefined).join(" · ");
}

/** Number of shards with each reason. */
export function reasonTable(verdicts: readonly SummaryVerdict[]): string {
  const rows = countReasons(verdicts).map(([reason, amount]) => [
    kindOf(verdicts, reason),
    reason,
    String(amount),
  ]);
  return table(["decision", "reason", "shards"], rows);
}

function kindOf(verdicts: readonly SummaryVerdict[], reason: string): string {
  const kinds = new Set(
    verdicts.filter((verdict) => verdict.reason === reason).map(({ kind }) => kind),
  );
  return [...kinds].join(", ");
}

function ranTable(answer: RunAnswer, verdicts: readonly SummaryVerdict[]): readonly string[] {
  const details = new Map(verdicts.map(({ task, detail }) => [task.shard.id, detail]));
  const ran = answer.shards.filter(({ outcome }) => outcome !== "skipped");
  const rows = ran.map((shard) => {
    const why = [shard.reason, shard.why ?? details.get(shard.id) ?? ""].filter(
      (text) => text !== "",
    );
    return [
      code(shard.id),
      shard.outcome,
      escape(why.join(": ")),
      formatDuration(shard.seconds * 1000),
      String(shard.attempts),
    ];
  });
  const title = `${plural(ran.length, "shard")} not skipped`;
  return foldedTable(title, ["shard", "outcome", "why", "time", "starts"], rows);
}

/** Finished shards that are not in the store, and what saves them. */
function unsavedTable(
  { shards, unsaved }: RunAnswer,
  { store }: SummaryOptions,
): readonly string[] {
  const rows = shards.flatMap((shard) =>
    shard.unsaved === undefined ? [] : [[code(shard.id), escape(shard.unsaved)]],
  );
  if (rows.length === 0) return [];
  const title = `${plural(unsaved, "finished shard")} not saved to ${code(store)}`;
  return [...foldedTable(title, ["shard", "why"], rows), "", SAVE_NEXT, ""];
}
