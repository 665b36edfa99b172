import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sha256 } from "../../../src/core/model/digest.ts";
import { RECORD_LIMIT_BYTES } from "../../../src/core/model/marker.ts";
import { MOST_FENCE } from "../../../src/core/ownership/fence.ts";
import {
  formatStartRecord,
  parseStartRecord,
  type StartRecord,
} from "../../../src/core/model/start-record.ts";

const RECORD: StartRecord = {
  shard: "a/b",
  fingerprint: { input: sha256("i"), command: sha256("c") },
  startedAt: "2026-11-22T12:00:00.000Z",
  attempt: 3,
  resumed: true,
  runTag: "tag",
  token: "start 3",
  fence: 1_795_000_000_000,
  owner: { pid: 4711, startTime: "123456", boot: "boot-id pid:[4026531836]" },
  by: { run: "42", host: "gpu-1" },
  failure: {
    times: 2,
    reason: "exit code 137",
    exitCode: 137,
    logTail: "CUDA out of memory\n",
    at: "2026-11-22T11:00:00.000Z",
  },
  ended: true,
};

function withChange(change: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ ...JSON.parse(formatStartRecord(RECORD)), ...change });
}

const text = fc.string({ unit: "binary" });
const failure = fc.record({
  times: fc.nat(),
  reason: text,
  exitCode: fc.option(fc.integer({ min: 1 })),
  logTail: text,
  at: text,
});
const record: fc.Arbitrary<StartRecord> = fc.record(
  {
    shard: text,
    fingerprint: fc.record({ input: text.map(sha256), text: text.map(sha256) }),
    startedAt: text,
    attempt: fc.nat(),
    resumed: fc.boolean(),
    runTag: text,
    token: text,
    fence: fc.nat({ max: MOST_FENCE }),
    owner: fc.record({ pid: fc.nat(), startTime: text, boot: text }),
    by: fc.record({ run: text, attempt: fc.nat() }),
    failure,
    ended: fc.constant(true),
  },
  {
    requiredKeys: [
      "shard",
      "fingerprint",
      "startedAt",
      "attempt",
      "resumed",
      "runTag",
      "owner",
      "by",
    ],
  },
);

describe("a start record's text", () => {
  test("is one line of JSON that says so", () => {
    const line = formatStartRecord(RECORD);
    expect(line.indexOf("\n")).toBe(line.length - 1);
    expect(JSON.parse(line)).toEqual({ donemark: 1, status: "started", ...RECORD });
  });

  test("gives the same record back", () => {
    fc.assert(
      fc.property(record, (given) => {
        expect(parseStartRecord(formatStartRecord(given))).toEqual(given);
      }),
    );
  });

  test("with the longest tail of a log is within the limit of a record", () => {
    const logTail = "\u0001漢".repeat(1000);
    const long = { ...RECORD, failure: { times: 1, reason: "r", exitCode: 1, at: "", logTail } };
    expect(Buffer.byteLength(formatStartRecord(long))).toBeLessThan(RECORD_LIMIT_BYTES);
  });
});

describe("a start record that cannot be read is none", () => {
  test.each<Readonly<Record<string, unknown>>>([
    { donemark: 2 },
    { status: "complete" },
    { shard: 5 },
    { fingerprint: null },
    { fingerprint: { input: "x" } },
    { startedAt: 5 },
    { runTag: null },
    { owner: 4711 },
    { owner: { pid: "4711", startTime: "1", boot: "b" } },
    { owner: { pid: 4711, startTime: 1, boot: "b" } },
    { owner: { pid: -1, startTime: "1", boot: "b" } },
    { owner: { pid: 4711, startTime: "1" } },
  ])("with %j", (change) => {
    expect(parseStartRecord(withChange(change))).toBeUndefined();
  });

  test.each(["", "{", "null", "[]", "\0\0", "{}"])("as the text %j", (given) => {
    expect(parseStartRecord(given)).toBeUndefined();
  });

  test("and reading never throws, whatever the text is", () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.json()), (given) => {
        expect(parseStartRecord(given)).toBeUndefined();
      }),
    );
  });
});

describe("what a start record lacks", () => {
  test("never makes it say more: resumed and ended only where they are written", () => {
    const parsed = parseStartRecord(withChange({ resumed: "yes", ended: 1, failure: undefined }));
    expect(parsed).toMatchObject({ resumed: false });
    expect(parsed).not.toHaveProperty("ended");
    expect(parsed).not.toHaveProperty("failure");
  });

  test("is its token in a record of a version that had none", () => {
    const parsed = parseStartRecord(withChange({ token: undefined }));
    expect(parsed).toMatchObject({ shard: "a/b", attempt: 3 });
    expect(parsed).not.toHaveProperty("token");
  });

  test("is filled in where nothing depends on it: attempt, author, a failure's tail", () => {
    const odd = { times: 1, reason: "r", at: "now", exitCode: "137", logTail: 5 };
    const parsed = parseStartRecord(withChange({ attempt: "x", by: 5, failure: odd }));
    expect(parsed).toMatchObject({
      attempt: 1,
      by: {},
      failure: { times: 1, reason: "r", at: "now", exitCode: null, logTail: "" },
    });
  });

  test("drops a failure that tells nothing", () => {
    const parsed = parseStartRecord(withChange({ failure: { times: "many" } }));
    expect(parsed).toBeDefined();
    expect(parsed).not.toHaveProperty("failure");
  });
});
