import { parseStoreAddress } from "../core/definition/store-address.ts";
import { UserError } from "../core/text/problem.ts";
import type { Invocation } from "./invocation.ts";
import type { Job } from "./open.ts";

type Handing = Pick<Job, "definition" | "isPlanned" | "store">;

/** Do other jobs take the results from the store? Then a shard that is done and not in the store makes this job fail. */
export function handsOver({ definition, isPlanned, store }: Handing): boolean {
  return store.kind !== "none" && (definition.handOver ?? isPlanned);
}

/**
 * A job whose results nobody could take is refused before it computes them.
 * @throws {UserError} where results are handed over, and here is no store for them.
 */
export function checkHandOver(
  { surface }: Pick<Invocation, "surface">,
  { definition, isPlanned, store }: Handing,
): void {
  const { handOver = isPlanned } = definition;
  if (store.kind !== "none" || !handOver) return;
  // Without a word about it, the disk itself is the store of a terminal, and of whoever sets it to none.
  const isMeant = surface === "terminal" || parseStoreAddress(definition.store).scheme === "none";
  if (isMeant && definition.handOver === undefined) return;
  const why = definition.handOver === undefined ? "definition is given" : "hand-over is true";
  throw new UserError([
    `${why}, so other jobs take this job's results from a store, and here is none: they would stay on this disk. ` +
      "Set store to github (where the runner has a cache service) or to file:<folder> on a disk that all runners see, " +
      "or hand-over to false where this disk is enough.",
  ]);
}
