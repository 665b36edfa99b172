import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ownFolder } from "../core/model/shard-paths.ts";
import { UserError } from "../core/text/problem.ts";
import { realDisk } from "../files/real-disk.ts";
import { whyRefused } from "../files/refused.ts";
import { TEMPORARY_PREFIX } from "../files/durable.ts";

/** The folder of a run's own small files: scripts, lists of inputs. */
export interface Scratch {
  /** Where they are, unless its disk becomes full. */
  readonly folder: string;
  /**
   * Writes a file, also where a cleaner has removed the folder, and gives its path. Where the disk is full, the file lies
   * in the temporary folder.
   * @throws where it can be written in neither.
   */
  readonly write: (name: string, text: string) => string;
  /** Removes it with all its files, as far as that can be; the next run removes the rest. */
  readonly remove: () => void;
}

/** The folder that holds each run's folder of small files. */
export function scratchFolder(workspace: string): string {
  return join(ownFolder(workspace), "tmp");
}

/**
 * Makes the folder of this run's small files. `.donemark` keeps itself out of version control.
 * @throws {UserError} where it cannot be made.
 */
export function openScratch(workspace: string, token: string): Scratch {
  const own = ownFolder(workspace);
  const folder = join(scratchFolder(workspace), `${TEMPORARY_PREFIX}${token}`);
  try {
    makeScratch(own, folder);
  } catch (error) {
    throw new UserError([
      `Donemark keeps its logs and scripts in ${own}, which must be a folder that can be written: ${whyRefused(realDisk, error)}`,
    ]);
  }
  let elsewhere: string | undefined;
  return {
    folder,
    write: (name, text) => {
      try {
        if (!existsSync(folder)) makeScratch(own, folder);
        return written(folder, name, text);
      } catch {
        elsewhere ??= mkdtempSync(join(tmpdir(), "donemark-"));
        return written(elsewhere, name, text);
      }
    },
    remove: () => {
      for (const one of [folder, elsewhere]) if (one !== undefined) removeQuietly(one);
    },
  };
}

function makeScratch(own: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(own, ".gitignore"), "*\n");
}

function written(folder: string, name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function removeQuietly(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // The next run sweeps it.
  }
}
