import type { IncomingMessage } from "node:http";
import type { Grant } from "./entries.ts";
import type { ServiceCall } from "./faults.ts";
import {
  blobOf,
  EXISTS,
  finish,
  READ_DENIED,
  WRITE_DENIED,
  type Repository,
} from "./repository.ts";
import { readJson, type Answer } from "./stream.ts";

export const TWIRP_PATH = "/twirp/github.actions.results.api.v1.CacheService/";

interface Call {
  readonly key: string;
  readonly version: string;
  readonly restoreKeys: readonly string[];
  readonly sizeBytes: number;
}

type Method = (repository: Repository, call: Call, grants: readonly Grant[]) => Promise<Answer>;

const METHODS: Readonly<
  Record<string, { readonly call: ServiceCall; readonly run: Method } | undefined>
> = {
  CreateCacheEntry: { call: "create", run: create },
  FinalizeCacheEntryUpload: { call: "finalize", run: finalize },
  GetCacheEntryDownloadURL: { call: "lookup", run: lookup },
};

/** The kind of a call to the service's second protocol. */
export function twirpCall(path: string): ServiceCall | undefined {
  return METHODS[path.slice(TWIRP_PATH.length)]?.call;
}

/** Answers a call of the second protocol: twirp over JSON. */
export async function answerTwirp(
  repository: Repository,
  request: IncomingMessage,
  path: string,
): Promise<Answer> {
  const call = callIn(await readJson(request));
  const grants = repository.tokens.grantsOf(request);
  const method = METHODS[path.slice(TWIRP_PATH.length)];
  if (method === undefined) return trouble(404, "bad_route", `no handler for ${path}`);
  if (grants === undefined) return trouble(401, "unauthenticated", "the token is not valid");
  if (call === undefined) return trouble(400, "invalid_argument", "expected a key and a version");
  return method.run(repository, call, grants);
}

function callIn(body: Readonly<Record<string, unknown>> | undefined): Call | undefined {
  const { key, version, restore_keys: restoreKeys, size_bytes: sizeBytes } = body ?? {};
  if (typeof key !== "string" || key === "" || key.length > 512) return undefined;
  if (typeof version !== "string" || version === "") return undefined;
  return {
    key,
    version,
    restoreKeys: Array.isArray(restoreKeys) ? restoreKeys.map(String) : [],
    sizeBytes: Number(sizeBytes ?? 0),
  };
}

async function create(
  { entries, blobs }: Repository,
  { key, version }: Call,
  grants: readonly Grant[],
): Promise<Answer> {
  const reserved = entries.reserve(key, version, grants);
  if (reserved.kind === "denied")
    return { status: 200, body: { ok: false, message: WRITE_DENIED } };
  if (reserved.kind === "exists") return trouble(409, "already_exists", EXISTS);
  const address = blobs.addressOf(blobOf(reserved.entry), "rcw");
  return { status: 200, body: { ok: true, signed_upload_url: address, message: "" } };
}

async function finalize(
  repository: Repository,
  { key, version, sizeBytes }: Call,
  grants: readonly Grant[],
): Promise<Answer> {
  const entry = repository.entries.reservation(key, version, grants);
  if (entry === undefined) return trouble(404, "not_found", "cache entry not found");
  const message = await finish(repository, entry, sizeBytes);
  if (message !== undefined) return { status: 200, body: { ok: false, entry_id: "0", message } };
  return { status: 200, body: { ok: true, entry_id: String(entry.id), message: "" } };
}

async function lookup(
  { entries, blobs }: Repository,
  call: Call,
  grants: readonly Grant[],
): Promise<Answer> {
  if (!grants.some((grant) => grant.read)) return trouble(403, "permission_denied", READ_DENIED);
  const entry = entries.find(call, grants);
  const address = entry === undefined ? "" : blobs.addressOf(blobOf(entry), "r");
  const found = { signed_download_url: address, matched_key: entry?.key ?? "" };
  return { status: 200, body: { ok: entry !== undefined, ...found } };
}

function trouble(status: number, code: string, msg: string): Answer {
  return { status, body: { code, msg } };
}
