import type { CollectAnswer, CollectedShard, MarkAnswer, RunAnswer } from "../core/answers.ts";
import { countReasons, countVerdicts } from "../core/counts.ts";
import { formatDuration } from "../core/duration.ts";
import { formatHours } from "../core/progress.ts";
import { count } from "../core/text.ts";
import type { Result } from "../run/ledger.ts";
import type { Verdict } from "../survey/survey.ts";
import type { Paint } from "./terminal.ts";

/** Up to this many shards each has a line of its own even when it is done. */
const MOST_LINES = 200;

/** A plan for a terminal: one line per shard with its reason, and the counts. */
export function planLines(
  verdicts: readonly Verdict[],
  rules: { readonly verbose: boolean; readonly paint: Paint },
): readonly string[] {
  const { paint, verbose } = rules;
  const isLong = verdicts.length > MOST_LINES && !verbose;
  const shown = isLong
    ? verdicts.filter(({ kind }) => kind !== "skip").slice(0, MOST_LINES)
    : verdicts;
  const width = Math.min(48, Math.max(0, ...shown.map(({ task }) => task.shard.id.length)));
  const lines = shown.map((verdict) => verdictLine(verdict, width, paint));
  const hidden = verdicts.length - shown.length;
  const rest =
    hidden > 0
      ? [paint("dim", `… and ${count(hidden, "more shard")} (--verbose shows them all)`)]
      : [];
  return [...lines, ...rest, "", ...countLines(verdicts, paint)];
}

function verdictLine({ kind, reason, detail, task }: Verdict, width: number, paint: Paint): string {
  const colour =
    kind === "skip" ? "green" : kind === "blocked" ? "red" : kind === "resume" ? "cyan" : "yellow";
  const more = detail === "" ? "" : paint("dim", `  ${detail}`);
  return `${paint(colour, kind.padEnd(7))} ${task.shard.id.padEnd(width)}  ${reason}${more}`;
}

/** Both counts of every summary, and how often each reason. */
function countLines(verdicts: readonly Verdict[], paint: Paint): readonly string[] {
  const counts = countVerdicts(verdicts);
  const facts = [
    `${counts.done} of ${count(counts.total, "shard")} complete`,
    `${counts.inProgress} in progress`,
    `${counts.pending} to run${counts.resumable > 0 ? ` (${counts.resumable} resumed)` : ""}`,
    ...(counts.blocked > 0 ? [paint("red", `${counts.blocked} blocked`)] : []),
  ];
  const reasons = countReasons(verdicts).map(([reason, amount]) => `${reason} ${amount}`);
  return [
    paint("bold", facts.join(" · ")),
    ...(reasons.length > 0 ? [paint("dim", reasons.join(" · "))] : []),
  ];
}

/** One line for a shard that this run has settled; more for one that failed. */
export function resultLine(result: Result, paint: Paint): string {
  const { outcome, id, seconds, attempts, why, reason } = result;
  const time = formatDuration(seconds * 1000);
  const tries = attempts > 1 ? `, try ${attempts}` : "";
  if (outcome === "done") return `${paint("green", "done")}    ${id}  ${reason}, ${time}${tries}`;
  if (result.decision === "blocked")
    return `${paint("red", "blocked")} ${id}  ${reason}: ${why ?? ""}`;
  if (outcome === "stopped") return `${paint("yellow", "stopped")} ${id}  ${why ?? "not started"}`;
  if (outcome === "skipped") return `${paint("green", "skip")}    ${id}  ${why ?? reason}`;
  return `${paint("red", "failed")}  ${id}  ${why ?? reason} (${time}${tries})\n        ${paint("dim", `to try it again: ${pasteLine(id)}`)}`;
}

/** The command that runs one shard again, for a shell of a laptop. No log takes it for a workflow command. */
export function pasteLine(id: string): string {
  const quoted =
    /^[\w./-]+$/.test(id) && !id.startsWith("-")
      ? id
      : `'${id.replaceAll("'", `'\\''`).replaceAll("##[", "##''[")}'`;
  return `donemark run --only=${quoted} --force=${quoted}`;
}

/** The last lines of a run. */
export function runLines(answer: RunAnswer, paint: Paint): readonly string[] {
  const complete = answer.skipped + answer.ran;
  const facts = [
    `${complete} of ${count(answer.total, "shard")} complete`,
    `${answer.inProgress} in progress`,
    `${answer.skipped} skipped`,
    `${answer.ran} ran${answer.resumed > 0 ? ` (${answer.resumed} resumed)` : ""}`,
    ...(answer.failed > 0 ? [paint("red", `${answer.failed} failed`)] : []),
    ...(answer.blocked > 0 ? [paint("red", `${answer.blocked} blocked`)] : []),
    ...(answer.saved > 0 ? [`${answer.saved} saved`] : []),
    ...(answer.secondsSaved > 0 ? [`${formatHours(answer.secondsSaved)} not run again`] : []),
  ];
  return [paint("bold", facts.join(" · "))];
}

/** What is missing at a collect, and the counts. */
export function collectLines(answer: CollectAnswer, paint: Paint): readonly string[] {
  const missing = answer.shards.filter(({ outcome }) => outcome === "missing");
  const shown = missing.slice(0, MOST_MISSING).map((shard) => paint("red", missingLine(shard)));
  const hidden = missing.length - shown.length;
  const facts = [
    `${answer.done} of ${count(answer.total, "shard")} complete`,
    `${answer.brought} brought`,
    ...(answer.missingCount > 0 ? [paint("red", `${answer.missingCount} missing`)] : []),
  ];
  return [
    ...shown,
    ...(hidden > 0 ? [paint("dim", `… and ${count(hidden, "more shard")}`)] : []),
    paint("bold", facts.join(" · ")),
  ];
}

/** Up to this many missing shards are named in a log; the file of results has them all. */
const MOST_MISSING = 1000;

function missingLine(shard: CollectedShard): string {
  return `Shard ${shard.id} is missing: ${missingBecause(shard)}`;
}

/** Why a shard is missing, in words. */
export function missingBecause({ reason, why }: CollectedShard): string {
  return `${reason}${why === undefined || why === "" ? "" : ` (${why})`}`;
}

/** What `mark` and `unmark` did. */
export function markLines(answer: MarkAnswer, word: string): readonly string[] {
  return [
    ...answer.changed.map((id) => `${word}  ${id}`),
    ...answer.refused.map(({ id, why }) => `refused  ${id}  ${why}`),
    `${answer.changed.length} ${word}, ${answer.unchanged.length} unchanged, ${answer.refused.length} refused`,
  ];
}
