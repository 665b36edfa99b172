import { join } from "node:path";
import type { Disk } from "./disk.ts";
import { TEMPORARY_PREFIX } from "./durable.ts";

/*
 * Files that a step of a workflow hands to later ones lie in `.donemark`, each with a name of its own: a job may have several
 * steps of one definition, and a disk several jobs at once.
 */

const STEP_FILE = /^(?:results|restore|collect|shards)-[\da-f]{8}\.[\da-f]{8}\.jsonl?$/;
const KEPT_MS = 30 * 24 * 3600 * 1000;

interface StepText {
  /** The step's own name for it. */
  readonly name: string;
  /** The name of the last one of its kind. */
  readonly last: string;
  readonly text: string;
  readonly unique: string;
}

/** Writes a text under both names, whole at each moment, and gives the path of the step's own. The folder is there. */
export async function writeStepFile(
  disk: Disk,
  folder: string,
  { name, last, text, unique }: StepText,
): Promise<string> {
  const path = join(folder, name);
  const temporary = join(folder, `${TEMPORARY_PREFIX}${unique}`);
  await disk.create(path, text);
  await disk.create(temporary, text);
  await disk.rename(temporary, join(folder, last));
  return path;
}

/** Removes what steps of jobs of long ago have handed on, on a disk that a runner keeps. Never throws. */
export async function removeOldStepFiles(disk: Disk, folder: string, nowMs: number): Promise<void> {
  try {
    for (const name of disk.names(folder).filter((one) => STEP_FILE.test(one))) {
      const path = join(folder, name);
      const madeMs = Number(disk.stat(path)?.mtimeNs ?? 0n) / 1e6;
      if (nowMs - madeMs > KEPT_MS) await disk.unlink(path);
    }
  } catch {
    // They cost a little room until the next step.
  }
}
