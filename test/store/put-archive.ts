import { expect } from "vitest";
import { sha256 } from "../../src/core/model/digest.ts";
import type { CacheService } from "../cache-service/service.ts";

/** Puts bytes under a key, as any job of the repository could. */
export async function putArchive(service: CacheService, key: string, bytes: Buffer): Promise<void> {
  const { ACTIONS_RUNTIME_TOKEN: token = "" } = service.env();
  const version = sha256("entry|zstd-without-long|1.0");
  const call = async (method: string, body: object): Promise<Record<string, unknown>> => {
    const response = await fetch(
      `${service.url}twirp/github.actions.results.api.v1.CacheService/${method}`,
      {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
        body: JSON.stringify(body),
      },
    );
    const answer: unknown = await response.json();
    return Object(answer);
  };
  const created = await call("CreateCacheEntry", { key, version });
  const upload = await fetch(String(created["signed_upload_url"]), {
    method: "PUT",
    headers: { "x-ms-blob-type": "BlockBlob" },
    body: new Uint8Array(bytes),
  });
  expect(upload.status).toBe(201);
  await call("FinalizeCacheEntryUpload", { key, version, size_bytes: String(bytes.length) });
  expect(service.entries().find((entry) => entry.key === key)?.finalized).toBe(true);
}
