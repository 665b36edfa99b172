import { posix } from "node:path";
import { isSha256 } from "./digest.ts";
import { checkPath, checkTemplate, expandTemplate, placeholdersOf } from "./template.ts";
import { compareText, isRecord, show } from "./text.ts";

/** One file that a shard reads. */
export interface Input {
  /** As given or found; relative paths are below the workspace. */
  readonly path: string;
  /** A digest that stands for an input which need not be on this machine. */
  readonly sha256?: string;
}

/** One unit of work. Nothing of it depends on how many jobs or GPUs there are. */
export interface Shard {
  readonly id: string;
  /** The file name of the first input without its extension, or the last segment of the id. */
  readonly name: string;
  /** Position among all shards, sorted by id. */
  readonly index: number;
  readonly inputs: readonly Input[];
  /** Path of the checkpoint as the template gives it: absolute, or relative to the workspace. */
  readonly checkpoint: string;
  /** Path of the work directory, where the definition has a template for it. */
  readonly work?: string;
}

/** A shard before its paths are known. */
export interface Seed {
  readonly id: string;
  readonly name: string;
  readonly inputs: readonly Input[];
}

export interface Templates {
  readonly checkpoint: string;
  readonly work?: string;
}

export const LONGEST_ID = 200;

/** Shard or problem, never both empty: every seed becomes a shard, or the problems say why none does. */
export type Shards =
  | { readonly shards: readonly Shard[] }
  | { readonly problems: readonly string[] };

/** The seeds of a whole number of shards: ids `0000`…, wider where the number needs it. */
export function seedsOfCount(shards: number): readonly Seed[] {
  const width = Math.max(4, String(shards - 1).length);
  return Array.from({ length: shards }, (_, index) => {
    const id = String(index).padStart(width, "0");
    return { id, name: id, inputs: [] };
  });
}

/** The seed of a file that a glob matched. `root` is the glob's fixed part. */
export function seedOfFile(path: string, root: string): Seed {
  const below = root === "." ? path : posix.relative(root, path);
  return {
    id: withoutExtension(below),
    name: withoutExtension(posix.basename(path)),
    inputs: [{ path }],
  };
}

/** The seeds of a JSON list `[{"id","inputs","sha256"}]`; each entry that does not fit is a problem. */
export function seedsOfList(entries: readonly unknown[]): {
  readonly seeds: readonly Seed[];
  readonly problems: readonly string[];
} {
  const problems: string[] = [];
  const seeds: Seed[] = [];
  for (const [place, entry] of entries.entries()) {
    const read = seedOfEntry(entry);
    if (typeof read === "string") problems.push(`shards: entry ${place + 1} ${read}`);
    else seeds.push(read);
  }
  return { seeds, problems };
}

/** Places every seed by the templates, sorted by id. */
export function placeShards(
  seeds: readonly Seed[],
  templates: Templates,
  counted: boolean,
): Shards {
  const allowed = counted ? ["id", "name", "index"] : ["id", "name"];
  const wrong = [
    ...checkTemplate("checkpoint", templates.checkpoint, allowed),
    ...(templates.work === undefined ? [] : checkWork(templates.work, allowed)),
  ];
  if (wrong.length > 0) return { problems: wrong };
  const sorted = seeds.toSorted((a, b) => compareText(a.id, b.id));
  const shards = sorted.map((seed, index) => placeShard(seed, index, templates));
  const problems = [
    ...sorted.flatMap((seed) => checkId(seed.id)),
    ...shards.flatMap((shard) => checkShard(shard, templates)),
    ...findClashes(shards),
  ];
  return problems.length > 0 ? { problems } : { shards };
}

function placeShard(seed: Seed, index: number, templates: Templates): Shard {
  const values = { id: seed.id, name: seed.name, index: String(index) };
  const shard = { ...seed, index, checkpoint: expandTemplate(templates.checkpoint, values) };
  return templates.work === undefined
    ? shard
    : { ...shard, work: expandTemplate(templates.work, values) };
}

function checkWork(template: string, allowed: readonly string[]): readonly string[] {
  const names = placeholdersOf(template);
  if (names.includes("id") || names.includes("name"))
    return checkTemplate("work", template, allowed);
  return [
    `work must contain {id} or {name}, so that no two shards share a folder, got ${show(template)}.`,
  ];
}

function checkId(id: string): readonly string[] {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(id)) {
    return [`A shard id must hold no control character, got ${show(id)}.`];
  }
  const characters = [...id].length;
  if (characters >= 1 && characters <= LONGEST_ID) return [];
  return [`A shard id must have 1 to ${LONGEST_ID} characters, got ${characters}: ${show(id)}.`];
}

function checkShard(shard: Shard, templates: Templates): readonly string[] {
  const label = `Shard ${show(shard.id)}:`;
  if (
    shard.id.split("/").some((segment) => segment === "" || segment === "." || segment === "..")
  ) {
    return [
      `${label} an id must not have empty, "." or ".." segments, they would lead out of the checkpoint's folder.`,
    ];
  }
  const work =
    shard.work === undefined
      ? undefined
      : checkPath(`${label} work`, templates.work ?? "", shard.work);
  return [checkPath(`${label} checkpoint`, templates.checkpoint, shard.checkpoint), work].filter(
    (problem) => problem !== undefined,
  );
}

function findClashes(shards: readonly Shard[]): readonly string[] {
  const problems: string[] = [];
  const owners = new Map<string, string>();
  const ids = new Map<string, Shard>();
  for (const shard of shards) {
    const twin = ids.get(shard.id);
    if (twin !== undefined) {
      problems.push(
        `Two shards have the id ${show(shard.id)}: ${show(sourceOf(twin))} and ${show(sourceOf(shard))}.`,
      );
      continue;
    }
    ids.set(shard.id, shard);
    for (const path of new Set([shard.checkpoint, shard.work ?? shard.checkpoint])) {
      const owner = owners.get(path);
      if (owner === undefined) owners.set(path, shard.id);
      else
        problems.push(`Shards ${show(owner)} and ${show(shard.id)} share the path ${show(path)}.`);
    }
  }
  return [...problems, ...findNested(shards, owners)];
}

/** A shard whose path lies inside, or is the marker of, another shard's checkpoint. */
function findNested(
  shards: readonly Shard[],
  owners: ReadonlyMap<string, string>,
): readonly string[] {
  return shards.flatMap((shard) => {
    const reserved = [".done", ".started"].map((suffix) => `${shard.checkpoint}${suffix}`);
    const above = foldersAbove(shard.checkpoint);
    const clash = [...reserved, ...above].find(
      (path) => (owners.get(path) ?? shard.id) !== shard.id,
    );
    if (clash === undefined) return [];
    return [
      `Shards ${show(owners.get(clash))} and ${show(shard.id)} share the path ${show(clash)}.`,
    ];
  });
}

function foldersAbove(path: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = posix.dirname(path); folder.length > 1; folder = posix.dirname(folder))
    folders.push(folder);
  return folders;
}

function sourceOf(shard: Shard): string {
  return shard.inputs[0]?.path ?? shard.id;
}

function withoutExtension(path: string): string {
  const { ext } = posix.parse(path);
  return ext === "" ? path : path.slice(0, -ext.length);
}

function seedOfEntry(entry: unknown): Seed | string {
  if (typeof entry === "string") return { id: entry, name: lastSegment(entry), inputs: [] };
  if (!isRecord(entry) || typeof entry["id"] !== "string") {
    return `must be an object with a text "id", got ${show(entry)}.`;
  }
  const strange = Object.keys(entry).find((key) => !["id", "inputs", "sha256"].includes(key));
  if (strange !== undefined)
    return `has an unknown key ${show(strange)}; known are id, inputs, sha256.`;
  const paths = listOfText(entry["inputs"]);
  const digests = listOfText(entry["sha256"]);
  if (paths === undefined)
    return `must have a path or a list of paths as "inputs", got ${show(entry["inputs"])}.`;
  if (digests === undefined || digests.some((digest) => !isSha256(digest.toLowerCase()))) {
    return `must have SHA-256 digests (64 hexadecimal digits) as "sha256", got ${show(entry["sha256"])}.`;
  }
  if (digests.length > 0 && digests.length !== Math.max(1, paths.length)) {
    return `has ${paths.length} inputs and ${digests.length} digests; give one digest for each input.`;
  }
  return { id: entry["id"], name: nameOf(entry["id"], paths), inputs: pair(paths, digests) };
}

function pair(paths: readonly string[], digests: readonly string[]): readonly Input[] {
  const [only] = digests;
  if (paths.length === 0)
    return only === undefined ? [] : [{ path: "", sha256: only.toLowerCase() }];
  return paths.map((path, place) => {
    const digest = digests[place];
    return digest === undefined ? { path } : { path, sha256: digest.toLowerCase() };
  });
}

function nameOf(id: string, paths: readonly string[]): string {
  const [first] = paths;
  return first === undefined ? lastSegment(id) : withoutExtension(posix.basename(first));
}

function lastSegment(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}

function listOfText(value: unknown): readonly string[] | undefined {
  if (value === undefined || value === null) return [];
  if (typeof value === "string") return [value];
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value;
  return undefined;
}
