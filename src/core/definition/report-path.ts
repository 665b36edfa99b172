/** What can be written of a run, by the ending of its path. */
const REPORT_KINDS = ["html", "md", "tsv", "jsonl"] as const;

export type ReportKind = (typeof REPORT_KINDS)[number];

/** What is written at a path; `undefined` where its ending says nothing. */
export function reportKind(path: string): ReportKind | undefined {
  const [, ending] = /[^/\\]\.([a-z]+)$/i.exec(path) ?? [];
  return REPORT_KINDS.find((kind) => kind === ending?.toLowerCase());
}

/** The home of another user is known to a shell alone. */
export function isReportPath(path: string): boolean {
  return reportKind(path) !== undefined && !/^~[^/]/.test(path);
}
