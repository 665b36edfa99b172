import { parseWorkKey } from "../../core/cache-key.ts";
import { isSha256 } from "../../core/digest.ts";
import { parseJson } from "../../core/marker.ts";
import { isRecord } from "../../core/text.ts";
import type { Wanted } from "../store.ts";
import { formatManifest, parseManifest, type WorkManifest } from "../work-manifest.ts";

/** A snapshot: its files, and the key of the entry that holds each content. */
export interface Head {
  readonly manifest: WorkManifest;
  readonly held: ReadonlyMap<string, string>;
}

/** A head's text: the manifest's, and then the keys with the digests that each holds. */
export function formatHead({ manifest, held }: Head): string {
  const byKey: Record<string, string[]> = {};
  for (const [sha256, key] of held) (byKey[key] ??= []).push(sha256);
  return `${formatManifest(manifest)}${JSON.stringify(byKey)}\n`;
}

/** Reads strictly; `undefined` for what is no head of this very work, or leaves a content's place open. */
export function parseHead(text: string, wanted: Wanted, prefix: string): Head | undefined {
  const [first = "", second = ""] = text.split("\n");
  const manifest = parseManifest(first, wanted);
  const byKey = parseJson(second);
  if (manifest === undefined || !isRecord(byKey)) return undefined;
  const held = new Map<string, string>();
  for (const [key, digests] of Object.entries(byKey)) {
    const parsed = parseWorkKey(key);
    if (parsed?.kind !== "data" || parsed.prefix !== prefix || !Array.isArray(digests))
      return undefined;
    for (const digest of digests) if (isSha256(digest)) held.set(digest, key);
  }
  return manifest.files.every(({ sha256 }) => held.has(sha256)) ? { manifest, held } : undefined;
}
