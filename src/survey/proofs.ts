import { join } from "node:path";
import { sha256 } from "../core/digest.ts";
import { parseJson } from "../core/marker.ts";
import type { Disk, Stamp } from "../files/disk.ts";
import { isSettled, writeCache } from "./cache.ts";
import type { Presence } from "./observe.ts";
import type { Task } from "./survey.ts";

/**
 * What was proven done before, so that ten thousand unchanged shards cost a look at each file and no more. A proof
 * holds the sizes, times and inodes of inputs, marker and checkpoint, and a digest of everything else that the answer
 * rests on. Whatever changes undoes it, and all is read as ever. Directories have no proofs.
 */
export interface Proofs {
  /** The seconds that the command once took, where the shard's proof still holds. */
  readonly recall: (task: Task, isThere: Presence) => number | undefined;
  /** Notes a shard that was found done by its full marker. */
  readonly note: (task: Task, seconds: number) => void;
  readonly save: (nowMs: number) => Promise<void>;
}

/** The checkpoint's path, the rest with the shard's id and inputs, the seconds, then the stamps of marker, checkpoint and inputs. */
type Row = readonly [path: string, rest: string, seconds: number, ...stamps: number[]];

/** Where the stamps begin. */
const FIRST_STAMP = 3;

const FORM = "donemark-proofs-2";
const LIMIT_BYTES = 256 * 1024 * 1024;

/** Opens the proofs of one workspace. `rules` are the settings that a proof depends on. */
export function openProofs(
  disk: Disk,
  place: { readonly folder: string; readonly workspace: string },
  rules: string,
): Proofs {
  const file = join(place.folder, `proofs-${sha256(place.workspace).slice(0, 16)}.json`);
  const known = load(disk, file);
  const fresh = new Map<string, Row>();
  const looked = new Map<Task, readonly number[]>();
  const restOf = restWriter(rules);
  return {
    recall: (task, isThere) => {
      const { marker, started, checkpoint } = task.places;
      const row = known.get(checkpoint);
      if (!isThere(marker) || isThere(started)) return undefined;
      if (row?.[1] === restOf(task) && holds(disk, task, row)) return row[2];
      const stamps = stampsOf(disk, task);
      if (stamps !== undefined) looked.set(task, stamps);
      return undefined;
    },
    note: (task, seconds) => {
      // Stamps of before the look: what another process puts there meanwhile must not pass for what was seen.
      const stamps = looked.get(task);
      if (stamps !== undefined)
        fresh.set(task.places.checkpoint, [
          task.places.checkpoint,
          restOf(task),
          seconds,
          ...stamps,
        ]);
    },
    save: async (nowMs) => {
      const settled = [...fresh].filter(([, row]) => isOld(row, nowMs));
      if (settled.length === 0) return;
      for (const [path, row] of settled) known.set(path, row);
      const rows = [...known.values()];
      await writeCache(disk, { folder: place.folder, file }, JSON.stringify([FORM, ...rows]));
    },
  };
}

/** Writes down all that a proof rests on besides the stamps: rules, basis, id and inputs. */
function restWriter(rules: string): (task: Task) => string {
  const digests = new Map<string, string>();
  return ({ basis, shard }) => {
    const digest = digests.get(basis) ?? sha256(`${rules}\n${basis}`).slice(0, 16);
    digests.set(basis, digest);
    let rest = `${digest} ${shard.id.length} ${shard.id}`;
    for (const input of shard.inputs)
      rest += ` ${input.path.length} ${input.path} ${input.sha256 ?? ""}`;
    return rest;
  };
}

/** Marker and checkpoint first, then the inputs, in order. */
function pathsOf({ places, inputs }: Task): readonly string[] {
  return [places.marker, places.checkpoint, ...inputs];
}

function stampsOf(disk: Disk, task: Task): readonly number[] | undefined {
  const stamps: number[] = [];
  for (const path of pathsOf(task)) {
    const stamp = disk.stamp(path);
    if (stamp === undefined) return undefined;
    stamps.push(...stamp);
  }
  return stamps;
}

function holds(disk: Disk, task: Task, row: Row): boolean {
  let place = FIRST_STAMP;
  for (const path of pathsOf(task)) {
    const stamp = disk.stamp(path);
    if (stamp === undefined || !isSameStamp(stamp, row, place)) return false;
    place += stamp.length;
  }
  return place === row.length;
}

function isSameStamp([size, mtime, ctime, inode]: Stamp, row: Row, at: number): boolean {
  return (
    row[at] === size && row[at + 1] === mtime && row[at + 2] === ctime && row[at + 3] === inode
  );
}

/** Is every file of a proof old enough to be told apart from a later one? */
function isOld(row: Row, nowMs: number): boolean {
  for (let place = FIRST_STAMP + 2; place < row.length; place += 4) {
    if (!isSettled(Number(row[place]), nowMs)) return false;
  }
  return true;
}

function load(disk: Disk, file: string): Map<string, Row> {
  const text = disk.readText(file, LIMIT_BYTES);
  const value = text === undefined ? undefined : parseJson(text);
  const known = new Map<string, Row>();
  if (!Array.isArray(value) || value[0] !== FORM) return known;
  for (const row of value.slice(1)) {
    if (!isRow(row)) continue;
    known.set(row[0], row);
  }
  return known;
}

function isRow(row: unknown): row is Row {
  return (
    Array.isArray(row) &&
    row.length >= FIRST_STAMP + 8 &&
    typeof row[0] === "string" &&
    typeof row[1] === "string" &&
    row.every((value, place) => place < 2 || typeof value === "number")
  );
}
