import { accessSync, constants } from "node:fs";
import { dirname } from "node:path";
import { fault, ok, warning, type Check } from "../../core/answers/doctor-answer.ts";
import { fixedPart } from "../../core/model/template.ts";
import { belowWorkspace, ownFolder, shownPath } from "../../core/model/shard-paths.ts";
import { formatBytes } from "../../core/text/duration.ts";
import { messageOf } from "../../core/text/problem.ts";
import { quote } from "../../core/text/text.ts";
import { whyRefused } from "../../files/refused.ts";
import type { Invocation } from "../../job/invocation.ts";

const LOW_BYTES = 1_000_000_000;

/** May this user write where checkpoints and Donemark's own files go, and is there room? */
export async function checkFolders(
  invocation: Invocation,
  checkpoint: string | undefined,
): Promise<readonly Check[]> {
  const { workspace } = invocation;
  const own = await checkFolder(invocation, "own files", ownFolder(workspace));
  if (checkpoint === undefined) return [own];
  const folder = belowWorkspace(workspace, fixedPart(checkpoint));
  return [await checkFolder(invocation, "checkpoints", folder), own];
}

async function checkFolder(
  { disk, workspace }: Invocation,
  name: string,
  folder: string,
): Promise<Check> {
  const there = nearestThere(disk, folder);
  const shown = quote(shownPath(workspace, folder));
  try {
    accessSync(there, constants.W_OK | constants.X_OK);
  } catch (error) {
    return fault(
      name,
      `${shown} cannot be written: ${whyRefused(disk, error)}`,
      `Give this user the right: chmod u+wx ${there}`,
    );
  }
  try {
    const free = await disk.freeBytes(there);
    const room = `${formatBytes(free)} are free`;
    return free < LOW_BYTES
      ? warning(
          name,
          `${shown} can be written, and only ${room}`,
          "Make room: a run starts no shard while less than two of its checkpoints would fit.",
        )
      : ok(name, `${shown} can be written, ${room}`);
  } catch (error) {
    return warning(name, `${shown} can be written; its free space is not known`, messageOf(error));
  }
}

/** A folder that is not there yet is made in the nearest one above it. */
function nearestThere(disk: Invocation["disk"], folder: string): string {
  let path = folder;
  while (disk.stat(path) === undefined && dirname(path) !== path) path = dirname(path);
  return path;
}
