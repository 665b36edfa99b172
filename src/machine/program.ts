import { accessSync, constants, existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { messageOf, UserError } from "../core/text/problem.ts";
import { quote } from "../core/text/text.ts";
import type { Disk } from "../files/disk.ts";
import { NO_SHELL } from "./group.ts";
import type { Scratch } from "./scratch.ts";
import { scriptExtension, shellArgv } from "./shell.ts";

/** A user's command as an argument list and the folder to run it in. */
export interface Program {
  readonly argv: readonly string[];
  readonly cwd: string;
  /** Writes its script again where somebody has removed it. To be called before each start. */
  readonly ensure: () => void;
}

export interface ProgramRequest {
  readonly disk: Disk;
  readonly workspace: string;
  readonly scratch: Scratch;
  readonly shell: string;
  readonly workingDirectory: string;
}

/**
 * Checks that commands can be run at all, before anything changes.
 * @throws {UserError} for an unknown shell or a missing folder.
 */
export function checkProgram(request: Omit<ProgramRequest, "scratch">): void {
  const { disk, workspace, shell, workingDirectory } = request;
  shellArgv(shell, "");
  checkStartingShell();
  if (disk.stat(resolve(workspace, workingDirectory))?.kind === "directory") return;
  throw new UserError([
    `working-directory must be a folder, got ${quote(workingDirectory)}, which is not there.`,
  ]);
}

/** @throws {UserError} where no command could be started. */
function checkStartingShell(): void {
  try {
    accessSync("/bin/sh", constants.X_OK);
    if (statSync("/bin/sh").size > 0) return;
  } catch (error) {
    throw new UserError([`${NO_SHELL} (${messageOf(error)}).`]);
  }
  throw new UserError([`${NO_SHELL} (it is an empty file).`]);
}

/** Writes a user's command as a script file, as a workflow step does, so that no value becomes part of its text. */
export function writeProgram(request: ProgramRequest, name: string, text: string): Program {
  const { workspace, scratch, shell, workingDirectory } = request;
  const file = name + scriptExtension(shell);
  const write = (): string => scratch.write(file, text.endsWith("\n") ? text : `${text}\n`);
  const path = write();
  return {
    argv: shellArgv(shell, path),
    cwd: resolve(workspace, workingDirectory),
    ensure: () => {
      if (!existsSync(path)) write();
    },
  };
}
