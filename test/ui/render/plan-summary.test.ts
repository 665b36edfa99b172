import { expect, test } from "vitest";
import { answerCollect } from "../../../src/core/answers/answers.ts";
import { bytesOf } from "../../../src/core/decide/pack.ts";
import { renderCollect, renderPlan } from "../../../src/ui/render/plan-summary.ts";

const ID = "<&>|".repeat(50);
const WHY = "`cause` | ".repeat(200);
const FACTS = { store: "file:/mnt/store", elapsedMs: 1200, again: (id: string): string => id };

test("the summary of ten thousand shards with long names and reasons stays far below 1 MiB, and says what it leaves out", () => {
  const verdicts = Array.from({ length: 10_000 }, (_, index) => ({
    kind: "run" as const,
    reason: "new" as const,
    inProgress: false,
    state: "new" as const,
    detail: WHY,
    task: { shard: { id: `${ID}${index}` } },
  }));
  const plan = renderPlan(verdicts, { ...FACTS, jobs: 256 });
  expect(bytesOf(plan)).toBeLessThan(256 * 1024);
  expect(plan).toMatch(/… and 9,9\d\d more shards\.$/m);
  const shards = verdicts.map(({ task, reason }) => {
    const { id } = task.shard;
    return { id, checkpoint: id, outcome: "missing" as const, reason, why: WHY };
  });
  const collect = renderCollect(answerCollect(shards), FACTS);
  expect(bytesOf(collect)).toBeLessThan(256 * 1024);
  expect(collect).toContain("0 of 10,000 shards complete");
});

test("what is blocked comes first, and nothing of an id or a cause is Markdown", () => {
  const verdict = (id: string, kind: "run" | "blocked") => ({
    kind,
    reason: kind === "run" ? ("new" as const) : ("incompatible" as const),
    inProgress: false,
    state: kind === "run" ? ("new" as const) : ("blocked" as const),
    detail: "a|b *c*",
    task: { shard: { id } },
  });
  const lines = renderPlan([verdict("<b>", "run"), verdict("z", "blocked")], { ...FACTS, jobs: 1 });
  const rows = lines.split("\n").filter((line) => line.startsWith("| <code>"));
  expect(rows).toEqual([
    "| <code>z</code> | blocked | incompatible&#58; a&#124;b &#42;c&#42; |",
    "| <code>&lt;b&gt;</code> | run | new&#58; a&#124;b &#42;c&#42; |",
  ]);
});
