import { existsSync, statSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { mask } from "../../core/definition/environment.ts";
import type { ShardPaths } from "../../core/model/shard-paths.ts";
import type { FolderWatch } from "../../machine/watch.ts";
import { readFailureReport } from "../../protocol/failure-report.ts";
import type { RunParts } from "../parts.ts";
import { isOutOfMemory } from "./ends.ts";
import type { Attempt } from "./execution.ts";
import type { Trouble } from "./trouble.ts";

/** Is a long-lived program through with a shard: has it made the marker, or reported a failure? */
export function isThrough({ marker, failed }: Pick<ShardPaths, "marker" | "failed">): boolean {
  return existsSync(marker) || isReport(failed);
}

/** A folder of this name, which a user may have, reports nothing. */
function isReport(failed: string): boolean {
  try {
    return statSync(failed, { throwIfNoEntry: false })?.isFile() === true;
  } catch {
    return false;
  }
}

/** Calls the listener, at least once, when a program is through with a shard. Gives a function that removes it. */
export function whenThrough(
  watch: FolderWatch,
  { marker, failed }: Pick<ShardPaths, "marker" | "failed">,
  listener: () => void,
): () => void {
  const hasFolder = existsSync(failed) && !isReport(failed);
  const forgets = [marker, ...(hasFolder ? [] : [failed])].map((path) =>
    watch.whenThere(path, listener),
  );
  return () => {
    for (const forget of forgets) forget();
  };
}

/** A command that is ended from outside may report that as a failure of its own: the cause is told instead. */
const OF_ITSELF: ReadonlySet<string | undefined> = new Set([undefined, "exit-code", "signal"]);

/** The trouble with an attempt, with what its command reports: a report fails its shard, whatever else the command did. */
export async function withReport(
  { writing, commands }: Pick<RunParts, "writing" | "commands">,
  { verdict, log }: Attempt,
  trouble: Trouble | undefined,
): Promise<Trouble | undefined> {
  if (!OF_ITSELF.has(trouble?.reason)) return trouble;
  const { paths } = verdict.task;
  const read = (): string | undefined => readFailureReport(writing.writer.disk, paths);
  const reason = await onceWritten(read);
  if (reason === undefined) return trouble;
  const said = reason === "" ? "no reason is given" : mask(reason, commands.logRules.secrets);
  const isMemory = isOutOfMemory(0, `${reason}\n${log.tail()}`);
  return {
    reason: "reported",
    why: `its command reported a failure: ${said}`,
    exitCode: trouble?.exitCode ?? null,
    kinds: [...(trouble?.kinds ?? []), "reported", ...(isMemory ? ["oom"] : [])],
  };
}

const LOOKS = 4;
const BETWEEN_LOOKS_MS = 50;

/** A program that does not rename it into its place makes the file first and fills it then. */
async function onceWritten(read: () => string | undefined): Promise<string | undefined> {
  for (let look = 1; look < LOOKS; look += 1) {
    const found = read();
    if (found !== "") return found;
    await wait(BETWEEN_LOOKS_MS);
  }
  return read();
}
