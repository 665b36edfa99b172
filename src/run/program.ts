import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { UserError } from "../core/problem.ts";
import { show } from "../core/text.ts";
import type { Disk } from "../files/disk.ts";
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
 * Writes a user's command as a script of its own, as a workflow step does, so that no value ever joins its text.
 * @throws {UserError} for an unknown shell or a missing folder.
 */
export function writeProgram(request: ProgramRequest, name: string, text: string): Program {
  const { disk, workspace, scratch, shell, workingDirectory } = request;
  const cwd = resolve(workspace, workingDirectory);
  if (disk.stat(cwd)?.kind !== "directory") {
    throw new UserError([
      `working-directory must be a folder, got ${show(workingDirectory)}, which is not there.`,
    ]);
  }
  mkdirSync(scratch, { recursive: true });
  const path = join(scratch, name + scriptExtension(shell));
  writeFileSync(path, text.endsWith("\n") ? text : `${text}\n`);
  return { argv: shellArgv(shell, path), cwd };
}
