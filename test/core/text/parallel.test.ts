import { expect, test } from "vitest";
import { inParallel } from "../../../src/core/text/parallel.ts";

test("answers come in the order of the items, and never more than the width are under way", async () => {
  let underWay = 0;
  let most = 0;
  const answers = await inParallel([5, 1, 4, 2, 3], 2, async (item) => {
    underWay += 1;
    most = Math.max(most, underWay);
    for (let turn = 0; turn < item; turn += 1) await Promise.resolve();
    underWay -= 1;
    return item * 10;
  });
  expect({ answers, most }).toEqual({ answers: [50, 10, 40, 20, 30], most: 2 });
});

test("nothing to do is done at once", async () => {
  expect(await inParallel([], 8, () => Promise.reject(new Error("never")))).toEqual([]);
});
