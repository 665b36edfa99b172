import type {
  CollectAnswer,
  CollectedShard,
  MarkAnswer,
  RunAnswer,
} from "../../core/answers/answers.ts";
import { countReasons, countVerdicts } from "../../core/decide/counts.ts";
import { formatDuration } from "../../core/text/duration.ts";
import { formatCompute } from "./progress.ts";
import { plural } from "../../core/text/text.ts";
import type { Result, RetiredSlots } from "../../run/results.ts";
import type { Verdict } from "../../checkpoint/survey.ts";
import { failedLine, failureLines, goOnLine } from "./failure-lines.ts";
import type { Paint } from "./paint.ts";
import { stateCounts, stateFacts, statesAtEnd } from "./state-words.ts";
import { retiredLine } from "./retired-lines.ts";

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
  const width = shown.reduce((most, { task }) => Math.max(most, task.shard.id.length), 0);
  const lines = shown.map((verdict) => verdictLine(verdict, Math.min(48, width), paint));
  const hidden = verdicts.length - shown.length;
  const rest =
    hidden > 0
      ? [paint("dim", `… and ${plural(hidden, "more shard")} (--verbose shows them all)`)]
      : [];
  return [...lines, ...rest, "", ...countLines(verdicts, paint)];
}

/** One shard of a plan, its id padded to a width. */
export function verdictLine(verdict: Verdict, width: number, paint: Paint): string {
  const { reason, detail, task } = verdict;
  const more = detail === "" ? "" : paint("dim", `  ${detail}`);
  return `${verdictWord(verdict, paint)} ${task.shard.id.padEnd(width)}  ${reason}${more}`;
}

/** The decision, padded to the longest one. */
export function verdictWord({ kind }: Pick<Verdict, "kind">, paint: Paint): string {
  const colour =
    kind === "skip" ? "green" : kind === "blocked" ? "red" : kind === "resume" ? "cyan" : "yellow";
  return paint(colour, kind.padEnd(7));
}

/** Both counts of every summary, and how often each reason. */
export function countLines(verdicts: readonly Verdict[], paint: Paint): readonly string[] {
  const counts = countVerdicts(verdicts);
  const facts = [
    `${counts.done} of ${plural(counts.total, "shard")} complete`,
    ...stateFacts(stateCounts(counts.states), paint),
    `${counts.pending} to run${counts.resumable > 0 ? ` (${counts.resumable} resumed)` : ""}`,
    ...(counts.blocked > 0 ? [paint("red", `${counts.blocked} blocked`)] : []),
  ];
  const reasons = countReasons(verdicts).map(([reason, amount]) => `${reason} ${amount}`);
  return [
    paint("bold", facts.join(" · ")),
    ...(reasons.length > 0 ? [paint("dim", reasons.join(" · "))] : []),
  ];
}

/** One line for a shard that this run has settled. */
export function resultLine(result: Result, paint: Paint): string {
  const { outcome, id, seconds, attempts, why, reason } = result;
  if (outcome === "failed") return failedLine(result, paint);
  const tries = attempts > 1 ? `, try ${attempts}` : "";
  if (outcome === "done")
    return `${paint("green", "done")}    ${id}  ${reason}, ${formatDuration(seconds * 1000)}${tries}`;
  if (result.decision === "blocked")
    return `${paint("red", "blocked")} ${id}  ${reason}: ${why ?? ""}`;
  if (outcome === "stopped") return `${paint("yellow", "stopped")} ${id}  ${why ?? "not started"}`;
  return `${paint("green", "skip")}    ${id}  ${why ?? reason}`;
}

interface EndRules {
  readonly retired: readonly RetiredSlots[];
  readonly paint: Paint;
  /** Gives the line that runs one shard, or all that remain, again, for a shell. */
  readonly again: (id?: string) => string;
}

/** The last lines of a run: the counts, and what failed. */
export function runEndLines(answer: RunAnswer, rules: EndRules): readonly string[] {
  const { retired, paint } = rules;
  return [
    ...retired.map((one) => paint("yellow", retiredLine(one))),
    paint("bold", totalsOf(answer, paint)),
    ...failureLines(answer.shards, rules),
    ...goOnLine(answer.shards, rules.again),
  ];
}

function totalsOf(answer: RunAnswer, paint: Paint): string {
  const complete = answer.skipped + answer.ran;
  const stopped = answer.shards.filter(
    ({ outcome, decision }) => outcome === "stopped" && decision !== "blocked",
  );
  const unstarted = stopped.filter(({ attempts }) => attempts === 0).length;
  const facts = [
    `${complete} of ${plural(answer.total, "shard")} complete`,
    `${answer.skipped} skipped`,
    `${answer.ran} ran${answer.resumed > 0 ? ` (${answer.resumed} resumed)` : ""}`,
    ...(answer.failed > 0 ? [paint("red", `${answer.failed} failed`)] : []),
    ...(answer.blocked > 0 ? [paint("red", `${answer.blocked} blocked`)] : []),
    ...(stopped.length > unstarted ? [`${stopped.length - unstarted} stopped`] : []),
    ...(unstarted > 0 ? [`${unstarted} not started${ofThese(answer)}`] : []),
    ...(answer.saved > 0 ? [`${answer.saved} saved`] : []),
    ...(answer.unsaved > 0 ? [paint("red", `${answer.unsaved} not saved`)] : []),
    ...(answer.secondsSaved > 0 ? [`${formatCompute(answer.secondsSaved)} not run again`] : []),
  ];
  return facts.join(" · ");
}

/** What is known of the shards that were not started; those that were stopped are counted by themselves. */
function ofThese(answer: RunAnswer): string {
  const known = statesAtEnd(answer).filter(([words]) => words !== "interrupted");
  return known.length === 0 ? "" : ` (${known.map(([words, n]) => `${n} ${words}`).join(", ")})`;
}

/** The missing shards of a collect, and the counts. */
export function collectLines(answer: CollectAnswer, paint: Paint): readonly string[] {
  const missing = answer.shards.filter(({ outcome }) => outcome === "missing");
  const shown = missing.slice(0, MOST_MISSING).map((shard) => paint("red", missingLine(shard)));
  const hidden = missing.length - shown.length;
  const facts = [
    `${answer.done} of ${plural(answer.total, "shard")} complete`,
    `${answer.brought} brought`,
    ...(answer.missingCount > 0 ? [paint("red", `${answer.missingCount} missing`)] : []),
  ];
  return [
    ...shown,
    ...(hidden > 0 ? [paint("dim", `… and ${plural(hidden, "more shard")}`)] : []),
    paint("bold", facts.join(" · ")),
  ];
}

/** The next step where shards are missing; `undefined` where none is. `again` is the command that runs what remains. */
export function collectNext(
  { shards }: Pick<CollectAnswer, "shards">,
  { isStep, again }: { readonly isStep: boolean; readonly again: string },
): string | undefined {
  const missing = shards.filter(({ outcome }) => outcome === "missing");
  if (missing.length === 0) return undefined;
  if (missing.every(({ reason }) => reason === "done-in-store"))
    return "Next: collect again. The store has what is missing, and did not give it.";
  if (!isStep) return `Next: ${again}`;
  return (
    "Next: re-run the failed jobs of this workflow run, or run the workflow again. Only what is missing is computed; " +
    "what a runner has finished and not saved is saved from its disk."
  );
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

/** Up to this many refusals are shown: after a change there may be one for every shard. */
const MOST_REFUSED = 20;

/** The answer of `mark`, `unmark` and `adopt`; `word` says what was done. */
export function markLines(answer: MarkAnswer, word: string): readonly string[] {
  const hidden = answer.refused.length - MOST_REFUSED;
  return [
    ...answer.changed.map((id) => `${word}  ${id}`),
    ...answer.refused.slice(0, MOST_REFUSED).map(({ id, why }) => `refused  ${id}  ${why}`),
    ...(hidden > 0 ? [`… and ${plural(hidden, "more refused shard")} (--json has them all)`] : []),
    `${answer.changed.length} ${word}, ${answer.unchanged.length} unchanged, ${answer.refused.length} refused`,
  ];
}
