import type { ResultAnswer } from "../../core/answers/answers.ts";
import { formatDuration } from "../../core/text/duration.ts";
import { nameSome, plural } from "../../core/text/text.ts";
import type { Paint } from "./paint.ts";

/** What can be said of a shard that failed. */
export interface Failed extends Pick<
  ResultAnswer,
  "id" | "why" | "stays" | "logPath" | "logTail" | "seconds" | "attempts"
> {
  /** A word, which stands for the cause where there is no sentence. */
  readonly reason: string;
}

/** The cause of a failure. */
interface Caused {
  readonly id: string;
  readonly reason: string;
  readonly why?: string | undefined;
}

/** Shards that failed in the same way. */
export interface FailureGroup<T extends Caused = Failed> {
  /** The cause in words, of the first one. */
  readonly why: string;
  /** At least one, in the order of the list. */
  readonly shards: readonly [T, ...T[]];
}

/** Groups failed shards by their cause, where a shard's own id in a path makes no difference. The largest group comes first. */
export function groupFailures<T extends Caused>(failed: readonly T[]): readonly FailureGroup<T>[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const shard of failed) {
    const cause = withoutId(causeOf(shard), shard.id);
    const group = groups.get(cause);
    if (group === undefined) groups.set(cause, [shard]);
    else group.push(shard);
  }
  return [...groups.values()]
    .map((shards) => ({ why: causeOf(shards[0]), shards }))
    .toSorted((a, b) => b.shards.length - a.shards.length);
}

/** A cause, with a shard's id in a path as `{id}`. An id may be a letter or a number: elsewhere than in a path or in quotes it is most likely something else. */
export function withoutId(cause: string, id: string): string {
  return cause.replaceAll(/\S*[/"]\S*/g, (word) =>
    word
      .split(id)
      .reduce((all, next) => (isCut(all, next) ? `${all}{id}${next}` : `${all}${id}${next}`)),
  );
}

/** Does a word end before, and begin behind? */
function isCut(before: string, behind: string): boolean {
  return !/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(behind);
}

function causeOf({ why, reason }: Caused): string {
  return why ?? reason;
}

/** Above so many ways to fail, the rest shares one line. */
const MOST_GROUPS = 5;
const MOST_IDS = 10;

interface FailureRules {
  readonly paint: Paint;
  /** Gives the line that runs one shard, or all that remain, again, for a shell. */
  readonly again: (id?: string) => string;
}

/**
 * What failed in a run, for its end: for each cause the shards, the last lines of a log and its path, and the one command
 * that goes on. At most 60 lines, however many shards failed.
 */
export function failureLines(
  shards: readonly ResultAnswer[],
  { paint, again }: FailureRules,
): readonly string[] {
  const failed = shards.filter(({ outcome }) => outcome === "failed");
  if (failed.length === 0) return [];
  const groups = groupFailures(failed);
  const shown = groups.slice(0, MOST_GROUPS);
  const rest = groups.slice(MOST_GROUPS).flatMap((group) => group.shards);
  return [
    "",
    ...shown.flatMap((group) => groupLines(group, paint)),
    ...(rest.length === 0 ? [] : [paint("red", restLine(rest))]),
    ...nextLine(failed, again),
  ];
}

function groupLines({ why, shards }: FailureGroup, paint: Paint): readonly string[] {
  const [first] = shards;
  const ids = shards.map(({ id }) => id);
  const names = nameSome(ids, MOST_IDS);
  const head =
    ids.length === 1 ? `Failed: ${names}: ${why}` : `${ids.length} failed alike (${names}): ${why}`;
  const tail = first.logTail?.split("\n") ?? [];
  const log = ids.length === 1 ? "its log" : `the log of ${first.id}`;
  return [
    paint("red", head),
    ...tail.map((line) => paint("dim", `  | ${line}`)),
    ...(first.logPath === undefined ? [] : [`  ${log}: ${first.logPath}`]),
  ];
}

function restLine(rest: readonly Failed[]): string {
  const ids = rest.map(({ id }) => id);
  return `${plural(ids.length, "more shard")} failed in other ways: ${nameSome(ids, MOST_IDS)}`;
}

/** Nothing is lost by it: what is done is skipped, and a shard goes on from its parts. */
function nextLine(failed: readonly Failed[], again: (id?: string) => string): readonly string[] {
  const open = failed.filter(({ stays }) => stays !== true);
  const [first] = open;
  if (first === undefined) return [];
  return [`To go on once that is mended: ${open.length === 1 ? again(first.id) : again()}`];
}

/** The line that goes on with a run that was stopped and in which nothing failed. */
export function goOnLine(
  shards: readonly ResultAnswer[],
  again: FailureRules["again"],
): readonly string[] {
  const hasFailed = shards.some(({ outcome }) => outcome === "failed");
  const isOpen = shards.some(
    ({ outcome, decision }) => outcome === "stopped" && decision !== "blocked",
  );
  return isOpen && !hasFailed ? [`To go on: ${again()}`] : [];
}

/** One line for a shard as it fails. */
export function failedLine(shard: Failed, paint: Paint): string {
  const { id, attempts, seconds } = shard;
  const tries = attempts > 1 ? `, try ${attempts}` : "";
  const took = formatDuration(seconds * 1000);
  return `${paint("red", "failed")}  ${id}  ${causeOf(shard)} (${took}${tries})`;
}
