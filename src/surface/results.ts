import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Writes an answer below the workspace, for later steps. Gives the file's path. */
export function writeResults(workspace: string, name: string, answer: object): string {
  const folder = join(workspace, ".donemark");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  writeFileSync(path, `${JSON.stringify(answer)}\n`);
  return path;
}
