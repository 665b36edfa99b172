import { describe, expect, test } from "vitest";
import { explain } from "../../src/checkpoint/explain.ts";
import type { Decision } from "../../src/core/decide/decide.ts";
import { NO_CIRCUMSTANCES, type Evidence } from "../../src/core/decide/evidence.ts";
import type { Reason } from "../../src/core/decide/reasons.ts";
import type { StartRecord } from "../../src/core/model/start-record.ts";

const NOTHING_HERE: Evidence = {
  ...NO_CIRCUMSTANCES,
  marker: { kind: "none" },
  comparison: { kind: "none" },
  checkpoint: "absent",
  format: "none",
  status: "none",
  started: false,
  sizeBytes: 0,
  bytesRead: 0,
  isProven: false,
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

const FAILURE = { times: 3, reason: "exit code 137", exitCode: 137, logTail: "", at: "" };

interface Known extends Partial<Omit<Evidence, "kind">> {
  readonly decision?: Decision["kind"];
  readonly silence?: string;
}

function told(reason: Reason, { decision = "run", silence, ...evidence }: Known = {}): string {
  return explain(
    { kind: decision, reason },
    { ...NOTHING_HERE, ...evidence },
    { checkpoint: "out/a", silence },
  );
}

describe("the detail of a decision", () => {
  test("is empty where the reason says it all", () => {
    expect(told("new")).toBe("");
    expect(told("forced")).toBe("");
    expect(told("done", { decision: "skip" })).toBe("");
    expect(told("input-changed", { changedParts: ["input"] })).toBe("");
  });

  test("says which part cannot be computed, and why", () => {
    const unknownParts = [{ part: "input", why: 'the input "a" is not there' }] as const;
    expect(told("fingerprint-unknown", { unknownParts })).toBe(
      'a part of the fingerprint cannot be computed: input: the input "a" is not there',
    );
  });

  test("names the changed files, five at most, and what else changed", () => {
    const changedParts = ["files", "text"] as const;
    expect(told("files-changed", { changedParts, changedFiles: ["src/a.py"] })).toBe(
      "src/a.py changed since it was marked; text changed as well",
    );
    const changedFiles = ["a", "b", "c", "d", "e", "f", "g"];
    expect(told("files-changed", { changedParts: ["files"], changedFiles })).toBe(
      "a, b, c, d, e and 2 more changed since it was marked",
    );
    expect(
      told("command-changed", { changedParts: ["command", "files"], changedFiles: ["a", "b"] }),
    ).toBe("its command changed since it was marked; a, b changed as well");
    expect(told("files-changed", { changedParts: ["files"] })).toBe("");
    expect(told("input-changed", { changedParts: ["input", "command", "text"] })).toBe(
      "its input changed since it was marked; command, text changed as well",
    );
  });

  test("names both versions and what accepts it, and never `force`, where a checkpoint is too new to be touched", () => {
    expect(told("incompatible", { decision: "blocked", version: "9", newerThan: "2" })).toBe(
      'the checkpoint\'s version is "9", at most 2 is accepted; "out/a" stays as it is until the definition accepts it: `status: {"highest-version": "9"}`',
    );
  });

  test("says why a marker or a checkpoint is no good, and what was found and expected", () => {
    expect(told("damaged", { why: "zeros at both ends" })).toBe("zeros at both ends");
    expect(told("corrupt-marker", { marker: { kind: "corrupt", why: "it is no JSON" } })).toBe(
      "the marker is corrupt: it is no JSON",
    );
    const comparison = { kind: "differs", how: "it has 1 byte, the marker says 2" } as const;
    expect(told("changed-since-marker", { comparison })).toBe(
      "the checkpoint is not the one that was marked: it has 1 byte, the marker says 2",
    );
    expect(told("status-other", { status: "other", statusText: "paused" })).toContain('"paused"');
  });

  test("tells of a start and of failures, but not of a shard that is skipped", () => {
    const begun = { started: true, startRecord: RECORD };
    expect(told("no-marker", begun)).toBe(
      "started 2026-03-01T10:00:00.000Z by pid 1 and not finished",
    );
    expect(told("no-marker", { started: true })).toBe("a command was started and has not finished");
    const again = { ...RECORD, failure: { ...FAILURE, times: 1 } };
    expect(told("no-marker", { started: true, startRecord: again })).toBe(
      "started 2026-03-01T10:00:00.000Z by pid 1 and not finished; it has failed once: exit code 137",
    );
    const unmarked = { at: "2026-03-01T10:00:00.000Z" };
    expect(told("no-marker", { started: true, unmarked })).toBe(
      "unmarked by a user at 2026-03-01T10:00:00.000Z",
    );
    const access = { kind: "file", owner: 1001, mode: 0o644, self: 1000 } as const;
    expect(told("no-marker", { started: true, unmarked: { access } })).toBe(
      "unmarked by user 1001",
    );
    expect(told("done", { ...begun, decision: "skip" })).toBe("");
    const failed = { ...RECORD, failure: FAILURE, ended: true } as const;
    expect(told("new", { started: true, startRecord: failed })).toBe(
      "failed 3 times: exit code 137",
    );
  });

  test("tells of a store that did not answer, whatever was decided", () => {
    const silence = "HTTP 503";
    expect(told("new", { silence })).toBe("the store did not answer: HTTP 503");
    expect(told("done", { silence, decision: "skip" })).toBe("the store did not answer: HTTP 503");
  });

  test("is one line", () => {
    const failure = { times: 1, reason: "exit code 1", exitCode: 1, logTail: "a\nb", at: "" };
    const begun = { started: true, startRecord: { ...RECORD, failure, ended: true } } as const;
    expect(told("truncated", { ...begun, why: "w", silence: "c", decision: "resume" })).toBe(
      "w; the command goes on from its work directory; failed once: exit code 1; the store did not answer: c",
    );
  });
});
