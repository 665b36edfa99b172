/** Repeatable chance: the same seed always gives the same numbers. */
export interface Chance {
  /** From 0, up to but without 1. */
  readonly unit: () => number;
  /** A whole number from 0, up to but without `count`. */
  readonly below: (count: number) => number;
  readonly pick: <T>(choices: readonly [T, ...T[]]) => T;
}

/** Mulberry32: 32 bits of state, good enough to scatter moments. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const unit = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number): number => Math.floor(unit() * count);
  return {
    unit,
    below,
    pick: ([first, ...others]) => [first, ...others][below(others.length + 1)] ?? first,
  };
}
