import { existsSync, truncateSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { sha256 } from "../../src/core/model/digest.ts";
import { formatMarker, type Marker } from "../../src/core/model/marker.ts";
import { shardPaths, type ShardPaths } from "../../src/core/model/shard-paths.ts";
import { measure, sampleOf } from "../../src/files/measure.ts";
import { realDisk } from "../../src/files/real-disk.ts";
import { completeDigest } from "../../src/protocol/complete-digest.ts";
import { DIST, temporaryFolder } from "../helpers/program.ts";
import { PLAIN_FORM } from "../../src/core/model/marker-form.ts";

const HOME = pathToFileURL(`${DIST}/`);
const SIZE = 64 * 1024 * 1024;

function marked(): { readonly paths: ShardPaths; readonly marker: Marker } {
  const paths = shardPaths(temporaryFolder(), { checkpoint: "a.bin" });
  writeFileSync(paths.checkpoint, "x");
  truncateSync(paths.checkpoint, SIZE);
  const found = measure(realDisk, paths.checkpoint);
  if (found.kind !== "measured") throw new Error(found.kind);
  const part = { sha256: sha256("part") };
  const marker: Marker = {
    shard: "a",
    checkpoint: {
      ...found.measure,
      sample: sampleOf(realDisk, paths.checkpoint),
      format: "file",
    },
    fingerprint: {
      input: part.sha256,
      command: part.sha256,
      files: part.sha256,
      text: part.sha256,
    },
    seconds: 1,
    finishedAt: "2026-01-01T00:00:00.000Z",
    by: { host: "here" },
  };
  writeFileSync(paths.marker, formatMarker(marker));
  return { paths, marker };
}

const hand = (): Parameters<typeof completeDigest>[0] => ({
  disk: realDisk,
  token: () => "t",
  markers: PLAIN_FORM,
  keep: 1,
  warn: () => undefined,
});

test("a marker gets its full digest", async () => {
  const { paths, marker } = marked();
  const full = await completeDigest(hand(), HOME, { paths, marker });
  const bytes = Buffer.alloc(SIZE);
  bytes[0] = "x".charCodeAt(0);
  expect(full?.checkpoint.sha256).toBe(sha256(bytes));
});

test("a marker that is taken away or replaced meanwhile is not written again", async () => {
  const gone = marked();
  const going = completeDigest(hand(), HOME, gone);
  unlinkSync(gone.paths.marker);
  expect(await going).toBeUndefined();
  expect(existsSync(gone.paths.marker)).toBe(false);

  const other = marked();
  const replacing = completeDigest(hand(), HOME, other);
  const newer = formatMarker({ ...other.marker, finishedAt: "2026-01-02T00:00:00.000Z" });
  writeFileSync(other.paths.marker, newer);
  expect(await replacing).toBeUndefined();
  expect(realDisk.readText(join(other.paths.marker), 10_000)).toBe(newer);
});
