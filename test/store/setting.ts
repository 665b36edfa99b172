import { randomBytes } from "node:crypto";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import { sha256 } from "../../src/core/digest.ts";
import type { Author, Marker } from "../../src/core/marker.ts";
import { digestOf, measure, sampleOf } from "../../src/files/measure.ts";
import { realDisk } from "../../src/files/real-disk.ts";
import type { FileStoreOptions } from "../../src/store/file.ts";
import type { Finished, Wanted } from "../../src/store/store.ts";

/** What a file holds, or a folder with its names. */
export type Content = string | { readonly [name: string]: Content };

/** An empty folder that is removed after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "donemark-store-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function token(): string {
  return `${process.pid}-${randomBytes(6).toString("hex")}`;
}

/** A directory store of the real disk; `changes` replace what it is given. */
export function fileOptions(
  root: string,
  changes: Partial<FileStoreOptions> = {},
): FileStoreOptions {
  return { disk: realDisk, root, name: "test", scope: undefined, token, now: Date.now, ...changes };
}

export function wantedOf(shard: string, fingerprint = "a"): Wanted {
  return { shard, match: sha256(`match ${fingerprint}`), whole: sha256(`whole ${fingerprint}`) };
}

export interface Result {
  readonly shard?: string;
  readonly fingerprint?: string;
  readonly content?: Content;
  readonly by?: Author;
  readonly finishedAt?: string;
}

/** A finished shard, in a new temporary folder. */
export function finish(result: Result = {}): Finished {
  const { shard = "protein-1", fingerprint = "a", content = `the embedding of ${shard}` } = result;
  const checkpoint = path.join(temporaryFolder(), "checkpoint");
  write(checkpoint, content);
  const marker = markerOf(checkpoint, shard, result);
  return { wanted: wantedOf(shard, fingerprint), checkpoint, marker };
}

export function markerOf(checkpoint: string, shard: string, result: Result = {}): Marker {
  const { by = { run: "100", attempt: 1 }, finishedAt = "2026-03-01T10:00:00.000Z" } = result;
  const found = measure(realDisk, checkpoint);
  if (found.kind !== "measured") throw new Error(`${checkpoint} cannot be measured`);
  return {
    shard,
    checkpoint: {
      ...found.measure,
      sample: sampleOf(realDisk, checkpoint),
      sha256: digestOf(realDisk, checkpoint),
      format: "unknown",
    },
    fingerprint: { input: sha256(shard) },
    seconds: 61.5,
    finishedAt,
    by,
  };
}

/** Writes a file, or a folder with all that it holds; what is there already is replaced file by file. */
export function write(place: string, content: Content): void {
  if (typeof content === "string") return writeFileSync(place, content);
  mkdirSync(place, { recursive: true });
  for (const [name, child] of Object.entries(content)) write(path.join(place, name), child);
  return undefined;
}

/** What lies at a place, in the form of `write`. */
export function read(place: string): Content {
  const entries = unlessFile(place);
  if (entries === undefined) return readFileSync(place, "utf8");
  return Object.fromEntries(entries.map((name) => [name, read(path.join(place, name))]));
}

/** Paths of everything below a folder. */
export function namesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" });
}

/** A folder's copy in a new temporary folder, as a store that another process left. */
export function copyOf(folder: string): string {
  const copy = path.join(temporaryFolder(), "copy");
  cpSync(folder, copy, { recursive: true, preserveTimestamps: true });
  return copy;
}

function unlessFile(place: string): readonly string[] | undefined {
  try {
    return readdirSync(place).toSorted();
  } catch {
    return undefined;
  }
}
