import * as fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { sha256 } from "../../../src/core/model/digest.ts";
import { markedLines } from "../../../src/core/definition/schemas.ts";
import { LISTED_FILES, listFiles, type FileFact } from "../../../src/core/model/fingerprint.ts";
import { formatMarker, RECORD_LIMIT_BYTES, type Marker } from "../../../src/core/model/marker.ts";
import { MOST_FENCE } from "../../../src/core/ownership/fence.ts";
import {
  formatStartRecord,
  formatUnmarkedNote,
  parseStartRecord,
  readUnmarkedNote,
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
/** Boot, process, start time and use, as `temporaryToken` makes it. */
const temporary = fc
  .tuple(fc.nat(), fc.nat(), fc.nat(), fc.constantFrom("alive", "marker-start", "7"))
  .map(([boot, pid, time, serial]) =>
    [boot.toString(16).padStart(8, "0"), pid, time, serial].join("-"),
  );
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
    by: fc.record({ run: text, attempt: fc.nat(), host: text, ref: text, gpu: text }),
    heartbeat: fc
      .tuple(fc.nat({ max: 2048 }), temporary)
      .map(([above, name]) => `${"../".repeat(above)}.donemark-tmp-${name}`),
    earlier: fc.array(temporary, { maxLength: 50 }),
    failure,
    ended: fc.constant(true),
    released: fc.constant(true),
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

/** As many files as a record lists, with the longest names that it lists, made of one character. */
function listedOf(one: string): Readonly<Record<string, string>> {
  const named = (length: number): readonly FileFact[] =>
    Array.from({ length: LISTED_FILES }, (_, place) => ({
      path: one.repeat(length) + place,
      fact: sha256("x"),
    }));
  const lists = Array.from({ length: 100 }, (_, length) => listFiles(named(length)));
  return lists.findLast((listed) => Object.keys(listed).length > 0) ?? {};
}

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

  test.each(["\u0001", "漢", '"', "\u{1f600}"])(
    "with the longest of everything is within the limit of a record, made of %j",
    (one) => {
      const logTail = one.repeat(2000 / one.length);
      const fingerprint = { ...RECORD.fingerprint, listedFiles: listedOf(one) };
      const failed = { times: 1, reason: "r", exitCode: 1, at: "", logTail };
      const earlier = Array.from({ length: 50 }, () => "a".repeat(80));
      const shard = one.repeat(200 / one.length);
      const long = { ...RECORD, shard, fingerprint, earlier, failure: failed };
      expect(Buffer.byteLength(formatStartRecord(long))).toBeLessThan(RECORD_LIMIT_BYTES);
    },
  );
});

test.each(["\u0001", "漢", '"', "\u{1f600}"])(
  "a marker with the longest of everything, and the note that keeps its text, are within the limit of a record, made of %j",
  (one) => {
    const long = (length: number): string => one.repeat(length / one.length);
    const marker: Marker = {
      shard: long(200),
      checkpoint: {
        kind: "directory",
        sizeBytes: 1,
        mtimeNs: "1",
        inode: "1",
        files: 1,
        tree: sha256("t"),
        sha256: sha256("d"),
        sample: sha256("s"),
        format: "json",
        status: long(200),
        version: long(200),
        ignore: v.parse(markedLines(), [long(8184 / JSON.stringify(one).length)]),
      },
      fingerprint: { input: sha256("i"), listedFiles: listedOf(one) },
      seconds: 1,
      finishedAt: "",
      by: { run: "1", attempt: 1, host: long(64), ref: long(200) },
      fence: MOST_FENCE,
      noted: true,
    };
    const line = formatMarker(marker);
    expect(Buffer.byteLength(line)).toBeLessThan(RECORD_LIMIT_BYTES);
    const note = formatUnmarkedNote(marker.shard, { marker: line, at: "2026-03-01T10:00:00.000Z" });
    expect(Buffer.byteLength(note)).toBeLessThan(RECORD_LIMIT_BYTES);
    expect(readUnmarkedNote(note)?.marker).toBe(line);
  },
);

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
