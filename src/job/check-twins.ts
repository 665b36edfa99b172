import type { Twins } from "../core/model/folded.ts";
import { belowWorkspace } from "../core/model/shard-paths.ts";
import { UserError } from "../core/text/problem.ts";
import { quote } from "../core/text/text.ts";
import { askFolding, forkOf, tryFolding, type Folding } from "../files/folding.ts";
import { thisProcess } from "../machine/processes.ts";
import { temporaryToken } from "../protocol/temporary-names.ts";
import type { Invocation } from "./invocation.ts";

interface Asking {
  /** May a file be made to find it out? */
  readonly runs: boolean;
  /** Are the shards for other machines, too? */
  readonly isPlan: boolean;
}

/** A disk answers alike for every name of a folder. */
const MOST_FOLDERS = 5;

/**
 * Two shards whose paths differ only by case or by the form of Unicode are two where the disk tells them apart, which it is asked.
 * @throws {UserError} where it takes them for one: each would pass for the other's result.
 */
export async function checkTwins(
  invocation: Invocation,
  twins: readonly Twins[],
  { runs, isPlan }: Asking,
): Promise<void> {
  for (const one of oneOfEachFolder(invocation, twins)) {
    if ((await foldingOf(invocation, one, runs)) === "one")
      throw new UserError([`${sayTwins(one, twins)}: this disk takes them for one. ${REMEDY}`]);
  }
  const [first] = twins;
  if (!isPlan || first === undefined) return;
  invocation.reporter.warn(
    `${sayTwins(first, twins)}. A disk that does not tell them apart (macOS, Windows, some network disks) is refused by a run there.`,
  );
}

const REMEDY = "Give one of them another id: a list in `shards` names each.";

function oneOfEachFolder({ workspace }: Invocation, twins: readonly Twins[]): readonly Twins[] {
  const folders = new Map<string, Twins>();
  for (const one of twins) {
    const { folder } = forkIn(workspace, one);
    if (!folders.has(folder)) folders.set(folder, one);
    if (folders.size === MOST_FOLDERS) break;
  }
  return [...folders.values()];
}

async function foldingOf(
  { disk, workspace }: Invocation,
  twins: Twins,
  runs: boolean,
): Promise<Folding> {
  const fork = forkIn(workspace, twins);
  const seen = askFolding(disk, fork);
  if (seen !== "unknown" || !runs) return seen;
  return tryFolding(disk, fork, temporaryToken(thisProcess(), "fold"));
}

function forkIn(workspace: string, { paths: [one, other] }: Twins): ReturnType<typeof forkOf> {
  return forkOf(belowWorkspace(workspace, one), belowWorkspace(workspace, other));
}

function sayTwins({ ids, paths }: Twins, { length }: readonly Twins[]): string {
  const more = length === 1 ? "" : ` (and ${length - 1} more)`;
  return `Shards ${quote(ids[0])} and ${quote(ids[1])}${more} have paths that differ only by case or by the form of Unicode, ${quote(paths[0])} and ${quote(paths[1])}`;
}
