import type { IncomingMessage } from "node:http";
import type { Grant, ServiceEntry } from "./entries.ts";
import type { Change, ServiceCall } from "./faults.ts";
import {
  blobOf,
  EXISTS,
  finish,
  READ_DENIED,
  WRITE_DENIED,
  type Repository,
} from "./repository.ts";
import { readJson, type Answer } from "./stream.ts";

export const LEGACY_PATH = "/_apis/artifactcache/";

/** The first protocol of the service, as GitHub Enterprise Server has it. */
export interface Legacy {
  readonly answer: (request: IncomingMessage, url: URL, change?: Change) => Promise<Answer>;
}

/** The kind of a call to the first protocol. */
export function legacyCall(method: string, path: string): ServiceCall | undefined {
  const what = path.slice(LEGACY_PATH.length);
  if (what === "cache" && method === "GET") return "lookup";
  if (what === "caches") return method === "POST" ? "create" : "list";
  if (!/^caches\/\d+$/.test(what)) return undefined;
  return method === "PATCH" ? "upload" : method === "POST" ? "finalize" : undefined;
}

export function createLegacy(repository: Repository): Legacy {
  const offsets = new Map<number, Set<number>>();
  const { blobs, tokens } = repository;

  const upload = async (
    request: IncomingMessage,
    entry: ServiceEntry,
    change?: Change,
  ): Promise<Answer> => {
    const range = /^bytes (\d+)-(\d+)\//.exec(request.headers["content-range"] ?? "");
    if (range === null) return trouble(400, "expected a Content-Range");
    const offset = Number(range[1]);
    const chunk = { name: blobOf(entry), offset, length: Number(range[2]) - offset + 1 };
    const staged = await blobs.stage(chunk, request, change);
    if (staged.status === 204) offsets.set(entry.id, offsetsOf(entry).add(offset));
    return staged;
  };
  const offsetsOf = (entry: ServiceEntry): Set<number> => offsets.get(entry.id) ?? new Set();
  const finalize = async (request: IncomingMessage, entry: ServiceEntry): Promise<Answer> => {
    const body = await readJson(request);
    await blobs.join(blobOf(entry), [...offsetsOf(entry)]);
    const message = await finish(repository, entry, Number(body?.["size"]));
    return message === undefined ? { status: 204 } : trouble(400, message);
  };

  return {
    answer: async (request, url, change) => {
      const grants = tokens.grantsOf(request);
      if (grants === undefined) return trouble(401, "the token is not valid");
      const call = legacyCall(request.method ?? "", url.pathname);
      if (call === "lookup") return lookup(repository, url.searchParams, grants);
      if (call === "list") return list(repository, url.searchParams, grants);
      if (call === "create") return create(repository, await readJson(request), grants);
      const entry = reservation(repository, Number(url.pathname.split("/").at(-1)), grants);
      if (entry === undefined) return trouble(404, "cache entry not found");
      return call === "upload" ? upload(request, entry, change) : finalize(request, entry);
    },
  };
}

function reservation(
  { entries }: Repository,
  id: number,
  grants: readonly Grant[],
): ServiceEntry | undefined {
  const entry = entries.all().find((one) => one.id === id && !one.finalized);
  const mayWrite = grants.some((grant) => grant.write && grant.scope === entry?.scope);
  return mayWrite ? entry : undefined;
}

function lookup(
  { entries, blobs }: Repository,
  query: URLSearchParams,
  grants: readonly Grant[],
): Answer {
  if (!grants.some((grant) => grant.read)) return trouble(403, READ_DENIED);
  const [key = "", ...restoreKeys] = (query.get("keys") ?? "").split(",");
  const entry = entries.find({ key, restoreKeys, version: query.get("version") ?? "" }, grants);
  if (entry === undefined) return { status: 204 };
  return {
    status: 200,
    body: { ...shown(entry), archiveLocation: blobs.addressOf(blobOf(entry), "r") },
  };
}

function list({ entries }: Repository, query: URLSearchParams, grants: readonly Grant[]): Answer {
  const key = query.get("key") ?? "";
  const scopes = new Set(grants.filter((grant) => grant.read).map((grant) => grant.scope));
  const found = entries
    .all()
    .filter((entry) => entry.finalized && scopes.has(entry.scope) && entry.key.startsWith(key));
  return { status: 200, body: { totalCount: found.length, artifactCaches: found.map(shown) } };
}

function shown(entry: ServiceEntry): Readonly<Record<string, unknown>> {
  return {
    cacheKey: entry.key,
    cacheVersion: entry.version,
    scope: entry.scope,
    creationTime: new Date(entry.createdAtMs).toISOString(),
  };
}

function create(
  { entries, limitBytes }: Repository,
  body: Readonly<Record<string, unknown>> | undefined,
  grants: readonly Grant[],
): Answer {
  const { key, version, cacheSize } = body ?? {};
  if (typeof key !== "string" || typeof version !== "string") {
    return trouble(400, "expected a key and a version");
  }
  if (Number(cacheSize ?? 0) > limitBytes) {
    return trouble(400, `expected at most ${limitBytes} bytes, got ${String(cacheSize)}`);
  }
  const reserved = entries.reserve(key, version, grants);
  if (reserved.kind === "denied") return trouble(403, WRITE_DENIED);
  if (reserved.kind === "exists") return trouble(409, EXISTS);
  return { status: 201, body: { cacheId: reserved.entry.id } };
}

function trouble(status: number, message: string): Answer {
  return { status, body: { message } };
}
