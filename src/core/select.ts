import { sha256, sha256OfList } from "./digest.ts";
import { didYouMean } from "./nearest.ts";
import { nonBlankLines, show } from "./text.ts";

/** What `only` and `force` may name. */
export type Selector =
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

/** What a selection is applied to. */
export interface Selectable {
  /** Sorted. */
  readonly ids: readonly string[];
  /** Ids whose last run failed. */
  readonly failed: ReadonlySet<string>;
  /** Gives the test for a glob over ids. */
  readonly globMatcher: (pattern: string) => (id: string) => boolean;
}

/** Reads a JSON array or one selector a line. Problems come back as text. */
export function parseSelectors(text: string): readonly Selector[] | string {
  const items = itemsOf(text);
  if (items === undefined) return `a JSON array of texts or one id a line, got ${show(text)}`;
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
  for (const selector of selectors) {
    const found = idsOf(selector, from, known);
    for (const id of found) chosen.add(id);
    if (selector.kind === "name" && found.length === 0) {
      problems.push(
        `${label} names no shard: ${show(selector.text)}.${didYouMean(selector.text, from.ids)}`,
      );
    }
  }
  const changed = findChangedList(label, selectors, from.ids);
  if (changed !== undefined) problems.push(changed);
  return problems.length > 0 ? { problems } : chosen;
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
    `The shards changed since the plan: ${label} names ${show(formatRange(wrong))}, places in the plan's list of shards, ` +
    `and the list of now (${ids.length} shards, digest ${digest}) is another one. ` +
    "Plan again: run the whole workflow anew, not its failed jobs alone."
  );
}

function itemsOf(text: string): readonly string[] | undefined {
  if (!text.trimStart().startsWith("[")) return nonBlankLines(text);
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) && list.every((item) => isName(item)) ? list : undefined;
  } catch {
    // A glob may begin like an array.
    return nonBlankLines(text);
  }
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
  if (!(i >= 1 && i <= n)) return `"slice:i/n" with i from 1 to n, got ${show(item)}`;
  return { kind: "slice", part: i, of: n };
}

/** Each further one multiplies the time that matching can take by the length of an id. */
const MOST_STARS = 4;

function parseName(text: string): Selector | string {
  const stars = text.split("/").map((segment) => segment.match(/\*+/g)?.length ?? 0);
  if (Math.max(...stars) <= MOST_STARS) return { kind: "name", text };
  return `ids and globs with at most ${MOST_STARS} "*" between slashes, got ${show(text)}`;
}

function parseRange(item: string): Range | string {
  const [, first, last, digest = ""] =
    /^range:(\d{1,7})-(\d{1,7})\/([\da-f]{16})$/.exec(item) ?? [];
  const [from, to] = [Number(first), Number(last)];
  if (from >= 1 && from <= to) return { kind: "range", from, to, digest };
  return `"range:from-to/digest" as plan gave it, got ${show(item)}`;
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
