import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { formatMarker, parseMarker } from "../../src/core/model/marker.ts";
import { measure, sampleOf } from "../../src/files/measure.ts";
import { realDisk } from "../../src/files/real-disk.ts";

const folder = mkdtempSync(path.join(tmpdir(), "donemark-strange-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const seconds = fc.integer({ min: -2_000_000_000, max: 4_000_000_000 });
const names = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 20 })
  .filter(
    (name) =>
      !/[/\0]/.test(name) && name !== "." && name !== ".." && Buffer.from(name).toString() === name,
  );

test("the marker of a file of any name and time is read as it was written", () => {
  fc.assert(
    fc.property(names, seconds, (name, time) => {
      const file = path.join(folder, name);
      writeFileSync(file, "1");
      // Node takes a time before 1970 for now.
      execFileSync("touch", ["-d", `@${time}`, file]);
      const found = measure(realDisk, file);
      if (found.kind !== "measured") throw new Error(`${file} was not measured`);
      const marker = {
        shard: name,
        checkpoint: { ...found.measure, sample: sampleOf(realDisk, file), format: "plain" },
        ...{ fingerprint: {}, seconds: 0, finishedAt: new Date(0).toISOString(), by: {} },
      };
      expect(parseMarker(formatMarker(marker))).toEqual({ kind: "full", marker });
      rmSync(file);
    }),
    { numRuns: 100 },
  );
});
