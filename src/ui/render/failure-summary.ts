import { nameSome, plural } from "../../core/text/text.ts";
import { groupFailures, type Failed, type FailureGroup } from "./failure-lines.ts";
import { code, escape, preformatted } from "./markdown.ts";

/** Above so many ways to fail, the rest shares one line; the table of shards has each. */
const MOST_GROUPS = 20;
const MOST_IDS = 30;

/** Commands to paste; above so many nobody pastes them one by one. */
const MOST_COMMANDS = 100;

/**
 * What failed, for a job summary in Markdown: for each cause the shards, the last lines of a log and its path, and the
 * commands that try a shard again. `again` gives the line that runs one shard again, for a shell.
 */
export function failureSections(
  failed: readonly Failed[],
  again: (id: string) => string,
): readonly string[] {
  const groups = groupFailures(failed);
  const rest = groups.slice(MOST_GROUPS).flatMap((group) => group.shards);
  return [
    ...groups.slice(0, MOST_GROUPS).flatMap(sectionOf),
    ...(rest.length > 0
      ? [`❌ ${plural(rest.length, "more shard")} failed in other ways: ${namesOf(rest)}`, ""]
      : []),
    ...commands(failed, again),
  ];
}

function sectionOf({ why, shards }: FailureGroup): readonly string[] {
  const [first] = shards;
  const isOne = shards.length === 1;
  const title = isOne
    ? `${code(first.id)} failed`
    : `${plural(shards.length, "shard")} failed alike`;
  return [
    `#### ❌ ${title}: ${escape(why)}`,
    "",
    ...(isOne ? [] : [namesOf(shards), ""]),
    ...(first.logTail === undefined ? [] : [preformatted(first.logTail), ""]),
    ...(first.logPath === undefined ? [] : [logOf(first.id, first.logPath, isOne), ""]),
  ];
}

function logOf(id: string, path: string, isOne: boolean): string {
  return `${isOne ? "Its log" : `The log of ${code(id)}`}: ${code(path)}`;
}

function namesOf(shards: readonly Pick<Failed, "id">[]): string {
  return nameSome(
    shards.map(({ id }) => code(id)),
    MOST_IDS,
  );
}

function commands(failed: readonly Failed[], again: (id: string) => string): readonly string[] {
  const open = failed.filter(({ stays }) => stays !== true).slice(0, MOST_COMMANDS);
  if (open.length === 0) return [];
  return [
    "To try a failed shard again on a machine of your own:",
    "",
    "```sh",
    ...open.map(({ id }) => again(id)),
    "```",
    "",
  ];
}
