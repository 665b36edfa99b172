import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import { realDisk } from "../../src/files/real-disk.ts";
import type { FileStoreOptions } from "../../src/store/file/file-store.ts";
import type { Finished } from "../../src/store/store.ts";
import { markerOf, token, wantedOf, type Told } from "./told.ts";
import { PLAIN_FORM } from "../../src/core/model/marker-form.ts";

export { wantedOf } from "./told.ts";

/** What a file holds, or a folder with its names. */
export type Content = string | { readonly [name: string]: Content };

/** An empty folder that is removed after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "donemark-store-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A directory store of the real disk; `changes` replace what it is given. */
export function fileOptions(
  root: string,
  changes: Partial<FileStoreOptions> = {},
): FileStoreOptions {
  return {
    disk: realDisk,
    root,
    name: "test",
    scope: undefined,
    token,
    now: Date.now,
    markers: PLAIN_FORM,
    ...changes,
  };
}

export interface Result extends Partial<Told> {
  readonly fingerprint?: string;
  readonly content?: Content;
}

/** A finished shard, in a new temporary folder. */
export function finish(result: Result = {}): Finished {
  const { shard = "protein-1", fingerprint = "a", content = `the embedding of ${shard}` } = result;
  const checkpoint = path.join(temporaryFolder(), "checkpoint");
  write(checkpoint, content);
  const marker = markerOf(checkpoint, { ...result, shard });
  return { wanted: wantedOf(shard, fingerprint), checkpoint, marker };
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

function unlessFile(place: string): readonly string[] | undefined {
  try {
    return readdirSync(place).toSorted();
  } catch {
    return undefined;
  }
}
