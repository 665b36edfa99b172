import { expect } from "vitest";
import { openRaw } from "../cache-service/raw.ts";
import { startCacheService, type CacheService } from "../cache-service/service.ts";
import { keptFile, keptText } from "./generation.ts";
import type { KeptEntries } from "./make/github.ts";

/** A cache service that holds kept entries, made in the order in which they were made then. */
export async function serveEntries(generation: string, kind: string): Promise<CacheService> {
  const kept: KeptEntries = JSON.parse(keptText(generation, `github/${kind}/entries.json`));
  const service = await startCacheService({ inMemory: true });
  const { twirp, upload } = openRaw(service);
  for (const { key, version, scope, archive } of kept.entries) {
    const env = service.env({ ref: scope });
    const bytes = keptFile(generation, `github/${kind}/${archive}`);
    const answer = await twirp("CreateCacheEntry", { key, version }, { env });
    const reserved: { readonly signed_upload_url: string } = JSON.parse(await answer.text());
    expect(await upload(reserved.signed_upload_url, bytes)).toBe(201);
    const size = { key, version, size_bytes: String(bytes.length) };
    const finished = await twirp("FinalizeCacheEntryUpload", size, { env });
    expect(await finished.json()).toMatchObject({ ok: true });
  }
  return service;
}
