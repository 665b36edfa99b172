import { posix } from "node:path";
import { isSha256 } from "./digest.ts";
import { FAILED_SUFFIX, MARKER_SUFFIX, STARTED_SUFFIX } from "./marker.ts";
import { namesOfAside } from "./aside.ts";
import { readParams, type Params } from "./params.ts";
import { checkTemplate, expander, pathChecker, placeholdersOf } from "./template.ts";
import { compareText, isRecord, quote } from "../text/text.ts";

/** One file that a shard reads. */
export interface Input {
  /** As given or found; relative paths are below the workspace. */
  readonly path: string;
  /** A digest that stands for an input that need not be on this machine. */
  readonly sha256?: string;
}

/** One unit of work. It does not depend on the number of jobs or GPUs. */
export interface Shard {
  readonly id: string;
  /** The file name of the first input without its extension, or the last segment of the id. */
  readonly name: string;
  /** Position among all shards, sorted by id. */
  readonly index: number;
  readonly inputs: readonly Input[];
  /** Values for the command by their names, as they were written; absent without any. */
  readonly params?: Params;
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
  readonly params?: Params;
}

export interface Templates {
  readonly checkpoint: string;
  readonly work?: string;
}

/** Is it a place that no path of this machine names (`s3://bucket/key`)? Such an input is handed on letter by letter. */
export function isUri(path: string): boolean {
  return URI.test(path);
}

const URI = /^[a-z][a-z0-9+.-]+:\/\//i;

const LONGEST_ID = 200;

/** Either every seed becomes a shard, or the problems say why not. */
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

/** The seed of a file that a glob matched; `below` is its path below the glob's fixed part. */
export function seedOfFile(path: string, below: string): Seed {
  const id = withoutExtension(below);
  return { id, name: lastSegment(id), inputs: [{ path }] };
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
  const [first, second] = seeds;
  if (second !== undefined && placeholdersOf(templates.checkpoint).length === 0)
    return { problems: [samePath(first?.id, second.id, templates.checkpoint)] };
  const sorted = seeds.toSorted((a, b) => compareText(a.id, b.id));
  const shards = placeAll(sorted, templates);
  const problems = [
    ...sorted.flatMap((seed) => checkId(seed.id)),
    ...checkPaths(shards, templates),
    ...findClashes(shards),
  ];
  return problems.length > 0 ? { problems } : { shards };
}

function samePath(one: string | undefined, other: string, path: string): string {
  return `checkpoint must contain {id} or {name}, got ${quote(path)}: ${quote(one)} and ${quote(other)} would share this path. Write ${quote(withId(path))}.`;
}

function withId(path: string): string {
  const { dir, ext } = posix.parse(path);
  return posix.join(dir, `{id}${ext}`);
}

function placeAll(seeds: readonly Seed[], templates: Templates): readonly Shard[] {
  const checkpoint = expander(templates.checkpoint);
  const work = templates.work === undefined ? undefined : expander(templates.work);
  return seeds.map(({ id, name, inputs, params }, index) => {
    const values = { id, name, index: String(index) };
    const own = params === undefined ? { inputs } : { inputs, params };
    const shard = { id, name, index, ...own, checkpoint: checkpoint(values) };
    return work === undefined ? shard : { ...shard, work: work(values) };
  });
}

function checkWork(template: string, allowed: readonly string[]): readonly string[] {
  const names = placeholdersOf(template);
  if (names.includes("id") || names.includes("name"))
    return checkTemplate("work", template, allowed);
  return [
    `work must contain {id} or {name}, so that no two shards share a folder, got ${quote(template)}.`,
  ];
}

function checkId(id: string): readonly string[] {
  if (id !== "" && id.trim() === "") return [`A shard id must not be blank, got ${quote(id)}.`];
  if (hasControl(id)) {
    return [`A shard id must hold no control character, got ${quote(id)}.`];
  }
  if (/\p{Surrogate}/u.test(id)) {
    return [`A shard id must be whole Unicode text, got half of a surrogate pair in ${quote(id)}.`];
  }
  const characters = [...id].length;
  if (characters >= 1 && characters <= LONGEST_ID) return [];
  return [`A shard id must have 1 to ${LONGEST_ID} characters, got ${characters}: ${quote(id)}.`];
}

function hasControl(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(text);
}

/** Matches the segments that would lead elsewhere: empty ones, `.` and `..`. */
const LEADS_OUT = /(^|\/)(\.{0,2})(\/|$)/;

function checkPaths(shards: readonly Shard[], templates: Templates): readonly string[] {
  const checkCheckpoint = pathChecker(templates.checkpoint);
  const checkWorkPath = pathChecker(templates.work ?? "");
  const problems: string[] = [];
  for (const { id, checkpoint, work } of shards) {
    if (LEADS_OUT.test(id)) {
      problems.push(
        `Shard ${quote(id)}: an id must not have empty, "." or ".." segments, they would lead out of the checkpoint's folder.`,
      );
      continue;
    }
    const wrong = [
      checkCheckpoint("checkpoint", checkpoint),
      work === undefined ? undefined : checkWorkPath("work", work),
    ];
    for (const problem of wrong)
      if (problem !== undefined) problems.push(`Shard ${quote(id)}: ${problem}`);
  }
  return problems;
}

/** The shards are sorted by their ids. */
function findClashes(shards: readonly Shard[]): readonly string[] {
  const problems: string[] = [];
  const owners = new Map<string, Shard>();
  let before: Shard | undefined;
  for (const shard of shards) {
    const { id, checkpoint, work } = shard;
    if (before?.id === id) {
      problems.push(
        `Two shards have the id ${quote(id)}: ${quote(sourceOf(before))} and ${quote(sourceOf(shard))}.`,
      );
      continue;
    }
    before = shard;
    for (const path of work === undefined || work === checkpoint
      ? [checkpoint]
      : [checkpoint, work]) {
      const owner = owners.get(path);
      if (owner === undefined) owners.set(path, shard);
      else problems.push(sharing(owner, shard, path));
    }
  }
  return [...problems, ...findNested(owners)];
}

/** Finds paths that lie inside another shard's path, or where Donemark keeps its records. */
function findNested(owners: ReadonlyMap<string, Shard>): readonly string[] {
  const problems: string[] = [];
  const holders = new Map<string, Shard | undefined>();
  for (const [path, shard] of owners) {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
    if (!holders.has(folder)) holders.set(folder, holderOf(folder, owners));
    for (const other of [holders.get(folder), keeperOf(path, owners)]) {
      if (other === undefined) continue;
      problems.push(other === shard ? entangled(shard) : sharing(other, shard, path));
      break;
    }
  }
  return problems;
}

const ROOTS: ReadonlySet<string> = new Set(["", ".", "..", "/"]);

/** The shard whose own path is this folder or a folder above it. */
function holderOf(folder: string, owners: ReadonlyMap<string, Shard>): Shard | undefined {
  for (let path = folder; !ROOTS.has(path); path = posix.dirname(path)) {
    const holder = owners.get(path) ?? keeperOf(path, owners);
    if (holder !== undefined) return holder;
  }
  return undefined;
}

const SUFFIXES = [MARKER_SUFFIX, STARTED_SUFFIX, FAILED_SUFFIX];

/** The shard whose marker, start record, report of a failure or set-aside generation would lie at this path. */
function keeperOf(path: string, owners: ReadonlyMap<string, Shard>): Shard | undefined {
  for (const suffix of SUFFIXES)
    if (path.endsWith(suffix)) return owners.get(path.slice(0, -suffix.length));
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const names = namesOfAside(path.slice(folder.length));
  return names.map((name) => owners.get(folder + name)).find((owner) => owner !== undefined);
}

/** Checkpoint and work must not lie in each other: each is set aside, kept and handed on separately. */
function entangled({ id, checkpoint, work }: Shard): string {
  return `Shard ${quote(id)}: checkpoint ${quote(checkpoint)} and work ${quote(work)} lie one in the other. Give each a place of its own.`;
}

function sharing(one: Shard, other: Shard, path: string): string {
  return `Shards ${quote(one.id)} and ${quote(other.id)} share the path ${quote(path)}.`;
}

function sourceOf(shard: Shard): string {
  return shard.inputs[0]?.path ?? shard.id;
}

function withoutExtension(path: string): string {
  const dot = path.lastIndexOf(".");
  // A name that begins with its only dot has no extension.
  return dot > path.lastIndexOf("/") + 1 ? path.slice(0, dot) : path;
}

const KNOWN_KEYS = ["id", "inputs", "sha256", "params"];

function seedOfEntry(entry: unknown): Seed | string {
  if (typeof entry === "string") return { id: entry, name: lastSegment(entry), inputs: [] };
  if (!isRecord(entry) || typeof entry["id"] !== "string")
    return `must be an object with a text "id", got ${quote(entry)}.`;
  const { id } = entry;
  const strange = Object.keys(entry).find((key) => !KNOWN_KEYS.includes(key));
  if (strange !== undefined)
    return `has an unknown key ${quote(strange)}; known are ${KNOWN_KEYS.join(", ")}.`;
  const inputs = readInputs(entry);
  if (typeof inputs === "string") return inputs;
  const params = readParams(entry["params"]);
  if (typeof params === "string") return params;
  const name = nameOf(id, inputs.paths);
  const seed = { id, name, inputs: inputs.pairs };
  return params === undefined ? seed : { ...seed, params };
}

interface ReadInputs {
  readonly paths: readonly string[];
  readonly pairs: readonly Input[];
}

function readInputs(entry: Readonly<Record<string, unknown>>): ReadInputs | string {
  const paths = listOfText(entry["inputs"]);
  const digests = listOfText(entry["sha256"]);
  if (paths === undefined)
    return `must have a path or a list of paths as "inputs", got ${quote(entry["inputs"])}.`;
  const strange = paths.find((path) => path.trim() === "" || hasControl(path));
  if (strange !== undefined)
    return `must have inputs that are not blank and hold no control character, got ${quote(strange)}.`;
  if (digests === undefined || digests.some((digest) => !isSha256(digest.toLowerCase()))) {
    return `must have SHA-256 digests (64 hexadecimal digits) as "sha256", got ${quote(entry["sha256"])}.`;
  }
  if (digests.length > 0 && digests.length !== Math.max(1, paths.length)) {
    return `has ${paths.length} inputs and ${digests.length} digests; give one digest for each input.`;
  }
  return { paths, pairs: pair(paths, digests) };
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
  if (typeof value === "string") return value.trim() === "" ? [] : [value];
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value;
  return undefined;
}
