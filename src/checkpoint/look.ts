import {
  addedFiles,
  fullMarker,
  isAsMarked,
  type CheckpointFacts,
  type Comparison,
  type MarkerReading,
} from "../core/decide/facts.ts";
import type { Definition } from "../core/definition/fields.ts";
import type { Ignore } from "../core/model/ignore.ts";
import type { MarkerForm } from "../core/model/marker-form.ts";
import type { MarkedCheckpoint } from "../core/model/marker.ts";
import type { StatusRules } from "../core/model/status.ts";
import type { Unreadable } from "../core/model/unreadable.ts";
import { messageOf } from "../core/text/problem.ts";
import { compareWithMarker, ignoredBy } from "../files/compare.ts";
import type { Disk } from "../files/disk.ts";
import { measure, type Measure, type Measured } from "../files/measure.ts";
import type { Members } from "../files/tree.ts";
import { unreadableBy } from "../files/unreadable.ts";
import { markedContents, readContents, unopened, type Contents } from "./contents.ts";
import { askedPresence, type Presence } from "./presence.ts";
import { readMarker, readStart, type Start, type Target } from "./records.ts";

/** The rules of a look. */
export interface LookRules {
  readonly status: StatusRules;
  /** The form of markers; absent where only the checkpoint counts and its marker is not read. */
  readonly markers?: MarkerForm;
  /** `size` opens nothing, `structure` reads kilobytes, `deep` every byte. */
  readonly depth: Definition["validate"];
  /**
   * Is the marker believed as long as its bytes are there? Then size, time and inode as marked are proof of them, and
   * what it says of its checkpoint is not looked up again. With `deep` nothing is believed.
   */
  readonly trustsMarker: boolean;
  /** Folder of the program's entries, for the thread that reads large files. */
  readonly home: URL;
  /** Patterns of what is no part of a directory that has no marker yet; default: none. */
  readonly ignore?: Ignore;
  /** Is a checkpoint without a byte or a file an honest result? Default: no. */
  readonly allowsEmpty?: boolean;
}

/** The source of the rules of a decision. */
export interface RuleSource {
  readonly definition: Pick<Definition, "status" | "validate"> &
    Partial<Pick<Definition, "ignore" | "allowEmpty">>;
  readonly markers: MarkerForm;
  readonly home: URL;
}

/** The rules of a look for a decision about a shard. */
export function decisionRules({ definition, markers, home }: RuleSource): LookRules {
  return {
    ...checkpointRules(definition),
    markers,
    home,
    depth: definition.validate,
    trustsMarker: true,
  };
}

/** The rules of a definition about checkpoints, whoever looks. */
export function checkpointRules({
  status,
  ignore = [],
  allowEmpty = false,
}: Omit<RuleSource["definition"], "validate">): Pick<
  LookRules,
  "status" | "ignore" | "allowsEmpty"
> {
  return { status, ignore, allowsEmpty: allowEmpty };
}

/**
 * The facts about a checkpoint, its marker and its start record, at the depth that the rules give. Changes nothing.
 * Anything at the paths becomes facts, never an error, and so does what the system refuses.
 */
export async function look(
  disk: Disk,
  target: Target,
  rules: LookRules,
  isThere: Presence = askedPresence(disk),
): Promise<CheckpointFacts> {
  const { path } = target;
  const records = readRecords(disk, target, rules.markers, isThere);
  const { marker } = records;
  const members = fullMarker(records)?.checkpoint ?? rules;
  const measured = isThere(path) ? measureOrRefuse(disk, path, ignoredBy(members)) : ABSENT;
  if (measured.kind === "absent") {
    const comparison = withoutBytes(marker, "it is not there");
    return { ...records, ...UNSEEN, comparison, checkpoint: "absent" };
  }
  if (measured.kind === "unreadable")
    return { ...records, ...UNSEEN, ...unreadableBytes(measured.unreadable) };
  if (measured.kind === "refused") {
    const { why } = measured;
    const kind = disk.stat(path)?.kind;
    const comparison = withoutBytes(marker, why);
    const refused = { ...records, ...UNSEEN, comparison, checkpoint: "damaged", why } as const;
    return kind === "directory" || kind === "file" ? { ...refused, kind } : refused;
  }
  const found = measured.measure;
  const { kind, sizeBytes } = found;
  const marked = fullMarker(records)?.checkpoint;
  return {
    ...records,
    kind,
    sizeBytes,
    ...(await lookAtBytes(disk, path, { found, marked, rules })),
  };
}

const ABSENT = { kind: "absent" } as const;

const UNSEEN = {
  format: "none",
  status: "none",
  sizeBytes: 0,
  bytesRead: 0,
  isProven: false,
} as const;

type Records = Pick<CheckpointFacts, "marker"> & Start;

/** `markers` is the form of markers; absent where the marker is not to be read. */
function readRecords(
  disk: Disk,
  target: Target,
  markers: MarkerForm | undefined,
  isThere: Presence,
): Records {
  const start = readStart(disk, target.path, isThere);
  if (markers === undefined) return { marker: { kind: "unread" }, ...start };
  return { ...start, marker: readMarker(disk, target, markers, isThere) };
}

type MeasuredOrNot = Measured | { readonly kind: "unreadable"; readonly unreadable: Unreadable };

/** Measures what lies at a path; what cannot be measured is refused with the reason. Never throws. */
export function measureOrRefuse(disk: Disk, path: string, members: Members): MeasuredOrNot {
  try {
    return measure(disk, path, members);
  } catch (error) {
    const unreadable = unreadableBy(disk, error, { path, what: "the checkpoint" });
    if (unreadable !== undefined) return { kind: "unreadable", unreadable };
    return { kind: "refused", why: messageOf(error) };
  }
}

/** The facts of a checkpoint whose bytes the system does not give: nothing is said of them. */
function unreadableBytes(
  unreadable: Unreadable,
): Pick<CheckpointFacts, "checkpoint" | "comparison" | "unreadable"> {
  return { checkpoint: "unknown", comparison: UNCOMPARED, unreadable };
}

function withoutBytes({ kind }: MarkerReading, how: string): Comparison {
  return kind === "full" ? { kind: "differs", how } : UNCOMPARED;
}

const UNCOMPARED: Comparison = { kind: "none" };

interface Bytes {
  readonly found: Measure;
  /** The record in the full marker; absent without one. */
  readonly marked: MarkedCheckpoint | undefined;
  readonly rules: LookRules;
}

type ByteFacts = Contents & Pick<CheckpointFacts, "comparison" | "bytesRead" | "isProven">;

async function lookAtBytes(disk: Disk, path: string, bytes: Bytes): Promise<ByteFacts> {
  const { found, marked, rules } = bytes;
  const { depth, status } = rules;
  const isDeep = depth === "deep";
  const counted = countReads(disk);
  const { comparison, fault, unreadable } = compare(counted.disk, path, bytes);
  const isBelieved = rules.trustsMarker && !isDeep && isAsMarked({ comparison });
  const read =
    isBelieved && marked !== undefined
      ? markedContents(marked, { found, rules: status })
      : depth === "size"
        ? unopened(found)
        : await readContents(counted.disk, path, { found, rules: status });
  const contents = rules.allowsEmpty === true ? honestlyEmpty(read) : read;
  const facts = { ...contents, comparison, isProven: false };
  const refused = unreadable ?? contents.unreadable;
  if (refused !== undefined)
    return { ...facts, ...unreadableBytes(refused), bytesRead: counted.bytesRead() };
  if (fault !== undefined)
    return { ...facts, ...damagedBy(facts, fault), bytesRead: counted.bytesRead() };
  if (!isDeep || comparison.kind === "differs") return { ...facts, bytesRead: counted.bytesRead() };
  return lookAtEveryByte(disk, path, bytes, { ...facts, bytesRead: counted.bytesRead() });
}

function honestlyEmpty(contents: Contents): Contents {
  const { why: _, ...rest } = contents;
  return contents.checkpoint === "empty" ? { ...rest, checkpoint: "sound" } : contents;
}

interface Compared {
  readonly comparison: Comparison;
  /** Why the bytes could not be read, where they are not what they should be. */
  readonly fault?: string;
  readonly unreadable?: Unreadable;
}

function compare(disk: Disk, path: string, { found, marked, rules }: Bytes): Compared {
  if (marked === undefined) return { comparison: UNCOMPARED };
  const { depth, trustsMarker } = rules;
  const how = {
    trustsTimes: trustsMarker && depth !== "deep",
    readsSample: depth !== "size",
    allowsAdded: true,
  };
  try {
    return { comparison: compareWithMarker(disk, path, { marked, found }, how) };
  } catch (error) {
    const unreadable = unreadableBy(disk, error, { path, what: "the checkpoint" });
    if (unreadable !== undefined) return { comparison: UNCOMPARED, unreadable };
    const fault = messageOf(error);
    return { comparison: { kind: "differs", how: fault }, fault };
  }
}

async function lookAtEveryByte(
  disk: Disk,
  path: string,
  { found, marked, rules }: Bytes,
  facts: ByteFacts,
): Promise<ByteFacts> {
  try {
    const { readEveryByte } = await import("./every-byte.ts");
    const hasMore = addedFiles(facts).length > 0;
    const read = await readEveryByte(disk, path, { found, marked, hasMore, home: rules.home });
    const { fault, comparison = facts.comparison, isProven } = read;
    const bytesRead = facts.bytesRead + read.bytesRead;
    const all = { ...facts, comparison, isProven, bytesRead };
    return fault === undefined ? all : { ...all, ...damagedBy(facts, fault) };
  } catch (error) {
    const unreadable = unreadableBy(disk, error, { path, what: "the checkpoint" });
    if (unreadable !== undefined) return { ...facts, ...unreadableBytes(unreadable) };
    return { ...facts, ...damagedBy(facts, messageOf(error)) };
  }
}

/** A fault of the structure comes first. */
function damagedBy(
  { checkpoint }: Contents,
  why: string,
): Partial<Pick<Contents, "checkpoint" | "why">> {
  const holdsUp = checkpoint === "sound" || checkpoint === "unknown";
  return holdsUp ? { checkpoint: "damaged", why } : {};
}

/** The disk, and how many bytes were read of files that were opened. */
function countReads(disk: Disk): { readonly disk: Disk; readonly bytesRead: () => number } {
  let total = 0;
  const open = (path: string): ReturnType<Disk["open"]> => {
    const reader = disk.open(path);
    const read = (offset: number, length: number): Uint8Array => {
      const bytes = reader.read(offset, length);
      total += bytes.length;
      return bytes;
    };
    return { sizeBytes: reader.sizeBytes, read, close: () => reader.close() };
  };
  return { disk: { ...disk, open }, bytesRead: () => total };
}
