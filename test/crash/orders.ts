import type { Part } from "./changing.ts";

/** What happens to the shards as they are, before the next change. */
export type Event = "none" | "finished" | "failed" | "killed";

/** Three changes, with an event before each; a finished run comes last. */
export interface Order {
  readonly number: number;
  readonly changes: readonly [Part, Part, Part];
  readonly events: readonly [Event, Event, Event];
}

const PARTS: readonly [Part, Part, Part, Part] = ["input", "command", "files", "text"];
const EVENTS: readonly [Event, Event, Event, Event] = ["none", "finished", "failed", "killed"];

/**
 * The 64 words of the hexacode, (a, b, c, f(1), f(w), f(w²)) with f(x) = ax² + bx + c over the field of four elements:
 * of the 4096 combinations of three changes and three events those in which whatever three are looked at, each of
 * their 64 combinations occurs once. So all orders of changes are among them, all orders of events, and every event
 * between every two changes.
 */
export function allOrders(): readonly Order[] {
  return Array.from({ length: 64 }, (_, number) => {
    const [a, b, c] = [number >> 4, (number >> 2) & 3, number & 3] as const;
    const event = (x: number): Event => of(EVENTS, times(a, times(x, x)) ^ times(b, x) ^ c);
    return {
      number,
      changes: [of(PARTS, a), of(PARTS, b), of(PARTS, c)],
      events: [event(1), event(2), event(3)],
    };
  });
}

/** Product in the field of four elements, where a sum is an exclusive or: 2 is w, 3 is w² = w + 1. */
function times(x: number, y: number): number {
  if (x === 0 || y === 0) return 0;
  return ((x - 1 + (y - 1)) % 3) + 1;
}

function of<T>(four: readonly [T, T, T, T], place: number): T {
  return four[place] ?? four[0];
}
