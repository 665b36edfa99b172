import { spawnSync } from "node:child_process";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/** A program of the path or of Go's folder that answers `--version` as it should; `undefined` where none is installed. */
export function installed(name: string, answer: RegExp): string | undefined {
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), join(homedir(), "go/bin")];
  return folders
    .map((folder) => join(folder, name))
    .find((path) => answer.test(spawnSync(path, ["--version"], { encoding: "utf8" }).stdout ?? ""));
}
