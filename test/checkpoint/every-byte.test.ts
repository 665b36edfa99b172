import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { PLAIN_FORM } from "../../src/core/model/marker-form.ts";
import { formatMarker, type MarkedCheckpoint } from "../../src/core/model/marker.ts";
import { DEFAULT_STATUS_RULES } from "../../src/core/model/status.ts";
import { digestOf, measure, sampleOf } from "../../src/files/measure.ts";
import { realDisk } from "../../src/files/real-disk.ts";
import { look, type LookRules } from "../../src/checkpoint/look.ts";
import { assess } from "../../src/core/decide/decide.ts";
import { tally } from "../helpers/tally.ts";
import { REAL_SAMPLES } from "../inspect/real-files.ts";
import { MUTATIONS, SAMPLES, type Sample } from "../inspect/samples.ts";
import { TABLES } from "../inspect/table-samples.ts";
import { temporaryFolder } from "../store/setting.ts";
import { HOME } from "./scene.ts";

const FILES = [...Object.entries<Sample>({ ...SAMPLES, ...TABLES }), ...REAL_SAMPLES];

const AT_STRUCTURE: LookRules = {
  ...{ status: DEFAULT_STATUS_RULES, markers: PLAIN_FORM, home: HOME },
  ...{ depth: "structure", trustsMarker: false },
};
const DEEP: LookRules = { ...AT_STRUCTURE, depth: "deep" };

const seen = { damages: 0, "seen in kilobytes": 0, "seen in every byte": 0 };
afterAll(() => tally("formats × damages", seen));

/**
 * A damaged file beside a marker that knows the good one by its full digest alone: size, time and sample are those of
 * the damaged file, as if the damage lay between the blocks of the sample.
 */
function layDamaged({ fileName, bytes }: Sample, damaged: Buffer): string {
  const path = join(temporaryFolder(), fileName);
  writeFileSync(path, bytes);
  const sha256 = digestOf(realDisk, path);
  writeFileSync(path, damaged);
  const found = measure(realDisk, path);
  if (found.kind !== "measured") throw new Error("it is there");
  const checkpoint: MarkedCheckpoint = {
    ...found.measure,
    ...{ sample: sampleOf(realDisk, path), sha256, format: "any" },
  };
  const marker = {
    ...{ shard: "a", checkpoint, seconds: 1, by: {} },
    ...{ fingerprint: { listedFiles: {} }, finishedAt: "2026-01-01T00:00:00.000Z" },
  };
  writeFileSync(`${path}.done`, formatMarker(marker));
  return path;
}

describe.each(FILES)("%s", (_, sample) => {
  test("as it was written, is what its marker says, to the last byte", async () => {
    const path = layDamaged(sample, sample.bytes);
    const facts = await look(realDisk, { path }, DEEP);
    expect(facts).toMatchObject({ isProven: true, comparison: { kind: "same" } });
  });

  test.each(Object.entries(MUTATIONS).filter(([name]) => name !== "none"))(
    "%s: seen where every byte is read, and never called proven",
    async (_name, damage) => {
      const damaged = damage(sample.bytes);
      if (damaged.equals(sample.bytes)) return;
      const path = layDamaged(sample, damaged);
      const quick = assess(path, await look(realDisk, { path }, AT_STRUCTURE));
      const deep = assess(path, await look(realDisk, { path }, DEEP));
      seen.damages += 1;
      if (quick.objection !== undefined) seen["seen in kilobytes"] += 1;
      if (deep.objection !== undefined) seen["seen in every byte"] += 1;
      expect(quick.facts.isProven).toBe(false);
      expect(deep.objection).toBeDefined();
      expect(["empty", "truncated", "damaged", "changed-since-marker"]).toContain(
        deep.objection?.word,
      );
    },
  );
});
