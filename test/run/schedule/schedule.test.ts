import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createClaims, type Claims } from "../../../src/run/schedule/claims.ts";
import { runOnSlots, startAll, type SlotLine } from "../../../src/run/schedule/schedule.ts";
import type { End, FailedShard, Steps } from "../../../src/run/schedule/steps.ts";

type Shard = string;
interface Ready {
  readonly shard: Shard;
}

/** The answers of the world to one shard. */
interface Fate {
  /** Another run has it. */
  readonly isTaken: boolean;
  readonly cannotStart: boolean;
  readonly isBlank: boolean;
  /** What it depends on changes between its start and its turn. */
  readonly changes: boolean;
  /** Turns of the event loop that its attempt takes. */
  readonly turns: number;
  /** The run is stopped while it is attempted. */
  readonly stops: boolean;
  /** Its result is saved only after this many turns. */
  readonly saveTurns: number;
  /** So often nobody knows whether another run has it. */
  readonly unknownFor?: number;
}

interface World {
  readonly fates: ReadonlyMap<Shard, Fate>;
  readonly slots: number;
  /** Attempts count as short, so that the scheduler looks ahead. */
  readonly isShort: boolean;
}

/** Everything that happened, in order: a word and the shard, or the slot. */
type Log = readonly (readonly [what: string, shard: Shard, slot?: number])[];

interface Played {
  readonly log: Log;
  readonly results: ReadonlyMap<Shard, readonly string[]>;
  readonly heldAtTheEnd: ReadonlySet<Shard>;
}

/** Plays a whole schedule with no process, no disk and no clock: time is the turns of the event loop. */
async function play(world: World): Promise<Played> {
  const log: [string, Shard, number?][] = [];
  const results = new Map<Shard, string[]>();
  const held = new Set<Shard>();
  const through = new Map<Shard, () => void>();
  const backlog = new Map<number, Promise<void>>();
  let isStopped = false;
  const asked = new Map<Shard, number>();
  const fateOf = (shard: Shard): Fate => {
    const fate = world.fates.get(shard);
    if (fate === undefined) throw new Error(`${shard} is no shard of this world`);
    return fate;
  };
  const settle = (shard: Shard, result: string): undefined => {
    results.set(shard, [...(results.get(shard) ?? []), result]);
    through.get(shard)?.();
  };
  const steps: Steps<Shard, Ready, FailedShard> = {
    ...NO_FAILURES,
    idOf: (shard) => shard,
    claim: async (shard) => {
      await turn();
      if (fateOf(shard).isTaken) return settle(shard, "left alone");
      const before = asked.get(shard) ?? 0;
      asked.set(shard, before + 1);
      if (before < (fateOf(shard).unknownFor ?? 0)) return { again: turn() };
      log.push(["claim", shard]);
      held.add(shard);
      return { shard, release: async () => void held.delete(shard) };
    },
    settled: (shard) => new Promise<void>((resolve) => through.set(shard, resolve)),
    isStopped: () => isStopped,
    mayStart: async () => !isStopped,
    isBlank: (shard) => fateOf(shard).isBlank,
    start: async (shard) => {
      await turn();
      if (fateOf(shard).cannotStart) return settle(shard, "failed to start");
      log.push(["start", shard]);
      return { shard };
    },
    begin: async (ready) => {
      if (!fateOf(ready.shard).changes) return ready;
      log.push(["withdraw", ready.shard]);
      return settle(ready.shard, "changed");
    },
    withdraw: async ({ shard }) => void log.push(["withdraw", shard]),
  };
  let clockMs = 0;
  const slots = Array.from({ length: world.slots }, (_, slot): SlotLine<Ready, FailedShard> => ({
    place: "",
    backlogStarted: async () => {
      await backlog.get(slot);
      log.push(["asks", "", slot]);
    },
    attempt: async ({ shard }): Promise<End<FailedShard>> => {
      const fate = fateOf(shard);
      log.push(["attempt", shard, slot]);
      for (let left = fate.turns; left > 0; left -= 1) await turn();
      if (fate.stops) isStopped = true;
      clockMs += world.isShort ? 1 : 5000;
      log.push(["end", shard, slot]);
      backlog.set(slot, saved(shard, fate.saveTurns, slot));
      settle(shard, "done");
      return { kind: "done", id: shard };
    },
    close: async () => void log.push(["close", "", slot]),
  }));
  const saved = async (shard: Shard, turns: number, slot: number): Promise<void> => {
    for (let left = turns; left > 0; left -= 1) await turn();
    log.push(["save begun", shard, slot]);
  };
  const claims = createClaims(steps, [...world.fates.keys()]);
  await runOnSlots(steps, claims, { slots, clockMs: () => clockMs, onRetired: () => undefined });
  for (const shard of world.fates.keys()) if (!results.has(shard)) settle(shard, "not reached");
  await claims.close();
  return { log, results, heldAtTheEnd: held };
}

const NO_FAILURES = {
  sizeOf: () => 0,
  onStop: () => () => undefined,
  startAgain: () => Promise.resolve(undefined),
  giveUp: () => undefined,
  holdBack: () => undefined,
  tryElsewhere: () => undefined,
  checkFailures: () => undefined,
};

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

const FATES: fc.Arbitrary<Fate> = fc.record({
  isTaken: fc.boolean(),
  cannotStart: fc.boolean(),
  isBlank: fc.boolean(),
  changes: fc.boolean(),
  turns: fc.integer({ min: 0, max: 4 }),
  stops: fc.integer({ min: 0, max: 5 }).map((chance) => chance === 0),
  saveTurns: fc.integer({ min: 0, max: 4 }),
  unknownFor: fc.constantFrom(0, 0, 0, 1, 9),
});

const WORLDS: fc.Arbitrary<World> = fc
  .tuple(fc.array(FATES, { maxLength: 8 }), fc.integer({ min: 1, max: 3 }), fc.boolean())
  .map(([fates, slots, isShort]) => ({
    fates: new Map(fates.map((fate, place) => [`s${place}`, fate])),
    slots,
    isShort,
  }));

const GOOD: Fate = {
  isTaken: false,
  cannotStart: false,
  isBlank: true,
  changes: false,
  turns: 1,
  stops: false,
  saveTurns: 0,
};

function stoppedIn({ fates }: World, log: Log): boolean {
  return log.some(([word, shard]) => word === "end" && fates.get(shard)?.stops === true);
}

function times(log: Log, what: string, shard: Shard): number {
  return log.filter(([word, of]) => word === what && of === shard).length;
}

describe("in any world", () => {
  test("each shard is claimed and attempted at most once, and has exactly one result", async () => {
    await fc.assert(
      fc.asyncProperty(WORLDS, async (world) => {
        const { log, results } = await play(world);
        for (const shard of world.fates.keys()) {
          expect(times(log, "claim", shard)).toBeLessThanOrEqual(1);
          expect(times(log, "attempt", shard)).toBeLessThanOrEqual(1);
          expect(results.get(shard)).toHaveLength(1);
        }
      }),
      { numRuns: 400 },
    );
  });

  test("each start is attempted or withdrawn, and no shard is attempted without one", async () => {
    await fc.assert(
      fc.asyncProperty(WORLDS, async (world) => {
        const { log } = await play(world);
        for (const shard of world.fates.keys()) {
          const attempts = times(log, "attempt", shard);
          const withdrawals = times(log, "withdraw", shard);
          const isLeft = stoppedIn(world, log) && world.fates.get(shard)?.isBlank === false;
          // A start that has set something aside is not taken back: the next run goes on from there.
          if (isLeft) expect(attempts + withdrawals).toBeLessThanOrEqual(1);
          else expect(attempts + withdrawals).toBe(times(log, "start", shard));
        }
      }),
      { numRuns: 400 },
    );
  });

  test("nothing is attempted after the run was stopped", async () => {
    await fc.assert(
      fc.asyncProperty(WORLDS, async (world) => {
        const { log } = await play(world);
        const stopped = log.findIndex(
          ([word, shard]) => word === "end" && world.fates.get(shard)?.stops === true,
        );
        if (stopped === -1) return;
        expect(log.slice(stopped).filter(([word]) => word === "attempt")).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test("a slot attempts one shard at a time, and none while its last result waits to be saved", async () => {
    await fc.assert(
      fc.asyncProperty(WORLDS, async (world) => {
        const { log } = await play(world);
        for (let slot = 0; slot < world.slots; slot += 1) {
          const words = log
            .filter(([word, , of]) => of === slot && word !== "asks" && word !== "close")
            .map(([word]) => word);
          words.forEach((word, place) => {
            if (word === "attempt" && place > 0) expect(words[place - 1]).toBe("save begun");
            if (word === "end") expect(words[place - 1]).toBe("attempt");
          });
        }
      }),
      { numRuns: 400 },
    );
  });

  test("every claim is released at the end, and every slot is closed once", async () => {
    await fc.assert(
      fc.asyncProperty(WORLDS, async (world) => {
        const { log, heldAtTheEnd } = await play(world);
        expect([...heldAtTheEnd]).toEqual([]);
        for (let slot = 0; slot < world.slots; slot += 1)
          expect(log.filter(([word, , of]) => word === "close" && of === slot)).toHaveLength(1);
      }),
      { numRuns: 400 },
    );
  });

  test("while the run is not stopped, every shard that can run does", async () => {
    const calm = FATES.map((fate) => ({ ...fate, stops: false }));
    const worlds = fc.tuple(fc.array(calm, { maxLength: 8 }), fc.integer({ min: 1, max: 3 }));
    await fc.assert(
      fc.asyncProperty(worlds, fc.boolean(), async ([fates, slots], isShort) => {
        const shards = new Map(fates.map((fate, place) => [`s${place}`, fate]));
        const { results } = await play({ fates: shards, slots, isShort });
        for (const [shard, { isTaken, cannotStart }] of shards) {
          const [result] = results.get(shard) ?? [];
          expect(result).not.toBe("not reached");
          if (isTaken) expect(result).toBe("left alone");
          else if (cannotStart) expect(result).toBe("failed to start");
        }
      }),
      { numRuns: 400 },
    );
  });
});

test.each([1, 2, 3])(
  "%d slots run every shard of which something is known before they wait for the others",
  async (slots) => {
    const unknown = { ...GOOD, unknownFor: 40 };
    const fates = new Map<Shard, Fate>([
      ...["a", "b", "c", "d"].map((id) => [id, unknown] as const),
      ...["e", "f", "g"].map((id) => [id, { ...GOOD, turns: 5 }] as const),
    ]);
    for (const isShort of [true, false]) {
      const { log, results } = await play({ fates, slots, isShort });
      const attempts = log.filter(([word]) => word === "attempt").map(([, shard]) => shard);
      expect(attempts.slice(0, 3).toSorted()).toEqual(["e", "f", "g"]);
      expect(attempts.slice(3).toSorted()).toEqual(["a", "b", "c", "d"]);
      expect([...results.values()].flat()).toEqual(Array.from({ length: 7 }, () => "done"));
    }
  },
);

describe("looking ahead", () => {
  test("begins after a short attempt alone", async () => {
    const shards = new Map(["a", "b", "c", "d"].map((id) => [id, { ...GOOD, turns: 4 }]));
    const early = (log: Log): boolean => {
      const second = log.findIndex(([word, shard]) => word === "attempt" && shard === "b");
      return log.slice(0, second + 1).some(([word, shard]) => word === "start" && shard === "c");
    };
    const short = await play({ fates: shards, slots: 1, isShort: true });
    const long = await play({ fates: shards, slots: 1, isShort: false });
    const startOf = (log: Log, id: Shard): number =>
      log.findIndex(([word, shard]) => word === "start" && shard === id);
    const endOf = (log: Log, id: Shard): number =>
      log.findIndex(([word, shard]) => word === "end" && shard === id);
    expect(startOf(short.log, "c")).toBeLessThan(endOf(short.log, "b"));
    expect(startOf(long.log, "c")).toBeGreaterThan(endOf(long.log, "b"));
    expect(early(long.log)).toBe(false);
  });

  test("starts nothing that would set something aside before its turn", async () => {
    const fates = new Map(["a", "b", "c"].map((id) => [id, { ...GOOD, isBlank: false, turns: 4 }]));
    const { log } = await play({ fates, slots: 1, isShort: true });
    const words = log.filter(([word]) => word === "start" || word === "end");
    expect(words.map(([word, shard]) => `${word} ${shard}`)).toEqual([
      "start a",
      "end a",
      "start b",
      "end b",
      "start c",
      "end c",
    ]);
  });
});

test("one program for all shards gets every shard that could be claimed and started", async () => {
  const order: string[] = [];
  const steps = {
    idOf: (shard: Shard) => shard,
    sizeOf: () => 0,
    claim: async (shard: Shard) =>
      shard === "taken" ? undefined : { shard, release: () => Promise.resolve() },
    settled: () => new Promise<void>(() => undefined),
    isStopped: () => false,
    isBlank: () => true,
    withdraw: () => Promise.resolve(),
    start: async (shard: Shard) => {
      order.push(shard);
      return shard === "broken" ? undefined : { shard };
    },
  };
  const claims = createClaims(steps, ["a", "taken", "broken", "b"]);
  expect(await startAll(steps, claims)).toEqual([{ shard: "a" }, { shard: "b" }]);
  expect(order).toEqual(["a", "broken", "b"]);
});

test("a stop that comes while one program's shards are claimed is seen before all are", async () => {
  let isStopped = false;
  let claimed = 0;
  setImmediate(() => (isStopped = true));
  const claims: Claims<number> = {
    next: () =>
      Promise.resolve(
        isStopped || claimed === 10_000 ? { kind: "none" } : { kind: "claimed", shard: claimed++ },
      ),
    nextSmall: () => Promise.resolve({ kind: "none" }),
    isWaiting: () => false,
    close: () => Promise.resolve(),
  };
  const steps = {
    start: () => Promise.resolve(undefined),
    isBlank: () => true,
    isStopped: () => isStopped,
    withdraw: () => Promise.resolve(),
  };
  expect(await startAll(steps, claims)).toEqual([]);
  expect(claimed).toBeLessThan(10_000);
});
