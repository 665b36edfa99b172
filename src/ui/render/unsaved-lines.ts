import type { Unsaved } from "../../core/model/unsaved.ts";
import { nameSome, plural } from "../../core/text/text.ts";

/** The most ids that are named for one cause. */
const MOST_IDS = 3;

/** Of what is missing, the names are what counts. */
const MOST_MISSING = 20;

/** Causes that name a path of their own would else say a line for each of ten thousand shards. */
const MOST_CAUSES = 5;

/** The next step where shards are done and not in the store. */
export const SAVE_NEXT =
  "To save them, run this job again: what still lies on its disk is saved and not computed again.";

/** Lines for people, one for each cause; those beyond the fifth share one. `store` is the store's label. */
export function unsavedLines(unsaved: readonly Unsaved[], store: string): readonly string[] {
  return linesOf(unsaved, {
    one: `is done, but was not saved to ${store}`,
    several: `are done, but were not saved to ${store}`,
  });
}

/** The same for the work of shards that are not finished. */
export function unsavedWorkLines(unsaved: readonly Unsaved[], store: string): readonly string[] {
  return linesOf(unsaved, {
    one: `is unfinished, and its work was not saved to ${store}`,
    several: `are unfinished, and their work was not saved to ${store}`,
  });
}

/** The same for finished shards that were to be brought to this disk. */
export function unbroughtLines(unbrought: readonly Unsaved[], store: string): readonly string[] {
  return linesOf(unbrought, {
    one: `is done, but was not brought from ${store}`,
    several: `are done, but were not brought from ${store}`,
  });
}

/** The same for shards that a collect did not find finished. */
export function missingLines(missing: readonly Unsaved[]): readonly string[] {
  return linesOf(missing, { one: "is missing", several: "are missing", mostIds: MOST_MISSING });
}

interface Wording {
  readonly one: string;
  readonly several: string;
  readonly mostIds?: number;
}

function linesOf(unsaved: readonly Unsaved[], wording: Wording): readonly string[] {
  const byCause = new Map<string, string[]>();
  for (const { id, why } of unsaved) {
    const ids = byCause.get(why);
    if (ids === undefined) byCause.set(why, [id]);
    else ids.push(id);
  }
  const causes = [...byCause];
  const isOver = causes.length > MOST_CAUSES;
  const shown = isOver ? causes.slice(0, MOST_CAUSES - 1) : causes;
  const lines = shown.map(([why, ids]) => `${saying(ids, wording)}: ${why}`);
  if (!isOver) return lines;
  const rest = causes.slice(shown.length);
  const ids = rest.flatMap(([, ofCause]) => ofCause);
  return [
    ...lines,
    `${saying(ids, wording)}, for ${rest.length} other causes; the first: ${rest[0]?.[0] ?? ""}`,
  ];
}

function saying(ids: readonly string[], { one, several, mostIds = MOST_IDS }: Wording): string {
  const names = nameSome(
    ids.map((id) => `[${id}]`),
    mostIds,
  );
  return ids.length === 1
    ? `${names} ${one}`
    : `${plural(ids.length, "shard")} (${names}) ${several}`;
}
