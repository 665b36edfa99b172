import { readFileSync, writeFileSync } from "node:fs";
import type { Bucket, BucketObject, Source } from "../../src/store/bucket.ts";

/** What lies in memory, by key. */
export type Vault = Map<string, Kept>;

interface Kept {
  readonly bytes: Buffer;
  readonly object: BucketObject;
}

/** A page is small, so that listings have several of them. */
const PAGE = 7;

/** A bucket in memory; several may share one vault, as processes share a real bucket. */
export function memoryBucket(vault: Vault = new Map()): Bucket {
  let changes = 0;
  const keep = (key: string, source: Source): void => {
    changes += 1;
    vault.set(key, keptAs(key, source, `${changes} ${Math.random()}`));
  };
  return {
    label: "memory",
    list: async function* list(prefix, levels = "all") {
      const found = [...vault].filter(([key]) => key.startsWith(prefix) && key !== prefix);
      const objects =
        levels === "all" ? found.map(([, { object }]) => object) : level(found, prefix);
      for (let at = 0; at < objects.length; at += PAGE) yield objects.slice(at, at + PAGE);
    },
    head: async (key) => vault.get(key)?.object,
    getRange: async (key, offset, length) => {
      const kept = vault.get(key);
      return kept?.object.kind === "file"
        ? kept.bytes.subarray(offset, offset + length)
        : undefined;
    },
    put: async (key, source) => keep(key, source),
    putIfAbsent: async (key, source) => {
      if (vault.has(key)) return "exists";
      keep(key, source);
      return "stored";
    },
    putIfMatch: async (key, source, tag) => {
      if (vault.get(key)?.object.tag !== tag) return "changed";
      keep(key, source);
      return "stored";
    },
    delete: async (keys) => keys.filter((key) => vault.delete(key)).length,
    download: async (key, path) => {
      const kept = vault.get(key);
      if (kept?.object.kind !== "file") throw new Error(`${key} is not there`);
      writeFileSync(path, kept.bytes, { flag: "wx" });
    },
  };
}

function keptAs(key: string, source: Source, tag: string): Kept {
  const bytes = bytesOf(source);
  const kind = source.kind === "text" ? "file" : source.kind;
  const object = { key, kind, sizeBytes: bytes.length, modifiedMs: Date.now(), tag };
  return {
    bytes,
    object: source.kind === "link" ? { ...object, target: source.target } : object,
  };
}

function bytesOf(source: Source): Buffer {
  if (source.kind === "text") return Buffer.from(source.text);
  return source.kind === "file" ? readFileSync(source.path) : Buffer.alloc(0);
}

function level(found: readonly [string, Kept][], prefix: string): readonly BucketObject[] {
  const objects = new Map<string, BucketObject>();
  for (const [key, { object }] of found) {
    const end = key.indexOf("/", prefix.length);
    const folder = key.slice(0, end + 1);
    if (end === -1) objects.set(key, object);
    else objects.set(folder, { ...object, key: folder, kind: "folder", sizeBytes: 0, tag: "" });
  }
  return [...objects.values()];
}
