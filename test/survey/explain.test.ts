import { describe, expect, test } from "vitest";
import type { Decision, Evidence, Reason } from "../../src/core/decide.ts";
import type { Fingerprint } from "../../src/core/fingerprint.ts";
import type { StartRecord } from "../../src/core/start-record.ts";
import { explain } from "../../src/survey/explain.ts";
import type { Observed } from "../../src/survey/observe.ts";

type Known = Parameters<typeof explain>[1];

const EVIDENCE: Evidence = {
  forced: false,
  finishedByThisRun: false,
  unknownParts: [],
  marker: "none",
  changedParts: [],
  asMarked: false,
  checkpoint: "absent",
  status: "none",
  tooNew: false,
  store: "miss",
  started: false,
  adopt: true,
  resumable: false,
};

const OBSERVED: Observed = {
  marker: "none",
  asMarked: false,
  moved: false,
  checkpoint: "absent",
  status: "none",
  tooNew: false,
  started: false,
};

const FINGERPRINT: Fingerprint = {
  input: { unknown: 'the input "a" is not there' },
  command: { digest: "c" },
  files: { digest: "f" },
  text: { digest: "t" },
  listedFiles: {},
};

const RECORD: StartRecord = {
  shard: "a",
  fingerprint: {},
  startedAt: "2026-03-01T10:00:00.000Z",
  attempt: 1,
  resumed: false,
  runTag: "tag",
  owner: { pid: 1, startTime: "1", boot: "b" },
  by: {},
};

interface Facts extends Partial<Omit<Known, "evidence" | "observed">> {
  readonly evidence?: Partial<Evidence>;
  readonly observed?: Partial<Observed>;
  readonly kind?: Decision["kind"];
}

function told(reason: Reason, { evidence, observed, kind = "run", ...facts }: Facts = {}): string {
  const known: Known = {
    found: { kind: "miss" },
    fingerprint: FINGERPRINT,
    changedFile: undefined,
    ...facts,
    evidence: { ...EVIDENCE, ...evidence },
    observed: { ...OBSERVED, ...observed },
  };
  return explain({ kind, reason }, known);
}

describe("the detail of a decision", () => {
  test("is empty where the reason says it all", () => {
    expect(told("new")).toBe("");
    expect(told("forced")).toBe("");
    expect(told("done", { kind: "skip" })).toBe("");
  });

  test("says which part cannot be computed, and why", () => {
    expect(told("fingerprint-unknown", { evidence: { unknownParts: ["input"] } })).toBe(
      'input: the input "a" is not there',
    );
  });

  test("names the changed file, and what else changed", () => {
    const evidence = { changedParts: ["files", "text"] as const };
    expect(told("files-changed", { evidence, changedFile: "src/a.py" })).toBe(
      "src/a.py; text changed as well",
    );
    expect(told("files-changed", { evidence: { changedParts: ["files"] } })).toBe("");
    const three = { changedParts: ["input", "command", "text"] as const };
    expect(told("input-changed", { evidence: three })).toBe("command, text changed as well");
  });

  test("names `force` where a checkpoint is too new to be touched", () => {
    expect(told("incompatible", { kind: "blocked" })).toMatch(/newer.*`force`/);
  });

  test("says why a marker or a checkpoint is no good", () => {
    expect(told("damaged", { observed: { why: "zeros at both ends" } })).toBe("zeros at both ends");
    expect(told("foreign-marker", { observed: { why: "of shard b" } })).toBe("of shard b");
  });

  test("tells of a start and of failures, but not of a shard that is skipped", () => {
    const observed = { started: true, startRecord: RECORD };
    expect(told("no-marker", { observed })).toBe(
      "started 2026-03-01T10:00:00.000Z and not finished",
    );
    expect(told("no-marker", { observed: { started: true } })).toBe(
      "a command was started and has not finished",
    );
    expect(told("done", { observed, kind: "skip" })).toBe("");
    const failure = { times: 3, reason: "exit code 137", exitCode: 137, logTail: "", at: "" };
    const failed = { started: true, startRecord: { ...RECORD, failure } };
    expect(told("new", { observed: failed })).toBe("failed 3 times: exit code 137");
  });

  test("tells of a store that did not answer, whatever was decided", () => {
    const found = { kind: "unavailable", cause: "HTTP 503" } as const;
    expect(told("new", { found })).toBe("the store did not answer: HTTP 503");
    expect(told("done", { found, kind: "skip" })).toBe("the store did not answer: HTTP 503");
  });

  test("is one line", () => {
    const failure = { times: 1, reason: "exit code 1", exitCode: 1, logTail: "a\nb", at: "" };
    const observed = { started: true, startRecord: { ...RECORD, failure }, why: "w" };
    const found = { kind: "unavailable", cause: "c" } as const;
    expect(told("truncated", { observed, found, kind: "resume" })).toBe(
      "w; the command goes on from its work directory; failed once: exit code 1; the store did not answer: c",
    );
  });
});
