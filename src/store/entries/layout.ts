import { isSha256, sha256 } from "../../core/model/digest.ts";
import type { EntryOrder } from "../order.ts";

/** The contents of snapshots in the folder of a shard's work. */
export const OBJECTS = "objects";

/** `<entry>.revoked` beside an entry says that it no longer counts. */
export const REVOKED_SUFFIX = ".revoked";

/** The folder in an area for what is in the making; no shard's folder can have this name. */
export const INCOMING = "incoming";

/** The folder in an area for the names of shards that have failed; no shard's folder can have this name. */
export const FAILED = "failed";

const SLUG_LENGTH = 40;
const SHARD_FOLDER = /^[\w-]{1,40}-[0-9a-f]{16}$/;
const ENTRY = /^(\d{1,20})\.(\d{1,16})\.([0-9a-z]{1,12})\.[0-9a-f]{6}$/;

/** The folder of one definition. */
export function nameFolder(name: string): string {
  return slugWithHash(name);
}

/**
 * The folder of a scope inside that of a definition. The hash is longer than a shard's, so that neither can be taken
 * for the other whatever a shard is called.
 */
export function scopeFolder(scope: string): string {
  return `pr-${sha256(scope).slice(0, 32)}`;
}

export function shardFolder(shard: string): string {
  return slugWithHash(shard);
}

export function isShardFolder(name: string): boolean {
  return SHARD_FOLDER.test(name);
}

/** Matches are digests and stand for themselves, so that a listing can tell them; nothing else may become a name. */
export function isMatchFolder(name: string): boolean {
  return isSha256(name);
}

/** The folder of a shard's work, beside those of its matches. */
export function workFolder(whole: string): string {
  return `work-${sha256(whole).slice(0, 16)}`;
}

/** `unique` makes the name this save's own. */
export function formatEntryName(order: EntryOrder, unique: string): string {
  const { run, attempt, stamp } = order;
  return `${run}.${attempt}.${stamp.toString(36)}.${sha256(unique).slice(0, 6)}`;
}

/** `undefined` for what is no entry's name. */
export function parseEntryName(name: string): EntryOrder | undefined {
  const [, run, attempt, stamp] = ENTRY.exec(name) ?? [];
  if (run === undefined || attempt === undefined || stamp === undefined) return undefined;
  return { run: BigInt(run), attempt: Number(attempt), stamp: Number.parseInt(stamp, 36) };
}

/** Readable, the same on every machine, safe on every file system, and different for different texts. */
function slugWithHash(text: string): string {
  const slug = text.replaceAll(/[^A-Za-z0-9_-]+|^-+/g, "_").slice(0, SLUG_LENGTH);
  return `${slug === "" ? "_" : slug}-${sha256(text).slice(0, 16)}`;
}
