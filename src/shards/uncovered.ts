import { relative, resolve } from "node:path";
import type { Definition } from "../core/definition/fields.ts";
import { belowWorkspace } from "../core/model/shard-paths.ts";
import { fixedPart } from "../core/model/template.ts";
import type { Shard } from "../core/model/shard.ts";
import type { Disk } from "../files/disk.ts";

interface Covered {
  readonly disk: Disk;
  readonly workspace: string;
  /** Absolute paths of the files of `fingerprint-files`. */
  readonly files: ReadonlySet<string>;
  readonly shards: readonly Shard[];
}

const MOST_COMMAND = 64 * 1024;

/**
 * Files of the workspace that the command names and that no fingerprint covers, so that a change of one runs nothing
 * again; relative to the workspace, in the order of the command. A file that the command writes is none.
 */
export function findUncovered(
  { command, workingDirectory, checkpoint, work }: Definition,
  { disk, workspace, files, shards }: Covered,
): readonly string[] {
  if (command === undefined || command.length > MOST_COMMAND) return [];
  const cwd = resolve(workspace, workingDirectory);
  const outputs = [checkpoint, work ?? checkpoint].map((one) => resolve(workspace, fixedPart(one)));
  const isOutput = (path: string): boolean =>
    outputs.some((folder) => folder !== workspace && path.startsWith(`${folder}/`));
  const candidates = new Set(
    wordsRead(command)
      .map((word) => resolve(cwd, word))
      .filter((path) => path.startsWith(`${workspace}/`) && !files.has(path) && !isOutput(path))
      .filter((path) => isFile(disk, path)),
  );
  if (candidates.size === 0) return [];
  for (const { inputs } of shards)
    for (const input of inputs) candidates.delete(belowWorkspace(workspace, input.path));
  return [...candidates].map((path) => relative(workspace, path));
}

/** The words of a command without variables, patterns and names behind `>`. Comments are left out. */
function wordsRead(command: string): readonly string[] {
  const text = command.replaceAll(/^\s*#.*$/gm, "").replaceAll(/\d*>[>|&]?\s*[^\s;|&]+/g, " ");
  const words = text.split(/[\s;|&()<"'`=]+/);
  return [...new Set(words)].filter((word) => word !== "" && !/[$*?[\]{}\\]/.test(word));
}

function isFile(disk: Disk, path: string): boolean {
  try {
    return disk.stat(path)?.kind === "file";
  } catch {
    return false;
  }
}
