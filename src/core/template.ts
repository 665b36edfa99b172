import { posix } from "node:path";
import { didYouMean } from "./nearest.ts";
import { show } from "./text.ts";

/** What a template may name. */
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

/** What is wrong with a template, one line each. `label` names it for the user. */
export function checkTemplate(
  label: string,
  template: string,
  allowed: readonly string[],
): readonly string[] {
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

/** The path that a template gives for a shard, with `/` and without `.` segments. */
export function expandTemplate(template: string, values: TemplateValues): string {
  const path = template.replaceAll(PLACEHOLDER, (_, name: string) =>
    name === "id" ? values.id : name === "name" ? values.name : (values.index ?? ""),
  );
  return posix.normalize(path);
}

/** The folder that a template names literally: all before its first placeholder, up to the last `/`; `.` for none. */
export function fixedPart(template: string): string {
  const literal = template.split("{", 1)[0] ?? "";
  const end = literal.lastIndexOf("/");
  return end < 0 ? "." : posix.normalize(literal.slice(0, end + 1)).replace(/(?<=.)\/$/, "");
}

/** Does a normalised path lie below a folder? */
export function isBelow(folder: string, path: string): boolean {
  if (folder === ".") return !path.startsWith("/") && path !== ".." && !path.startsWith("../");
  return path.startsWith(folder === "/" ? "/" : `${folder}/`);
}

/** The longest file name, in bytes, that leaves room for the suffixes of markers, start records and set-aside files. */
export const LONGEST_NAME_BYTES = 255 - ".started.".length - 8;

/** What is wrong with a shard's path, or `undefined`. */
export function checkPath(label: string, template: string, path: string): string | undefined {
  const folder = fixedPart(template);
  if (path.endsWith("/") || !isBelow(folder, path)) {
    return `${label} ${show(path)} leads out of ${show(folder)}, the fixed part of ${show(template)}.`;
  }
  const long = path.split("/").find((name) => Buffer.byteLength(name) > LONGEST_NAME_BYTES);
  if (long === undefined) return undefined;
  return `${label} has a file name of ${Buffer.byteLength(long)} bytes, at most ${LONGEST_NAME_BYTES} can be stored: ${show(long)}.`;
}
