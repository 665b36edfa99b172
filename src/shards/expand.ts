import { dirname, resolve } from "node:path";
import { belowWorkspace } from "../core/model/shard-paths.ts";
import type { Definition } from "../core/definition/fields.ts";
import { UnmatchedError, UserError } from "../core/text/problem.ts";
import {
  placeShards,
  seedOfFile,
  seedsOfCount,
  seedsOfList,
  type Seed,
  type Shard,
} from "../core/model/shard.ts";
import { fixedPart, isBelow } from "../core/model/template.ts";
import { plural, nonBlankLines, quote } from "../core/text/text.ts";
import { hintForPattern } from "./unmatched.ts";
import type { Disk } from "../files/disk.ts";
import { matchFiles, type Matches } from "./globs.ts";
import { parseList, readListFile } from "./read-list.ts";

/** All shards of a definition, sorted by id. */
export interface Expanded {
  readonly shards: readonly Shard[];
  /** The value of `shards` where it is a whole number. */
  readonly counted?: number;
  /** Globs that match nothing beside others that do. */
  readonly unmatched: readonly string[];
  /** Files that match and belong to a shard that is not finished, so they are no inputs yet. */
  readonly unfinished: readonly string[];
}

const MOST_SHARDS = 1_000_000;

/** @throws {UserError} with every problem of the shards: none found, two on one path, an id that leads out, … */
export async function expandShards(
  disk: Disk,
  workspace: string,
  definition: Definition,
): Promise<Expanded> {
  const source = readSource(disk, workspace, definition.shards);
  const counted = typeof source === "number" ? source : undefined;
  const { seeds, unmatched, unfinished } = await seedsOf(disk, workspace, source);
  const { checkpoint, work } = definition;
  const templates = work === undefined ? { checkpoint } : { checkpoint, work };
  const placed = placeShards(seeds, templates, counted !== undefined);
  if ("problems" in placed) throw new UserError(placed.problems);
  const { shards } = placed;
  const swallowed = areApart(workspace, shards, definition) ? [] : findSwallowed(workspace, shards);
  if (swallowed.length > 0) throw new UserError(swallowed);
  return { shards, ...(counted !== undefined && { counted }), unmatched, unfinished };
}

type Source =
  | number
  | { readonly list: readonly unknown[] }
  | { readonly globs: readonly string[] };

function readSource(disk: Disk, workspace: string, given: Definition["shards"]): Source {
  if (typeof given === "number") return given;
  if (typeof given !== "string") return readList(given);
  const text = given.trim();
  if (/^\d+$/.test(text)) return wholeNumber(text);
  if (text.startsWith("[")) return { list: parseList(text, "shards") };
  if (!text.startsWith("@")) return { globs: nonBlankLines(text) };
  return { list: readListFile(disk, workspace, text.slice(1).trim()) };
}

/** A YAML list in a config file holds either globs (all items are texts) or shards. */
function readList(given: readonly unknown[]): Source {
  if (given.length === 0) return { list: given };
  const texts = given.filter((item) => typeof item === "string");
  return texts.length === given.length ? { globs: texts } : { list: given };
}

function wholeNumber(text: string): number {
  const shards = Number(text);
  if (shards >= 1 && shards <= MOST_SHARDS) return shards;
  throw new UserError([`shards must be a number from 1 to ${MOST_SHARDS}, got ${text}.`]);
}

interface FoundSeeds {
  readonly seeds: readonly Seed[];
  readonly unmatched: readonly string[];
  readonly unfinished: readonly string[];
}

const ALL_FOUND = { unmatched: [], unfinished: [] };

async function seedsOf(disk: Disk, workspace: string, source: Source): Promise<FoundSeeds> {
  if (typeof source === "number") return { seeds: seedsOfCount(source), ...ALL_FOUND };
  if ("globs" in source) return seedsOfGlobs(disk, workspace, source.globs);
  const { seeds, problems } = seedsOfList(source.list);
  if (problems.length > 0) throw new UserError(problems);
  if (seeds.length === 0) throw new UserError(["shards is an empty list: there is nothing to do."]);
  return { seeds, ...ALL_FOUND };
}

async function seedsOfGlobs(
  disk: Disk,
  workspace: string,
  patterns: readonly string[],
): Promise<FoundSeeds> {
  const found = await matchFiles(disk, workspace, patterns);
  const dangling = found.flatMap((one) => one.dangling);
  if (dangling.length > 0) throw new UserError([sayDangling(disk, workspace, dangling)]);
  for (const { files } of found) checkNames(disk, workspace, files);
  const seeds = seedsOfMatches(found);
  const absent = found.flatMap((one) => one.absent);
  if (seeds.length > 0 && absent.length > 0) throw new UserError([sayAbsent(absent)]);
  const unfinished = [...new Set(found.flatMap((one) => one.unfinished))];
  const isUnmatched = (one: Matches): boolean =>
    one.files.length === 0 && one.unfinished.length === 0;
  const unmatched = found.filter(isUnmatched).map(({ pattern }) => pattern);
  if (seeds.length > 0) return { seeds, unmatched, unfinished };
  if (unfinished.length > 0) throw new UserError([sayAllUnfinished(unfinished)]);
  const hints = patterns
    .filter((pattern) => !pattern.startsWith("!"))
    .slice(0, MOST_HINTS)
    .map((pattern) => hintForPattern(disk, workspace, pattern))
    .join("");
  throw new UnmatchedError([
    `No shard matches: ${patterns.map(quote).join(", ")} found no file below ${quote(workspace)}.` +
      (hints === "" ? NO_SHARDS : hints),
  ]);
}

const NO_SHARDS = " Give globs that match the input files, a number of shards, or a JSON list.";
const MOST_HINTS = 3;

/** A file that several patterns match is one shard, as the first of them names it. */
function seedsOfMatches(found: readonly Matches[]): readonly Seed[] {
  const [first] = found;
  if (first === undefined) return [];
  if (found.length === 1) return first.files.map(({ path, below }) => seedOfFile(path, below));
  const seeds = new Map<string, Seed>();
  for (const { path, below } of found.flatMap(({ files }) => files))
    if (!seeds.has(path)) seeds.set(path, seedOfFile(path, below));
  return [...seeds.values()];
}

/** A name without a wildcard is no pattern that may match nothing: the total would be smaller without a word. */
function sayAbsent(absent: readonly string[]): string {
  const names = absent.slice(0, 5).map(quote).join(", ") + (absent.length > 5 ? " and more" : "");
  const are = absent.length === 1 ? "is" : "are";
  return `shards names ${plural(absent.length, "file")} that ${are} not here: ${names}. Bring what is missing, or take it out of shards.`;
}

function sayAllUnfinished(unfinished: readonly string[]): string {
  return (
    `shards matches only ${plural(unfinished.length, "file")} of shards that are not finished, such as ${quote(unfinished[0])}: ` +
    "a start record lies beside it, and no marker. Finish the stage that writes there first: `donemark run`."
  );
}

/** A name that is not UTF-8 reaches Donemark as another name, and two of them as one. */
function checkNames(disk: Disk, workspace: string, files: Matches["files"]): void {
  for (const { path } of files) {
    if (!path.includes("\uFFFD") || disk.exists(resolve(workspace, path))) continue;
    throw new UserError([
      `shards matches a file whose name is not UTF-8: ${quote(path)}. Rename it (convmv -t utf8), or leave it out with a "!" pattern.`,
    ]);
  }
}

/** An input that is not there must not make the total smaller: every shard would seem done. */
function sayDangling(disk: Disk, workspace: string, dangling: readonly string[]): string {
  const [first = ""] = dangling;
  return (
    `shards matches ${plural(dangling.length, "link")} that ${dangling.length === 1 ? "leads" : "lead"} nowhere, such as ${quote(first)} ` +
    `(to ${quote(disk.readLink(resolve(workspace, first)))}). Fetch what they lead to (git annex get, dvc pull, a disk that is not mounted), ` +
    `or leave them out: ${quote(`!${first}`)}.`
  );
}

/** Do all inputs lie outside of the folders below which checkpoints and work lie? Then no shard writes what another reads. */
function areApart(
  workspace: string,
  shards: readonly Shard[],
  { checkpoint, work = checkpoint }: Definition,
): boolean {
  const written = [checkpoint, work].map((one) => belowWorkspace(workspace, fixedPart(one)));
  const folders = new Set<string>();
  for (const { inputs } of shards) for (const { path } of inputs) folders.add(folderOf(path));
  return [...folders].every((folder) => {
    const path = belowWorkspace(workspace, folder);
    return written.every((one) => path !== one && !isBelow(one, path));
  });
}

/** Refuses inputs that are results of shards: the glob would make a new shard of each finished one. */
function findSwallowed(workspace: string, shards: readonly Shard[]): readonly string[] {
  const ownerOf = ownerFinder(workspace, shards);
  const swallowed = shards.flatMap(({ inputs }) =>
    inputs.filter(({ path }) => path !== "" && ownerOf(path) !== undefined),
  );
  const [first] = swallowed;
  if (first === undefined) return [];
  return [
    `shards matches ${plural(swallowed.length, "file")} that Donemark or the command writes, such as ${quote(first.path)} ` +
      `(of shard ${quote(ownerOf(first.path))}). Narrow the globs or move the checkpoints.`,
  ];
}

/** Gives a function that names the shard whose checkpoint, marker, start record or work a path is or lies in. */
function ownerFinder(
  workspace: string,
  shards: readonly Shard[],
): (path: string) => string | undefined {
  const owners = new Map<string, string>();
  for (const { id, checkpoint, work } of shards) {
    owners.set(belowWorkspace(workspace, checkpoint), id);
    if (work !== undefined) owners.set(belowWorkspace(workspace, work), id);
  }
  const folders = new Set([...owners.keys()].map(folderOf));
  const holders = new Map<string, string | undefined>();
  const holderOf = (folder: string): string | undefined => {
    if (holders.has(folder)) return holders.get(folder);
    const above = dirname(folder);
    const holder = owners.get(folder) ?? (above === folder ? undefined : holderOf(above));
    holders.set(folder, holder);
    return holder;
  };
  // Inputs lie in few folders: the answer for a folder is computed once.
  const known = new Map<string, string>();
  return (path) => {
    const given = folderOf(path);
    const folder = known.get(given) ?? dirname(belowWorkspace(workspace, path));
    known.set(given, folder);
    const holder = holderOf(folder);
    if (holder !== undefined || !folders.has(folder)) return holder;
    return owners.get(belowWorkspace(workspace, path).replace(/\.(?:done|started)$/, ""));
  };
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
