import { sha256 } from "../model/digest.ts";
import type { EntryStamp } from "./entry-stamp.ts";
import { PARTS, type Part } from "../model/fingerprint.ts";

/** The facts about a finished shard that its entry's key holds, so that planning opens no entry. */
export interface EntryKey {
  readonly kind: "entry";
  /** The prefix of every key of this shard and match. */
  readonly prefix: string;
  /** A readable piece of the shard's id, and the first digits of its digest. */
  readonly slug: string;
  readonly id16: string;
  readonly match16: string;
  /** The first digits of each part's digest, in the order of the parts; `0` for an unknown part. */
  readonly parts: readonly string[];
  readonly milliseconds: number;
  readonly sizeBytes: number;
  /** 0 where the marker knows none. */
  readonly run: bigint;
  readonly attempt: number;
  readonly stamp: EntryStamp;
  /** Six hexadecimal digits that are new for every try: a killed upload locks its key for a day. */
  readonly unique: string;
  /** Sixteen digits over the rest of the key, made with the marker-key. */
  readonly seal?: string;
}

/** Revokes the entries that were saved under the same prefix before it. */
export interface RevocationKey {
  readonly kind: "revocation";
  readonly prefix: string;
}

/** The parts of a key that name a shard and what its result depends on. */
export interface KeyScope {
  /** Keeps definitions apart. */
  readonly name: string;
  readonly shard: string;
}

export type KeyFacts = Omit<EntryKey, "kind" | "prefix" | "slug" | "id16" | "match16">;

/** GitHub's limit; these keys have about 200 characters. */
export const LONGEST_KEY = 512;

const SLUG_LENGTH = 40;
const HEX8 = "[0-9a-f]{8}";
const HEX16 = "[0-9a-f]{16}";
const PREFIX = `dm1-${HEX8}-([a-z0-9]{1,${SLUG_LENGTH}})-(${HEX16})-(${HEX16})-`;
const PART = `(?:0|${HEX8})`;
const ENTRY = new RegExp(
  `^(${PREFIX})(${PART}(?:\\.${PART}){${PARTS.length - 1}})-s([0-9a-z]{1,11})\\.b([0-9a-z]{1,11})` +
    "-(\\d{1,20})\\.(\\d{1,16})\\.([0-9a-z]{1,11})\\.([0-9a-f]{6})(?:\\.([0-9a-f]{16}))?$",
);
const REVOCATION = new RegExp(`^(${PREFIX})x\\.([0-9a-z]{1,11})\\.([0-9a-f]{6})$`);
const WORK = new RegExp(
  `^(dm1w-${HEX8}-${HEX16}-${HEX16}-)(?:(d|h)-([0-9a-z]{1,11})|(h)-x\\.([0-9a-z]{1,11}))\\.([0-9a-f]{6})$`,
);

/** The prefix of every key of a definition. */
export function namePrefix(name: string): string {
  return `dm1-${sha256(name).slice(0, 8)}-`;
}

/** The prefix of every key of a shard and match, and of no other key. */
export function entryPrefix({ name, shard }: KeyScope, match: string): string {
  return `${namePrefix(name)}${slugOf(shard)}-${idDigest(shard)}-${match.slice(0, 16)}-`;
}

/** The id's digest as a key holds it; a marker's shard is compared with it. */
export function idDigest(shard: string): string {
  return sha256(shard).slice(0, 16);
}

/** Lower case, no comma, at most `LONGEST_KEY` characters. */
export function formatEntryKey(prefix: string, facts: KeyFacts): string {
  const { parts, milliseconds, sizeBytes, run, attempt, stamp, unique, seal } = facts;
  return (
    `${prefix}${parts.join(".")}-s${milliseconds.toString(36)}.b${sizeBytes.toString(36)}` +
    `-${run}.${attempt}.${stamp.toString(36)}.${unique}${seal === undefined ? "" : `.${seal}`}`
  );
}

/** Is the seal of a key the one that `sealOf` gives for the rest of the key? */
export function isSealed(
  { prefix, seal, ...facts }: EntryKey,
  sealOf: (text: string) => string,
): boolean {
  return seal === sealOf(formatEntryKey(prefix, facts));
}

/** A revocation is found by the same prefix as what it revokes. */
export function formatRevocationKey(prefix: string, nowMs: number, unique: string): string {
  return `${prefix}x.${nowMs.toString(36)}.${unique}`;
}

/** Reads a key strictly: `undefined` for any text that the formatters would not write exactly so. */
export function parseKey(key: string): EntryKey | RevocationKey | undefined {
  const revoked = REVOCATION.exec(key);
  if (revoked?.[1] !== undefined) return { kind: "revocation", prefix: revoked[1] };
  const fields = ENTRY.exec(key)?.slice(1);
  if (fields === undefined) return undefined;
  const [prefix = "", slug = "", id16 = "", match16 = "", ...rest] = fields;
  const facts = readFacts(rest);
  if (formatEntryKey(prefix, facts) !== key) return undefined;
  return { kind: "entry", prefix, slug, id16, match16, ...facts };
}

function readFacts(fields: readonly string[]): KeyFacts {
  const [parts = "", seconds = "", bytes = "", run = "", attempt = "", ...rest] = fields;
  const [stamp = "", unique = "", seal] = rest;
  return {
    parts: parts.split("."),
    milliseconds: Number.parseInt(seconds, 36),
    sizeBytes: Number.parseInt(bytes, 36),
    run: BigInt(run),
    attempt: Number(attempt),
    stamp: Number.parseInt(stamp, 36),
    unique,
    ...(seal !== undefined && { seal }),
  };
}

/** The parts of a fingerprint as a key holds them. */
export function keyParts(fingerprint: Readonly<Partial<Record<Part, string>>>): readonly string[] {
  return PARTS.map((part) => fingerprint[part]?.slice(0, 8) ?? "0");
}

/** The facts about a snapshot of unfinished work that its key holds. */
export interface WorkKey {
  /** `head` names the snapshot's files and their entries; `data` holds those files; `dropped` revokes every head before it. */
  readonly kind: "head" | "data" | "dropped";
  /** The prefix of every key of this shard and fingerprint. */
  readonly prefix: string;
}

export function workNamePrefix(name: string): string {
  return `dm1w-${sha256(name).slice(0, 8)}-`;
}

/** The prefix of every key of a shard's work. */
export function workPrefix({ name, shard }: KeyScope, whole: string): string {
  return `${workNamePrefix(name)}${idDigest(shard)}-${sha256(whole).slice(0, 16)}-`;
}

/** The prefix of heads and of the entries that drop them, and of no data. */
export function headPrefix(prefix: string): string {
  return `${prefix}h-`;
}

export function formatWorkKey({ kind, prefix }: WorkKey, atMs: number, unique: string): string {
  const form = kind === "data" ? "d-" : kind === "head" ? "h-" : "h-x.";
  return `${prefix}${form}${atMs.toString(36)}.${unique}`;
}

export function parseWorkKey(key: string): WorkKey | undefined {
  const [, prefix, letter, , dropped] = WORK.exec(key) ?? [];
  if (prefix === undefined) return undefined;
  if (dropped !== undefined) return { kind: "dropped", prefix };
  return { kind: letter === "d" ? "data" : "head", prefix };
}

/** A field of a key must not hold a `-`, which separates fields. */
function slugOf(shard: string): string {
  const slug = shard
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "")
    .slice(0, SLUG_LENGTH);
  return slug === "" ? "x" : slug;
}
