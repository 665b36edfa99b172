import { basename, join } from "node:path";
import { decisionRules, look, type RuleSource } from "../checkpoint/look.ts";
import { verifyOutput } from "../checkpoint/verify-output.ts";
import type { CheckpointFacts } from "../core/decide/facts.ts";
import type { Fingerprint } from "../core/model/fingerprint.ts";
import { PLAIN_FORM } from "../core/model/marker-form.ts";
import { RECORD_LIMIT_BYTES } from "../core/model/marker.ts";
import type { ShardPaths } from "../core/model/shard-paths.ts";
import { parseStartRecord, readUnmarkedNote } from "../core/model/start-record.ts";
import { DEFAULT_STATUS_RULES } from "../core/model/status.ts";
import type { Disk } from "../files/disk.ts";
import { thisProcess } from "../machine/processes.ts";
import { finish, makeMarker } from "../protocol/finish.ts";
import { placeCheckpoint, withStaging } from "../protocol/place.ts";
import { temporaryToken } from "../protocol/temporary-names.ts";
import { unmarkShard } from "../protocol/unmark.ts";
import type { Writer } from "../protocol/writer.ts";

/** A checkpoint of a program that has no definition. */
export interface Place {
  readonly disk: Disk;
  readonly paths: ShardPaths;
  /** The id in its marker. */
  readonly shard: string;
  readonly validate: "size" | "structure";
  readonly allowEmpty: boolean;
  readonly highestVersion: string | undefined;
  readonly warn: (text: string) => void;
}

/** Made, validated and marked beside the path, then placed. Gives why that was refused; `undefined` where it was not. */
export async function placeStaged(
  place: Place,
  write: (staged: string) => Promise<void>,
): Promise<string | undefined> {
  const { paths, shard } = place;
  const writer = writerFor(place);
  const { disk } = writer;
  return withStaging(writer, paths.checkpoint, async (staging) => {
    // Under its own name: what a file promises to be is read from its ending.
    const staged = join(staging, basename(paths.checkpoint));
    await write(staged);
    const looked = await verifyOutput(disk, staged, sourceOf(place));
    if (looked.kind === "bad") return looked.why;
    const end = { looked, seconds: 0, finishedAt: new Date().toISOString(), by: {} };
    const marker = makeMarker(disk, staged, { ...end, shard, fingerprint: {} });
    const busy = whoseStart(disk, paths);
    if (busy === undefined) await placeCheckpoint(writer, paths, { staging: staged, marker });
    return busy;
  });
}

/** Marks what lies at the path. Gives why that was refused; `undefined` where it was not. */
export async function markPlaced(place: Place): Promise<string | undefined> {
  const { paths } = place;
  const writer = writerFor(place);
  const busy = whoseStart(writer.disk, paths);
  if (busy !== undefined) return busy;
  const looked = await verifyOutput(writer.disk, paths.checkpoint, sourceOf(place));
  if (looked.kind === "bad") return looked.why;
  const shard = {
    id: place.shard,
    name: place.shard,
    index: 0,
    inputs: [],
    checkpoint: paths.checkpoint,
  };
  const finishedAt = new Date().toISOString();
  const end = { looked, seconds: 0, finishedAt, by: {}, adopted: true } as const;
  await finish(writer, { shard, paths, fingerprint: UNKNOWN }, end);
  return undefined;
}

export async function removeMarker(place: Place): Promise<void> {
  const writer = writerFor(place);
  const hasCheckpoint = writer.disk.exists(place.paths.checkpoint);
  const at = new Date().toISOString();
  const unmarking = { id: place.shard, hasCheckpoint, at, revokes: () => false };
  await unmarkShard(writer, place.paths, unmarking);
}

export function isMarked({ disk, paths }: Place): boolean {
  return disk.exists(paths.marker);
}

/** The facts about a checkpoint, whichever shard its marker names. */
export function seen(place: Place): Promise<CheckpointFacts> {
  return look(place.disk, { path: place.paths.checkpoint }, decisionRules(sourceOf(place)));
}

/** Nothing tells what a program has made its checkpoint from: a run with a definition does not take it for its own. */
const UNKNOWN: Fingerprint = {
  ...{ input: { unknown: "" }, command: { unknown: "" } },
  ...{ files: { unknown: "" }, text: { unknown: "" } },
  listedFiles: {},
};

/** Of the program's entries a look needs only the thread that reads every byte, which neither depth does. */
const NO_THREAD = new URL("file:///");

function sourceOf({ validate, allowEmpty, highestVersion }: Place): RuleSource {
  const status = { ...DEFAULT_STATUS_RULES, highestVersion };
  return { definition: { validate, allowEmpty, status }, markers: PLAIN_FORM, home: NO_THREAD };
}

/** Why a run of Donemark may have this checkpoint, in words. The note of a removed marker is nobody's. */
function whoseStart(disk: Writer["disk"], { started }: ShardPaths): string | undefined {
  const text = disk.readText(started, RECORD_LIMIT_BYTES);
  if (text === undefined || readUnmarkedNote(text) !== undefined) return undefined;
  const start = parseStartRecord(text);
  if (start === undefined) return `started: ${started} is there and cannot be read`;
  return `started: a run of Donemark (pid ${start.owner.pid}) has started it at ${start.startedAt} and marks it itself (${started})`;
}

let written = 0;

function writerFor({ disk, warn }: Place): Writer {
  const token = (): string => {
    written += 1;
    return temporaryToken(thisProcess(), `library-${written}`);
  };
  return { disk, markers: PLAIN_FORM, keep: 0, warn, token };
}
