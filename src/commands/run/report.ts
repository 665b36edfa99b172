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
import { createReport } from "../../ui/report/report.ts";
import { renderTrace } from "../../ui/report/trace.ts";
import { openEventLog, type EventLog } from "./event-log.ts";
import type { Ran } from "./run-job.ts";

/** The reports of a run. One that cannot be written is warned of, and fails no run. */
export interface Reports {
  /** Follows the run. An event log grows with each event. */
  readonly listener: Listener;
  /** Writes what tells of the whole run, as far as it is known. `summary` is absent for a run that broke off. */
  readonly write: (summary?: string) => Promise<void>;
}

interface Target {
  readonly kind: ReportKind;
  readonly path: string;
}

export function openReports(invocation: Invocation): Reports {
  const follower = openFollower(invocation);
  const { disk, randomHex, reporter } = invocation;
  const warn = (path: string, error: unknown): void =>
    reporter.warn(`The report ${quote(path)} was not written: ${messageOf(error)}`);
  return {
    listener: follower.listener,
    write: async (summary) => {
      for (const { kind, path } of follower.targets()) {
        const text = kind === "md" ? summary : follower.text(kind);
        if (text === undefined) continue;
        try {
          await makeFolders(disk, dirname(path));
          await writeDurably(disk, path, text, `report-${randomHex(4)}`);
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

interface Follower {
  readonly listener: Listener;
  /** Blank for a run whose shards were never decided. */
  readonly targets: () => readonly Target[];
  readonly logs: () => readonly EventLog[];
  /** What is made of the events; `undefined` for other kinds. */
  readonly text: (kind: ReportKind) => string | undefined;
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
    text: (kind) => (kind === "tsv" ? renderTrace(builder.report()) : undefined),
  };
}

function targetsOf({ workspace, env }: Invocation, paths: readonly string[]): readonly Target[] {
  return paths.flatMap((given) => {
    const kind = reportKind(given);
    const path = resolve(workspace, withHome(given, env) ?? given);
    return kind === undefined ? [] : [{ kind, path }];
  });
}

/** The summary of a run, in Markdown. */
export function summaryOf(
  { answer, job, results, retry: again }: Ran,
  startedTick: number,
): string {
  const { store, verdicts } = job;
  const elapsedMs = performance.now() - startedTick;
  const options = { store: store.label, elapsedMs, retired: results.retired(), again };
  return renderSummary(answer, verdicts, options);
}
