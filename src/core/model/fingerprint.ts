import type { Unreadable } from "./unreadable.ts";
import { sha256, sha256OfList } from "./digest.ts";
import { ignoreMatcher, LEAVINGS } from "./ignore.ts";
import { sortedParams, type Params } from "./params.ts";

/** The parts of a fingerprint, in the order in which they are compared. */
export const PARTS = ["input", "command", "files", "text"] as const;
export type Part = (typeof PARTS)[number];

export const INPUT_MODES = ["content", "stat", "name"] as const;
export type InputMode = (typeof INPUT_MODES)[number];

/** A part's SHA-256, or the reason why it cannot be computed. */
export type PartValue = KnownValue | UnknownValue;

export interface KnownValue {
  readonly digest: string;
  /**
   * That of the same inputs without what well-known programs leave in folders; `undefined` where there is none. It is asked for only
   * where the digest is another one than the recorded.
   */
  readonly withoutLeavings?: () => string | undefined;
}

export interface UnknownValue {
  readonly unknown: string;
  /** Where the system does not give a file that is there. */
  readonly unreadable?: Unreadable;
}

/** What happened since a fingerprint was taken. */
export interface Change {
  /** The first thing that changed, in words; absent where nothing did. */
  readonly what?: string;
  /** Files that came into input folders, where nothing else changed. */
  readonly added: readonly string[];
  /** The first of them that may be data: a command that starts now would read it. */
  readonly data?: string;
}

/** The change that files are which came into input folders. */
export function changeBy(added: readonly string[]): Change {
  if (added.length === 0) return { added };
  const isLeft = ignoreMatcher(LEAVINGS);
  const data = added.find((path) => !isLeft(path));
  return data === undefined ? { added } : { added, data };
}

/** The present fingerprint of one shard. */
export interface Fingerprint extends Readonly<Record<Part, PartValue>> {
  /** Short digests of the `files` part by path, which name a changed file; empty above `LISTED_FILES` files. */
  readonly listedFiles: Readonly<Record<string, string>>;
}

/** A fingerprint as a marker or start record holds it, without the parts that were unknown. */
export interface RecordedFingerprint extends Readonly<Partial<Record<Part, string>>> {
  readonly listedFiles?: Readonly<Record<string, string>>;
}

/** One file that a part depends on, and the fact about it that counts in the present mode. */
export interface FileFact {
  /** Path relative to the workspace, with `/`. */
  readonly path: string;
  /** Content: SHA-256. Stat: size and mtime. Name: empty. */
  readonly fact: string;
}

/** Above this many files, or bytes of their paths as JSON has them, a marker does not list them one by one. */
export const LISTED_FILES = 40;
const LISTED_BYTES = 4000;
const QUOTES = 2;

/**
 * The `input` part of a shard from files. In `content` mode only the content of the files and their order count, so that
 * moved or renamed inputs do not run again. In the other modes the path counts.
 */
export function inputPart(mode: InputMode, files: readonly FileFact[]): string {
  return sha256OfList([
    mode,
    ...files.flatMap((f) => (mode === "content" ? [f.fact] : [f.path, f.fact])),
  ]);
}

/** The `input` part of a shard with parameters: that of its files, and every name with its value, sorted by name. */
export function withParams(input: string, params: Params): string {
  return sha256OfList(["params", input, ...sortedParams(params).flat()]);
}

/** The `input` part of shard `index` where `shards` is a number; the number counts as well. */
export function countPart(count: number, index: number): string {
  return sha256OfList(["count", String(count), String(index)]);
}

export interface CommandFacts {
  readonly text: string;
  readonly shell: string;
  readonly workingDirectory: string;
}

/** The `command` part: its text with LF and without trailing blanks, the shell, the working directory. */
export function commandPart(command: CommandFacts): string {
  return sha256OfList([normalizeText(command.text), command.shell, command.workingDirectory]);
}

/** The `files` part: every path with its content, sorted by path. */
export function filesPart(files: readonly FileFact[]): string {
  return sha256OfList(byPath(files).flatMap((f) => [f.path, f.fact]));
}

/** Short digests by path for the marker; empty above `LISTED_FILES` files. */
export function listFiles(files: readonly FileFact[]): Readonly<Record<string, string>> {
  if (files.length > LISTED_FILES) return {};
  const encoder = new TextEncoder();
  const bytes = files.map(({ path }) => encoder.encode(JSON.stringify(path)).length - QUOTES);
  if (bytes.reduce((sum, one) => sum + one, 0) > LISTED_BYTES) return {};
  return Object.fromEntries(byPath(files).map((f) => [f.path, f.fact.slice(0, 12)]));
}

export function textPart(text: string): string {
  return sha256(normalizeText(text));
}

/**
 * The text with LF line ends and without blanks at the end of each line and of the text: the form that is compared. A blank
 * after a backslash stays, since a shell takes it for a word, and a backslash alone goes on with the next line.
 */
export function normalizeText(text: string): string {
  const lines = text.replaceAll("\r\n", "\n").replaceAll(/(?<!\\)[ \t]+$/gm, "");
  const cut = lines.trimEnd();
  return cut.endsWith("\\") && /^[ \t]/.test(lines.slice(cut.length)) ? `${cut} ` : cut;
}

/** The known parts of a fingerprint, as a record holds them. */
export function recordedFingerprint(fingerprint: Fingerprint): RecordedFingerprint {
  const known: Partial<Record<Part, string>> = {};
  for (const part of PARTS) {
    const value = fingerprint[part];
    if ("digest" in value) known[part] = value.digest;
  }
  const { listedFiles } = fingerprint;
  return Object.keys(listedFiles).length === 0 ? known : { ...known, listedFiles };
}

/** The parts among `parts` that cannot be computed now. */
export function unknownParts(present: Fingerprint, parts: readonly Part[]): readonly Part[] {
  return parts.filter((part) => "unknown" in present[part]);
}

/** The parts among `parts` that are not proven equal. A part that either side lacks counts as changed. */
export function changedParts(
  recorded: RecordedFingerprint,
  present: Fingerprint,
  parts: readonly Part[],
): readonly Part[] {
  return parts.filter((part) => {
    const value = present[part];
    return !("digest" in value) || !isSameValue(recorded[part], value);
  });
}

/** What came into an input folder since, and is no data, changes nothing. What lay there then counts. */
export function isSameValue(recorded: string | undefined, value: KnownValue): boolean {
  if (recorded === undefined) return false;
  return recorded === value.digest || recorded === value.withoutLeavings?.();
}

/** The listed files that were added, removed or changed, by path; none where the lists cannot tell. */
export function changedFiles(
  recorded: RecordedFingerprint,
  present: Fingerprint,
): readonly string[] {
  const before = recorded.listedFiles;
  const now = Object.keys(present.listedFiles);
  if (before === undefined || now.length === 0) return [];
  const paths = [...new Set([...now, ...Object.keys(before)])].sort();
  return paths.filter((path) => before[path] !== present.listedFiles[path]);
}

function byPath(files: readonly FileFact[]): readonly FileFact[] {
  return files.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
