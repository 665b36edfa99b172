import { join } from "node:path";
import { sha256 } from "../core/model/digest.ts";
import { sortedParams } from "../core/model/params.ts";
import { parseJson } from "../core/model/marker.ts";
import type { Disk, Stamp } from "../files/disk.ts";
import { isSettled, readCache, writeCache } from "../files/cache-files.ts";
import type { Presence } from "./presence.ts";
import type { Task } from "./tasks.ts";

/**
 * Proofs that shards are done, so that ten thousand unchanged shards cost one look at each file. A proof
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

/** One proof, by the checkpoint's path. */
type Row = readonly [
  checkpoint: string,
  /** Digest over rules and basis. */
  digest: string,
  seconds: number,
  id: string,
  /** Paths of the inputs as given, then their given digests, then the parameters where there are any. */
  inputs: readonly string[],
  /** Of marker, checkpoint and inputs, four numbers each. */
  stamps: readonly number[],
];

const FORM = "donemark-proofs-3";
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
  const digestOf = digestWriter(rules);
  return {
    recall: (task, isThere) => {
      const { started, checkpoint } = task.paths;
      if (isThere(started)) return undefined;
      const row = known.get(checkpoint);
      if (row !== undefined && isAbout(row, task, digestOf(task)) && holds(disk, task, row[5])) {
        return row[2];
      }
      const stamps = stampsOf(disk, task);
      if (stamps !== undefined) looked.set(task, stamps);
      return undefined;
    },
    note: (task, seconds) => {
      // Stamps of before the look: what another process puts there meanwhile must not pass for what was seen.
      const stamps = looked.get(task);
      if (stamps === undefined) return;
      const { checkpoint } = task.paths;
      fresh.set(checkpoint, [
        checkpoint,
        digestOf(task),
        seconds,
        task.shard.id,
        inputsOf(task),
        stamps,
      ]);
    },
    save: (nowMs) => save(disk, { folder: place.folder, file }, { known, fresh, nowMs }),
  };
}

interface Saving {
  readonly known: Map<string, Row>;
  readonly fresh: ReadonlyMap<string, Row>;
  readonly nowMs: number;
}

async function save(
  disk: Disk,
  place: { readonly folder: string; readonly file: string },
  { known, fresh, nowMs }: Saving,
): Promise<void> {
  const settled = [...fresh].filter(([, row]) => isOld(row[5], nowMs));
  if (settled.length === 0) return;
  for (const [path, row] of settled) known.set(path, row);
  await writeCache(disk, place, JSON.stringify([FORM, ...known.values()]));
}

function digestWriter(rules: string): (task: Task) => string {
  const digests = new Map<string, string>();
  return ({ basis }) => {
    const known = digests.get(basis);
    if (known !== undefined) return known;
    const digest = sha256(`${rules}\n${basis}`).slice(0, 16);
    digests.set(basis, digest);
    return digest;
  };
}

function inputsOf({ shard }: Task): readonly string[] {
  return [
    ...shard.inputs.map(({ path }) => path),
    ...shard.inputs.map((input) => input.sha256 ?? ""),
    ...paramsOf(shard),
  ];
}

function paramsOf({ params }: Task["shard"]): readonly string[] {
  return params === undefined ? [] : [JSON.stringify(sortedParams(params))];
}

/** Is it the same question: rules, shard, inputs? */
function isAbout([, digest, , id, inputs]: Row, { shard }: Task, wanted: string): boolean {
  const amount = shard.inputs.length;
  const [params] = paramsOf(shard);
  if (digest !== wanted || id !== shard.id || inputs[2 * amount] !== params) return false;
  return shard.inputs.every(
    (input, place) =>
      input.path === inputs[place] && (input.sha256 ?? "") === inputs[amount + place],
  );
}

/** Marker and checkpoint first, then the inputs, in order. */
function pathsOf({ paths, inputs }: Task): readonly string[] {
  return [paths.marker, paths.checkpoint, ...inputs];
}

function stampsOf(disk: Disk, task: Task): readonly number[] | undefined {
  const stamps: number[] = [];
  for (const path of pathsOf(task)) {
    const stamp = stampOf(disk, path);
    if (stamp === undefined) return undefined;
    stamps.push(...stamp);
  }
  return stamps;
}

function holds(disk: Disk, task: Task, stamps: readonly number[]): boolean {
  const paths = pathsOf(task);
  return (
    stamps.length === STAMP_LENGTH * paths.length &&
    paths.every((path, place) => isSameStamp(stampOf(disk, path), stamps, place * STAMP_LENGTH))
  );
}

/** What the system refuses to show is no proof: all is looked at then, and whoever looks says why. */
function stampOf(disk: Disk, path: string): Stamp | undefined {
  try {
    return disk.stamp(path);
  } catch {
    return undefined;
  }
}

const STAMP_LENGTH = 4;

function isSameStamp(stamp: Stamp | undefined, stamps: readonly number[], at: number): boolean {
  return (
    stamp !== undefined &&
    stamps[at] === stamp[0] &&
    stamps[at + 1] === stamp[1] &&
    stamps[at + 2] === stamp[2] &&
    stamps[at + 3] === stamp[3]
  );
}

/** Is every file of a proof old enough to be told apart from a later one? */
function isOld(stamps: readonly number[], nowMs: number): boolean {
  for (let place = 2; place < stamps.length; place += 4) {
    if (!isSettled(stamps[place] ?? nowMs, nowMs)) return false;
  }
  return true;
}

function load(disk: Disk, file: string): Map<string, Row> {
  const value = parseJson(readCache(disk, file, LIMIT_BYTES));
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
    row.length === 6 &&
    typeof row[0] === "string" &&
    typeof row[2] === "number" &&
    Array.isArray(row[4]) &&
    Array.isArray(row[5])
  );
}
