import { describe, expect, test } from "vitest";
import { parseEventLine } from "../../../src/ui/report/logged-event.ts";
import { createReport } from "../../../src/ui/report/report.ts";
import { renderTrace } from "../../../src/ui/report/trace.ts";
import type { Report } from "../../../src/ui/report/model.ts";

const BEGAN_MS = Date.UTC(2026, 0, 2, 3, 4, 5);

interface Told {
  readonly kind: string;
  readonly [field: string]: unknown;
}

/** A report of events a second apart, as lines of a log. */
function reportOf(...jobs: readonly (readonly Told[])[]): Report {
  const builder = createReport();
  jobs.forEach((events, job) => {
    const take = builder.addJob(`job ${job + 1}`);
    events.forEach((event, place) => {
      const line = JSON.stringify({ ...event, atMs: BEGAN_MS + place * 1000 });
      const parsed = parseEventLine(line);
      if (parsed !== undefined) take(parsed);
    });
  });
  return builder.report();
}

const executing = (shard: string, more: object = {}): Told => ({
  ...{ kind: "executing", shard, attempt: 1, slot: "slot 1", logPath: "a.log", ...more },
});

const executed = (shard: string, seconds: number): Told => ({
  ...{ kind: "executed", shard, attempt: 1, seconds },
});

const result = (id: string, outcome: string, more: object = {}): Told => ({
  kind: "result",
  result: { id, decision: "run", reason: "new", outcome, exitCode: 0, seconds: 2, ...more },
});

/** As docs/events.md says that a text is read back. */
function readBack(cell: string): string {
  const short: Readonly<Record<string, string>> = { t: "\t", n: "\n", r: "\r", "\\": "\\" };
  return cell.replaceAll(/\\(?:u([\da-f]{4})|(.))/g, (_, hex: string, one: string) =>
    hex === undefined ? (short[one] ?? "?") : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

describe("the trace", () => {
  test("has a line for each attempt, in the order of their starts, with what is known of it", () => {
    const [head, ...lines] = renderTrace(
      reportOf([
        { kind: "planned", total: 2, reasons: { new: 2 } },
        executing("a", { gpu: "index-3" }),
        executed("a", 1.25),
        { kind: "retrying", shard: "a", why: "exit code 9", exitCode: 9 },
        executing("a", { attempt: 2, gpu: "index-3" }),
        executing("b", { slot: "slot 2" }),
        result("a", "done", { seconds: 7.5 }),
      ]),
    ).split("\n");
    expect(head).toBe(
      "job\tshard\tattempt\tslot\tgpu\tstart\tend\tseconds\texit\toutcome\twhy\tpeak_bytes\tlog",
    );
    expect(lines.map((line) => line.split("\t"))).toEqual([
      [
        ...["job 1", "a", "1", "slot 1", "index-3"],
        ...["2026-01-02T03:04:06.000Z", "2026-01-02T03:04:07.000Z", "1.250"],
        ...["9", "failed", "exit code 9", "", "a.log"],
      ],
      [
        ...["job 1", "a", "2", "slot 1", "index-3"],
        ...["2026-01-02T03:04:09.000Z", "", "7.500", "0", "done", "", "", "a.log"],
      ],
      [
        ...["job 1", "b", "1", "slot 2", ""],
        ...["2026-01-02T03:04:10.000Z", "", "1.000", "", "unfinished", "", "", "a.log"],
      ],
      [""],
    ]);
  });

  test.each([
    "a\tb\nc\rd",
    "\\t\\u0041",
    "=cmd|' /C calc'!A0",
    "-1",
    "@x",
    "\u202etxt.exe",
    "\u001b[31mred\u0000\u009b",
    "\ud800 alone",
    "🧬 µ",
    "x".repeat(10_000),
  ])("holds any id in one cell that shows it, and gives it back (%j)", (id) => {
    const [, line = "", ...rest] = renderTrace(reportOf([executing(id)])).split("\n");
    expect(rest).toEqual([""]);
    const cells = line.split("\t");
    expect(cells).toHaveLength(13);
    const [, cell = ""] = cells;
    expect(cell).not.toMatch(/^[=+\-@]|\p{Cc}|\p{Cs}|[\u202a-\u202e]/u);
    expect(readBack(cell)).toBe(id);
  });
});

describe("a report of several logs", () => {
  test("takes each shard once: from the last log, but done where that one has skipped it", () => {
    const report = reportOf(
      [
        { kind: "planned", total: 2, reasons: { new: 2 } },
        result("a", "done"),
        result("b", "failed"),
      ],
      [
        { kind: "planned", total: 3, reasons: { new: 2, marked: 1 } },
        ...[result("a", "skipped", { secondsSaved: 5 }), { kind: "note", text: "" }],
        ...[executing("b"), executed("b", 1), result("b", "done")],
      ],
    );
    expect(report.ends).toMatchObject({ done: 2, failed: 0, skipped: 0 });
    expect(report).toMatchObject({ total: 3, unreached: 1 });
    expect(report.decisions).toMatchObject([
      { reason: "new", shards: 4 },
      { reason: "marked", shards: 1 },
    ]);
  });

  test("counts commands that ran at once on a slot once, and the rest of its run as idle", () => {
    const { slots, sums } = reportOf([
      { kind: "planned", total: 2 },
      executing("a"),
      executing("b"),
      executed("a", 0.5),
      executed("b", 0.5),
      ...[result("a", "done", { seconds: 0.5 }), result("b", "failed"), { kind: "ended" }],
    ]);
    expect(slots).toMatchObject([{ slot: "slot 1", busySeconds: 3, idleSeconds: 4 }]);
    expect(sums).toMatchObject({ computedSeconds: 0.5, lostSeconds: 0.5, elapsedSeconds: 7 });
  });
});

test.each(["", '{"kind":"result","resul', "[]", "null", '{"kind":"x"}', '{"atMs":1}', "\u0000"])(
  "a line of a log that holds no event is passed over (%j)",
  (line) => expect(parseEventLine(line)).toBeUndefined(),
);

test("fields of another version do no harm", () => {
  const report = reportOf([
    { kind: "planned", total: "many", reasons: [1], handsOver: 1 },
    { kind: "executing", shard: 7 },
    { kind: "executing", shard: "a", attempt: "x", slot: null },
    { kind: "executed", shard: "unknown" },
    { kind: "result", result: "none" },
    { kind: "result", result: { id: "b", outcome: "vanished" } },
    { kind: "unsaved", unsaved: [null, { id: 5 }] },
    { kind: "stopping" },
    { kind: "new-kind", shard: "a" },
  ]);
  expect(report.shards).toMatchObject([{ id: "a", end: "unfinished" }]);
  expect(renderTrace(report).split("\n")).toHaveLength(3);
});
