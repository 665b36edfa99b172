import { nameSome, plural } from "../../core/text/text.ts";
import type { Verdict } from "../../checkpoint/survey.ts";
import { countLines, verdictLine, verdictWord } from "./lines.ts";
import type { Paint } from "./paint.ts";

/** Up to so many shards that are not skipped have a line each. */
const MOST_LINES = 10;
const MOST_IDS = 3;

/**
 * What a run is going to do, in few lines: those that it does not skip, or one line for each decision and reason, and the
 * counts. At most 30 lines, however many shards there are.
 */
export function planOverview(verdicts: readonly Verdict[], paint: Paint): readonly string[] {
  const open = verdicts.filter(({ kind }) => kind !== "skip");
  const lines =
    open.length > MOST_LINES
      ? groupsOf(open).map((group) => groupLine(group, paint))
      : open.map((verdict) => verdictLine(verdict, widthOf(open), paint));
  return [...lines, ...(lines.length > 0 ? [""] : []), ...countLines(verdicts, paint)];
}

function widthOf(verdicts: readonly Verdict[]): number {
  return Math.min(48, Math.max(0, ...verdicts.map(({ task }) => task.shard.id.length)));
}

type Group = readonly [Verdict, ...Verdict[]];

/** Shards with the same decision for the same reason, in the order of their first ones. */
function groupsOf(verdicts: readonly Verdict[]): readonly Group[] {
  const groups = new Map<string, [Verdict, ...Verdict[]]>();
  for (const verdict of verdicts) {
    const key = `${verdict.kind} ${verdict.reason}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [verdict]);
    else group.push(verdict);
  }
  return [...groups.values()];
}

function groupLine(group: Group, paint: Paint): string {
  const [first] = group;
  if (group.length === 1) return verdictLine(first, first.task.shard.id.length, paint);
  const ids = group.map(({ task }) => task.shard.id);
  const details = [...new Set(group.map(({ detail }) => detail))].filter((text) => text !== "");
  const detail = details.length === 1 ? `: ${details[0]}` : "";
  const names = paint("dim", `(${nameSome(ids, MOST_IDS)})`);
  return `${verdictWord(first, paint)} ${plural(ids.length, "shard")}  ${first.reason}${detail}  ${names}`;
}
