import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import { readDefinition } from "../../src/core/definition/definition.ts";
import type { Definition } from "../../src/core/definition/fields.ts";
import { recordedFingerprint, type Fingerprint } from "../../src/core/model/fingerprint.ts";
import { formatMarker, type Marker } from "../../src/core/model/marker.ts";
import { UserError } from "../../src/core/text/problem.ts";
import { formatStartRecord, type StartRecord } from "../../src/core/model/start-record.ts";
import { digestOf, measure, sampleOf } from "../../src/files/measure.ts";
import { realDisk } from "../../src/files/real-disk.ts";
import type { Disk } from "../../src/files/disk.ts";
import { noStore } from "../../src/store/none.ts";
import { expandShards } from "../../src/shards/expand.ts";
import { openFingerprints } from "../../src/shards/fingerprints.ts";
import { openHashCache } from "../../src/shards/hash-cache.ts";
import { PLAIN_FORM } from "../../src/core/model/marker-form.ts";
import { survey, type SurveyContext, type Verdict } from "../../src/checkpoint/survey.ts";
import { tasksOf, type Task } from "../../src/checkpoint/tasks.ts";

/** No test here has a file that is large enough for a thread of its own. */
export const HOME = new URL("file:///nowhere/");

type Values = Readonly<Record<string, unknown>>;

/** An empty folder that is removed after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "donemark-survey-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files below a folder, with the folders that they need. */
export function write(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    const place = path.join(folder, name);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, content);
  }
}

/** A definition of inputs in `in/`, checkpoints in `out/` and a command, with changes. */
export function defineAs(changes: Values = {}): Definition {
  const values = {
    shards: "in/*.txt",
    checkpoint: "out/{id}.json",
    command: "predict",
    ...changes,
  };
  const result = readDefinition([{ label: (name) => name, values }]);
  if ("problems" in result) throw new UserError(result.problems);
  return result.definition;
}

export interface Scene extends Partial<Pick<SurveyContext, "disk" | "store" | "run" | "proofs">> {
  readonly workspace: string;
  readonly values?: Values;
  readonly forced?: readonly string[];
}

/** The tasks of all shards of a scene. */
export async function tasksIn(scene: Scene): Promise<readonly Task[]> {
  const { workspace, disk = realDisk, store = noStore } = scene;
  const definition = defineAs(scene.values);
  const expanded = await expandShards(disk, workspace, definition);
  const hashes = openHashCache(disk, { folder: path.join(workspace, ".cache"), workspace });
  const fingerprints = await openFingerprints(
    { disk, workspace, hashes },
    definition,
    expanded.counted,
  );
  return tasksOf(
    { workspace, definition, store, markLine: () => "donemark mark" },
    expanded.shards,
    fingerprints,
  );
}

/** The verdicts about all shards of a scene. */
export async function surveyOf(scene: Scene): Promise<readonly Verdict[]> {
  const { disk = realDisk, store = noStore, run, proofs } = scene;
  const context: SurveyContext = {
    disk,
    store,
    definition: defineAs(scene.values),
    markers: PLAIN_FORM,
    home: HOME,
    forced: new Set(scene.forced),
    ...(run !== undefined && { run }),
    ...(proofs !== undefined && { proofs }),
  };
  return survey(context, await tasksIn(scene));
}

/** The verdict about the only shard of a scene. */
export async function verdictOf(scene: Scene): Promise<Verdict> {
  const [verdict, ...others] = await surveyOf(scene);
  if (verdict === undefined || others.length > 0) throw new Error("a scene of one shard is needed");
  return verdict;
}

/** A true marker of what lies at the task's checkpoint now, with changes. */
function markerOf(task: Task, changes: Partial<Marker> = {}): Marker {
  const { checkpoint } = task.paths;
  const found = measure(realDisk, checkpoint);
  if (found.kind !== "measured") throw new Error(`${checkpoint} cannot be measured`);
  const digests = {
    sample: sampleOf(realDisk, checkpoint),
    sha256: digestOf(realDisk, checkpoint),
  };
  return {
    shard: task.shard.id,
    checkpoint: { ...found.measure, ...digests, format: "json" },
    fingerprint: recordedFingerprint(task.fingerprint),
    seconds: 10,
    finishedAt: "2026-03-01T10:00:00.000Z",
    by: { run: "1" },
    ...changes,
  };
}

/** Writes the marker of a task. */
export function mark(task: Task, changes: Partial<Marker> = {}): void {
  writeFileSync(task.paths.marker, formatMarker(markerOf(task, changes)));
}

/** Writes the start record of a task, as a command that was started leaves it. */
export function start(task: Task, changes: Partial<StartRecord> = {}): void {
  const { marker, started } = task.paths;
  mkdirSync(path.dirname(marker), { recursive: true });
  const begun: StartRecord = {
    shard: task.shard.id,
    fingerprint: recordedFingerprint(task.fingerprint),
    startedAt: "2026-03-01T10:00:00.000Z",
    attempt: 1,
    resumed: false,
    runTag: "tag",
    owner: { pid: 1, startTime: "1", boot: "boot" },
    by: {},
    ...changes,
  };
  writeFileSync(started, formatStartRecord(begun));
}

/** The fingerprint with one part that is another one. */
export function withOther(fingerprint: Fingerprint, part: "input" | "command"): Fingerprint {
  return { ...fingerprint, [part]: { digest: "0".repeat(64) } };
}

/** The disk, and how often each file was opened or read as a record. */
export function countingDisk(): { readonly disk: Disk; readonly reads: () => readonly string[] } {
  const reads: string[] = [];
  const note = (file: string): void => void reads.push(path.basename(file));
  const disk: Disk = {
    ...realDisk,
    open: (file) => {
      note(file);
      return realDisk.open(file);
    },
    readText: (file, maxBytes) => {
      note(file);
      return realDisk.readText(file, maxBytes);
    },
  };
  return { disk, reads: () => reads.splice(0) };
}
