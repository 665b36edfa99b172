import type { Shard } from "./shard.ts";

/** Two shards and a path of each that differ only by case or by the form of Unicode: some disks take them for one. */
export interface Twins {
  readonly ids: readonly [string, string];
  readonly paths: readonly [string, string];
}

/** Every shard whose checkpoint or work is such a path of an earlier one. */
export function findTwins(shards: readonly Shard[]): readonly Twins[] {
  if (!mayHaveTwins(shards)) return [];
  const owners = new Map<string, readonly [id: string, path: string]>();
  const twins: Twins[] = [];
  for (const { id, checkpoint, work = checkpoint } of shards) {
    for (const path of new Set([checkpoint, work])) {
      const owner = owners.get(folded(path));
      if (owner === undefined) owners.set(folded(path), [id, path]);
      else if (owner[0] !== id) twins.push({ ids: [owner[0], id], paths: [owner[1], path] });
    }
  }
  return twins;
}

/** Numbers alone: ten thousand folded texts would cost every plan a tenth of its time. */
function mayHaveTwins(shards: readonly Shard[]): boolean {
  const seen = new Set<number>();
  let paths = 0;
  for (const { checkpoint, work = checkpoint } of shards) {
    seen.add(foldedNumber(checkpoint));
    paths += 1;
    if (work === checkpoint) continue;
    seen.add(foldedNumber(work));
    paths += 1;
  }
  return seen.size < paths;
}

/** No path holds a control character. */
const NOT_ASCII = /[^ -~]/;

/** Equal for paths that are equal once they are folded; for others it hardly ever is. */
function foldedNumber(path: string): number {
  const text = NOT_ASCII.test(path) ? folded(path) : path;
  let [one, two] = [7, 11];
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    const lower = code >= 65 && code <= 90 ? code + 32 : code;
    one = Math.imul(one, 31) + lower;
    two = Math.imul(two, 16_777_619) ^ lower;
  }
  return (one >>> 0) * 0x20_00_00 + (two >>> 11);
}

/** Upper case first: `ß` and `SS`, or the two forms of sigma, are one to a disk that folds in full. */
function folded(path: string): string {
  return path.normalize("NFC").toUpperCase().toLowerCase();
}
