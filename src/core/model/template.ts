import { posix } from "node:path";
import { didYouMean } from "../text/nearest.ts";
import { quote } from "../text/text.ts";

/** The values that a template may name. */
export interface TemplateValues {
  readonly id: string;
  readonly name: string;
  /** Only where the shards are a number. */
  readonly index?: string;
}

const PLACEHOLDER = /\{([^{}]*)\}/g;

/** The placeholders of a template, in order. */
export function placeholdersOf(template: string): readonly string[] {
  return [...template.matchAll(PLACEHOLDER)].map(([, name]) => name ?? "");
}

/** What shells, Jinja and workflows write. Taken as it stands, it would make one path for all shards, or a strange one. */
const FOREIGN_PLACEHOLDER = /\$?\{\{[^{}]*\}\}|\$\{[^{}]*\}|\$[A-Z_]+/;

/** Checks a template. Gives one line for each problem; `label` names the template in it. */
export function checkTemplate(
  label: string,
  template: string,
  allowed: readonly string[],
): readonly string[] {
  if (template.startsWith("~/"))
    return [
      `${label} must not begin with "~/", which no shell expands here: write the folder out.`,
    ];
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(template))
    return [
      `${label} must be a path, got ${quote(template)}: what is written to a URI is not on a disk that Donemark can look at. Give a path, and copy the file from there (or set store).`,
    ];
  const foreign = FOREIGN_PLACEHOLDER.exec(template)?.[0];
  if (foreign !== undefined)
    return [
      `${label} must name a shard as {id} or {name}, got ${quote(foreign)} in ${quote(template)}.`,
    ];
  return placeholdersOf(template)
    .filter((name) => !allowed.includes(name))
    .map(
      (name) =>
        `${label} must use only ${allowed.map((a) => `{${a}}`).join(" ")}, got {${name}}.` +
        (name === "index"
          ? " {index} exists only where `shards` is a number."
          : didYouMean(name, allowed)),
    );
}

/**
 * Gives the path of a shard, with `/` and without `.` segments or a `/` at its end.
 * The template is read once for all shards.
 */
export function expander(template: string): (values: TemplateValues) => string {
  const pieces = template.split(PLACEHOLDER);
  return (values) => {
    let path = "";
    let isLiteral = true;
    for (const piece of pieces) {
      path += isLiteral ? piece : valueOf(piece, values);
      isLiteral = !isLiteral;
    }
    const normal = NOT_NORMAL.test(path) ? posix.normalize(path) : path;
    return normal.endsWith("/") && normal !== "/" ? normal.slice(0, -1) : normal;
  };
}

/** An empty segment, or one of dots only. */
const NOT_NORMAL = /(^|\/)\.{1,2}(\/|$)|\/\//;

function valueOf(placeholder: string, values: TemplateValues): string {
  if (placeholder === "id") return values.id;
  return placeholder === "name" ? values.name : (values.index ?? "");
}

/** The folder that a template names literally: all before its first placeholder, up to the last `/`; `.` for none. */
export function fixedPart(template: string): string {
  const literal = template.split("{", 1)[0] ?? "";
  const end = literal.lastIndexOf("/");
  return end < 0 ? "." : posix.normalize(literal.slice(0, end + 1)).replace(/(?<=.)\/$/, "");
}

/** Does a normalised path lie below a folder? */
export function isBelow(folder: string, path: string): boolean {
  if (folder === ".") return !/^(\/|\.{0,2}$|\.\.\/)/.test(path);
  const front = folder === "/" ? "/" : `${folder}/`;
  return path.startsWith(front) && path !== front;
}

/** The longest file name, in bytes, that leaves room for the suffixes of markers, start records and set-aside files. */
export const LONGEST_NAME_BYTES = 255 - ".started.".length - 8;

/** Gives a check that returns the problem of a shard's path, or `undefined`. The template is read once for all shards. */
export function pathChecker(template: string): (label: string, path: string) => string | undefined {
  const folder = fixedPart(template);
  const windowsFolder = asWindows(folder);
  return (label, path) => {
    const leadsOut =
      !isBelow(folder, path) || (path.includes("\\") && !isBelow(windowsFolder, asWindows(path)));
    if (leadsOut) {
      return `${label} ${quote(path)} leads out of ${quote(folder)}, the fixed part of ${quote(template)}.`;
    }
    if (path.length * MOST_BYTES_A_UNIT <= LONGEST_NAME_BYTES) return undefined;
    const long = path.split("/").find((name) => Buffer.byteLength(name) > LONGEST_NAME_BYTES);
    if (long === undefined) return undefined;
    return `${label} has a file name of ${Buffer.byteLength(long)} bytes, at most ${LONGEST_NAME_BYTES} can be stored: ${quote(long)}.`;
  };
}

/** The path as Windows reads it, where a backslash separates too. A path that leads out there is refused everywhere. */
function asWindows(path: string): string {
  return posix.normalize(path.replaceAll("\\", "/"));
}

/** A UTF-16 code unit takes at most three bytes in UTF-8. */
const MOST_BYTES_A_UNIT = 3;
