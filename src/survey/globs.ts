import { posix, resolve } from "node:path";
import type { Disk } from "../files/disk.ts";

/** The files that one pattern matched. */
export interface Matches {
  readonly pattern: string;
  readonly files: readonly Match[];
}

interface Match {
  /** In the form of the pattern: absolute, or relative to the workspace. */
  readonly path: string;
  /** The path below the pattern's fixed part. */
  readonly below: string;
}

interface Patterns {
  readonly wanted: readonly string[];
  readonly unwanted: readonly string[];
}

/**
 * The files (never folders) that patterns match, one result per pattern; `!pattern` takes files away again.
 * A pattern without a wildcard names one file.
 */
export async function matchFiles(
  disk: Disk,
  workspace: string,
  patterns: readonly string[],
): Promise<readonly Matches[]> {
  const { wanted, unwanted } = separate(patterns);
  const isUnwanted = await anyMatcher(unwanted);
  const found: Matches[] = [];
  for (const pattern of wanted) {
    const matches = await matchOne(disk, workspace, pattern);
    found.push({ pattern, files: matches.filter(({ path }) => !isUnwanted(path)) });
  }
  return found;
}

/** The files and folders that one pattern matches, absolute; `undefined` for a pattern without a wildcard. */
export async function matchPaths(
  workspace: string,
  pattern: string,
): Promise<readonly string[] | undefined> {
  const { globSync, picomatch } = await import("./glob-library.ts");
  const { base, glob, isGlob } = picomatch.scan(pattern.replace(/^\.\//, ""));
  if (!isGlob) return undefined;
  const cwd = resolve(workspace, base);
  return globSync(glob, { cwd, onlyFiles: false, expandDirectories: false }).map((path) =>
    resolve(cwd, path),
  );
}

/** What gives the test for a glob over ids. */
export async function idMatcher(): Promise<(pattern: string) => (id: string) => boolean> {
  const { picomatch } = await import("./glob-library.ts");
  return (pattern) => {
    // Nested repetitions could take as long as they liked; ids hold parentheses of their own.
    const matches = picomatch(pattern, { dot: true, noextglob: true });
    // The library's own function takes more than the text.
    return (id) => matches(id);
  };
}

async function anyMatcher(patterns: readonly string[]): Promise<(path: string) => boolean> {
  if (patterns.length === 0) return () => false;
  const { picomatch } = await import("./glob-library.ts");
  return picomatch([...patterns], { dot: true });
}

function separate(patterns: readonly string[]): Patterns {
  const kept = patterns
    .filter((pattern) => !pattern.startsWith("#"))
    .map((p) => p.replace(/^\.\//, ""));
  return {
    wanted: kept.filter((pattern) => !pattern.startsWith("!")),
    unwanted: kept.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1)),
  };
}

async function matchOne(disk: Disk, workspace: string, pattern: string): Promise<readonly Match[]> {
  if (disk.stat(resolve(workspace, pattern))?.kind === "file") {
    return [{ path: pattern, below: posix.basename(pattern) }];
  }
  const { globSync, picomatch } = await import("./glob-library.ts");
  const { base, glob, isGlob } = picomatch.scan(pattern);
  if (!isGlob) return [];
  const below = globSync(glob, {
    cwd: resolve(workspace, base),
    onlyFiles: true,
    expandDirectories: false,
    followSymbolicLinks: true,
  });
  const front = base === "" ? "" : base.endsWith("/") ? base : `${base}/`;
  return below.map((path) => ({ path: front + path, below: path }));
}
