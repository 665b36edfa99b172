import { accessSync, constants, statSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "../core/definition/environment.ts";

/** The program that a name alone starts, as a shell finds it; `undefined` where no folder of PATH has one that may run. */
export function findProgram(
  { PATH = "/usr/bin:/bin" }: Environment,
  name: string,
): string | undefined {
  return PATH.split(":")
    .map((folder) => join(folder === "" ? "." : folder, name))
    .find(mayRun);
}

/** Is it a file that this user may execute? */
export function mayRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
