import { posix } from "node:path";
import { create } from "@actions/glob";
import { UnmatchedError } from "../core/text/problem.ts";
import { compareText, quote } from "../core/text/text.ts";
import { hintForPattern } from "./unmatched.ts";
import type { Disk } from "../files/disk.ts";

/**
 * The files that `fingerprint-files` names, absolute and sorted, matched as `hashFiles()` and the cache action do.
 * @throws {UnmatchedError} for each pattern that matches no file.
 */
export async function findFingerprintFiles(
  from: { readonly disk: Disk; readonly workspace: string },
  given: readonly string[],
): Promise<readonly string[]> {
  const patterns = given.filter((pattern) => !pattern.startsWith("#"));
  const absolute = patterns.map((pattern) => rooted(from.workspace, pattern));
  const wanted = absolute.filter((pattern) => !pattern.startsWith("!"));
  const unwanted = absolute.filter((pattern) => pattern.startsWith("!"));
  const problems: string[] = [];
  const found = new Set<string>();
  for (const [place, pattern] of wanted.entries()) {
    const files = await matches(from.disk, [pattern, ...unwanted]);
    for (const file of files) found.add(file);
    if (files.length > 0) continue;
    const words = patterns.filter((p) => !p.startsWith("!"))[place] ?? "";
    problems.push(
      `fingerprint-files: ${quote(words)} matches no file below ${quote(from.workspace)}.${hintForPattern(from.disk, from.workspace, words)}`,
    );
  }
  if (problems.length > 0) throw new UnmatchedError(problems);
  return [...found].sort(compareText);
}

async function matches(disk: Disk, patterns: readonly string[]): Promise<readonly string[]> {
  const paths = await quietly(async () => {
    const globber = await create(patterns.join("\n"), { matchDirectories: false });
    return globber.glob();
  });
  return paths.filter((path) => disk.stat(path)?.kind === "file");
}

/** The library writes debug messages to standard output, which is reserved for answers. */
async function quietly<T>(act: () => Promise<T>): Promise<T> {
  const { stdout } = process;
  const write = stdout.write.bind(stdout);
  stdout.write = () => true;
  try {
    return await act();
  } finally {
    stdout.write = write;
  }
}

function rooted(workspace: string, pattern: string): string {
  const [sign, rest] = pattern.startsWith("!") ? ["!", pattern.slice(1)] : ["", pattern];
  return `${sign}${posix.isAbsolute(rest) ? rest : below(workspace, rest)}`;
}

/** Wildcards in the workspace's own path are escaped: it is not a pattern. */
function below(workspace: string, pattern: string): string {
  let folder = workspace;
  let rest = pattern.replace(/^(\.\/)+/, "");
  for (; rest === ".." || rest.startsWith("../"); rest = rest.slice(3))
    folder = posix.dirname(folder);
  return posix.join(folder.replaceAll(/[[*?]/g, "[$&]"), rest);
}
