import { basename, dirname, join } from "node:path";
import { sha256 } from "./digest.ts";

/*
 * The names of what is set aside: beside its path, so that one rename in one folder takes it there. Every name begins with
 * a dot and ends with `.stale` (`isSetAside`).
 */

/** The most superseded results that `keep` may keep. */
export const MOST_KEPT = 9;

/** One more than may be kept: the newest result stays beside them while its shard is not done again. */
const SLOTS = MOST_KEPT + 1;

/** A name may have 255 bytes, and what is set aside needs up to 30 of them. */
const LONGEST_NAME_BYTES = 220;

/** The paths of one finished result that is set aside. */
export interface GenerationPaths {
  readonly slot: number;
  readonly checkpoint: string;
  readonly marker: string;
  /** The marker's path where the result is never to be brought back. */
  readonly revoked: string;
}

/** Every place for a finished result of a path. */
export function generationPaths(path: string): readonly GenerationPaths[] {
  const start = asideStart(path);
  return Array.from({ length: SLOTS }, (_, place) => {
    const word = `done-${place + 1}`;
    return {
      slot: place + 1,
      checkpoint: `${start}.${word}.stale`,
      marker: `${start}.${word}.marker.stale`,
      revoked: `${start}.${word}.revoked.stale`,
    };
  });
}

/** What an attempt left, which Donemark may remove: the first place, then others. */
export function leavingsPath(path: string, number = 1): string {
  return asidePath(path, numbered("attempt", number));
}

/** What Donemark did not make, or cannot remove: the first place, then others. */
export function keptPath(path: string, number = 1): string {
  return asidePath(path, numbered("kept", number));
}

/** The marker that lay beside what is kept at `keptPath` of the same number. */
export function keptMarkerPath(path: string, number: number): string {
  return asidePath(path, `${numbered("kept", number)}.marker`);
}

/** The path where earlier versions set aside whatever lay at `path`, without a marker. */
export function earlierPath(path: string): string {
  return join(dirname(path), `.${basename(path)}.stale`);
}

function numbered(word: string, number: number): string {
  return number === 1 ? word : `${word}-${number}`;
}

function asidePath(path: string, word: string): string {
  return `${asideStart(path)}.${word}.stale`;
}

/** What all paths of a path's leavings begin with. */
function asideStart(path: string): string {
  const name = basename(path);
  const isLong = Buffer.byteLength(name) > LONGEST_NAME_BYTES;
  return join(dirname(path), `.${isLong ? sha256(name).slice(0, 32) : name}`);
}

const WORDS = /\.(?:attempt|kept|done)(?:-\d+)?(?:\.marker|\.revoked)?$/;

/** The names that something may have had which is set aside under this name; none where it is no such name. */
export function namesOfAside(name: string): readonly string[] {
  const earlier = /^\.(.+)\.stale$/.exec(name)?.[1];
  if (earlier === undefined) return [];
  return [...new Set([earlier, earlier.replace(WORDS, "")])].filter((one) => one !== "");
}
