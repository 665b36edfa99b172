import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll } from "vitest";
import { readStatedFields } from "../../src/checkpoint/contents.ts";
import type { Task } from "../../src/checkpoint/tasks.ts";
import { recordedFingerprint } from "../../src/core/model/fingerprint.ts";
import { formatMarker } from "../../src/core/model/marker.ts";
import {
  formatStartRecord,
  formatUnmarkedNote,
  type ProcessMark,
} from "../../src/core/model/start-record.ts";
import { DEFAULT_STATUS_RULES } from "../../src/core/model/status.ts";
import { digestOf, measure, sampleOf } from "../../src/files/measure.ts";
import { realDisk } from "../../src/files/real-disk.ts";
import { bootId, identify } from "../../src/machine/processes.ts";

const MARKERS = ["none", "empty", "full", "corrupt", "foreign", "refused"] as const;
/** Compared with what a full marker says; `whole` is as marked. */
const READABLE = ["whole", "moved", "changed"] as const;
const UNREADABLE = ["absent", "empty", "truncated", "damaged", "refused"] as const;
const STATUSES = ["none", "complete", "in-progress", "failed", "other"] as const;
const VERSIONS = ["none", "accepted", "newer"] as const;
const STARTS = ["none", "live", "abandoned", "unmarked", "refused"] as const;
const KINDS = ["file", "directory"] as const;

/**
 * One way in which a checkpoint, its marker and its start record can lie on a disk. What is refused is a link in a circle,
 * which the system follows for nobody.
 */
export interface State {
  readonly marker: (typeof MARKERS)[number];
  readonly bytes: (typeof READABLE)[number] | (typeof UNREADABLE)[number];
  readonly status: (typeof STATUSES)[number];
  readonly version: (typeof VERSIONS)[number];
  readonly start: (typeof STARTS)[number];
  readonly kind: (typeof KINDS)[number];
}

/** The whole product of states, less what is the same thing or cannot be. The key is a shard's id. */
export const STATES: ReadonlyMap<string, State> = new Map(
  MARKERS.flatMap((marker) => contentsBeside(marker))
    .flatMap((one) => STARTS.map((start) => ({ ...one, start })))
    .flatMap((one) => KINDS.map((kind) => ({ ...one, kind })))
    // Where nothing lies, or nothing can be seen, it is no directory either.
    .filter(({ bytes, kind }) => (bytes !== "absent" && bytes !== "refused") || kind === "file")
    .map((state): [string, State] => [idOf(state), state]),
);

type Contents = Pick<State, "marker" | "bytes" | "status" | "version">;

/** Only a full marker tells moved or changed bytes from others; what cannot be read has no status. */
function contentsBeside(marker: State["marker"]): readonly Contents[] {
  const readable = marker === "full" ? READABLE : (["whole"] as const);
  return [
    ...readable.flatMap((bytes) =>
      STATUSES.flatMap((status) => VERSIONS.map((version) => ({ marker, bytes, status, version }))),
    ),
    ...UNREADABLE.map(
      (bytes) => ({ marker, bytes, status: "complete", version: "accepted" }) as const,
    ),
  ];
}

function idOf({ marker, bytes, status, version, start, kind }: State): string {
  return [marker, bytes, status, version, start, kind].join("_");
}

export const HIGHEST_VERSION = "2";

const STATUS_TEXTS: Readonly<Record<State["status"], string | undefined>> = {
  none: undefined,
  complete: "complete",
  "in-progress": "running",
  failed: "Failed: out of memory",
  other: "exploded",
};
const VERSION_TEXTS: Readonly<Record<State["version"], string | undefined>> = {
  none: undefined,
  accepted: "1.4",
  newer: "9",
};

/** Processes that the start records of states name. */
export interface Owners {
  readonly live: ProcessMark;
  readonly gone: ProcessMark;
}

/** A process that lives until the tests of the file have ended, and one that is gone. */
export function someOwners(): Owners {
  const child = spawn("sleep", ["600"], { stdio: "ignore" });
  if (child.pid === undefined) throw new Error("sleep was not started");
  started.push(child);
  const { pid } = spawnSync("true");
  return { live: identify(child.pid), gone: { pid, startTime: "1", boot: bootId() } };
}

const started: ChildProcess[] = [];

afterAll(() => {
  for (const child of started.splice(0)) child.kill();
});

/** Lays a shard's checkpoint, marker and start record as the state has them. */
export async function lay(task: Task, state: State, owners: Owners): Promise<void> {
  const { checkpoint, marker } = task.paths;
  mkdirSync(path.dirname(checkpoint), { recursive: true });
  writeContent(checkpoint, state, "x");
  if (state.marker === "full") await writeMarker(task, task.shard.id);
  if (state.marker === "foreign") await writeMarker(task, "of-another");
  if (state.marker === "empty") writeFileSync(marker, "");
  if (state.marker === "corrupt") writeFileSync(marker, '{"donemark":1');
  if (state.marker === "refused") symlinkSync(marker, marker);
  change(checkpoint, state);
  layStart(task, state, owners);
}

/** A true marker of what lies there, as `finish` makes it, but not flushed: hundreds of flushes take a minute. */
async function writeMarker({ paths, fingerprint }: Task, shard: string): Promise<void> {
  const { checkpoint } = paths;
  const found = measure(realDisk, checkpoint);
  if (found.kind !== "measured") throw new Error(`${checkpoint} cannot be measured`);
  const marker = {
    shard,
    checkpoint: {
      ...found.measure,
      ...{ sample: sampleOf(realDisk, checkpoint), sha256: digestOf(realDisk, checkpoint) },
      ...(await readStatedFields(realDisk, checkpoint, DEFAULT_STATUS_RULES)),
    },
    fingerprint: recordedFingerprint(fingerprint),
    ...{ seconds: 1, finishedAt: "2026-03-01T10:00:00.000Z", by: {} },
  };
  writeFileSync(paths.marker, formatMarker(marker));
}

function writeContent(checkpoint: string, { status, version, kind }: State, data: string): void {
  const fields = { status: STATUS_TEXTS[status], version: VERSION_TEXTS[version] };
  if (kind === "file") {
    writeFileSync(checkpoint, JSON.stringify({ ...fields, data: data.repeat(200) }));
    return;
  }
  mkdirSync(checkpoint, { recursive: true });
  writeFileSync(path.join(checkpoint, "data"), data.repeat(200));
  const metadata = { commit_timestamp_nsecs: 1, custom_metadata: fields };
  writeFileSync(path.join(checkpoint, "_CHECKPOINT_METADATA"), JSON.stringify(metadata));
}

function change(checkpoint: string, state: State): void {
  const inside = state.kind === "file" ? checkpoint : path.join(checkpoint, "data");
  if (state.bytes === "moved") utimesSync(inside, 1, 1);
  if (state.bytes === "changed") writeContent(checkpoint, state, "y");
  if (["absent", "empty", "refused"].includes(state.bytes))
    rmSync(checkpoint, { recursive: true, force: true });
  if (state.bytes === "empty" && state.kind === "directory") mkdirSync(checkpoint);
  else if (state.bytes === "empty") writeFileSync(checkpoint, "");
  if (state.bytes === "refused") symlinkSync(checkpoint, checkpoint);
  else if (state.kind === "file") damageFile(checkpoint, state);
  else damageDirectory(checkpoint, state);
}

function damageFile(checkpoint: string, { bytes }: State): void {
  if (bytes === "truncated") truncateSync(checkpoint, 100);
  if (bytes === "damaged") writeFileSync(checkpoint, "more", { flag: "a" });
}

function damageDirectory(checkpoint: string, { bytes }: State): void {
  const metadata = path.join(checkpoint, "_CHECKPOINT_METADATA");
  if (bytes === "truncated")
    writeFileSync(metadata, JSON.stringify({ commit_timestamp_nsecs: null }));
  if (bytes === "damaged") symlinkSync("/etc/hostname", path.join(checkpoint, "link"));
}

function layStart({ shard, paths, fingerprint }: Task, { start }: State, owners: Owners): void {
  if (start === "none") return;
  if (start === "refused") {
    symlinkSync(paths.started, paths.started);
    return;
  }
  if (start === "unmarked") {
    writeFileSync(paths.started, formatUnmarkedNote(shard.id, { marker: "" }));
    return;
  }
  const record = {
    shard: shard.id,
    fingerprint: recordedFingerprint(fingerprint),
    startedAt: "2026-03-01T09:00:00.000Z",
    attempt: 1,
    resumed: false,
    runTag: "0123456789abcdef",
    owner: start === "live" ? owners.live : owners.gone,
    by: {},
  };
  writeFileSync(paths.started, formatStartRecord(record));
}
