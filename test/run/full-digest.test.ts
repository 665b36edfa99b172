import { existsSync, truncateSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { sha256 } from "../../src/core/digest.ts";
import { formatMarker, type Marker } from "../../src/core/marker.ts";
import { placesOf, type Places } from "../../src/core/places.ts";
import { measure, sampleOf } from "../../src/files/measure.ts";
import { realDisk } from "../../src/files/real-disk.ts";
import { withFullDigest } from "../../src/run/full-digest.ts";
import { DIST, temporaryFolder } from "../helpers/program.ts";
import { PLAIN_FORM } from "../../src/core/marker-form.ts";

const HOME = pathToFileURL(`${DIST}/`);
const SIZE = 64 * 1024 * 1024;

function marked(): { readonly places: Places; readonly marker: Marker } {
  const places = placesOf(temporaryFolder(), { checkpoint: "a.bin" });
  writeFileSync(places.checkpoint, "x");
  truncateSync(places.checkpoint, SIZE);
  const found = measure(realDisk, places.checkpoint);
  if (found.kind !== "measured") throw new Error(found.kind);
  const part = { sha256: sha256("part") };
  const marker: Marker = {
    shard: "a",
    checkpoint: {
      ...found.measure,
      sample: sampleOf(realDisk, places.checkpoint),
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
  writeFileSync(places.marker, formatMarker(marker));
  return { places, marker };
}

const hand = (): Parameters<typeof withFullDigest>[0] => ({
  disk: realDisk,
  token: () => "t",
  markers: PLAIN_FORM,
});

test("a marker gets its full digest", async () => {
  const { places, marker } = marked();
  const full = await withFullDigest(hand(), HOME, { places, marker });
  const bytes = Buffer.alloc(SIZE);
  bytes[0] = "x".charCodeAt(0);
  expect(full?.checkpoint.sha256).toBe(sha256(bytes));
});

test("a marker that is taken away or replaced meanwhile is not written again", async () => {
  const gone = marked();
  const going = withFullDigest(hand(), HOME, gone);
  unlinkSync(gone.places.marker);
  expect(await going).toBeUndefined();
  expect(existsSync(gone.places.marker)).toBe(false);

  const other = marked();
  const replacing = withFullDigest(hand(), HOME, other);
  const newer = formatMarker({ ...other.marker, finishedAt: "2026-01-02T00:00:00.000Z" });
  writeFileSync(other.places.marker, newer);
  expect(await replacing).toBeUndefined();
  expect(realDisk.readText(join(other.places.marker), 10_000)).toBe(newer);
});
