import { dirname } from "node:path";
import type { Verdict } from "../../checkpoint/survey.ts";
import { ownFolder } from "../../core/model/shard-paths.ts";
import { variable } from "../../core/definition/environment.ts";
import { syncNames } from "../../files/durable.ts";
import { removeOldStepFiles } from "../../files/step-files.ts";
import { scratchFolder } from "../../machine/scratch.ts";
import { sweepTemporaries } from "../../protocol/temporary-names.ts";
import type { Writer } from "../../protocol/writer.ts";
import type { Invocation } from "../invocation.ts";

/** Removes the temporary files of killed processes, beside these shards and in Donemark's own folders. */
export async function sweepHere(
  invocation: Invocation,
  writer: Writer,
  verdicts: readonly Verdict[],
): Promise<void> {
  const { disk } = writer;
  const { workspace, env, now } = invocation;
  const temporary = variable(env, "RUNNER_TEMP");
  const places = verdicts.flatMap(({ task }) => [task.paths.checkpoint, task.paths.work]);
  const folders = [
    ownFolder(workspace),
    scratchFolder(workspace),
    ...places.map((path) => dirname(path)),
  ];
  // Archives in the making lie there, each as large as its checkpoint; a runner empties it for the next job only.
  if (temporary !== undefined) folders.push(temporary);
  await sweepTemporaries(writer, new Set(folders), now());
  if (invocation.surface === "actions") await removeOldStepFiles(disk, ownFolder(workspace), now());
}

/** Flushes what other programs, and killed runs, may have named there, before anything relies on it. */
export async function reconcileFolders(
  { disk }: Pick<Writer, "disk">,
  verdicts: readonly Verdict[],
): Promise<void> {
  const open = verdicts.filter(({ kind, reason }) => kind !== "skip" || reason !== "done");
  const places = open.flatMap(({ task }) => [task.paths.checkpoint, task.paths.work]);
  await syncNames(disk, places.map(dirname));
}
