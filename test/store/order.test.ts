import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fenceIn, stampOf } from "../../src/core/keys/entry-stamp.ts";
import {
  entryPrefix,
  formatEntryKey,
  LONGEST_KEY,
  parseKey,
} from "../../src/core/keys/cache-key.ts";
import type { Author, Marker } from "../../src/core/model/marker.ts";
import { sha256 } from "../../src/core/model/digest.ts";
import { MOST_FENCE } from "../../src/core/ownership/fence.ts";
import { formatEntryName, parseEntryName } from "../../src/store/entries/layout.ts";
import { compareOrder, orderOf, type EntryOrder } from "../../src/store/order.ts";
import { fuzzed } from "../helpers/campaign.ts";

const RUNS = fuzzed(2000, 50_000);

const CHECKPOINT: Marker["checkpoint"] = {
  kind: "file",
  sizeBytes: 1,
  mtimeNs: "1",
  inode: "1",
  sample: sha256(""),
  format: "unknown",
};

/** Few values, so that ties are common, and the ends of what can be. */
const time = fc.oneof(
  fc.integer({ min: 0, max: 3 }),
  fc.constantFrom(1_700_000_000_000, MOST_FENCE - 1, MOST_FENCE),
);
const date = fc.oneof(time, fc.constantFrom(-1, 8.64e15, -8.64e15));
const run = fc.constantFrom(undefined, "0", "1", "2", "9007199254740993", "99999999999999999999");
const marker: fc.Arbitrary<Marker> = fc
  .record({
    fence: fc.option(time, { nil: undefined }),
    finished: date,
    run,
    attempt: fc.constantFrom(undefined, 1, 2),
  })
  .map(({ fence, finished, run: id, attempt }) => {
    const by: Author = {
      ...(id !== undefined && { run: id }),
      ...(attempt !== undefined && { attempt }),
    };
    const finishedAt = new Date(Math.max(Math.min(finished, 8.64e15), -8.64e15)).toISOString();
    return {
      shard: "s",
      checkpoint: CHECKPOINT,
      fingerprint: {},
      seconds: 1,
      finishedAt,
      by,
      ...(fence !== undefined && { fence }),
    };
  });

function withoutFence(one: Marker): Marker {
  const { fence: _, ...rest } = one;
  return rest;
}

/** The order of fb90092. */
function orderBefore(a: Marker, b: Marker): number {
  const runs = [a, b].map(({ by }) => BigInt(by.run ?? "0"));
  const times = [a, b].map(({ finishedAt }) => Math.max(Date.parse(finishedAt), 0));
  const [runA = 0n, runB = 0n] = runs;
  const [timeA = 0, timeB = 0] = times.map((ms) => Math.min(ms, MOST_FENCE));
  if (runA !== runB) return runA > runB ? 1 : -1;
  return Math.sign((a.by.attempt ?? 0) - (b.by.attempt ?? 0) || timeA - timeB);
}

const sign = (a: Marker, b: Marker): number => Math.sign(compareOrder(orderOf(a), orderOf(b)));

describe("the order of entries", () => {
  it("is total and transitive, whether they have a fence or not", () => {
    fc.assert(
      fc.property(marker, marker, marker, (a, b, c) => {
        expect(sign(a, a)).toBe(0);
        expect(sign(a, b)).toBe(-sign(b, a) + 0);
        if (sign(a, b) >= 0 && sign(b, c) >= 0) expect(sign(a, c)).toBeGreaterThanOrEqual(0);
        if (sign(a, b) > 0 && sign(b, c) >= 0) expect(sign(a, c)).toBe(1);
      }),
      RUNS,
    );
  });

  it("is that of the fences where both have one", () => {
    fc.assert(
      fc.property(marker, marker, (a, b) => {
        fc.pre(a.fence !== undefined && b.fence !== undefined && a.fence !== b.fence);
        expect(sign(a, b)).toBe(Math.sign((a.fence ?? 0) - (b.fence ?? 0)));
      }),
      RUNS,
    );
  });

  it("is what it was where neither has one", () => {
    fc.assert(
      fc.property(marker, marker, (one, other) => {
        const [a, b] = [withoutFence(one), withoutFence(other)];
        expect(sign(a, b)).toBe(orderBefore(a, b));
      }),
      RUNS,
    );
  });

  it("is in the names of entries and in keys, which earlier versions read and take for times", () => {
    const prefix = entryPrefix({ name: "n", shard: "s" }, sha256("m"));
    const rest = { parts: ["0", "0", "0", "0"], milliseconds: 1, sizeBytes: 1, unique: "0a1b2c" };
    fc.assert(
      fc.property(marker, (one) => {
        const order = orderOf(one);
        expect(fenceIn(stampOf(one))).toBe(one.fence);
        const name = formatEntryName(order, "x");
        expect(name).toMatch(/^(\d{1,20})\.(\d{1,16})\.([0-9a-z]{1,12})\.[0-9a-f]{6}$/);
        expect(parseEntryName(name)).toEqual(order);
        const key = formatEntryKey(prefix, { ...rest, ...order });
        expect(key.slice(prefix.length)).toMatch(
          /^[0.]+-s1\.b1-(\d{1,20})\.(\d{1,16})\.([0-9a-z]{1,11})\.([0-9a-f]{6})$/,
        );
        expect(key.length).toBeLessThan(LONGEST_KEY);
        expect(parseKey(key)).toMatchObject(order);
        const [, stamp = ""] = /\.([0-9a-z]+)\.0a1b2c$/.exec(key) ?? [];
        expect(Number.parseInt(stamp, 36).toString(36)).toBe(stamp);
      }),
      RUNS,
    );
  });

  it("sorts entries that come in any order to the same one", () => {
    fc.assert(
      fc.property(fc.array(marker, { maxLength: 12 }), fc.nat(), (all, seed) => {
        const orders = all.map(orderOf);
        const turned = [...orders.slice(seed % 7), ...orders.slice(0, seed % 7)].toReversed();
        const sorted = (list: readonly EntryOrder[]): unknown =>
          list
            .toSorted((a, b) => compareOrder(b, a))
            .map(({ run: id, attempt, stamp }) => `${id} ${attempt} ${stamp}`);
        expect(sorted(turned)).toEqual(sorted(orders));
      }),
      RUNS,
    );
  });
});
