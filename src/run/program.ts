import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { ownFolder } from "../core/places.ts";
import { describe, UserError } from "../core/problem.ts";
import { show } from "../core/text.ts";
import type { Disk } from "../files/disk.ts";
import { TEMPORARY_PREFIX } from "../files/durable.ts";
import type { Program } from "./session.ts";
import { scriptExtension, shellArgv } from "./shell.ts";

export interface ProgramRequest {
  readonly disk: Disk;
  readonly workspace: string;
  readonly scratch: string;
  readonly shell: string;
  readonly workingDirectory: string;
}

/**
 * Can commands be run so at all? To be asked before anything is touched.
 * @throws {UserError} for an unknown shell or a missing folder.
 */
export function checkProgram(request: Omit<ProgramRequest, "scratch">): void {
  const { disk, workspace, shell, workingDirectory } = request;
  shellArgv(shell, "");
  if (disk.stat(resolve(workspace, workingDirectory))?.kind === "directory") return;
  throw new UserError([
    `working-directory must be a folder, got ${show(workingDirectory)}, which is not there.`,
  ]);
}

/** Writes a user's command as a script of its own, as a workflow step does, so that no value ever joins its text. */
export function writeProgram(request: ProgramRequest, name: string, text: string): Program {
  const { workspace, scratch, shell, workingDirectory } = request;
  mkdirSync(scratch, { recursive: true });
  const path = join(scratch, name + scriptExtension(shell));
  writeFileSync(path, text.endsWith("\n") ? text : `${text}\n`);
  return { argv: shellArgv(shell, path), cwd: resolve(workspace, workingDirectory) };
}

/** Where every run has a folder of its small files, under a temporary name. */
export function scratchFolder(workspace: string): string {
  return join(ownFolder(workspace), "tmp");
}

/**
 * The folder of this run's small files; `.donemark` keeps itself out of version control.
 * @throws {UserError} where it cannot be made.
 */
export function openScratch(workspace: string, token: string): string {
  const own = ownFolder(workspace);
  const scratch = join(scratchFolder(workspace), `${TEMPORARY_PREFIX}${token}`);
  try {
    mkdirSync(scratch, { recursive: true });
    writeFileSync(join(own, ".gitignore"), "*\n");
    return scratch;
  } catch (error) {
    throw new UserError([
      `Donemark keeps its logs and scripts in ${own}, which must be a folder that can be written: ${describe(error)}`,
    ]);
  }
}
