import { expect } from "vitest";
import type { CacheService } from "./service.ts";

type Environment = Readonly<Record<string, string>>;

/** The second protocol by hand, with the version `v`, as a job of the default branch unless another is given. */
export interface Raw {
  readonly twirp: (
    method: "CreateCacheEntry" | "FinalizeCacheEntryUpload" | "GetCacheEntryDownloadURL",
    body: object,
    options?: { readonly env?: Environment; readonly limitMs?: number },
  ) => Promise<Response>;
  /** Reserves a key; gives where its bytes go. */
  readonly reserve: (key: string, env?: Environment) => Promise<string>;
  readonly upload: (address: string, body: Buffer, limitMs?: number) => Promise<number>;
  readonly finalize: (key: string, sizeBytes: number, env?: Environment) => Promise<unknown>;
  /** The address that a look-up gives; empty where nothing is found. */
  readonly addressOf: (key: string, env?: Environment) => Promise<string>;
  /** Makes a whole entry; gives its address. */
  readonly entryOf: (key: string, bytes: Buffer, env?: Environment) => Promise<string>;
}

export function openRaw(service: CacheService): Raw {
  const twirp: Raw["twirp"] = (method, body, { env = service.env(), limitMs = 5000 } = {}) =>
    fetch(`${service.url}twirp/github.actions.results.api.v1.CacheService/${method}`, {
      method: "POST",
      headers: { authorization: `Bearer ${env["ACTIONS_RUNTIME_TOKEN"]}` },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(limitMs),
    });
  const reserve: Raw["reserve"] = async (key, env = service.env()) => {
    const answer = await twirp("CreateCacheEntry", { key, version: "v" }, { env });
    const reserved: { signed_upload_url: string } = JSON.parse(await answer.text());
    return reserved.signed_upload_url;
  };
  const upload: Raw["upload"] = async (address, body, limitMs = 5000) => {
    const headers = { "x-ms-blob-type": "BlockBlob" };
    const signal = AbortSignal.timeout(limitMs);
    return (await fetch(address, { method: "PUT", body, headers, signal })).status;
  };
  const finalize: Raw["finalize"] = async (key, sizeBytes, env = service.env()) => {
    const body = { key, version: "v", size_bytes: String(sizeBytes) };
    return (await twirp("FinalizeCacheEntryUpload", body, { env })).json();
  };
  const addressOf: Raw["addressOf"] = async (key, env = service.env()) => {
    const answer = await twirp("GetCacheEntryDownloadURL", { key, version: "v" }, { env });
    const found: { signed_download_url: string } = JSON.parse(await answer.text());
    return found.signed_download_url;
  };
  const entryOf: Raw["entryOf"] = async (key, bytes, env = service.env()) => {
    expect(await upload(await reserve(key, env), bytes)).toBe(201);
    expect(await finalize(key, bytes.length, env)).toMatchObject({ ok: true });
    return addressOf(key, env);
  };
  return { twirp, reserve, upload, finalize, addressOf, entryOf };
}
