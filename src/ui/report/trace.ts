import type { AttemptReport, Report } from "./model.ts";

type Cell = string | number | null | undefined;

interface Row {
  readonly attempt: AttemptReport;
  readonly job: string;
}

/** The columns of a trace, in their order (docs/report.md). */
const COLUMNS: readonly (readonly [string, (row: Row) => Cell])[] = [
  ["job", ({ job }) => job],
  ["shard", ({ attempt }) => attempt.shard],
  ["attempt", ({ attempt }) => attempt.number],
  ["slot", ({ attempt }) => attempt.slot],
  ["gpu", ({ attempt }) => attempt.gpu],
  ["start", ({ attempt }) => isoOf(attempt.startMs)],
  ["end", ({ attempt }) => isoOf(attempt.endMs)],
  ["seconds", ({ attempt }) => attempt.seconds.toFixed(3)],
  ["exit", ({ attempt }) => attempt.exitCode],
  ["outcome", ({ attempt }) => attempt.outcome],
  ["why", ({ attempt }) => attempt.why],
  ["peak_bytes", ({ attempt }) => attempt.peakBytes],
  ["log", ({ attempt }) => attempt.logPath],
];

/** A line for each attempt below a line of names, with tabs between the columns. What is not known is blank. */
export function renderTrace({ attempts, jobs }: Report): string {
  const rows = attempts.map((attempt) => ({ attempt, job: jobs[attempt.job]?.name ?? "" }));
  const lines = rows.map((row) => COLUMNS.map(([, cell]) => traceCell(cell(row))).join("\t"));
  return [COLUMNS.map(([name]) => name).join("\t"), ...lines, ""].join("\n");
}

function isoOf(ms: number | undefined): string | undefined {
  return ms === undefined ? undefined : new Date(ms).toISOString();
}

function traceCell(value: Cell): string {
  if (typeof value !== "string") return value === undefined || value === null ? "" : `${value}`;
  return value.replaceAll("\\", "\\\\").replaceAll(UNSAFE, escaped).replace(FORMULA, escaped);
}

/** Characters that end a cell, that a terminal obeys, or that show another text than is there. */
const UNSAFE =
  // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cs}/gu;

/** A spreadsheet takes such a cell for a formula. */
const FORMULA = /^[=+\-@]/;

const SHORT: ReadonlyMap<string, string> = new Map([
  ["\t", "\\t"],
  ["\n", "\\n"],
  ["\r", "\\r"],
]);

function escaped(one: string): string {
  return SHORT.get(one) ?? `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
