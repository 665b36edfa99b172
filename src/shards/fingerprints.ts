import { posix, resolve } from "node:path";
import type { Definition } from "../core/definition/fields.ts";
import { sha256 } from "../core/model/digest.ts";
import {
  changeBy,
  commandPart,
  countPart,
  filesPart,
  inputPart,
  isSameValue,
  listFiles,
  textPart,
  withParams,
  type Change,
  type FileFact,
  type Fingerprint,
  type InputMode,
  type PartValue,
  type UnknownValue,
} from "../core/model/fingerprint.ts";
import { messageOf, UserError } from "../core/text/problem.ts";
import { isUri, type Input, type Shard } from "../core/model/shard.ts";
import { quote } from "../core/text/text.ts";
import type { Disk, Stat } from "../files/disk.ts";
import { measure } from "../files/measure.ts";
import { EVERYTHING, type Members } from "../files/tree.ts";
import { unreadableBy } from "../files/unreadable.ts";
import { asFirstRead, findAdded, withoutLeavings, type MembersOf } from "./added-inputs.ts";
import type { Expanded } from "./expand.ts";
import type { HashCache } from "./hash-cache.ts";
import { pointerAt, pointerIn, sayPointer } from "./pointers.ts";

/** The sources of fingerprints. */
export interface Sources {
  readonly disk: Disk;
  readonly workspace: string;
  readonly hashes: HashCache;
  /** What counts in a folder that is an input; default: all. */
  readonly members?: Members;
  /** The same where it depends on the folder. */
  readonly membersOf?: MembersOf;
}

/** The fingerprints of a definition's shards. The shared parts are known; an input is read when it is first asked for. */
export interface Fingerprints {
  readonly of: (shard: Shard) => Fingerprint;
  /** Digest over everything but the inputs that a fingerprint depends on. */
  readonly basis: string;
  /**
   * What happened since the fingerprint was taken. Files that came into a folder are no change.
   * @throws where it cannot be read any more: that is no change.
   */
  readonly changeSince: (shard: Shard, fingerprint: Fingerprint) => Promise<Change>;
  /** Hashes the folders and large files among a shard's inputs outside of this thread, each once. */
  readonly warm: (shard: Shard) => Promise<void>;
  /** @throws {UserError} where an input that was read has another digest than the list gives. */
  readonly check: () => void;
  /** Absolute paths of the files of `fingerprint-files`. */
  readonly files: readonly string[];
  /** Why a command cannot read the shard's inputs yet, in words: one is a pointer. `undefined` where it can. */
  readonly unfetched: (shard: Shard) => string | undefined;
  /** @throws {UserError} where a file of `fingerprint-files` is a pointer to an object that is not here. */
  readonly checkFiles: () => void;
}

/** @throws {UserError} for a pattern of `fingerprint-files` that matches nothing. */
export async function openFingerprints(
  given: Sources,
  definition: Definition,
  counted: number | undefined,
): Promise<Fingerprints> {
  // A program reads through links: where one leads is what the input is.
  const sources = { ...given, members: { ignore: definition.ignore, follows: true } as const };
  const files = await filesOf(sources, definition.fingerprintFiles);
  const shared = {
    command: commandOf(definition),
    files: { digest: filesPart(files) },
    text: { digest: textPart(definition.fingerprintText) },
    listedFiles: listFiles(files),
  };
  const mode = definition.inputFingerprint;
  const problems: string[] = [];
  const input = inputReader(sources, mode, problems);
  const warm = (shard: Shard): Promise<void> => warmInputs(sources, mode, shard);
  const first = asFirstRead(sources.members, (folder) => sources.hashes.firstNames(folder));
  return {
    of: (shard) => ({ input: input(shard, counted), ...shared }),
    basis: sha256(JSON.stringify([mode, counted, shared.command, shared.files, shared.text])),
    warm,
    changeSince: changeFinder(sources, definition, {
      files,
      counted,
      first,
    }),
    files: files.map(({ path }) => resolve(sources.workspace, path)),
    unfetched: (shard) => findUnfetched(sources, shard),
    checkFiles: () => checkFetched(sources, files),
    check: () => {
      if (problems.length > 0) throw new UserError(problems);
    },
  };
}

interface Watched {
  readonly files: readonly FileFact[];
  readonly counted: number | undefined;
  /** What lay in the folders when their fingerprints were taken. */
  readonly first: MembersOf;
}

function changeFinder(
  given: Sources & { readonly members: Members },
  definition: Definition,
  { files, counted, first }: Watched,
): Fingerprints["changeSince"] {
  const sources = { ...given, membersOf: first };
  const mode = definition.inputFingerprint;
  const input = inputReader(sources, mode, []);
  return async (shard, before) => {
    const { rerunOn } = definition;
    const isOther = ({ path, fact }: FileFact): boolean => contentNow(sources, path) !== fact;
    const file = rerunOn.includes("files") ? files.find(isOther) : undefined;
    if (file !== undefined) return { what: `the file ${quote(file.path)} has changed`, added: [] };
    if (!rerunOn.includes("input")) return NO_CHANGE;
    await warmInputs(sources, mode, shard);
    const value = input(shard, counted);
    const was = before.input;
    if ("unreadable" in value && !("unreadable" in was)) throw new Error(value.unknown);
    const isSame = "digest" in value && "digest" in was && isSameValue(was.digest, value);
    if (isSame) return changeBy(findAdded(sources, shard, { members: given.members, first }));
    return "unknown" in value && "unknown" in was
      ? NO_CHANGE
      : { what: "its input has changed", added: [] };
  };
}

const NO_CHANGE: Change = { added: [] };

/** The fingerprint of every shard, in the order of the shards. */
export async function fingerprintAll(
  sources: Sources,
  definition: Definition,
  expanded: Expanded,
): Promise<readonly Fingerprint[]> {
  const fingerprints = await openFingerprints(sources, definition, expanded.counted);
  const all = expanded.shards.map(fingerprints.of);
  fingerprints.check();
  return all;
}

function commandOf(definition: Definition): PartValue {
  const { command, shell, workingDirectory } = definition;
  if (command === undefined) return { unknown: "no command is given" };
  const facts = { text: command, shell, workingDirectory: posix.normalize(`${workingDirectory}/`) };
  return { digest: commandPart(facts) };
}

/** @throws {UserError} for a pattern that matches nothing: a forgotten file would make every later skip wrong. */
async function filesOf(
  sources: Sources,
  patterns: readonly string[],
): Promise<readonly FileFact[]> {
  if (patterns.length === 0) return [];
  const { findFingerprintFiles } = await import("./fingerprint-files.ts");
  const paths = await findFingerprintFiles(sources, patterns);
  return paths.map((path) => ({
    path: relativeTo(sources.workspace, path),
    fact: contentOf(sources, path),
  }));
}

function contentOf({ disk, hashes }: Sources, path: string): string {
  const stat = disk.stat(path);
  if (stat === undefined)
    throw new UserError([`fingerprint-files: ${quote(path)} vanished while it was read.`]);
  return hashes.hash(path, stat);
}

function contentNow({ disk, workspace, hashes }: Sources, path: string): string | undefined {
  const absolute = resolve(workspace, path);
  const stat = disk.stat(absolute);
  return stat === undefined ? undefined : hashes.hash(absolute, stat);
}

function relativeTo(workspace: string, path: string): string {
  const below = posix.relative(workspace, path);
  return below.startsWith("../") ? path : below;
}

async function warmInputs(sources: Sources, mode: InputMode, { inputs }: Shard): Promise<void> {
  const { disk, workspace, hashes } = sources;
  if (mode !== "content") return;
  for (const { path } of inputs) {
    if (path === "" || isUri(path)) continue;
    const absolute = resolve(workspace, path);
    const stat = statQuietly(disk, absolute);
    if (stat?.kind === "file" || stat?.kind === "directory")
      await hashes.warm(absolute, stat, membersIn(sources, absolute));
  }
}

/** What cannot be looked at is said when it is read. */
function statQuietly(disk: Disk, path: string): Stat | undefined {
  try {
    return disk.stat(path);
  } catch {
    return undefined;
  }
}

type InputReader = (shard: Shard, counted: number | undefined) => PartValue;

function inputReader(sources: Sources, mode: InputMode, problems: string[]): InputReader {
  const lean = leanReader(sources, mode);
  return (shard, counted) => {
    if (counted !== undefined) return { digest: countPart(counted, shard.index) };
    const facts: ReadFact[] = [];
    for (const input of shard.inputs) {
      const fact = factOf(sources, mode, input);
      if ("unknown" in fact) return fact;
      if ("mismatch" in fact) {
        problems.push(`Shard ${quote(shard.id)}: ${fact.mismatch}`);
        return { unknown: fact.mismatch };
      }
      facts.push(fact);
    }
    const digest = partOf(mode, facts, shard);
    return facts.some(({ isFolder }) => isFolder)
      ? { digest, withoutLeavings: lean(shard) }
      : { digest };
  };
}

function partOf(mode: InputMode, facts: readonly FileFact[], { params }: Shard): string {
  const digest = inputPart(mode, facts);
  return params === undefined ? digest : withParams(digest, params);
}

/** Gives the digest of a shard's inputs without what well-known programs leave in folders; asked for where it decides. */
function leanReader(sources: Sources, mode: InputMode): (shard: Shard) => () => string | undefined {
  const lean: Sources = {
    ...sources,
    membersOf: (folder) => withoutLeavings(membersIn(sources, folder)),
  };
  return (shard) => () => {
    const facts = shard.inputs.map((input) => factOf(lean, mode, input));
    const known = facts.flatMap((fact) => ("fact" in fact ? [fact] : []));
    return known.length === facts.length ? partOf(mode, known, shard) : undefined;
  };
}

function membersIn({ members = EVERYTHING, membersOf }: Sources, folder: string): Members {
  return membersOf?.(folder) ?? members;
}

/** The first input of a shard that is a pointer, in words, with the command that brings the object. */
function findUnfetched({ disk, workspace }: Sources, { inputs }: Shard): string | undefined {
  for (const { path } of inputs) {
    if (path === "" || isUri(path)) continue;
    const pointer = pointerAt(disk, resolve(workspace, path));
    if (pointer !== undefined) return `the input ${sayPointer(path, pointer)}`;
  }
  return undefined;
}

/** @throws {UserError} where a file of `fingerprint-files` is a pointer: a command would read the pointer. */
function checkFetched(sources: Sources, files: readonly FileFact[]): void {
  for (const { path } of files) {
    const absolute = resolve(sources.workspace, path);
    const stat = sources.disk.stat(absolute);
    const pointer =
      stat === undefined ? undefined : pointerIn(sources.disk, absolute, stat.sizeBytes);
    if (pointer !== undefined)
      throw new UserError([`fingerprint-files: ${sayPointer(path, pointer)}`]);
  }
}

/** Size and time; of a folder those of every file in it, since the folder's own do not show a change in it. */
function statOf(sources: Sources, path: string, stat: Stat): string {
  const found =
    stat.kind === "directory" ? measure(sources.disk, path, membersIn(sources, path)) : undefined;
  if (found === undefined) return `${stat.sizeBytes} ${stat.mtimeNs}`;
  if (found.kind === "measured") return `${found.measure.sizeBytes} ${found.measure.tree ?? ""}`;
  throw new Error(found.kind === "refused" ? found.why : "it vanished");
}

interface ReadFact extends FileFact {
  readonly isFolder?: boolean;
}

type InputFact = ReadFact | UnknownValue | { readonly mismatch: string };

/** A given digest stands for an input that is not here. An input that is here must have that digest. */
function factOf(sources: Sources, mode: InputMode, input: Input): InputFact {
  const { disk, workspace, hashes } = sources;
  if (mode === "name") return { path: input.path, fact: input.sha256 ?? "" };
  const path = resolve(workspace, input.path);
  const isPath = input.path !== "" && !isUri(input.path);
  try {
    const stat = isPath ? disk.stat(path) : undefined;
    if (stat === undefined || stat.kind === "other") {
      const pointed = isPath ? pointerAt(disk, path)?.sha256 : undefined;
      return mode === "content" ? absentFact(input, pointed) : notThere(input);
    }
    const isFolder = stat.kind === "directory";
    if (mode === "stat") return { path: input.path, fact: statOf(sources, path, stat), isFolder };
    return { ...asGiven(input, hashes.hash(path, stat, membersIn(sources, path))), isFolder };
  } catch (error) {
    const unknown = `the input ${quote(input.path)} cannot be read: ${messageOf(error)}`;
    const unreadable = unreadableBy(disk, error, { path, what: "the input" });
    return { unknown, ...(unreadable !== undefined && { unreadable }) };
  }
}

function absentFact(input: Input, pointed: string | undefined): InputFact {
  if (pointed !== undefined) return asGiven(input, pointed);
  return input.sha256 === undefined ? notThere(input) : { path: input.path, fact: input.sha256 };
}

function notThere({ path }: Input): InputFact {
  return { unknown: `the input ${quote(path)} is not there` };
}

function asGiven({ path, sha256: given }: Input, fact: string): InputFact {
  if (given === undefined || given === fact) return { path, fact };
  return {
    mismatch: `the input ${quote(path)} has the SHA-256 ${fact}, but the list says ${given}.`,
  };
}
