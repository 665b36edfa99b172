import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  firstLook,
  HEARTBEAT_TIMES,
  livenessOf,
  lookAgain,
  type Observation,
} from "../../../src/core/ownership/heartbeat.ts";
import { fuzzed } from "../../helpers/campaign.ts";

const { beatMs, lookMs, goneMs } = HEARTBEAT_TIMES;
const CACHE_MS = 60_000;

/** What a reader sees at each of its looks, by its own clock, from the first one on. */
function observe(looks: readonly { readonly seen: string | undefined; readonly nowMs: number }[]) {
  let before: Observation | undefined;
  return looks.map((look) => {
    before =
      before === undefined
        ? firstLook(look.seen, look.nowMs)
        : lookAgain(before, look, HEARTBEAT_TIMES);
    return livenessOf(before, HEARTBEAT_TIMES);
  });
}

const everyLook = (fromMs: number, untilMs: number, seen: (ms: number) => string | undefined) =>
  Array.from({ length: Math.floor((untilMs - fromMs) / lookMs) + 1 }, (_, place) => {
    const nowMs = fromMs + place * lookMs;
    return { nowMs, seen: seen(nowMs) };
  });

describe("a heartbeat", () => {
  test("that changes is alive, and says nothing before its first change", () => {
    const seen = observe(everyLook(0, 120_000, (ms) => `beat ${Math.floor(ms / beatMs)}`));
    expect(seen.slice(0, 3)).toEqual(["unknown", "unknown", "unknown"]);
    expect(new Set(seen.slice(3))).toEqual(new Set(["alive"]));
  });

  test.each(["the same", undefined])(
    "that stays %s for three minutes is gone, not earlier",
    (text) => {
      const seen = observe(everyLook(5000, 5000 + goneMs, () => text));
      expect(seen.at(-1)).toBe("gone");
      expect(new Set(seen.slice(0, -1))).toEqual(new Set(["unknown"]));
    },
  );

  test("that comes back after it was removed is alive", () => {
    const seen = observe(
      everyLook(0, 120_000, (ms) => (ms > 20_000 && ms < 60_000 ? undefined : `beat at ${ms}`)),
    );
    expect(seen).not.toContain("gone");
    expect(seen.at(-1)).toBe("alive");
  });

  test("is not gone because the reader itself slept", () => {
    const slept = observe([
      { nowMs: 0, seen: "a" },
      { nowMs: 7_200_000, seen: "a" },
      { nowMs: 7_200_000 + lookMs, seen: "a" },
    ]);
    expect(slept).toEqual(["unknown", "unknown", "unknown"]);
  });

  test("of an owner that lives is never gone, whatever its clock says and however late a disk shows it", () => {
    fc.assert(
      fc.property(
        fc.record({
          clock: fc.constantFrom(-3.2e12, -3_600_000, 0, 3_600_000, 3.2e12),
          drift: fc.constantFrom(-1, 0, 0.5, 1, 2),
          beats: fc.array(fc.integer({ min: 1, max: 45_000 }), { minLength: 30, maxLength: 30 }),
          lateMs: fc.integer({ min: 0, max: CACHE_MS }),
          startMs: fc.integer({ min: 0, max: 100_000 }),
        }),
        ({ clock, drift, beats, lateMs, startMs }) => {
          const times: number[] = [];
          for (const gap of beats) times.push((times.at(-1) ?? 0) + gap);
          const seenAt = (ms: number): string => {
            const count = times.filter((time) => time <= ms - lateMs).length;
            return `${count} ${clock + drift * (times[count - 1] ?? 0)}`;
          };
          const seen = observe(everyLook(startMs, startMs + (times.at(-1) ?? 0), seenAt));
          expect(seen).not.toContain("gone");
        },
      ),
      fuzzed(200, 5000),
    );
  });
});
