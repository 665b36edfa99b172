import { dirname, resolve } from "node:path";
import { belowWorkspace } from "../core/places.ts";
import type { Definition } from "../core/definition.ts";
import { describe, UserError } from "../core/problem.ts";
import {
  placeShards,
  seedOfFile,
  seedsOfCount,
  seedsOfList,
  type Seed,
  type Shard,
} from "../core/shard.ts";
import { count, nonBlankLines, show } from "../core/text.ts";
import type { Disk } from "../files/disk.ts";
import { matchFiles } from "./globs.ts";

/** All shards of a definition, sorted by id. */
export interface Expanded {
  readonly shards: readonly Shard[];
  /** The whole number that `shards` was, where it was one. */
  readonly counted?: number;
}

const MOST_SHARDS = 1_000_000;
/** A list that is larger is refused; one of 100,000 shards has 20 MB. */
const LIST_LIMIT_BYTES = 256 * 1024 * 1024;

/** @throws {UserError} with every problem of the shards: none found, two on one path, an id that leads out, … */
export async function expandShards(
  disk: Disk,
  workspace: string,
  definition: Definition,
): Promise<Expanded> {
  const source = readSource(disk, workspace, definition.shards);
  const counted = typeof source === "number" ? source : undefined;
  const seeds = await seedsOf(disk, workspace, source);
  const { checkpoint, work } = definition;
  const templates = work === undefined ? { checkpoint } : { checkpoint, work };
  const placed = placeShards(seeds, templates, counted !== undefined);
  if ("problems" in placed) throw new UserError(placed.problems);
  const { shards } = placed;
  const swallowed = findSwallowed(workspace, shards);
  if (swallowed.length > 0) throw new UserError(swallowed);
  return counted === undefined ? { shards } : { shards, counted };
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
  const file = text.slice(1).trim();
  return { list: parseList(readListFile(disk, resolve(workspace, file), file), file) };
}

function readListFile(disk: Disk, path: string, file: string): string {
  let content: string | undefined;
  try {
    content = disk.readText(path, LIST_LIMIT_BYTES + 1);
  } catch (error) {
    throw new UserError([`shards: the file ${show(file)} cannot be read: ${describe(error)}`]);
  }
  if (content === undefined)
    throw new UserError([`shards names the file ${show(file)}, which is not there.`]);
  if (content.length <= LIST_LIMIT_BYTES) return content;
  throw new UserError([`shards: the file ${show(file)} has more than 256 MiB.`]);
}

/** In a config file a YAML list may hold globs as well as shards: texts with a wildcard or a slash are globs. */
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

function parseList(text: string, label: string): readonly unknown[] {
  const trimmed = text.trim();
  try {
    if (!trimmed.startsWith("["))
      return nonBlankLines(trimmed).map((line): unknown => JSON.parse(line));
    const list: unknown = JSON.parse(trimmed);
    if (Array.isArray(list)) return list;
  } catch (error) {
    throw new UserError([
      `${label} must be a JSON list or one JSON object a line: ${describe(error)}.`,
    ]);
  }
  throw new UserError([`${label} must be a JSON list or one JSON object a line.`]);
}

async function seedsOf(disk: Disk, workspace: string, source: Source): Promise<readonly Seed[]> {
  if (typeof source === "number") return seedsOfCount(source);
  if ("globs" in source) return seedsOfGlobs(disk, workspace, source.globs);
  const { seeds, problems } = seedsOfList(source.list);
  if (problems.length > 0) throw new UserError(problems);
  if (seeds.length === 0) throw new UserError(["shards is an empty list: there is nothing to do."]);
  return seeds;
}

async function seedsOfGlobs(
  disk: Disk,
  workspace: string,
  patterns: readonly string[],
): Promise<readonly Seed[]> {
  const found = await matchFiles(disk, workspace, patterns);
  const seeds = new Map<string, Seed>();
  for (const { files } of found) {
    for (const { path, below } of files)
      if (!seeds.has(path)) seeds.set(path, seedOfFile(path, below));
  }
  if (seeds.size > 0) return [...seeds.values()];
  throw new UserError([
    `No shard matches: ${patterns.map(show).join(", ")} found no file below ${show(workspace)}. ` +
      "Give globs that match the input files, a number of shards, or a JSON list.",
  ]);
}

/** Inputs that are a shard's own result: the glob would make new shards of every finished one. */
function findSwallowed(workspace: string, shards: readonly Shard[]): readonly string[] {
  const ownerOf = ownerFinder(workspace, shards);
  const swallowed = shards.flatMap(({ inputs }) =>
    inputs.filter(({ path }) => path !== "" && ownerOf(path) !== undefined),
  );
  const [first] = swallowed;
  if (first === undefined) return [];
  return [
    `shards matches ${count(swallowed.length, "file")} that Donemark or the command writes, such as ${show(first.path)} ` +
      `(of shard ${show(ownerOf(first.path))}). Narrow the globs or move the checkpoints.`,
  ];
}

/** Gives the shard whose checkpoint, marker, start record or work a path is, or lies in. */
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
  // Inputs lie in few folders: what holds for a folder is found out once.
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
