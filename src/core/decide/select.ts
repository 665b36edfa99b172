import { sha256, sha256OfList } from "../model/digest.ts";
import { didYouMean } from "../text/nearest.ts";
import { nonBlankLines, quote } from "../text/text.ts";
import { parseJson } from "../model/marker.ts";

/** One item of `only` or `force`. */
export type Selector =
  /** An id, whatever it looks like. */
  | { readonly kind: "id"; readonly text: string }
  /** An id or a glob over ids. */
  | { readonly kind: "name"; readonly text: string }
  | { readonly kind: "slice"; readonly part: number; readonly of: number }
  | Range
  | { readonly kind: "failed" }
  | { readonly kind: "none" };

/** Places, from 1 to the last one, in the sorted list of all ids that has this digest. */
export interface Range {
  readonly kind: "range";
  readonly from: number;
  readonly to: number;
  readonly digest: string;
}

/** The shards that a selection is applied to. */
export interface Selectable {
  /** Sorted. */
  readonly ids: readonly string[];
  /** Ids whose last run failed. */
  readonly failed: ReadonlySet<string>;
  /** Gives the test for a glob over ids. */
  readonly globMatcher: (pattern: string) => (id: string) => boolean;
}

/**
 * Reads a JSON array of ids, or one selector a line. An item of an array is an id, even `none` or `a*`: patterns stand in
 * text. Only the ranges of a plan stand in an array too. Problems come back as text.
 */
export function parseSelectors(text: string): readonly Selector[] | string {
  if (!text.trimStart().startsWith("[")) return parseSelectorList(nonBlankLines(text));
  const list = parseJson(text);
  // A glob may begin like an array.
  if (list === undefined) return parseSelectorList(nonBlankLines(text));
  if (!Array.isArray(list) || !list.every((item) => isName(item)))
    return `a JSON array of texts, or one id or glob a line, got ${quote(text)}`;
  return list.map((item: string) => ({ kind: "id", text: item }));
}

/** Reads selectors, one for each text. Problems come back as text. */
export function parseSelectorList(items: readonly string[]): readonly Selector[] | string {
  const selectors: Selector[] = [];
  for (const item of items) {
    const selector = parseSelector(item);
    if (typeof selector === "string") return selector;
    selectors.push(selector);
  }
  return selectors;
}

/** The ids that the selectors name, or what is wrong with them. `label` is the input's name. */
export function select(
  label: string,
  selectors: readonly Selector[],
  from: Selectable,
): ReadonlySet<string> | { readonly problems: readonly string[] } {
  const known = new Set(from.ids);
  const chosen = new Set<string>();
  const problems: string[] = [];
  const planned = selectors.map((selector) => asPlanned(selector, known));
  for (const selector of planned) {
    const found = idsOf(selector, from, known);
    for (const id of found) chosen.add(id);
    if ("text" in selector && found.length === 0) {
      problems.push(
        `${label} names no shard: ${quote(selector.text)}.${hintFor(selector, from.ids)}`,
      );
    }
  }
  const changed = findChangedList(label, planned, from.ids);
  if (changed !== undefined) problems.push(changed);
  return problems.length > 0 ? { problems } : chosen;
}

/** A range of a plan stands in an array, like the ids of another plan: its digest tells it from an id. */
function asPlanned(selector: Selector, known: ReadonlySet<string>): Selector {
  if (selector.kind !== "id" || known.has(selector.text)) return selector;
  const range = selector.text.startsWith("range:") ? parseRange(selector.text) : undefined;
  return typeof range === "object" ? range : selector;
}

function hintFor(
  { kind, text }: Extract<Selector, { readonly text: string }>,
  ids: readonly string[],
): string {
  if (kind === "id" && isPattern(text))
    return " In a JSON array each text is an id; write globs, slices and status:failed as text, one per line.";
  const parts = text.split(/[\s,]+/);
  return parts.length > 1 && parts.every((part) => ids.includes(part))
    ? ` Write one per line, or a JSON array: ${JSON.stringify(parts)}.`
    : didYouMean(text, ids);
}

/** Would it name anything but one id, if it stood in text? */
function isPattern(text: string): boolean {
  const selector = parseSelector(text);
  return typeof selector === "string" || selector.kind !== "name" || /[*?[{]/.test(text);
}

/** The digest of a list of ids, as a range names it. */
export function digestOfIds(ids: readonly string[]): string {
  return sha256OfList(ids).slice(0, DIGEST_DIGITS);
}

const DIGEST_DIGITS = 16;

/** The text of a range, as `only` takes it. */
export function formatRange({ from, to, digest }: Omit<Range, "kind">): string {
  return `range:${from}-${to}/${digest}`;
}

/** Places in another list would be other shards. */
function findChangedList(
  label: string,
  selectors: readonly Selector[],
  ids: readonly string[],
): string | undefined {
  const ranges = selectors.filter((selector) => selector.kind === "range");
  if (ranges.length === 0) return undefined;
  const digest = digestOfIds(ids);
  const wrong = ranges.find((range) => range.digest !== digest || range.to > ids.length);
  if (wrong === undefined) return undefined;
  return (
    `The shards changed since the plan: ${label} names ${quote(formatRange(wrong))}, places in the plan's list of shards, ` +
    `and the list of now (${ids.length} shards, digest ${digest}) is another one. ` +
    "Plan again: run the whole workflow anew, not its failed jobs alone."
  );
}

function isName(item: unknown): item is string {
  return typeof item === "string" && item.trim() !== "";
}

function parseSelector(item: string): Selector | string {
  if (item === "none") return { kind: "none" };
  if (item === "status:failed") return { kind: "failed" };
  if (item.startsWith("range:")) return parseRange(item);
  if (!item.startsWith("slice:")) return parseName(item);
  const [, part, of] = /^slice:(\d{1,6})\/(\d{1,6})$/.exec(item) ?? [];
  const [i, n] = [Number(part), Number(of)];
  if (!(i >= 1 && i <= n)) return `"slice:i/n" with i from 1 to n, got ${quote(item)}`;
  return { kind: "slice", part: i, of: n };
}

/** Each further one multiplies the time that matching can take by the length of an id. */
const MOST_STARS = 4;

function parseName(text: string): Selector | string {
  const stars = text.split("/").map((segment) => segment.match(/\*+/g)?.length ?? 0);
  if (Math.max(...stars) <= MOST_STARS) return { kind: "name", text };
  return `ids and globs with at most ${MOST_STARS} "*" between slashes, got ${quote(text)}`;
}

function parseRange(item: string): Range | string {
  const [, first, last, digest = ""] =
    /^range:(\d{1,7})-(\d{1,7})\/([\da-f]{16})$/.exec(item) ?? [];
  const [from, to] = [Number(first), Number(last)];
  if (from >= 1 && from <= to) return { kind: "range", from, to, digest };
  return `"range:from-to/digest" as plan gave it, got ${quote(item)}`;
}

function idsOf(
  selector: Selector,
  from: Selectable,
  known: ReadonlySet<string>,
): readonly string[] {
  switch (selector.kind) {
    case "none":
      return [];
    case "failed":
      return from.ids.filter((id) => from.failed.has(id));
    case "slice":
      return from.ids.filter((id) => sliceOf(id, selector.of) === selector.part);
    case "range":
      return from.ids.slice(selector.from - 1, selector.to);
    case "id":
      return known.has(selector.text) ? [selector.text] : [];
    case "name":
      return known.has(selector.text) ? [selector.text] : idsLike(selector.text, from);
  }
}

/** The matcher is given the id alone: another argument can mean something to it. */
function idsLike(pattern: string, { ids, globMatcher }: Selectable): readonly string[] {
  const matches = globMatcher(pattern);
  return ids.filter((id) => matches(id));
}

/** The slice, from 1, that an id falls into: by its hash, so that other shards never move it. */
export function sliceOf(id: string, of: number): number {
  return (Number.parseInt(sha256(id).slice(0, 12), 16) % of) + 1;
}
