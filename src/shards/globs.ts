import type { Dirent } from "node:fs";
import { basename, dirname, join, posix, resolve } from "node:path";
import { FAILED_SUFFIX, MARKER_SUFFIX, STARTED_SUFFIX } from "../core/model/marker.ts";
import { isSetAside } from "../core/model/shard-paths.ts";
import type { Disk } from "../files/disk.ts";
import { isDvcFile, pointerAt } from "./pointers.ts";

/** The files that one pattern matched. */
export interface Matches {
  readonly pattern: string;
  readonly files: readonly Match[];
  /** Paths of links that match and lead nowhere. */
  readonly dangling: readonly string[];
  /** Paths that match and belong to a shard that was started and is not finished: they are no files yet. */
  readonly unfinished: readonly string[];
  /** The pattern, where it has no wildcard and nothing is there. */
  readonly absent: readonly string[];
}

interface Match {
  /** Absolute or relative to the workspace, as the pattern is. */
  readonly path: string;
  /** The path below the pattern's fixed part. */
  readonly below: string;
}

interface Patterns {
  readonly wanted: readonly string[];
  readonly unwanted: readonly string[];
}

/**
 * The files (never folders) that patterns match, one result per pattern. `!pattern` removes files again. A pattern without a
 * wildcard names one file.
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
    const { files, dangling, unfinished, absent } = await matchOne(disk, workspace, pattern);
    const isKept = (path: string): boolean => !isUnwanted(path);
    found.push({
      pattern,
      files: files.filter(({ path }) => isKept(path)),
      dangling: dangling.filter(isKept),
      unfinished: unfinished.filter(isKept),
      absent: absent.filter(isKept),
    });
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

/** Loads the function that makes a test from a glob over ids. */
export async function idMatcher(): Promise<(pattern: string) => (id: string) => boolean> {
  const { picomatch } = await import("./glob-library.ts");
  return (pattern) => {
    // Nested repetitions could take exponential time, and ids may hold parentheses themselves.
    const matches = picomatch(pattern, { dot: true, noextglob: true });
    // The library's own function takes further arguments.
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

type Found = Omit<Matches, "pattern">;

async function matchOne(disk: Disk, workspace: string, pattern: string): Promise<Found> {
  const path = resolve(workspace, pattern);
  const kind = disk.stat(path)?.kind;
  if (kind === "file") {
    return { ...NOTHING, files: [{ path: pattern, below: posix.basename(pattern) }] };
  }
  const { picomatch } = await import("./glob-library.ts");
  const { base, glob, isGlob } = picomatch.scan(pattern);
  if (isGlob) return matchGlob(disk, workspace, { base, glob });
  if (kind !== undefined) return NOTHING;
  if (pointerAt(disk, path) !== undefined)
    return { ...NOTHING, files: [{ path: pattern, below: posix.basename(pattern) }] };
  const isLink = disk.exists(path);
  return isLink ? { ...NOTHING, dangling: [pattern] } : { ...NOTHING, absent: [pattern] };
}

const NOTHING: Found = { files: [], dangling: [], unfinished: [], absent: [] };

interface Glob {
  /** The fixed part. */
  readonly base: string;
  readonly glob: string;
}

async function matchGlob(disk: Disk, workspace: string, { base, glob }: Glob): Promise<Found> {
  const { globSync, picomatch, readingWith } = await import("./glob-library.ts");
  const cwd = resolve(workspace, base);
  const foldersHere = folderReader(disk);
  const fs = readingWith(foldersHere.isRead);
  const options = { cwd, expandDirectories: false, followSymbolicLinks: true, fs };
  const isWanted = picomatch(glob);
  const matched = globSync([glob, `${glob}.dvc`], { ...options, onlyFiles: true });
  const folders = glob.includes("/")
    ? globSync(foldersOf(glob), { cwd, onlyDirectories: true, followSymbolicLinks: true })
    : [];
  const links = ["", ...folders]
    .flatMap((folder) => linksToNowhere(disk, foldersHere.read, { cwd, folder }))
    .filter((link) => isWanted(link));
  const isAbsentObject = (link: string): boolean => pointerAt(disk, join(cwd, link)) !== undefined;
  const objects = objectsOf(disk, cwd, { matched, isWanted, isExplicit: glob.endsWith(".dvc") });
  const found = [...objects, ...links.filter(isAbsentObject)].filter((name) => !isOwnPath(name));
  const isLeftOut = unfinishedFinder(foldersHere.read, workspace, cwd);
  const front = base === "" ? "" : base.endsWith("/") ? base : `${base}/`;
  const leftOut = new Set(found.filter(isLeftOut));
  return {
    files: found
      .filter((name) => !leftOut.has(name))
      .map((name) => ({ path: front + name, below: name })),
    dangling: links.filter((link) => !isAbsentObject(link)).map((link) => front + link),
    unfinished: [...leftOut].map((name) => front + name),
    absent: [],
  };
}

interface Matched {
  /** Names that the glob, or the glob with `.dvc` behind it, matches. */
  readonly matched: readonly string[];
  readonly isWanted: (name: string) => boolean;
  /** The glob asks for the files of DVC themselves. */
  readonly isExplicit: boolean;
}

/** The files that match; a file of DVC stands for its object, which may be absent. */
function objectsOf(
  disk: Disk,
  cwd: string,
  { matched, isWanted, isExplicit }: Matched,
): readonly string[] {
  if (isExplicit) return matched.filter((name) => isWanted(name));
  const names = new Set<string>();
  for (const name of matched) {
    if (name.endsWith(".dvc") && isDvcFile(disk, join(cwd, name))) {
      const object = name.slice(0, -".dvc".length);
      if (isWanted(object) && disk.stat(join(cwd, object))?.kind !== "directory") names.add(object);
    } else if (!name.endsWith(".dvc") || isWanted(name)) names.add(name);
  }
  return [...names];
}

/** Is it a marker, a start record, a set-aside generation, or a file of Donemark's own folders? */
function isOwnPath(name: string): boolean {
  return OWN_NAME.test(name) || isSetAside(name);
}

const OWN_NAME = /\.(?:done|started)$|(?:^|\/)\.donemark(?:\/|-tmp-)/;

/** What is asked of a folder's listing. */
interface Listed {
  readonly links: readonly string[];
  /** Names that have a start record beside them and no marker: checkpoints in the making. */
  readonly open: ReadonlySet<string>;
}

type FolderReader = (folder: string) => Listed;

interface Folders {
  readonly read: FolderReader;
  /** Says that the library has listed a folder. */
  readonly isRead: (folder: string, entries: readonly Dirent[]) => void;
}

/** Lists each folder once, and none that the library has listed. */
function folderReader(disk: Disk): Folders {
  const known = new Map<string, Listed>();
  return {
    read: (folder) => {
      const before = known.get(folder);
      if (before !== undefined) return before;
      const entries = disk.list(folder) ?? [];
      const links = entries.filter(({ kind }) => kind === "link").map(({ name }) => name);
      const listed = { links, open: openAmong(entries.map(({ name }) => name)) };
      known.set(folder, listed);
      return listed;
    },
    isRead: (folder, entries) => {
      const links = entries.filter((one) => one.isSymbolicLink()).map(({ name }) => name);
      known.set(resolve(folder), { links, open: openAmong(entries.map(({ name }) => name)) });
    },
  };
}

function openAmong(names: readonly string[]): ReadonlySet<string> {
  const started = names.filter((name) => name.endsWith(STARTED_SUFFIX));
  if (started.length === 0) return NO_NAMES;
  const all = new Set(names);
  const open = started.map((name) => name.slice(0, -STARTED_SUFFIX.length));
  const unfinished = open.filter((name) => !all.has(name + MARKER_SUFFIX));
  // The report of its failure is no result either.
  return new Set(unfinished.flatMap((name) => [name, name + FAILED_SUFFIX]));
}

const NO_NAMES: ReadonlySet<string> = new Set();

/**
 * Gives a test for files of a shard that has a start record and no marker: the file itself, or a folder above it, is
 * somebody's checkpoint in the making. The answer for a folder is found once.
 */
function unfinishedFinder(
  read: FolderReader,
  workspace: string,
  cwd: string,
): (name: string) => boolean {
  const isInOpen = (path: string): boolean => {
    const folder = dirname(path);
    if (folder === path || path === workspace) return false;
    return read(folder).open.has(basename(path)) || isInOpen(folder);
  };
  const folders = new Map<string, { readonly open: Listed["open"]; readonly isInOpen: boolean }>();
  return (name) => {
    const end = name.lastIndexOf("/");
    const below = name.slice(0, Math.max(end, 0));
    let folder = folders.get(below);
    if (folder === undefined) {
      const path = join(cwd, below);
      folder = { open: read(path).open, isInOpen: isInOpen(path) };
      folders.set(below, folder);
    }
    return folder.isInOpen || folder.open.has(name.slice(end + 1));
  };
}

/** The glob of the folders that can hold a match. A slash within braces hides where the last name begins. */
function foldersOf(glob: string): string {
  const above = posix.dirname(glob);
  const isWhole = above.split("{").length === above.split("}").length;
  return isWhole ? above : "**";
}

/** The links of one folder that lead nowhere, by their paths below `cwd`. */
function linksToNowhere(
  disk: Disk,
  read: FolderReader,
  { cwd, folder }: { readonly cwd: string; readonly folder: string },
): readonly string[] {
  // The library writes a slash behind a folder's name.
  return read(resolve(cwd, folder))
    .links.map((name) => posix.join(folder, name))
    .filter((link) => disk.stat(join(cwd, link)) === undefined);
}
