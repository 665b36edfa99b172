import type { CollectAnswer } from "../../core/answers/answers.ts";
import { countVerdicts } from "../../core/decide/counts.ts";
import { formatDuration } from "../../core/text/duration.ts";
import { code, countsTable, escape, foldedTable, table } from "./markdown.ts";
import type { Report } from "../report/model.ts";
import { jobsFailures, jobsTotals } from "./jobs-summary.ts";
import { reasonTable, type SummaryVerdict } from "./run-summary.ts";
import { stateCounts } from "./state-words.ts";
import { plural } from "../../core/text/text.ts";

interface Facts {
  readonly store: string;
  readonly elapsedMs: number;
}

/** The job summary of a plan, in Markdown: both counts, each reason, and what is not done. */
export function renderPlan(
  verdicts: readonly SummaryVerdict[],
  {
    jobs,
    packing,
    ...facts
  }: Facts & { readonly jobs: number; readonly packing?: string | undefined },
): string {
  const { total, done, states, pending, resumable, blocked } = countVerdicts(verdicts);
  const sign = blocked > 0 ? "❌" : pending > 0 ? "▶️" : "✅";
  const work = pending > 0 ? `, ${pending} to run in ${plural(jobs, "job")}` : "";
  const open = verdicts.filter(({ kind }) => kind !== "skip");
  const rows = blockedFirst(open).map(({ kind, reason, detail, task }) => [
    code(task.shard.id),
    kind,
    escape(detail === "" ? reason : `${reason}: ${detail}`),
  ]);
  return [
    `### ${sign} ${done} of ${plural(total, "shard")} complete${work}`,
    "",
    countsTable([
      ["complete", done],
      ...stateCounts(states),
      ["to run", pending],
      ["of these resumed", resumable],
      ["blocked", blocked],
      ["jobs", jobs],
    ]),
    "",
    factLine(facts),
    ...(packing === undefined ? [] : ["", `${escape(packing)}.`]),
    "",
    reasonTable(verdicts),
    ...foldedTable(`${plural(open.length, "shard")} not done`, ["shard", "decision", "why"], rows),
    "",
  ].join("\n");
}

interface CollectFacts extends Facts {
  readonly next?: string | undefined;
  /** What the event logs of the jobs tell; absent without any. */
  readonly jobs?: Report | undefined;
  /** Gives the line that runs one shard again, for a shell. */
  readonly again: (id: string) => string;
}

/** The job summary of a collect, in Markdown: how many are proven done, and what is missing. */
export function renderCollect(
  answer: CollectAnswer,
  { next, jobs, again, ...facts }: CollectFacts,
): string {
  const { total, done, brought, missingCount, shards } = answer;
  const missing = shards.filter(({ outcome }) => outcome === "missing");
  const rows = missing.map(({ id, reason, why }) => [
    code(id),
    escape(why === undefined || why === "" ? reason : `${reason}: ${why}`),
  ]);
  return [
    `### ${missingCount > 0 ? "❌" : "✅"} ${done} of ${plural(total, "shard")} complete`,
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
    "",
    ...(jobs === undefined
      ? []
      : [
          ...jobsFailures(jobs, { missing: new Set(missing.map(({ id }) => id)), again }),
          ...jobsTotals(jobs),
        ]),
    ...foldedTable(`${plural(missing.length, "shard")} missing`, ["shard", "why"], rows),
    ...(next === undefined ? [] : ["", next]),
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
