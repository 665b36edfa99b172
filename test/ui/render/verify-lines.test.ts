import { expect, test } from "vitest";
import type { Assessment } from "../../../src/core/decide/decide.ts";
import type { CheckpointFacts } from "../../../src/core/decide/facts.ts";
import { PLAIN } from "../../../src/ui/render/paint.ts";
import { verifyLines } from "../../../src/ui/render/verify-lines.ts";

const EMPTY: CheckpointFacts = {
  kind: "file",
  marker: { kind: "none" },
  comparison: { kind: "none" },
  checkpoint: "empty",
  format: "none",
  status: "none",
  started: false,
  sizeBytes: 0,
  bytesRead: 0,
  isProven: false,
};

test("two hundred thousand wrong checkpoints make a table of as many rows", () => {
  const objection = { word: "empty", sentence: "it is empty" } as const;
  const all = Array.from({ length: 200_000 }, (_, place): Assessment => {
    return { path: `/w/out/${place}`, facts: EMPTY, objection };
  });
  const view = { workspace: "/w", busy: 0, isDeep: false, paint: PLAIN };
  expect(verifyLines(all, view)).toHaveLength(200_000 + 3);
});
