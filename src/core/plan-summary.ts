import type { CollectAnswer } from "./answers.ts";
import { countVerdicts } from "./counts.ts";
import { formatDuration } from "./duration.ts";
import { code, escape, foldedTable, table } from "./markdown.ts";
import { reasonTable, type SummaryVerdict } from "./summary.ts";
import { count } from "./text.ts";

interface Facts {
  readonly store: string;
  readonly elapsedMs: number;
}

/** The job summary of a plan, in Markdown: both counts, each reason, and what is not done. */
export function renderPlan(
  verdicts: readonly SummaryVerdict[],
  { jobs, ...facts }: Facts & { readonly jobs: number },
): string {
  const { total, done, inProgress, pending, resumable, blocked } = countVerdicts(verdicts);
  const sign = blocked > 0 ? "❌" : pending > 0 ? "▶️" : "✅";
  const work = pending > 0 ? `, ${pending} to run in ${count(jobs, "job")}` : "";
  const open = verdicts.filter(({ kind }) => kind !== "skip");
  const rows = blockedFirst(open).map(({ kind, reason, detail, task }) => [
    code(task.shard.id),
    kind,
    escape(detail === "" ? reason : `${reason}: ${detail}`),
  ]);
  return [
    `### ${sign} ${done} of ${count(total, "shard")} complete${work}`,
    "",
    table(
      ["complete", "in progress", "to run", "of these resumed", "blocked", "jobs"],
      [[done, inProgress, pending, resumable, blocked, jobs].map(String)],
    ),
    "",
    factLine(facts),
    "",
    reasonTable(verdicts),
    ...foldedTable(`${count(open.length, "shard")} not done`, ["shard", "decision", "why"], rows),
    "",
  ].join("\n");
}

/** The job summary of a collect, in Markdown: how many are proven done, and what is missing. */
export function renderCollect(answer: CollectAnswer, facts: Facts): string {
  const { total, done, brought, missingCount, shards } = answer;
  const missing = shards.filter(({ outcome }) => outcome === "missing");
  const rows = missing.map(({ id, reason, why }) => [
    code(id),
    escape(why === undefined || why === "" ? reason : `${reason}: ${why}`),
  ]);
  return [
    `### ${missingCount > 0 ? "❌" : "✅"} ${done} of ${count(total, "shard")} complete`,
    "",
    table(
      ["complete", "brought", "were here", "left in the store", "missing"],
      [
        [done, brought, amount(answer, "here"), amount(answer, "in-store"), missingCount].map(
          String,
        ),
      ],
    ),
    "",
    factLine(facts),
    ...foldedTable(`${count(missing.length, "shard")} missing`, ["shard", "why"], rows),
    "",
  ].join("\n");
}

function amount({ shards }: CollectAnswer, wanted: string): number {
  return shards.filter(({ outcome }) => outcome === wanted).length;
}

function blockedFirst(verdicts: readonly SummaryVerdict[]): readonly SummaryVerdict[] {
  const isBlocked = ({ kind }: SummaryVerdict): boolean => kind === "blocked";
  return [...verdicts.filter(isBlocked), ...verdicts.filter((verdict) => !isBlocked(verdict))];
}

function factLine({ store, elapsedMs }: Facts): string {
  return `Store ${code(store)} · took ${formatDuration(elapsedMs)}`;
}
