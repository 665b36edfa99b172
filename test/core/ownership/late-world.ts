import { stampOf } from "../../../src/core/keys/entry-stamp.ts";
import { lagOf, nextFence } from "../../../src/core/ownership/fence.ts";
import { compareOrder, type EntryOrder } from "../../../src/store/order.ts";

/** One owner of a shard, on a machine of its own: it shares with the others nothing but the store. */
export interface Owner {
  readonly run: bigint;
  /** The milliseconds that its clock is ahead of the store's. */
  readonly aheadMs: number;
}

/** A change of the protocol that leaves something out. */
export interface Mutant {
  readonly name: string;
  /** Is the store's clock left out? */
  readonly asksNoClock?: boolean;
  /** Are the fences of earlier owners left out? */
  readonly knowsNobody?: boolean;
  /** Is the fence that of the end, not of the start? */
  readonly takesEnd?: boolean;
  readonly compare?: (a: EntryOrder, b: EntryOrder) => number;
  /** Is an entry put without a look at what is there, in the place of it? */
  readonly putsBlindly?: boolean;
}

export interface Exploration {
  readonly owners: readonly Owner[];
  /** Has the store a clock? */
  readonly hasClock: boolean;
  readonly mutant?: Mutant;
}

type Phase = "look" | "start" | "work" | "look-again" | "put" | "over";

interface State {
  readonly phase: Phase;
  /** The newest fence in the store when it looked, and whose results lay there. */
  readonly known: number | undefined;
  readonly saw: readonly number[];
  readonly startedAt: number;
  readonly order: EntryOrder;
}

interface Put {
  readonly owner: number;
  readonly order: EntryOrder;
}

interface World {
  readonly states: readonly State[];
  /** In the order of their making. */
  readonly entries: readonly Put[];
  /** The time of the store. */
  readonly nowMs: number;
}

export interface Explored {
  readonly worlds: number;
  /** The first world in which an older owner's result is found, in words. */
  readonly fault: string | undefined;
}

const BEGIN_MS = 1_800_000_000_000;
/** Longer than a file system needs to tell two moments from each other. */
const STEP_MS = 50;

/** Every order in which owners look, start, finish and save. One that sleeps or dies takes no more steps. */
export function explore(exploration: Exploration): Explored {
  const idle = { known: undefined, saw: [], startedAt: 0, order: orderOf(0n, {}) };
  const states = exploration.owners.map((): State => ({ phase: "look", ...idle }));
  const waiting: World[] = [{ states, entries: [], nowMs: BEGIN_MS }];
  let worlds = 0;
  for (let world = waiting.pop(); world !== undefined; world = waiting.pop()) {
    worlds += 1;
    const fault = faultIn(world, exploration);
    if (fault !== undefined) return { worlds, fault };
    for (const place of world.states.keys()) {
      const next = step(world, place, exploration);
      if (next !== undefined) waiting.push(next);
    }
  }
  return { worlds, fault: undefined };
}

function orderOf(
  run: bigint,
  { fence, finishedMs = 0 }: { readonly fence?: number; readonly finishedMs?: number },
): EntryOrder {
  const finishedAt = new Date(finishedMs).toISOString();
  return { run, attempt: 1, stamp: stampOf({ finishedAt, ...(fence !== undefined && { fence }) }) };
}

function step(world: World, place: number, exploration: Exploration): World | undefined {
  const state = world.states[place];
  const owner = exploration.owners[place];
  if (state === undefined || owner === undefined || state.phase === "over") return undefined;
  const { mutant } = exploration;
  const nowMs = world.nowMs + STEP_MS;
  const newest = newestOf(world, mutant);
  const to = (changes: Partial<State>): World => ({
    ...world,
    nowMs,
    states: world.states.map((one, at) => (at === place ? { ...one, ...changes } : one)),
  });
  switch (state.phase) {
    case "look":
      return to({ phase: "start", ...look(world, newest) });
    case "start":
      return to({
        phase: "work",
        startedAt: nowMs,
        order: begin(owner, state, { nowMs, exploration }),
      });
    case "work":
      return to({ phase: "look-again", order: end(owner, state, { nowMs, exploration }) });
    case "look-again": {
      const isNeedless =
        mutant?.putsBlindly !== true &&
        newest !== undefined &&
        compareWith(mutant)(newest.order, state.order) >= 0;
      return to({ phase: isNeedless ? "over" : "put" });
    }
    case "put":
      return {
        ...to({ phase: "over" }),
        entries: [...world.entries, { owner: place, order: state.order }],
      };
  }
}

function look({ entries }: World, newest: Put | undefined): Pick<State, "known" | "saw"> {
  return { known: newest && fenceOf(newest.order), saw: entries.map(({ owner }) => owner) };
}

interface Now {
  readonly nowMs: number;
  readonly exploration: Exploration;
}

function begin(owner: Owner, { known }: State, { nowMs, exploration }: Now): EntryOrder {
  const { hasClock, mutant } = exploration;
  const ownMs = nowMs + owner.aheadMs;
  const asked = { storeMs: nowMs, beforeMs: ownMs - 1, afterMs: ownMs + 1 };
  const lagMs = hasClock && mutant?.asksNoClock !== true ? lagOf(asked) : 0;
  const fence = nextFence(ownMs + lagMs, mutant?.knowsNobody === true ? [] : [known]);
  return orderOf(owner.run, { fence });
}

function end(owner: Owner, { order }: State, { nowMs, exploration }: Now): EntryOrder {
  if (exploration.mutant?.takesEnd !== true) return order;
  return orderOf(owner.run, { fence: nowMs + owner.aheadMs });
}

function fenceOf({ stamp }: EntryOrder): number {
  return stamp - orderOf(0n, { fence: 0 }).stamp;
}

function compareWith(mutant: Mutant | undefined): typeof compareOrder {
  return mutant?.compare ?? compareOrder;
}

function newestOf({ entries }: World, mutant: Mutant | undefined): Put | undefined {
  if (mutant?.putsBlindly === true) return entries.at(-1);
  return entries.toSorted((a, b) => compareWith(mutant)(b.order, a.order))[0];
}

/**
 * Where the store has a clock, the one that has started last is the newer owner. Where it has none, that is known only of one
 * who has seen the other's result.
 */
function faultIn(world: World, { hasClock, mutant, owners }: Exploration): string | undefined {
  const found = newestOf(world, mutant);
  if (found === undefined) return undefined;
  const other = world.states[found.owner];
  const hidden = world.states.findIndex(({ phase, saw, startedAt }, owner) => {
    if (phase !== "over" || other === undefined || owner === found.owner) return false;
    return hasClock ? startedAt > other.startedAt : saw.includes(found.owner);
  });
  if (hidden < 0) return undefined;
  const clocks = owners.map(({ aheadMs }) => aheadMs).join(", ");
  return `the result of owner ${found.owner} hides that of ${hidden}, with clocks ${clocks} ms ahead`;
}
