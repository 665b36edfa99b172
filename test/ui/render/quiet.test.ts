import { expect, test } from "vitest";
import { createQuiet } from "../../../src/ui/render/quiet.ts";

/** The seconds at which a sign of life is due, where one looks each second. */
function signs(wroteAt: readonly number[], until: number): readonly number[] {
  const quiet = createQuiet(0);
  const due: number[] = [];
  for (let second = 1; second <= until; second += 1) {
    if (wroteAt.includes(second)) quiet.wrote(second * 1000);
    if (quiet.isDue(second * 1000)) due.push(second);
  }
  return due;
}

test("signs of life come after 30 s without a line, then after twice the time, and every ten minutes at last", () => {
  expect(signs([], 4000)).toEqual([30, 90, 210, 450, 930, 1530, 2130, 2730, 3330, 3930]);
});

test("a line begins the time anew", () => {
  expect(signs([29, 58, 100], 140)).toEqual([88, 130]);
});
