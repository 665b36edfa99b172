import { sha256 } from "./digest.ts";
import { didYouMean } from "./nearest.ts";
import { nonBlankLines, show } from "./text.ts";

/** What `only` and `force` may name. */
export type Selector =
  | { readonly kind: "name"; readonly text: string }
  | { readonly kind: "slice"; readonly part: number; readonly of: number }
  | { readonly kind: "failed" }
  | { readonly kind: "none" };

/** What a selection is applied to. */
export interface Selectable {
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
  return problems.length > 0 ? { problems } : chosen;
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
  if (!item.startsWith("slice:")) return { kind: "name", text: item };
  const [, part, of] = /^slice:(\d{1,6})\/(\d{1,6})$/.exec(item) ?? [];
  const [i, n] = [Number(part), Number(of)];
  if (!(i >= 1 && i <= n)) return `"slice:i/n" with i from 1 to n, got ${show(item)}`;
  return { kind: "slice", part: i, of: n };
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
