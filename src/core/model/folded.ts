import type { Shard } from "./shard.ts";

/** Two shards and a path of each that differ only by case or by the form of Unicode: some disks take them for one. */
export interface Twins {
  readonly ids: readonly [string, string];
  readonly paths: readonly [string, string];
}

/** Every shard whose checkpoint or work is such a path of an earlier one. */
export function findTwins(shards: readonly Shard[]): readonly Twins[] {
  // Paths that are folded already differ, so two of them are never one.
  if (shards.every(({ checkpoint, work }) => isFolded(checkpoint) && isFolded(work ?? "")))
    return [];
  const owners = new Map<string, readonly [id: string, path: string]>();
  const twins: Twins[] = [];
  for (const { id, checkpoint, work } of shards) {
    for (const path of work === undefined || work === checkpoint
      ? [checkpoint]
      : [checkpoint, work]) {
      const key = folded(path);
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, [id, path]);
      else if (owner[0] !== id) twins.push({ ids: [owner[0], id], paths: [owner[1], path] });
    }
  }
  return twins;
}

function isFolded(path: string): boolean {
  return folded(path) === path;
}

/** Upper case first: `ß` and `SS`, or the two forms of sigma, are one to a disk that folds in full. */
function folded(path: string): string {
  return path.normalize("NFC").toUpperCase().toLowerCase();
}
