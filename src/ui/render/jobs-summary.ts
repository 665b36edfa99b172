import { formatBytes, formatDuration } from "../../core/text/duration.ts";
import { compareText, plural } from "../../core/text/text.ts";
import type { JobReport, Report, ShardReport } from "../report/model.ts";
import type { Failed } from "./failure-lines.ts";
import { failureSections } from "./failure-summary.ts";
import { code, escape, foldedTable } from "./markdown.ts";

interface JobsRules {
  /** Ids of the shards that are not done: what failed in one job may have been finished by another. */
  readonly missing: ReadonlySet<string>;
  /** Gives the line that runs one shard again, for a shell. */
  readonly again: (id: string) => string;
}

/** What event logs tell of all jobs, for a job summary in Markdown: failures by their cause, then what is not saved. */
export function jobsFailures({ shards }: Report, { missing, again }: JobsRules): readonly string[] {
  const open = shards
    .filter(({ id }) => missing.has(id))
    .toSorted((a, b) => compareText(a.id, b.id));
  const failed = open.filter(({ end }) => end === "failed").map(asFailed);
  const unsaved = open.filter((shard) => shard.unsaved !== undefined);
  return [
    ...failureSections(failed, again),
    ...foldedTable(
      `${plural(unsaved.length, "shard")} finished and not saved`,
      ["shard", "why"],
      unsaved.map(({ id, unsaved: why = "" }) => [code(id), escape(why)]),
    ),
  ];
}

function asFailed(shard: ShardReport): Failed {
  const { id, reason, why, logTail, logPath, seconds, attempts, stays } = shard;
  return {
    ...{ id, reason, seconds, attempts },
    ...(why !== undefined && { why }),
    ...(logTail !== undefined && { logTail }),
    ...(logPath !== undefined && { logPath }),
    ...(stays && { stays }),
  };
}

/** The sums of all jobs in a line, and a table of the jobs that folds away. */
export function jobsTotals({ jobs, sums }: Report): readonly string[] {
  const facts = [
    plural(jobs.length, "job"),
    `${formatDuration(sums.computedSeconds * 1000)} computed`,
    `${formatDuration(sums.skippedSeconds * 1000)} not computed again`,
    `${formatDuration(sums.lostSeconds * 1000)} lost`,
    `${formatBytes(sums.savedBytes)} saved`,
  ];
  return [
    facts.join(" · "),
    ...foldedTable(
      plural(jobs.length, "job"),
      ["job", "machine", "shards", "took", "end"],
      jobs.map(rowOf),
    ),
  ];
}

function rowOf({
  name,
  host,
  total,
  beganMs,
  lastMs,
  exitCode,
  stopped,
}: JobReport): readonly string[] {
  const end = exitCode === undefined ? "its log ends before it" : `exit code ${exitCode}`;
  return [
    code(name),
    escape(host ?? ""),
    String(total),
    formatDuration(Math.max(0, lastMs - beganMs)),
    escape(stopped === undefined ? end : `${end}, stopped (${stopped})`),
  ];
}
