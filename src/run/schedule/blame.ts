/** Where an attempt ran: slots with the same GPUs are one place, and so are all slots without GPUs. */
export type Place = string;

/** `doubted`: it gets no shard until it is known whether the place or its shards are to blame. */
type Standing = "trusted" | "doubted" | "retired";

/** Tells whether the failures of a run belong to its inputs, to one of its places, or to the set-up. */
export interface Blame {
  readonly succeeded: (place: Place, shard: string) => void;
  /** `belongsToInput`: it is known that the place has no part in it. */
  readonly failed: (place: Place, shard: string, belongsToInput?: boolean) => void;
  readonly standingOf: (place: Place) => Standing;
  /** Has the shard failed here alone, and nothing succeeded here since? Then the place may be to blame. */
  readonly suspects: (place: Place, shard: string) => boolean;
  /** May the place take a shard that failed before? It goes elsewhere where a trusted place has not tried it. */
  readonly mayTry: (place: Place, shard: string) => boolean;
  /** Is there a trusted place that has not tried this shard? */
  readonly mayBeTriedElsewhere: (shard: string) => boolean;
  /** Nothing has succeeded, and too much has failed to begin with the next shard of the list. */
  readonly looksForSmall: () => boolean;
  /**
   * Where nothing is done yet: small shards have failed as well, and not at one place alone, so that the set-up is to
   * blame. `failures` is the number of shards that failed or whose attempts are used up.
   */
  readonly isHopeless: (failures: number, small: SmallShards) => boolean;
}

/** The shards that were taken from the other end of the list. */
interface SmallShards {
  readonly failed: number;
  /** No shard is left to be tried. */
  readonly areOver: boolean;
}

/** After so many failures with no success the smallest shards are tried. */
const FAILURES_BEFORE_SMALL = 3;
/** So many of the smallest must fail as well. */
const SMALL_FAILURES = 2;
/** After so many failures with no success a run stops. */
const FAILURES_BEFORE_STOP = 5;
/** A place that fails so often in a row while others succeed is doubted. */
const FAILURES_BEFORE_DOUBT = 3;
/** The same where no other place has ended an attempt yet. */
const FAILURES_WITHOUT_WITNESS = 5;

interface Record {
  standing: Standing;
  /** Shards that failed here since the last success, and nowhere else. */
  failed: Set<string>;
  /** One of them has succeeded elsewhere. */
  isProven: boolean;
  successes: number;
}

/** `onRetired` is called once for each place that gets no more shards, with the number of its failures in a row. */
export function createBlame(
  places: readonly Place[],
  onRetired: (place: Place, failures: number) => void,
): Blame {
  return new PlacesOfRun(places, onRetired);
}

class PlacesOfRun implements Blame {
  readonly #records: ReadonlyMap<Place, Record>;
  readonly #onRetired: (place: Place, failures: number) => void;
  /** The places at which a shard has failed. */
  readonly #triedAt = new Map<string, Set<Place>>();
  #successes = 0;

  constructor(places: readonly Place[], onRetired: (place: Place, failures: number) => void) {
    this.#records = new Map(places.map((place) => [place, freshRecord()]));
    this.#onRetired = onRetired;
  }

  readonly succeeded = (place: Place, shard: string): void => {
    this.#successes += 1;
    const own = this.#recordOf(place);
    own.successes += 1;
    absolve(own);
    for (const [other, record] of this.#records) {
      if (other === place) continue;
      if (record.failed.has(shard)) record.isProven = true;
      this.#judge(other);
    }
  };

  readonly failed = (place: Place, shard: string, belongsToInput = false): void => {
    const tried = this.#triedAt.get(shard) ?? new Set();
    this.#triedAt.set(shard, tried);
    const others = [...tried].filter((other) => other !== place);
    tried.add(place);
    if (others.length === 0 && !belongsToInput) this.#recordOf(place).failed.add(shard);
    // It fails wherever it is tried.
    for (const other of others) {
      this.#recordOf(other).failed.delete(shard);
      this.#judge(other);
    }
    this.#judge(place);
  };

  readonly standingOf = (place: Place): Standing => this.#recordOf(place).standing;

  readonly suspects = (place: Place, shard: string): boolean =>
    this.#recordOf(place).failed.has(shard);

  readonly mayTry = (place: Place, shard: string): boolean =>
    this.#triedAt.get(shard)?.has(place) !== true || !this.mayBeTriedElsewhere(shard);

  readonly mayBeTriedElsewhere = (shard: string): boolean => {
    const tried = this.#triedAt.get(shard);
    return [...this.#records].some(
      ([place, record]) => isTrusted(record) && tried?.has(place) !== true,
    );
  };

  readonly looksForSmall = (): boolean =>
    this.#successes === 0 && this.#triedAt.size >= FAILURES_BEFORE_SMALL;

  readonly isHopeless = (failures: number, small: SmallShards): boolean => {
    // These failed before their attempt or after it, when they were to be marked.
    if (failures - this.#triedAt.size >= FAILURES_BEFORE_STOP) return true;
    if (this.#successes > 0 || failures < FAILURES_BEFORE_STOP) return false;
    const failing = new Set([...this.#triedAt.values()].flatMap((tried) => [...tried]));
    const isOnePlace =
      this.#records.size > 1 && failing.size === 1 && this.#triedAt.size >= failures;
    return !isOnePlace && (small.areOver || small.failed >= SMALL_FAILURES);
  };

  #judge(place: Place): void {
    const record = this.#recordOf(place);
    if (record.standing === "retired") return;
    record.standing = "trusted";
    const hasWitness = this.#successes > record.successes;
    const most = hasWitness ? FAILURES_BEFORE_DOUBT : FAILURES_WITHOUT_WITNESS;
    if (record.failed.size < most) return;
    const others = [...this.#records].filter(([other]) => other !== place);
    if (!others.some(([, other]) => isTrusted(other))) {
      // Where nobody is left to show that it can be done, the shards are to blame, or the set-up.
      for (const one of this.#records.values()) absolve(one);
      return;
    }
    record.standing = record.isProven ? "retired" : "doubted";
    if (record.isProven) this.#onRetired(place, record.failed.size);
  }

  #recordOf(place: Place): Record {
    const record = this.#records.get(place);
    if (record === undefined) throw new RangeError(`${place} is no place of this run`);
    return record;
  }
}

function freshRecord(): Record {
  return { standing: "trusted", failed: new Set(), isProven: false, successes: 0 };
}

function isTrusted({ standing }: Record): boolean {
  return standing === "trusted";
}

function absolve(record: Record): void {
  if (record.standing === "retired") return;
  record.standing = "trusted";
  record.failed.clear();
  record.isProven = false;
}
