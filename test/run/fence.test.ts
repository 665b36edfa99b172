import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lagOf, MOST_FENCE, nextFence } from "../../src/core/ownership/fence.ts";
import { openFenceClock } from "../../src/run/fence.ts";
import { fuzzed } from "../helpers/campaign.ts";

const RUNS = fuzzed(500, 20_000);
const T = 1_800_000_000_000;

describe("the time by a store's clock", () => {
  test("is this machine's own where the store has none", async () => {
    expect(await openFenceClock({}, () => T)()).toBe(T);
  });

  test("is asked once for many starts, and again when this machine's clock was set", async () => {
    let own = T + 7_200_000;
    let asked = 0;
    const clock = (): Promise<number> => {
      asked += 1;
      return Promise.resolve(T + 0.5);
    };
    const fenceNow = openFenceClock({ clock }, () => own);
    const times = await Promise.all(Array.from({ length: 50 }, () => fenceNow()));
    expect(asked).toBe(1);
    // The least correction that explains what was seen: a file's time may be a tick behind.
    for (const time of times) expect(Math.abs(time - T)).toBeLessThanOrEqual(21);
    own -= 86_400_000;
    expect(Math.abs((await fenceNow()) - T)).toBeLessThanOrEqual(21);
    expect(asked).toBe(2);
  });

  test("is what was known before, and at first this machine's own, where it cannot be asked", async () => {
    let own = T + 3_600_000;
    let isThere = false;
    const clock = (): Promise<number> =>
      isThere ? Promise.resolve(T + 0.5) : Promise.reject(new Error("the store is away"));
    const fenceNow = openFenceClock({ clock }, () => own);
    expect(await fenceNow()).toBe(own);
    isThere = true;
    own += 5000;
    expect(Math.abs((await fenceNow()) - T)).toBeLessThanOrEqual(21);
    isThere = false;
    own += 5000;
    expect(Math.abs((await fenceNow()) - T - 5000)).toBeLessThanOrEqual(21);
  });
});

test("a clock that goes right is not corrected, whatever the answer takes, and any other one to the resolution", () => {
  const cases = fc.record({
    ahead: fc.oneof(fc.constant(0), fc.integer({ min: -1e11, max: 1e11 })),
    // When the answer was made, and when it came.
    out: fc.nat({ max: 30_000 }),
    back: fc.nat({ max: 30_000 }),
    at: fc.nat({ max: 1e12 }),
    isWhole: fc.boolean(),
  });
  fc.assert(
    fc.property(cases, ({ ahead, out, back, at, isWhole }) => {
      const madeMs = T + at + 0.25;
      const storeMs = isWhole ? Math.floor(madeMs / 1000) * 1000 : madeMs;
      const lag = lagOf({
        storeMs,
        beforeMs: madeMs + ahead - out,
        afterMs: madeMs + ahead + back,
      });
      if (ahead === 0) expect(Math.abs(lag)).toBe(0);
      expect(Math.abs(lag + ahead)).toBeLessThanOrEqual(out + back + (isWhole ? 1000 : 20));
    }),
    RUNS,
  );
});

test("a fence is above every one that is known, up to the last one", () => {
  const fence = fc.option(fc.nat({ max: MOST_FENCE }), { nil: undefined });
  const now = fc.oneof(fc.double(), fc.integer({ min: -8.64e15, max: 8.64e15 }));
  fc.assert(
    fc.property(now, fc.array(fence), (nowMs, known) => {
      const next = nextFence(nowMs, known);
      expect(Number.isSafeInteger(next)).toBe(true);
      for (const one of known)
        if (one !== undefined) expect(next).toBeGreaterThanOrEqual(Math.min(one + 1, MOST_FENCE));
      if (nowMs >= 0 && nowMs <= MOST_FENCE) expect(next).toBeGreaterThanOrEqual(Math.floor(nowMs));
    }),
    RUNS,
  );
});
