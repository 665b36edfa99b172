import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { reportKind, type ReportKind } from "../../core/definition/report-path.ts";
import { harmlessJson } from "../../core/text/log-line.ts";
import { messageOf } from "../../core/text/problem.ts";
import { quote } from "../../core/text/text.ts";
import { makeFolders, writeDurably } from "../../files/durable.ts";
import { withHome } from "../../job/home-path.ts";
import type { Invocation } from "../../job/invocation.ts";
import type { Listener, TimedEvent } from "../../run/events.ts";
import { eventJson } from "../../ui/render/event-json.ts";
import { renderSummary } from "../../ui/render/run-summary.ts";
import { asLoggedEvent } from "../../ui/report/logged-event.ts";
import type { Report } from "../../ui/report/model.ts";
import { createReport } from "../../ui/report/report.ts";
import { renderTrace } from "../../ui/report/trace.ts";
import { openEventLog, type EventLog } from "./event-log.ts";
import type { Ran } from "./run-job.ts";

/** The reports of a run. One that cannot be written is warned of, and fails no run. */
export interface Reports {
  /** Follows the run. An event log grows with each event. */
  readonly listener: Listener;
  /** Writes what tells of the whole run, as far as it is known. `end` is absent for a run that broke off. */
  readonly write: (end?: RunEnd) => Promise<void>;
}

export interface RunEnd {
  /** The summary, in Markdown. */
  readonly summary: string;
  /** Gives the line that runs one shard, or all that remain, again, for a shell. */
  readonly again: (id?: string) => string;
}

interface Target {
  readonly kind: ReportKind;
  readonly path: string;
}

export function openReports(invocation: Invocation): Reports {
  const follower = openFollower(invocation);
  const { home, reporter } = invocation;
  const warn = (path: string, error: unknown): void => reporter.warn(unwritten(path, error));
  return {
    listener: follower.listener,
    write: async (end) => {
      for (const { kind, path } of follower.targets()) {
        try {
          const text = await textOf(kind, follower.report, { end, home });
          if (text === undefined) continue;
          await place(invocation, path, text);
        } catch (error) {
          warn(path, error);
        }
      }
      for (const log of follower.logs()) {
        const failure = log.close();
        if (failure !== undefined) warn(log.path, failure);
      }
    },
  };
}

/** Writes the reports of several jobs. What cannot be written is warned of. */
export async function writeReports(
  invocation: Invocation,
  paths: readonly string[],
  { report, end }: { readonly report: Report; readonly end: RunEnd },
): Promise<void> {
  const { home, reporter } = invocation;
  for (const { kind, path } of targetsOf(invocation, paths)) {
    try {
      const text = await textOf(kind, () => report, { end, home });
      if (text !== undefined) await place(invocation, path, text);
    } catch (error) {
      reporter.warn(unwritten(path, error));
    }
  }
}

async function place({ disk, randomHex }: Invocation, path: string, text: string): Promise<void> {
  await makeFolders(disk, dirname(path));
  await writeDurably(disk, path, text, `report-${randomHex(4)}`);
}

function unwritten(path: string, error: unknown): string {
  return `The report ${quote(path)} was not written: ${messageOf(error)}`;
}

interface Follower {
  readonly listener: Listener;
  /** Blank for a run whose shards were never decided. */
  readonly targets: () => readonly Target[];
  readonly logs: () => readonly EventLog[];
  readonly report: () => Report;
}

function openFollower(invocation: Invocation): Follower {
  const builder = createReport();
  const take = builder.addJob("");
  // Where reports go is known with the plan.
  const early: TimedEvent[] = [];
  let targets: readonly Target[] | undefined;
  let logs: readonly EventLog[] = [];
  const pass: Listener = (event) => {
    const json = eventJson(event);
    const logged = asLoggedEvent(json);
    if (logged !== undefined) take(logged);
    const line = logs.length === 0 ? "" : harmlessJson(json);
    for (const log of logs) log.append(line);
  };
  return {
    listener: (event) => {
      if (targets === undefined) early.push(event);
      else if (targets.length > 0) pass(event);
      if (targets !== undefined || event.kind !== "planned") return;
      targets = targetsOf(invocation, event.definition.report);
      logs = targets.filter(({ kind }) => kind === "jsonl").map(({ path }) => openEventLog(path));
      if (targets.length > 0) for (const one of early) pass(one);
      early.length = 0;
    },
    targets: () => targets ?? [],
    logs: () => logs,
    report: builder.report,
  };
}

interface Making {
  readonly end: RunEnd | undefined;
  /** Folder of the program's entries. */
  readonly home: URL;
}

/** `undefined` where there is nothing to write: an event log has grown meanwhile, and a run that broke off has no summary. */
async function textOf(
  kind: ReportKind,
  report: () => Report,
  { end, home }: Making,
): Promise<string | undefined> {
  switch (kind) {
    case "html": {
      const { renderPage } = await import("../../ui/report/page/page.ts");
      const script = readFileSync(new URL("page.js", home), "utf8");
      return renderPage(report(), { script, again: end?.again });
    }
    case "tsv":
      return renderTrace(report());
    case "md":
      return end?.summary;
    default:
      return undefined;
  }
}

function targetsOf({ workspace, env }: Invocation, paths: readonly string[]): readonly Target[] {
  return paths.flatMap((given) => {
    const kind = reportKind(given);
    const path = resolve(workspace, withHome(given, env) ?? given);
    return kind === undefined ? [] : [{ kind, path }];
  });
}

/** What a run says at its end. */
export function endOf({ answer, job, results, retry: again }: Ran, startedTick: number): RunEnd {
  const { store, verdicts } = job;
  const elapsedMs = performance.now() - startedTick;
  const options = { store: store.label, elapsedMs, retired: results.retired(), again };
  return { summary: renderSummary(answer, verdicts, options), again };
}
