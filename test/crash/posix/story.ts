import type { Claims } from "./claims.ts";
import type { Layout, StoreKind } from "./shard.ts";
import type { World } from "./world.ts";

/** A story before it is known whether the checkpoint is a file or a directory. */
export interface Story {
  readonly title: string;
  /** The stores on which it is told, each in a scenario of its own; none of them without it. */
  readonly stores?: readonly StoreKind[];
  readonly scope?: string;
  /** How many superseded results are kept; 0 without it. */
  readonly keep?: number;
  /** Where it makes a difference: the only layout for which it is told. */
  readonly only?: Layout;
  /** Nothing of Donemark is in the workspace. */
  readonly isNew?: true;
  /** What lies there before, all of it durable. */
  readonly before: (world: World) => Promise<unknown>;
  /** What is recorded. */
  readonly act: (world: World) => Promise<unknown>;
  /** What holds once this has been said. */
  readonly claims?: (said: ReadonlySet<string>) => Partial<Claims>;
  /** A run is what is recorded: it is also killed at each moment, and run again. */
  readonly isRun?: true;
  /** That run is forced: so is the next one after a kill, until a start was made. */
  readonly isForced?: true;
  /** Names that are no longer anywhere after a run that was never interrupted. */
  readonly gone?: RegExp;
}

/** All names that are gone once a shard is done and nothing superseded is kept, its work among them. */
export const WITHOUT_WORK =
  /^work$|\.(?:attempt|done-\d+(?:\.marker|\.revoked)?)\.stale$|\.started$/;

export const ALL_STORES: readonly StoreKind[] = ["file", "github"];

/** Whatever a start, a finish or a save has reported holds. */
export function onceSaid(said: ReadonlySet<string>): Partial<Claims> {
  if (said.has("done B")) return { done: "B", ...(said.has("stored B") && { stored: "B" }) };
  return said.has("begun B") ? { begun: "B" } : {};
}

/** The same, over something that lay there before. */
export function over(before: Partial<Claims>): (said: ReadonlySet<string>) => Partial<Claims> {
  return (said) => ({ ...(!said.has("done B") && before), ...onceSaid(said) });
}
