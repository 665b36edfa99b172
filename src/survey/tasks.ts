import type { Definition } from "../core/definition.ts";
import { PARTS, unknownParts, type Fingerprint } from "../core/fingerprint.ts";
import { matchOf } from "../core/match.ts";
import { belowWorkspace, placesOf, type Places } from "../core/places.ts";
import type { Shard } from "../core/shard.ts";
import type { Store, Wanted } from "../store/store.ts";
import type { Fingerprints } from "./fingerprints.ts";

/** A shard with everything that a decision about it needs. */
export interface Task {
  readonly shard: Shard;
  readonly places: Places;
  /** Absolute paths. */
  readonly inputs: readonly string[];
  /** Digest over what the fingerprint depends on besides the inputs. */
  readonly basis: string;
  /** Read when it is first asked for. */
  readonly fingerprint: Fingerprint;
  /** How a store is asked for it; `undefined` without a store, and where a part that `rerun-on` names cannot be computed. */
  readonly wanted: Wanted | undefined;
}

interface TaskSource {
  readonly workspace: string;
  readonly definition: Definition;
  readonly store: Store;
  readonly fingerprints: Pick<Fingerprints, "of" | "basis">;
}

/** A class for its getters: closures of their own would cost ten thousand tasks megabytes. */
class LazyTask implements Task {
  readonly shard: Shard;
  readonly places: Places;
  readonly #source: TaskSource;
  #fingerprint: Fingerprint | undefined;

  constructor(shard: Shard, source: TaskSource) {
    this.shard = shard;
    this.places = placesOf(source.workspace, shard);
    this.#source = source;
  }

  get inputs(): readonly string[] {
    return this.shard.inputs.map(({ path }) => belowWorkspace(this.#source.workspace, path));
  }

  get basis(): string {
    return this.#source.fingerprints.basis;
  }

  get fingerprint(): Fingerprint {
    this.#fingerprint ??= this.#source.fingerprints.of(this.shard);
    return this.#fingerprint;
  }

  get wanted(): Wanted | undefined {
    const { store, definition } = this.#source;
    return store.kind === "none" ? undefined : wantedOf(this.shard, this.fingerprint, definition);
  }
}

/** Tasks in the order of the shards. */
export function tasksOf(
  context: Omit<TaskSource, "fingerprints">,
  shards: readonly Shard[],
  fingerprints: Pick<Fingerprints, "of" | "basis">,
): readonly Task[] {
  const source = { ...context, fingerprints };
  return shards.map((shard) => new LazyTask(shard, source));
}

function wantedOf(
  shard: Shard,
  fingerprint: Fingerprint,
  { rerunOn }: Definition,
): Wanted | undefined {
  const match = matchOf(fingerprint, rerunOn);
  if (match === undefined) return undefined;
  return { shard: shard.id, match, whole: matchOf(fingerprint, PARTS) ?? match };
}

/** How a store is asked for the shard's work; `undefined` without a store, and where any part cannot be computed. */
export function workOf({ wanted, fingerprint }: Task): Wanted | undefined {
  return wanted === undefined || unknownParts(fingerprint, PARTS).length > 0 ? undefined : wanted;
}
