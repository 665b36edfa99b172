import type { Definition } from "../core/definition/fields.ts";
import { PARTS, unknownParts, type Fingerprint } from "../core/model/fingerprint.ts";
import { matchOf } from "../core/keys/match.ts";
import { belowWorkspace, shardPaths, type ShardPaths } from "../core/model/shard-paths.ts";
import type { Shard } from "../core/model/shard.ts";
import type { Store, Wanted } from "../store/store.ts";
import type { Fingerprints } from "../shards/fingerprints.ts";

/** A shard with everything that a decision about it needs. */
export interface Task {
  readonly shard: Shard;
  readonly paths: ShardPaths;
  /** Absolute paths. */
  readonly inputs: readonly string[];
  /** Digest over what the fingerprint depends on besides the inputs. */
  readonly basis: string;
  /** Read when it is first asked for. */
  readonly fingerprint: Fingerprint;
  /** The question to a store; `undefined` without a store, and where a part that `rerun-on` names is unknown. */
  readonly wanted: Wanted | undefined;
  /** Settles when its large inputs are hashed, outside of this thread. Never throws. */
  readonly prepare: () => Promise<void>;
  /** Why a command cannot read the inputs yet, in words; `undefined` where it can. */
  readonly unfetched: () => string | undefined;
  /** The line that marks it on the user's word, or accepts its result as it is, for a shell. */
  readonly markLine: (how?: "mark" | "accept") => string;
}

type TaskFingerprints = Pick<Fingerprints, "of" | "basis" | "unfetched" | "warm">;

interface TaskSource {
  readonly workspace: string;
  readonly definition: Definition;
  readonly store: Store;
  readonly markLine: (shard: Shard, how?: "mark" | "accept") => string;
  readonly fingerprints: TaskFingerprints;
}

/** A class for its getters: closures of their own would cost ten thousand tasks megabytes. */
class LazyTask implements Task {
  readonly shard: Shard;
  readonly paths: ShardPaths;
  readonly #source: TaskSource;
  #fingerprint: Fingerprint | undefined;

  constructor(shard: Shard, source: TaskSource) {
    this.shard = shard;
    this.paths = shardPaths(source.workspace, shard);
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

  prepare(): Promise<void> {
    return this.#fingerprint === undefined
      ? this.#source.fingerprints.warm(this.shard)
      : Promise.resolve();
  }

  unfetched(): string | undefined {
    return this.#source.fingerprints.unfetched(this.shard);
  }

  markLine(how?: "mark" | "accept"): string {
    return this.#source.markLine(this.shard, how);
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
  fingerprints: TaskFingerprints,
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

/** The question to a store for the shard's work; `undefined` without a store, and where any part is unknown. */
export function workOf({ wanted, fingerprint }: Task): Wanted | undefined {
  return wanted === undefined || unknownParts(fingerprint, PARTS).length > 0 ? undefined : wanted;
}
