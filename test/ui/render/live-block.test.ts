import { describe, expect, test } from "vitest";
import type { TimedEvent } from "../../../src/run/events.ts";
import { heartbeatLine, liveBlock } from "../../../src/ui/render/live-block.ts";
import { PLAIN } from "../../../src/ui/render/paint.ts";
import { createRunView, type RunView } from "../../../src/ui/render/run-view.ts";

const BEGAN_MS = 1_000_000;

/** A view of a run, with shards that began to execute at these seconds of it. */
function viewOf(seconds: Readonly<Record<string, number>>, nowMs: number): RunView {
  const view = createRunView(() => nowMs);
  let slot = 0;
  for (const [shard, second] of Object.entries(seconds)) {
    slot += 1;
    const atMs = BEGAN_MS + second * 1000;
    const place = { attempt: 1, slot: `slot ${slot}`, gpu: String(slot - 1) };
    view.take({ kind: "executing", shard, ...place, logPath: "x.log", atMs });
  }
  return view;
}

const DONE: TimedEvent = {
  kind: "result",
  atMs: BEGAN_MS,
  result: {
    ...{ id: "z", decision: "run", reason: "new", outcome: "done", exitCode: 0 },
    ...{ seconds: 40, attempts: 1 },
  },
};

const nowMs = BEGAN_MS + 60_000;

describe("the block of a run", () => {
  test("has a bar of all shards, and a line for each slot with its GPU, its shard and its time", () => {
    const view = viewOf({ a: 40, b: 58 }, nowMs);
    const lines = liveBlock(view, { room: { columns: 80, rows: 24 }, paint: PLAIN, nowMs });
    expect(lines).toHaveLength(3);
    expect(lines[1]).toBe("[--------------------] gpu 0  a  20s");
    expect(lines[2]).toBe("[--------------------] gpu 1  b  2.0s");
  });

  test("fills the bar of a slot by the mean time of the shards that are done, and never in full", () => {
    const view = createRunView(() => nowMs);
    view.take(DONE);
    for (const [shard, second] of [
      ["half", 40],
      ["late", 0],
    ] as const) {
      const atMs = BEGAN_MS + second * 1000;
      const place = { attempt: 1, slot: "slot 1", gpu: undefined, logPath: "" };
      view.take({ kind: "executing", shard, ...place, atMs });
    }
    const lines = liveBlock(view, { room: { columns: 80, rows: 24 }, paint: PLAIN, nowMs });
    expect(lines.slice(1)).toEqual([
      "[##########----------] slot 1  half  20s of about 40s",
      "[###################-] slot 1  late  1m 00s of about 40s",
    ]);
  });

  test("keeps each slot in its place, whichever of them began last", () => {
    const view = createRunView(() => nowMs);
    for (const number of [10, 2, 1]) {
      const slot = `slot ${number}`;
      const of = {
        shard: `s${number}`,
        attempt: 1,
        slot,
        gpu: undefined,
        logPath: "",
        atMs: BEGAN_MS,
      };
      view.take({ kind: "executing", ...of });
    }
    const lines = liveBlock(view, { room: { columns: 80, rows: 24 }, paint: PLAIN, nowMs });
    expect(lines.slice(1).map((line) => line.split("  ")[1])).toEqual(["s1", "s2", "s10"]);
  });

  test("is no wider than its terminal, whatever an id holds, and takes at most half of its rows", () => {
    const ids = Array.from(
      { length: 100 },
      (_, place) => `${place}\u001b[2J\n名前${"é".repeat(200)}`,
    );
    const view = viewOf(Object.fromEntries(ids.map((id) => [id, 1])), nowMs);
    for (const room of [
      { columns: 20, rows: 6 },
      { columns: 80, rows: 24 },
      { columns: 200, rows: 60 },
    ]) {
      const lines = liveBlock(view, { room, paint: PLAIN, nowMs });
      expect(lines.length).toBeLessThanOrEqual(Math.max(3, room.rows / 2));
      for (const line of lines) {
        expect([...line].length).toBeLessThan(room.columns);
        // oxlint-disable-next-line no-control-regex -- control characters are what must not be there
        expect(line).not.toMatch(/[\u0000-\u001f]/);
      }
    }
  });

  test("names what is being saved, until it is saved", () => {
    const view = createRunView(() => nowMs);
    const room = { columns: 80, rows: 24 };
    const last = (): unknown => liveBlock(view, { room, paint: PLAIN, nowMs }).at(-1);
    for (const shard of ["a", "b", "c", "d"]) view.take({ kind: "saving", shard, atMs: nowMs });
    expect(last()).toBe("saving a, b, c and 1 more");
    const saved = { kind: "saved", outcome: "saved", sizeBytes: 2_000_000_000 } as const;
    for (const shard of ["a", "b", "c", "d"]) view.take({ ...saved, shard, atMs: nowMs });
    expect(last()).toMatch(/ saved 8\.00 GB$/);
  });
});

test("a sign of life names what runs, where and for how long", () => {
  const view = viewOf({ a: 46 }, nowMs);
  expect(heartbeatLine(view, nowMs)).toBe("running a on gpu 0 for 14s · 0 of 0 done");
});
