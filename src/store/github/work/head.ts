import { parseWorkKey } from "../../../core/keys/cache-key.ts";
import { isSha256 } from "../../../core/model/digest.ts";
import { isAmount, parseJson } from "../../../core/model/marker.ts";
import { isRecord } from "../../../core/text/text.ts";
import type { Wanted } from "../../store.ts";
import { formatManifest, parseManifest, type WorkManifest } from "../../work/manifest.ts";

/**
 * The contents of a data entry, all of them: an entry also holds contents that no manifest names any more, and what a
 * snapshot copied before it copied the same file anew.
 */
export interface Load {
  readonly contents: number;
  readonly bytes: number;
}

/** A snapshot: its files, the key of the entry that holds each content, and the load of each such entry. */
export interface Head {
  readonly manifest: WorkManifest;
  readonly held: ReadonlyMap<string, string>;
  readonly loads: ReadonlyMap<string, Load>;
}

/** Leaves out contents that the manifest does not name, and entries that hold only such contents. */
export function withoutUnnamed({ manifest, held, loads }: Head): Head {
  const named = new Set(manifest.files.map(({ sha256 }) => sha256));
  const left = [...held].filter(([sha256]) => named.has(sha256));
  const used = new Set(left.map(([, key]) => key));
  const leftLoads = [...loads].filter(([key]) => used.has(key));
  return { manifest, held: new Map(left), loads: new Map(leftLoads) };
}

/** A head's text: the manifest's, and then the keys with their loads and the digests that count in each. */
export function formatHead({ manifest, held, loads }: Head): string {
  const byKey: Record<string, Partial<Load> & { readonly digests: string[] }> = {};
  for (const [sha256, key] of held)
    (byKey[key] ??= { ...loads.get(key), digests: [] }).digests.push(sha256);
  return `${formatManifest(manifest)}${JSON.stringify(byKey)}\n`;
}

/** Reads strictly; `undefined` for any text that is no head of this work, or does not say where each content is. */
export function parseHead(text: string, wanted: Wanted, prefix: string): Head | undefined {
  const [first = "", second = ""] = text.split("\n");
  const manifest = parseManifest(first, wanted);
  const byKey = parseJson(second);
  if (manifest === undefined || !isRecord(byKey)) return undefined;
  const held = new Map<string, string>();
  const loads = new Map<string, Load>();
  for (const [key, entry] of Object.entries(byKey)) {
    const parsed = parseWorkKey(key);
    const load = parseLoad(entry);
    if (parsed?.kind !== "data" || parsed.prefix !== prefix || load === undefined) return undefined;
    for (const digest of load.digests) held.set(digest, key);
    loads.set(key, { contents: load.contents, bytes: load.bytes });
  }
  const isWhole = manifest.files.every(({ sha256 }) => held.has(sha256));
  return isWhole ? { manifest, held, loads } : undefined;
}

function parseLoad(value: unknown): (Load & { readonly digests: readonly string[] }) | undefined {
  const { digests, contents, bytes } = isRecord(value) ? value : {};
  if (!Array.isArray(digests) || !isCount(contents) || !isCount(bytes)) return undefined;
  return { contents, bytes, digests: digests.filter(isSha256) };
}

function isCount(value: unknown): value is number {
  return isAmount(value) && Number.isSafeInteger(value);
}
