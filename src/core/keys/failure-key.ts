import { sha256 } from "../model/digest.ts";

/**
 * Which shards have failed, as the key of one small entry: whoever finds the key knows it all, and nothing is fetched. A shard
 * whose fingerprint changes has another mark. Two shards with one mark are so rare that only the order of a run suffers.
 */
export interface FailureKey {
  readonly marks: readonly string[];
}

/** So many fit into a key of 512 characters; the latest failures count. */
export const MOST_MARKS = 64;

const MARK_LENGTH = 7;
const KEY = /^dm1f-[0-9a-f]{8}-[0-9a-z]{1,11}\.[0-9a-f]{6}-((?:[0-9a-z]{7}){0,64})$/;

/** The prefix of every such key of a definition. */
export function failurePrefix(name: string): string {
  return `dm1f-${sha256(name).slice(0, 8)}-`;
}

/** 36 bits in letters of one case: a look-up of keys knows no other. */
export function failureMark({
  shard,
  whole,
}: {
  readonly shard: string;
  readonly whole: string;
}): string {
  const digits = sha256(JSON.stringify([shard, whole])).slice(0, 9);
  return Number.parseInt(digits, 16).toString(36).padStart(MARK_LENGTH, "0");
}

export function formatFailureKey(
  name: string,
  { marks }: FailureKey,
  { atMs, unique }: { readonly atMs: number; readonly unique: string },
): string {
  const time = Math.max(0, Math.floor(atMs)).toString(36);
  return `${failurePrefix(name)}${time}.${unique}-${marks.slice(0, MOST_MARKS).join("")}`;
}

/** `undefined` for any other key. */
export function parseFailureKey(key: string): FailureKey | undefined {
  const [, marks] = KEY.exec(key) ?? [];
  if (marks === undefined) return undefined;
  const starts = Array.from({ length: marks.length / MARK_LENGTH }, (_, at) => at * MARK_LENGTH);
  return { marks: starts.map((from) => marks.slice(from, from + MARK_LENGTH)) };
}

/** The marks after a run: what failed now comes first, and what is done now is left out. */
export function updatedMarks(
  before: readonly string[],
  { failed, done }: { readonly failed: readonly string[]; readonly done: readonly string[] },
): readonly string[] {
  const over = new Set(done);
  return [...new Set([...failed, ...before.filter((mark) => !over.has(mark))])].slice(
    0,
    MOST_MARKS,
  );
}
