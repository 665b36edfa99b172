import { posix, resolve } from "node:path";
import type { Definition } from "../core/definition.ts";
import { sha256 } from "../core/digest.ts";
import {
  commandPart,
  countPart,
  filesPart,
  inputPart,
  listFiles,
  textPart,
  type FileFact,
  type Fingerprint,
  type InputMode,
  type PartValue,
} from "../core/fingerprint.ts";
import { describe, UserError } from "../core/problem.ts";
import type { Input, Shard } from "../core/shard.ts";
import { show } from "../core/text.ts";
import type { Disk, Stat } from "../files/disk.ts";
import { measure } from "../files/measure.ts";
import type { Expanded } from "./expand.ts";
import type { HashCache } from "./hash-cache.ts";

/** What fingerprints are made from. */
export interface Sources {
  readonly disk: Disk;
  readonly workspace: string;
  readonly hashes: HashCache;
}

/** The fingerprints of a definition's shards: what all share is known, each input is read when it is asked for. */
export interface Fingerprints {
  readonly of: (shard: Shard) => Fingerprint;
  /** Digest over everything that a fingerprint depends on besides the inputs themselves. */
  readonly basis: string;
  /** What a shard depends on and is no longer what its fingerprint says, in words; `undefined` while all is the same. */
  readonly changeSince: (shard: Shard, fingerprint: Fingerprint) => string | undefined;
  /** @throws {UserError} where an input that was asked for is not the one that the list describes. */
  readonly check: () => void;
}

/** @throws {UserError} for a pattern of `fingerprint-files` that matches nothing. */
export async function openFingerprints(
  sources: Sources,
  definition: Definition,
  counted: number | undefined,
): Promise<Fingerprints> {
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
  return {
    of: (shard) => ({ input: input(shard, counted), ...shared }),
    basis: sha256(JSON.stringify([mode, counted, shared.command, shared.files, shared.text])),
    changeSince: (shard, before) => {
      const { rerunOn } = definition;
      const isOther = ({ path, fact }: FileFact): boolean => contentNow(sources, path) !== fact;
      const file = rerunOn.includes("files") ? files.find(isOther) : undefined;
      if (file !== undefined) return `the file ${show(file.path)} has changed`;
      if (!rerunOn.includes("input")) return undefined;
      const value = input(shard, counted);
      const was = before.input;
      const isSame = "digest" in value && "digest" in was && value.digest === was.digest;
      return isSame || ("unknown" in value && "unknown" in was)
        ? undefined
        : "its input has changed";
    },
    check: () => {
      if (problems.length > 0) throw new UserError(problems);
    },
  };
}

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
    throw new UserError([`fingerprint-files: ${show(path)} vanished while it was read.`]);
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

type InputReader = (shard: Shard, counted: number | undefined) => PartValue;

function inputReader(sources: Sources, mode: InputMode, problems: string[]): InputReader {
  return (shard, counted) => {
    if (counted !== undefined) return { digest: countPart(counted, shard.index) };
    const facts: FileFact[] = [];
    for (const input of shard.inputs) {
      const fact = factOf(sources, mode, input);
      if ("unknown" in fact) return fact;
      if ("mismatch" in fact) {
        problems.push(`Shard ${show(shard.id)}: ${fact.mismatch}`);
        return { unknown: fact.mismatch };
      }
      facts.push(fact);
    }
    return { digest: inputPart(mode, facts) };
  };
}

/** Size and time; of a folder those of every file in it, which its own do not show. */
function statOf(disk: Disk, path: string, stat: Stat): string {
  const found = stat.kind === "directory" ? measure(disk, path) : undefined;
  if (found === undefined) return `${stat.sizeBytes} ${stat.mtimeNs}`;
  if (found.kind === "measured") return `${found.measure.sizeBytes} ${found.measure.tree ?? ""}`;
  throw new Error(found.kind === "refused" ? found.why : "it vanished");
}

type InputFact = FileFact | { readonly unknown: string } | { readonly mismatch: string };

/** A given digest stands for an input that is not here; one that is here must agree with it. */
function factOf(sources: Sources, mode: InputMode, input: Input): InputFact {
  const { disk, workspace, hashes } = sources;
  if (mode === "name") return { path: input.path, fact: input.sha256 ?? "" };
  const path = resolve(workspace, input.path);
  const stat = input.path === "" ? undefined : disk.stat(path);
  if (stat === undefined || stat.kind === "other") {
    if (input.sha256 !== undefined && mode === "content")
      return { path: input.path, fact: input.sha256 };
    return { unknown: `the input ${show(input.path)} is not there` };
  }
  try {
    if (mode === "stat") return { path: input.path, fact: statOf(disk, path, stat) };
    const fact = hashes.hash(path, stat);
    if (input.sha256 === undefined || input.sha256 === fact) return { path: input.path, fact };
    return {
      mismatch: `the input ${show(input.path)} has the SHA-256 ${fact}, but the list says ${input.sha256}.`,
    };
  } catch (error) {
    return { unknown: `the input ${show(input.path)} cannot be read: ${describe(error)}` };
  }
}
