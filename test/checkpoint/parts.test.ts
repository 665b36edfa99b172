import { mkdirSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { sha256 } from "../../src/core/model/digest.ts";
import { PARTS, recordedFingerprint, type Fingerprint } from "../../src/core/model/fingerprint.ts";
import { formatMarker } from "../../src/core/model/marker.ts";
import type { StartRecord } from "../../src/core/model/start-record.ts";
import { DEFAULT_STATUS_RULES } from "../../src/core/model/status.ts";
import { digestOf, measure, sampleOf } from "../../src/files/measure.ts";
import { realDisk } from "../../src/files/real-disk.ts";
import { mayResume, readParts } from "../../src/checkpoint/parts.ts";
import { temporaryFolder, write } from "./scene.ts";

async function look(work: string) {
  const { whole, falseMarkers } = await readParts(realDisk, work, DEFAULT_STATUS_RULES);
  const below = (place: string) => path.relative(work, place);
  return { whole: whole.map(below), falseMarkers: falseMarkers.map(below) };
}

/** A work directory of these files. */
function workOf(files: Readonly<Record<string, string>>): string {
  const work = temporaryFolder();
  write(work, files);
  return work;
}

/** Gives a part a full marker of its own. */
function markPart(part: string, withDigest = true): void {
  const found = measure(realDisk, part);
  if (found.kind !== "measured") throw new Error("no part");
  const sample = sampleOf(realDisk, part);
  const marker = formatMarker({
    shard: "part",
    checkpoint: {
      ...found.measure,
      sample,
      format: "plain",
      ...(withDigest && { sha256: digestOf(realDisk, part) }),
    },
    fingerprint: {},
    seconds: 1,
    finishedAt: "2026-03-01T10:00:00.000Z",
    by: {},
  });
  writeFileSync(`${part}.done`, marker);
}

describe("the parts of a work directory", () => {
  test("are the files with a marker of their own, at any depth", async () => {
    const work = workOf({
      "1.txt": "one",
      "1.txt.done": "",
      "sub/2.json": "{}",
      "sub/2.json.done": "",
      "state.txt": "x",
    });
    expect(await look(work)).toEqual({
      whole: ["1.txt", path.join("sub", "2.json")],
      falseMarkers: [],
    });
  });

  test("may be folders", async () => {
    const work = workOf({ "fold/x": "1", "fold.done": "" });
    expect(await look(work)).toEqual({ whole: ["fold"], falseMarkers: [] });
  });

  test("are no folders whose own save has not ended", async () => {
    const work = workOf({ "fold/__0_0.distcp": "1", "fold.done": "" });
    expect(await look(work)).toEqual({ whole: [], falseMarkers: ["fold.done"] });
  });

  test.each<readonly [string, Readonly<Record<string, string>>]>([
    ["is missing", { "1.json.done": "" }],
    ["is empty", { "1.json": "", "1.json.done": "" }],
    ["is cut off", { "1.json": '{"a":', "1.json.done": "" }],
    ["has a marker that is cut off", { "1.json": "{}", "1.json.done": '{"donemark":1,"sta' }],
    ["has a marker of zeros", { "1.json": "{}", "1.json.done": "\0\0\0\0" }],
  ])("are none, and the marker is false, where the file %s", async (_, files) => {
    expect(await look(workOf(files))).toEqual({ whole: [], falseMarkers: ["1.json.done"] });
  });

  test.each([true, false])(
    "are held against a full marker (with its digest: %s)",
    async (withDigest) => {
      const work = workOf({ "1.txt": "one", "2.txt": "two", "3.txt": "three" });
      for (const name of ["1.txt", "2.txt", "3.txt"]) markPart(path.join(work, name), withDigest);
      utimesSync(path.join(work, "1.txt"), 1, 1);
      write(work, { "2.txt": "TWO", "3.txt": "thre" });
      expect(await look(work)).toEqual({
        whole: ["1.txt"],
        falseMarkers: ["2.txt.done", "3.txt.done"],
      });
    },
  );

  test("are none where there is no directory", async () => {
    const work = workOf({ file: "x", "file.done": "" });
    expect(await look(path.join(work, "gone"))).toEqual({ whole: [], falseMarkers: [] });
    expect(await look(path.join(work, "file"))).toEqual({ whole: [], falseMarkers: [] });
  });

  test("are the same beside a link that leads out, which is no part itself", async () => {
    const work = workOf({ "1.txt": "one", "1.txt.done": "", "link.done": "" });
    symlinkSync("/etc/hostname", path.join(work, "link"));
    symlinkSync(path.join(work, "1.txt"), path.join(work, "2.txt.done"));
    expect(await look(work)).toEqual({ whole: ["1.txt"], falseMarkers: ["link.done"] });
  });

  test("are none where the marker is a folder", async () => {
    const work = workOf({ "1.txt": "one" });
    mkdirSync(path.join(work, "1.txt.done"));
    expect((await look(work)).whole).toEqual([]);
  });
});

describe("a start record allows its work to be handed on", () => {
  const digest = (text: string) => ({ digest: sha256(text) });
  const PRESENT: Fingerprint = {
    input: digest("i"),
    command: digest("c"),
    files: digest("f"),
    text: digest("t"),
    listedFiles: {},
  };
  const STARTED: StartRecord = {
    shard: "a",
    fingerprint: recordedFingerprint(PRESENT),
    startedAt: "2026-03-01T10:00:00.000Z",
    attempt: 1,
    resumed: false,
    runTag: "tag",
    owner: { pid: 1, startTime: "1", boot: "boot" },
    by: {},
  };

  test("with the same fingerprint", () => {
    expect(mayResume(STARTED, PRESENT)).toBe(true);
  });

  test("but not where there is none that can be read", () => {
    expect(mayResume(undefined, PRESENT)).toBe(false);
  });

  test.each(PARTS)("but not with another %s, whatever `rerun-on` names", (part) => {
    expect(mayResume(STARTED, { ...PRESENT, [part]: digest("other") })).toBe(false);
    expect(mayResume(STARTED, { ...PRESENT, [part]: { unknown: "why" } })).toBe(false);
    const { [part]: _, ...rest } = recordedFingerprint(PRESENT);
    expect(mayResume({ ...STARTED, fingerprint: rest }, PRESENT)).toBe(false);
  });

  test("but not after a third failure of the same kind without a new part", () => {
    const failure = { times: 3, reason: "exit code 1", exitCode: 1, logTail: "", at: "" };
    const ended = { ...STARTED, resumed: true, ended: true } as const;
    expect(mayResume({ ...ended, failure }, PRESENT)).toBe(true);
    expect(mayResume({ ...ended, failure: { ...failure, alike: 2 } }, PRESENT)).toBe(true);
    expect(mayResume({ ...ended, failure: { ...failure, alike: 3 } }, PRESENT)).toBe(false);
    const again = { ...STARTED, failure: { ...failure, alike: 3 } };
    expect(mayResume(again, PRESENT)).toBe(true);
  });

  test("and again where a resumed shard was only cut off", () => {
    expect(mayResume({ ...STARTED, resumed: true }, PRESENT)).toBe(true);
  });
});
