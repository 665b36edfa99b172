import { sha256 } from "./digest.ts";
import { PARTS, type Part } from "./fingerprint.ts";

/** What an entry's key says of a finished shard, so that no entry need be opened to plan. */
export interface EntryKey {
  readonly kind: "entry";
  /** What every key of this shard and match begins with. */
  readonly prefix: string;
  /** A readable piece of the shard's id, and the beginning of its digest. */
  readonly slug: string;
  readonly id16: string;
  readonly match16: string;
  /** The beginning of each part's digest, in the order of the parts; `0` where a part is not known. */
  readonly parts: readonly string[];
  readonly milliseconds: number;
  readonly sizeBytes: number;
  /** 0 where the marker knows none. */
  readonly run: bigint;
  readonly attempt: number;
  readonly finishedMs: number;
  /** Six hexadecimal digits that are new for every try: a killed upload locks its key for a day. */
  readonly unique: string;
  /** Sixteen digits over all the rest, by who has the marker-key. */
  readonly seal?: string;
}

/** Says that what was saved under the prefix before it counts no longer. */
export interface RevocationKey {
  readonly kind: "revocation";
  readonly prefix: string;
}

/** A shard's question or entry, as keys name it. */
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

/** What every key of a definition begins with. */
export function namePrefix(name: string): string {
  return `dm1-${sha256(name).slice(0, 8)}-`;
}

/** What every key of a shard and match begins with, and no key of another. */
export function entryPrefix({ name, shard }: KeyScope, match: string): string {
  return `${namePrefix(name)}${slugOf(shard)}-${idDigest(shard)}-${match.slice(0, 16)}-`;
}

/** The id's digest as a key holds it: what a marker's shard is compared with. */
export function idDigest(shard: string): string {
  return sha256(shard).slice(0, 16);
}

/** Lower case, no comma, at most `LONGEST_KEY` characters. */
export function formatEntryKey(prefix: string, facts: KeyFacts): string {
  const { parts, milliseconds, sizeBytes, run, attempt, finishedMs, unique, seal } = facts;
  return (
    `${prefix}${parts.join(".")}-s${milliseconds.toString(36)}.b${sizeBytes.toString(36)}` +
    `-${run}.${attempt}.${finishedMs.toString(36)}.${unique}${seal === undefined ? "" : `.${seal}`}`
  );
}

/** Is the seal of a key the one that `sealOf` gives for all the rest of it? */
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

/** Reads strictly: `undefined` for whatever is not letter by letter what the formatters write. */
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
  const [finished = "", unique = "", seal] = rest;
  return {
    parts: parts.split("."),
    milliseconds: Number.parseInt(seconds, 36),
    sizeBytes: Number.parseInt(bytes, 36),
    run: BigInt(run),
    attempt: Number(attempt),
    finishedMs: Number.parseInt(finished, 36),
    unique,
    ...(seal !== undefined && { seal }),
  };
}

/** The parts of a fingerprint as a key holds them. */
export function keyParts(fingerprint: Readonly<Partial<Record<Part, string>>>): readonly string[] {
  return PARTS.map((part) => fingerprint[part]?.slice(0, 8) ?? "0");
}

/** What a key says of a snapshot of unfinished work. */
export interface WorkKey {
  /** A head names the snapshot's files and where they lie; data are those files; dropped says that no head counts. */
  readonly kind: "head" | "data" | "dropped";
  /** What every key of this shard and fingerprint begins with. */
  readonly prefix: string;
}

export function workNamePrefix(name: string): string {
  return `dm1w-${sha256(name).slice(0, 8)}-`;
}

/** What every key of a shard's work begins with. */
export function workPrefix({ name, shard }: KeyScope, whole: string): string {
  return `${workNamePrefix(name)}${idDigest(shard)}-${sha256(whole).slice(0, 16)}-`;
}

/** What heads begin with, and what drops them; never data. */
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

/** A field of a key holds no `-`. */
function slugOf(shard: string): string {
  const slug = shard
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "")
    .slice(0, SLUG_LENGTH);
  return slug === "" ? "x" : slug;
}
