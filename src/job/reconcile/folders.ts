import { dirname } from "node:path";
import type { Verdict } from "../../checkpoint/survey.ts";
import { ownFolder } from "../../core/model/shard-paths.ts";
import { syncNames } from "../../files/durable.ts";
import { scratchFolder } from "../../machine/scratch.ts";
import { sweepTemporaries } from "../../protocol/temporary-names.ts";
import type { Writer } from "../../protocol/writer.ts";
import type { Invocation } from "../invocation.ts";

/** Removes the temporary files of killed processes, beside these shards and in Donemark's own folders. */
export async function sweepHere(
  { workspace, env, now }: Invocation,
  { disk }: Writer,
  verdicts: readonly Verdict[],
): Promise<void> {
  const { RUNNER_TEMP: temporary = "" } = env;
  const places = verdicts.flatMap(({ task }) => [task.paths.checkpoint, task.paths.work]);
  const folders = [
    ownFolder(workspace),
    scratchFolder(workspace),
    ...places.map((path) => dirname(path)),
  ];
  // Archives in the making lie there, each as large as its checkpoint; a runner empties it for the next job only.
  if (temporary !== "") folders.push(temporary);
  await sweepTemporaries(disk, new Set(folders), now());
}

/** Flushes the names of folders that other programs may have made, before anything in them counts as durable. */
export async function reconcileFolders(
  { disk }: Pick<Writer, "disk">,
  verdicts: readonly Verdict[],
): Promise<void> {
  const open = verdicts.filter(({ kind, reason }) => kind !== "skip" || reason !== "done");
  const places = open.flatMap(({ task }) => [task.paths.checkpoint, task.paths.work]);
  await syncNames(disk, places.map(dirname));
}
