import { sha256 } from "./digest.ts";

const LONGEST_SLUG = 80;

/** The file name of a shard's log: readable, safe on every file system, and different for different ids. */
export function logName(id: string, attempt: number): string {
  const slug = id.replaceAll(/[^\w.-]+/g, "_").slice(0, LONGEST_SLUG);
  const name = slug === id ? id : `${slug}~${sha256(id).slice(0, 8)}`;
  return `${name}.${attempt}.log`;
}

/** A line as the job's log may show it: no workflow command of the runner's old form inside, no control characters. */
export function harmlessLine(line: string): string {
  // Control characters first: between `##` and `[` they would hide a command until they are gone.
  return line.replaceAll(CONTROL, "").replaceAll("##[", "## [");
}

/** All but tab and escape, which colours a terminal. A line end of any form would begin a line without its label. */
// oxlint-disable-next-line no-control-regex -- control characters are what is taken out
const CONTROL = /[\u0000-\u0008\u000a-\u001a\u001c-\u001f\u007f]/g;
