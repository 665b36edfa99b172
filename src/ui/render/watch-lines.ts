import type { PlanAnswer } from "../../core/answers/answers.ts";
import type { ShardState } from "../../core/decide/state.ts";
import { harmlessLine } from "../../core/text/log-line.ts";
import { plural } from "../../core/text/text.ts";
import { cutToCells } from "./cells.ts";
import { bar, type Room } from "./live-block.ts";
import type { Paint } from "./paint.ts";
import { stateCounts } from "./state-words.ts";

/** States that somebody who watches wants to see by name, the most urgent first. */
const NAMED: readonly ShardState[] = ["failed", "blocked", "running", "unknown", "interrupted"];

/** What the shards are at this moment, in a line: the counts of the states that are not zero. */
export function watchLine({ total, done, states }: PlanAnswer): string {
  const open = stateCounts({ ...states, done: 0 }).map(([name, amount]) => `${amount} ${name}`);
  return [`${done} of ${plural(total, "shard")} complete`, ...open].join(" · ");
}

/** The same with a bar, and the shards that run or need somebody. Not wider than the terminal, and at most half of its rows. */
export function watchBlock(
  answer: PlanAnswer,
  { room, paint }: { readonly room: Room; readonly paint: Paint },
): readonly string[] {
  const { columns, rows } = room;
  const named = NAMED.flatMap((wanted) => answer.shards.filter(({ state }) => state === wanted));
  const most = Math.max(1, Math.floor(rows / 2) - 2);
  const shown = named.slice(0, most);
  const cut = (text: string): string => cutToCells(harmlessLine(text), columns - 1);
  const head = `${bar(answer.done / Math.max(1, answer.total))} ${watchLine(answer)}`;
  return [
    paint("bold", cut(head)),
    ...shown.map(({ id, state, detail }) => cut(`${state.padEnd(11)} ${id}  ${detail}`)),
    ...(named.length > shown.length
      ? [cut(`… and ${named.length - shown.length} more of these`)]
      : []),
  ];
}
