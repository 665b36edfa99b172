import { sha256, sha256OfList } from "../model/digest.ts";

const LONGEST_SLUG = 80;

/** The file name of a shard's log: readable, safe on every file system, and different for different ids. */
export function logName(id: string, attempt: number): string {
  return `${nameOf(id)}.${attempt}.log`;
}

/** Matches the names of a shard's logs, of every attempt. */
export function logPattern(id: string): RegExp {
  const name = nameOf(id).replaceAll(/[^\w~]/g, String.raw`\$&`);
  return new RegExp(String.raw`^${name}\.\d+\.log$`);
}

/** The file name of the log of a program for all shards, one for each of its starts in a run. */
export function jobLogName(runTag: string, start: number): string {
  return `job-${runTag}.${start}.log`;
}

/** Matches those of every run. */
export function jobLogPattern(): RegExp {
  return /^job-.+\.\d+\.log$/;
}

function nameOf(id: string): string {
  const slug = slugOf(id);
  return slug === id ? id : `${slug}~${sha256(id).slice(0, 8)}`;
}

/** The name of the folder of a definition's logs: two definitions of one workspace may have shards of the same ids. */
export function logFolderName(definition: {
  readonly name?: string | undefined;
  readonly checkpoint: string;
}): string {
  const { name, checkpoint } = definition;
  return `${slugOf(name ?? checkpoint)}~${sha256OfList([name ?? "", checkpoint]).slice(0, 8)}`;
}

function slugOf(text: string): string {
  return text.replaceAll(/[^\w.-]+/g, "_").slice(0, LONGEST_SLUG);
}

/**
 * A line as the job's log and a terminal may show it: colours alone are kept of what a terminal obeys, and there is no
 * workflow command of the runner's old form inside.
 */
export function harmlessLine(line: string): string {
  // Control characters first: between `##` and `[` they would hide a command until they are gone.
  return line
    .replaceAll(SEQUENCE, (found) => (COLOUR.test(found) ? found : ""))
    .replaceAll(CONTROL, "")
    .replaceAll("##[", "## [");
}

/** JSON as a job's log may show it, of the same value. */
export function harmlessJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll("##[", "##\\u005b")
    .replaceAll(MISLEADING, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Characters that JSON does not escape and a terminal obeys. */
const MISLEADING = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** Sequences that move the cursor, clear the screen, set titles, make links or ask for an answer. */
// oxlint-disable-next-line no-control-regex -- control characters are what is taken out
const SEQUENCE = /\u001b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\u0007\u001b]*(?:\u0007|\u001b\\)?)/g;

// oxlint-disable-next-line no-control-regex -- it begins with one
const COLOUR = /^\u001b\[[\d;:]*m$/;

/**
 * All but tab, and escape where it colours. A line end of any form would begin a line without its label; those of
 * Unicode, and what turns the direction of writing, would show another text than is there.
 */
const CONTROL =
  // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
  /[\u0000-\u0008\u000a-\u001a\u001c-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]|\u001b(?!\[[\d;:]*m)/g;
