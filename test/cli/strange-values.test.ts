import { spawnSync } from "node:child_process";
import { rmSync, truncateSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sha256 } from "../../src/core/model/digest.ts";
import { formatMarker, parseMarker, type Marker } from "../../src/core/model/marker.ts";
import { formatManifest, parseManifest } from "../../src/store/work/manifest.ts";
import { workspace } from "../fixtures/cli/workspace.ts";
import { until } from "../helpers/until.ts";

/** A size that a file system can give: up to 2^63 - 1, as Node rounds it. */
const size = fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }).map(Number);
/** Nanoseconds since 1970 of any time that ext4, XFS, tmpfs or NTFS can hold. */
const time = fc.bigInt({ min: -(2n ** 71n), max: 2n ** 71n }).map(String);
const inode = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(String);

const marker: fc.Arbitrary<Marker> = fc.record({
  shard: fc.string({ unit: "grapheme" }),
  checkpoint: fc.record({
    kind: fc.constant("file" as const),
    sizeBytes: size,
    mtimeNs: time,
    inode,
    sample: fc.string().map(sha256),
    format: fc.constantFrom("json", "unknown"),
  }),
  fingerprint: fc.constant({}),
  seconds: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
  finishedAt: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  by: fc.constant({}),
});

describe("what the writer makes, its reader takes", () => {
  test("markers, whatever the size, the times and the inode of a checkpoint", () => {
    fc.assert(
      fc.property(marker, (made) => {
        expect(parseMarker(formatMarker(made))).toEqual({ kind: "full", marker: made });
      }),
      { numRuns: 1000 },
    );
  });

  test("manifests of work, whatever the names, sizes, times and inodes, the clock and the failure", () => {
    const name = fc
      .oneof(fc.string({ unit: "binary", minLength: 1 }), fc.constantFrom("a", "\n", "...", "-"))
      .filter((one) => !/[/\0]/.test(one) && one !== "." && one !== "..");
    const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join("/"));
    const failure = fc.record({
      times: fc.nat(),
      reason: fc.string({ unit: "binary" }),
      exitCode: fc.option(fc.integer()),
      at: fc.string(),
      logTail: fc.constant(""),
    });
    const past = fc.oneof(fc.constant({}), fc.record({ failure }));
    const clock = fc.integer({ min: -8.64e15, max: 8.64e15 });
    const file = fc.record({
      path,
      sizeBytes: size,
      sha256: fc.string().map(sha256),
      mtimeNs: time,
      inode,
    });
    const wanted = { shard: "s", whole: "w", match: "m" };
    fc.assert(
      fc.property(
        fc.array(file),
        fc.array(path),
        clock,
        past,
        (files, folders, takenAtMs, more) => {
          const made = { shard: "s", whole: "w", takenAtMs, folders, files, ...more };
          expect(parseManifest(formatManifest(made), wanted)).toEqual(made);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

const HUGE_BYTES = "9007199254740995";

/** Many file systems hold no file of that size; one in memory does, as long as it is of holes. */
function canBeHuge(folder: string): boolean {
  return spawnSync("truncate", ["-s", HUGE_BYTES, join(folder, "huge")]).status === 0;
}

test("a checkpoint of more than 2^53 bytes is marked, found done, and not when it has changed", async (context) => {
  const here = workspace();
  if (!canBeHuge(here.folder)) return context.skip("the file system holds no such file");
  rmSync(here.path("huge"));
  here.define({
    shards: 1,
    checkpoint: "out/{id}",
    command: `echo begin > "$SHARD_CHECKPOINT"; truncate -s ${HUGE_BYTES} "$SHARD_CHECKPOINT"`,
    shell: "sh",
  });
  const { child, ended } = here.start(["run"]);
  await until("the marker", () => here.has("out/0000.done"));
  child.kill("SIGTERM");
  expect((await ended).code).toBe(143);
  expect(await here.status()).toMatchObject({ code: 0, done: 1 });
  truncateSync(here.path("out/0000"), 5);
  expect(await here.status()).toMatchObject({ code: 0, done: 0 });
});

const TIMES = ["1901-12-14", "1969-12-31T23:59:59.999999999Z", "1970-01-01Z", "2446-05-10"];

test("a checkpoint of any time is marked once, and found done by each run", async () => {
  const here = workspace();
  here.define({
    shards: TIMES.map((_, place) => ({ id: `s${place}`, params: { time: TIMES[place] } })),
    checkpoint: "out/{id}",
    command:
      'mkdir "$SHARD_CHECKPOINT"; echo a > "$SHARD_CHECKPOINT/f"; touch -d "$SHARD_PARAM_TIME" "$SHARD_CHECKPOINT/f" "$SHARD_CHECKPOINT"',
    shell: "sh",
    validate: "deep",
  });
  expect(await here.run()).toMatchObject({ code: 0, ran: TIMES.length });
  expect(await here.run()).toMatchObject({ code: 0, skipped: TIMES.length });
  expect(await here.verify("out/s*", "--deep")).toMatchObject({ code: 0 });
});
