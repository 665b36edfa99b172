import type { IncomingMessage } from "node:http";
import type { ServiceEntry } from "./entries.ts";
import type { ServiceCall } from "./faults.ts";
import type { Repository } from "./repository.ts";
import type { Answer } from "./stream.ts";

const ROUTE = /^\/api\/repos\/([^/]+\/[^/]+)\/actions\/(caches|caches\/(\d+)|cache\/[a-z-]+)$/;
const REPOSITORY = /^\/api\/repos\/([^/]+\/[^/]+)$/;
const GIB = 1024 ** 3;

/** The kind of a REST request. */
export function restCall(method: string, path: string): ServiceCall | undefined {
  if (REPOSITORY.test(path)) return method === "GET" ? "usage" : undefined;
  const what = ROUTE.exec(path)?.[2];
  if (what === undefined) return undefined;
  if (what.startsWith("cache/")) return method === "GET" ? "usage" : undefined;
  if (method === "DELETE") return "delete";
  return method === "GET" && what === "caches" ? "list" : undefined;
}

/** Answers a request of the REST interface as GitHub does, by the rights of its token. */
export function answerRest(repository: Repository, request: IncomingMessage, url: URL): Answer {
  request.resume();
  const [, name = "", what = "", id] = ROUTE.exec(url.pathname) ?? [];
  const refused = refusal(repository, request);
  if (refused !== undefined) return refused;
  const full = REPOSITORY.exec(url.pathname)?.[1];
  if (full !== undefined) return { status: 200, body: { full_name: full, default_branch: "main" } };
  if (what === "cache/usage") return usage(repository, name);
  if (what === "cache/storage-limit")
    return { status: 200, body: { max_cache_size_gb: repository.limitBytes / GIB } };
  if (what.startsWith("cache/")) return { status: 404, body: { message: "Not Found" } };
  if (request.method === "GET") return list(repository, url);
  return id === undefined ? removeByKey(repository, url) : removeById(repository, Number(id));
}

function refusal({ tokens }: Repository, request: IncomingMessage): Answer | undefined {
  const rights = tokens.rightsOf(request);
  if (rights === undefined) {
    const given = request.headers.authorization !== undefined;
    return {
      status: 401,
      body: { message: given ? "Bad credentials" : "Requires authentication" },
    };
  }
  const needed = request.method === "DELETE" ? ["write"] : ["read", "write"];
  if (needed.includes(rights)) return undefined;
  return { status: 403, body: { message: "Resource not accessible by integration" } };
}

function list({ entries }: Repository, url: URL): Answer {
  const query = url.searchParams;
  const perPage = Math.min(100, Math.max(1, Number(query.get("per_page") ?? 30)));
  const page = Math.max(1, Number(query.get("page") ?? 1));
  const sorted = selected(entries.all(), query).sort(order(query));
  const rest = sorted.length - page * perPage;
  return {
    status: 200,
    headers: rest > 0 ? { link: `<${nextPage(url, page)}>; rel="next"` } : {},
    body: {
      total_count: sorted.length,
      actions_caches: sorted.slice((page - 1) * perPage, page * perPage).map(shown),
    },
  };
}

function nextPage(url: URL, page: number): string {
  const next = new URL(url);
  next.searchParams.set("page", String(page + 1));
  return next.href;
}

function selected(all: readonly ServiceEntry[], query: URLSearchParams): ServiceEntry[] {
  const key = query.get("key") ?? "";
  const ref = query.get("ref");
  return all.filter((entry) => entry.key.startsWith(key) && (ref === null || entry.scope === ref));
}

function order(query: URLSearchParams): (one: ServiceEntry, other: ServiceEntry) => number {
  const by = { created_at: "createdAtMs", size_in_bytes: "sizeBytes" } as const;
  const sort = query.get("sort");
  const field = sort === "created_at" || sort === "size_in_bytes" ? by[sort] : "accessedAtMs";
  const sign = query.get("direction") === "asc" ? 1 : -1;
  return (one, other) => sign * (one[field] - other[field] || one.id - other.id);
}

function shown(entry: ServiceEntry): Readonly<Record<string, unknown>> {
  return {
    id: entry.id,
    ref: entry.scope,
    key: entry.key,
    version: entry.version,
    last_accessed_at: new Date(entry.accessedAtMs).toISOString(),
    created_at: new Date(entry.createdAtMs).toISOString(),
    size_in_bytes: entry.sizeBytes,
  };
}

function removeByKey({ entries }: Repository, url: URL): Answer {
  const key = url.searchParams.get("key");
  const ref = url.searchParams.get("ref");
  if (key === null) return { status: 422, body: { message: "key is required" } };
  const gone = entries
    .all()
    .filter((entry) => entry.key === key && (ref === null || entry.scope === ref));
  if (gone.length === 0) return { status: 404, body: { message: "Not Found" } };
  entries.remove(gone.map((entry) => entry.id));
  return { status: 200, body: { total_count: gone.length, actions_caches: gone.map(shown) } };
}

function removeById({ entries }: Repository, id: number): Answer {
  if (!entries.all().some((entry) => entry.id === id)) {
    return { status: 404, body: { message: "Not Found" } };
  }
  entries.remove([id]);
  return { status: 204 };
}

function usage({ entries }: Repository, name: string): Answer {
  const finished = entries.all().filter((entry) => entry.finalized);
  const bytes = finished.reduce((sum, entry) => sum + entry.sizeBytes, 0);
  return {
    status: 200,
    body: {
      full_name: name,
      active_caches_size_in_bytes: bytes,
      active_caches_count: finished.length,
    },
  };
}
