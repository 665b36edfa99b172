import { mkdir, writeFile } from "node:fs/promises";
import { dirname, parse, resolve } from "node:path";
import { decide, detailOf } from "../core/decide/decide.ts";
import { NO_CIRCUMSTANCES, type Evidence } from "../core/decide/evidence.ts";
import { realDisk } from "../files/real-disk.ts";
import { shardPaths } from "../core/model/shard-paths.ts";
import { isMarked, markPlaced, placeStaged, removeMarker, seen, type Place } from "./steps.ts";

/** How a checkpoint is looked at and marked. */
export interface Options {
  /** `structure` reads kilobytes of it, `size` opens nothing. Default: `structure`. */
  readonly validate?: "size" | "structure";
  /** Is a checkpoint without a byte or a file an honest result? Default: no. */
  readonly allowEmpty?: boolean;
  /** The id of the shard that its marker names. Default: the file's name without its extension. */
  readonly shard?: string;
  /** The highest version that is accepted, such as `1.9`. Default: every version. */
  readonly highestVersion?: string;
  /** Called with what was kept beside the checkpoint, or cannot be removed. Default: `process.emitWarning`. */
  readonly onWarning?: (text: string) => void;
}

/** The bytes of a checkpoint, or a function that writes a file or a folder at the path that it is given. */
export type Content = string | Uint8Array | ((path: string) => void | Promise<void>);

/** A checkpoint is not saved or marked; the message says why, its word first. */
export class CheckpointRefused extends Error {
  readonly path: string;

  constructor(path: string, why: string) {
    super(`${path}: ${why}`);
    this.name = "CheckpointRefused";
    this.path = path;
  }
}

/** What is known of a checkpoint from its marker and from kilobytes of its own. */
export interface CheckpointInfo {
  /** Absolute. */
  readonly path: string;
  /** Is it complete: by its marker, and without one by its own status? */
  readonly isDone: boolean;
  /** The word for that: `done`, `adopted-marker` (an empty marker), `adopted-status`, `new`, `truncated`, … */
  readonly reason: string;
  /** The reason as a clause; empty where the word says all. */
  readonly detail: string;
  /** `full` markers describe the bytes; `empty` ones are those of the convention's original. */
  readonly marker: "none" | "empty" | "full" | "corrupt" | "unreadable";
  readonly format: string;
  /** The status and version that the checkpoint states; `undefined` where it states none. */
  readonly status: string | undefined;
  readonly version: string | undefined;
  readonly sizeBytes: number;
  /** How much of the checkpoint was read to know this. */
  readonly bytesRead: number;
  /** When it was marked, in ISO 8601; `undefined` without a full marker. */
  readonly finishedAt: string | undefined;
}

/** What a resume has to do. */
export interface Summary {
  readonly total: number;
  readonly done: number;
  /** Done by a marker. */
  readonly byMarker: number;
  /** Done by the checkpoint's own status alone. */
  readonly byStatus: number;
  /** Those that are not done, in the order of the paths. */
  readonly remaining: readonly CheckpointInfo[];
}

/**
 * Writes a checkpoint: its content goes to a name beside the path, is validated there, and takes the path only when it is
 * on the disk and marked. Until then the path keeps what it had. An earlier result goes afterwards; a file that was never
 * marked is kept aside.
 * @throws {CheckpointRefused} where the content is not a whole checkpoint, or a run of Donemark is making this one.
 */
export async function save(path: string, content: Content, options: Options = {}): Promise<void> {
  const refused = await placeStaged(placeOf(path, options), async (staged) => {
    await mkdir(dirname(staged), { recursive: true });
    if (typeof content === "function") await content(staged);
    else await writeFile(staged, content);
  });
  if (refused !== undefined) throw new CheckpointRefused(path, refused);
}

/**
 * Marks a checkpoint that is there, after it was validated.
 * @throws {CheckpointRefused} where it is not whole, or a run of Donemark is making it.
 */
export async function mark(path: string, options: Options = {}): Promise<void> {
  const refused = await markPlaced(placeOf(path, options));
  if (refused !== undefined) throw new CheckpointRefused(path, refused);
}

/** Removes the marker; no error where there is none. A status inside of the checkpoint does not count any more. */
export async function unmark(path: string, options: Options = {}): Promise<void> {
  await removeMarker(placeOf(path, options));
}

/** Is a marker there, whatever it says? This asks for a name and opens nothing; `isDone` proves it. */
export async function hasMarker(path: string): Promise<boolean> {
  return isMarked(placeOf(path, {}));
}

/** Is the checkpoint complete? Nothing of it is read where its size, time and inode are those of its marker. */
export async function isDone(path: string, options: Options = {}): Promise<boolean> {
  return (await info(path, options)).isDone;
}

/** What is known of a checkpoint. It is never loaded, and no code in it ever runs. Changes nothing. */
export async function info(path: string, options: Options = {}): Promise<CheckpointInfo> {
  const place = placeOf(path, options);
  const facts = await seen(place);
  const evidence: Evidence = { ...facts, ...NO_CIRCUMSTANCES };
  const decision = decide(evidence);
  const { marker } = facts;
  return {
    path: place.paths.checkpoint,
    isDone: decision.kind === "skip",
    reason: decision.reason,
    detail: detailOf(decision, evidence),
    marker: marker.kind === "foreign" ? "full" : marker.kind === "unread" ? "none" : marker.kind,
    format: facts.format,
    status: facts.statusText,
    version: facts.version,
    sizeBytes: facts.sizeBytes,
    bytesRead: facts.bytesRead,
    finishedAt: marker.kind === "full" ? marker.marker.finishedAt : undefined,
  };
}

/** Counts what is done, by marker and by status, and lists what a resume has to make. */
export async function summary(paths: Iterable<string>, options: Options = {}): Promise<Summary> {
  const all: CheckpointInfo[] = [];
  for (const path of paths) all.push(await info(path, options));
  const done = all.filter((one) => one.isDone);
  const byStatus = done.filter(({ reason }) => reason === "adopted-status").length;
  return {
    total: all.length,
    done: done.length,
    byMarker: done.length - byStatus,
    byStatus,
    remaining: all.filter((one) => !one.isDone),
  };
}

function placeOf(path: string, options: Options): Place {
  const checkpoint = resolve(path);
  return {
    disk: realDisk,
    paths: shardPaths(dirname(checkpoint), { checkpoint }),
    shard: options.shard ?? parse(checkpoint).name,
    validate: options.validate ?? "structure",
    allowEmpty: options.allowEmpty === true,
    highestVersion: options.highestVersion,
    warn: options.onWarning ?? ((text): void => process.emitWarning(text, "DonemarkWarning")),
  };
}
