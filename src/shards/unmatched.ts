import { posix } from "node:path";
import { nearest } from "../core/text/nearest.ts";
import { compareText, plural, quote } from "../core/text/text.ts";
import type { Disk } from "../files/disk.ts";

/**
 * What is in the place of a pattern that matches no file, as a sentence behind a space: the folder that is not there, with
 * the nearest that is, or what lies in the folder. `base` is the folder that a relative pattern is below.
 */
export function hintForPattern(disk: Disk, base: string, pattern: string): string {
  let folder = posix.isAbsolute(pattern) ? "/" : base;
  const segments = pattern.split("/").filter((one) => one !== "" && one !== ".");
  for (const [place, name] of segments.entries()) {
    if (WILD.test(name)) return sayContent(disk, { folder, shown: shownTo(segments, place) });
    const next = posix.join(folder, name);
    if (!disk.exists(next)) return sayAbsent(disk, { folder, segments, place });
    folder = next;
  }
  return disk.stat(folder)?.kind === "directory"
    ? ` It is a folder: give a pattern of the files in it, such as ${quote(`${pattern.replace(/\/$/, "")}/*`)}.`
    : "";
}

const WILD = /[*?[\]{}()!@+]/;

/** A folder is not read further for a sentence alone. */
const MOST_NAMES = 10_000;

function shownTo(segments: readonly string[], place: number): string {
  return segments.slice(0, place).join("/") || ".";
}

interface Absent {
  readonly folder: string;
  readonly segments: readonly string[];
  /** Of the first segment that is not there. */
  readonly place: number;
}

function sayAbsent(disk: Disk, { folder, segments, place }: Absent): string {
  const name = segments[place] ?? "";
  const kind = place === segments.length - 1 ? "file" : "folder";
  const names = namesIn(disk, folder);
  const near = nearest(name, names);
  const where = quote(shownTo(segments, place + 1));
  if (near === undefined) return ` There is no ${kind} ${where}.`;
  const meant = [...segments.slice(0, place), near, ...segments.slice(place + 1)].join("/");
  return ` There is no ${kind} ${where}. Did you mean ${quote(meant)}?`;
}

function sayContent(
  disk: Disk,
  { folder, shown }: { readonly folder: string; readonly shown: string },
): string {
  const names = namesIn(disk, folder);
  const [first] = names.toSorted(compareText);
  const where = shown === "." ? "This folder" : `The folder ${quote(shown)}`;
  return first === undefined
    ? ` ${where} is empty.`
    : ` ${where} has ${plural(names.length, "name")}, such as ${quote(first)}.`;
}

/** Without those that begin with a dot, which no pattern means. */
function namesIn(disk: Disk, folder: string): readonly string[] {
  try {
    return disk
      .names(folder)
      .slice(0, MOST_NAMES)
      .filter((name) => !name.startsWith("."));
  } catch {
    return [];
  }
}
