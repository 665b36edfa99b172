import type { Environment } from "../../../core/definition/environment.ts";
import { parseJson } from "../../../core/model/marker.ts";
import { isRecord } from "../../../core/text/text.ts";
import type { Unavailable } from "../../store.ts";
import { callRest, type Answer, type RestAccess } from "./rest-call.ts";
import { unavailable } from "../../answers.ts";

/** One cache in GitHub's list. */
export interface ListedCache {
  readonly id: number;
  readonly ref: string;
  readonly key: string;
  readonly version: string;
  readonly createdAt: string;
  readonly sizeBytes: number;
}

/** The token may not do this, or the interface does not know it. */
interface Refused {
  readonly kind: "refused";
  readonly cause: string;
}

export interface Rest {
  /**
   * Every finished cache whose key begins with `prefix`, of all references, in the order of their making; `long` after
   * the first page where there are more than `mostPages`.
   */
  readonly list: (prefix: string, mostPages?: number) => Promise<Listing>;
  readonly remove: (
    id: number,
  ) => Promise<{ readonly kind: "removed" | "miss" } | Refused | Unavailable>;
  /** Bytes in use and the limit, as far as the token may know them. */
  readonly usage: () => Promise<{ readonly usedBytes?: number; readonly limitBytes?: number }>;
  readonly defaultBranch: () => Promise<string | undefined>;
}

type Listing =
  | { readonly kind: "listed"; readonly caches: readonly ListedCache[] }
  | { readonly kind: "long"; readonly pages: number }
  | Refused
  | Unavailable;

type Fetch = (method: "GET" | "DELETE", path: string) => Promise<Answer | Unavailable>;

const PAGE = 100;
const PAGES_AT_ONCE = 8;
export const MOST_PAGES = 1000;

export function openRest(access: RestAccess, env: Environment, deadlineMs: number): Rest {
  const fetch: Fetch = (method, path) => callRest({ access, env, deadlineMs }, method, path);
  const repository = `/repos/${access.repository}`;
  return {
    list: async (prefix, mostPages = MOST_PAGES) => {
      const path = `${repository}/actions/caches?${queryOf(prefix)}`;
      const first = await listOnce(fetch, path, mostPages);
      // A removal in between moves the later caches from page to page.
      const listed = first.kind === "short" ? await listOnce(fetch, path, mostPages) : first;
      return "caches" in listed
        ? { kind: "listed", caches: chosen(listed.caches, prefix) }
        : listed;
    },
    remove: async (id) => {
      const answer = await fetch("DELETE", `${repository}/actions/caches/${id}`);
      if (answer.kind === "unavailable") return answer;
      if (answer.status === 404) return { kind: "miss" };
      if (answer.status < 300) return { kind: "removed" };
      return refusal(answer, "delete caches", "actions: write");
    },
    usage: async () => {
      const [usage, limit] = await Promise.all(
        ["usage", "storage-limit"].map((what) =>
          fetch("GET", `${repository}/actions/cache/${what}`),
        ),
      );
      const usedBytes = numberIn(usage, "active_caches_size_in_bytes");
      const limitGb = numberIn(limit, "max_cache_size_gb");
      return {
        ...(usedBytes !== undefined && { usedBytes }),
        ...(limitGb !== undefined && { limitBytes: limitGb * 1024 ** 3 }),
      };
    },
    defaultBranch: async () => {
      const answer = await fetch("GET", repository);
      const body = answer.kind === "answer" ? parseJson(answer.body) : undefined;
      const branch = isRecord(body) ? body["default_branch"] : undefined;
      return typeof branch === "string" ? branch : undefined;
    },
  };
}

type Once =
  | Listing
  /** The pages held fewer caches than GitHub's total. */
  | { readonly kind: "short"; readonly caches: readonly ListedCache[] };

async function listOnce(fetch: Fetch, path: string, mostPages: number): Promise<Once> {
  const page = (number: number): Promise<Page | Refused | Unavailable> =>
    readPage(fetch, `${path}&page=${number}`);
  const first = await page(1);
  if (first.kind !== "page") return first;
  const pages = Math.min(Math.ceil(first.total / PAGE), MOST_PAGES);
  if (pages > Math.max(1, mostPages)) return { kind: "long", pages };
  const found = new Map(first.caches.map((cache) => [cache.id, cache]));
  for (let next = 2; next <= pages; next += PAGES_AT_ONCE) {
    const numbers = Array.from(
      { length: Math.min(PAGES_AT_ONCE, pages - next + 1) },
      (_, i) => next + i,
    );
    for (const answer of await Promise.all(numbers.map(page))) {
      if (answer.kind !== "page") return answer;
      for (const cache of answer.caches) found.set(cache.id, cache);
    }
  }
  const isShort = found.size < Math.min(first.total, MOST_PAGES * PAGE);
  return { kind: isShort ? "short" : "listed", caches: [...found.values()] };
}

function chosen(caches: readonly ListedCache[], prefix: string): readonly ListedCache[] {
  return caches
    .filter(({ key, sizeBytes }) => sizeBytes > 0 && key.startsWith(prefix))
    .toSorted(compareMaking);
}

/** Sorted by creation: new caches come at the end, and move no other to another page. */
function queryOf(prefix: string): string {
  const query = {
    key: prefix,
    sort: "created_at",
    direction: "asc",
    per_page: String(PAGE),
  };
  return new URLSearchParams(query).toString();
}

interface Page {
  readonly kind: "page";
  readonly total: number;
  readonly caches: readonly ListedCache[];
}

async function readPage(fetch: Fetch, path: string): Promise<Page | Refused | Unavailable> {
  const answer = await fetch("GET", path);
  if (answer.kind === "unavailable") return answer;
  if (answer.status !== 200) return refusal(answer, "list caches", "actions: read");
  const body = parseJson(answer.body);
  const caches = isRecord(body) ? body["actions_caches"] : undefined;
  const total = isRecord(body) ? body["total_count"] : undefined;
  if (!Array.isArray(caches) || typeof total !== "number") {
    return unavailable("GitHub's list of caches is unreadable: expected JSON with actions_caches");
  }
  return { kind: "page", total, caches: caches.flatMap((one: unknown) => readCache(one)) };
}

function readCache(value: unknown): readonly ListedCache[] {
  if (!isRecord(value)) return [];
  const { id, ref, key, version, created_at: createdAt, size_in_bytes: sizeBytes } = value;
  if (typeof id !== "number" || typeof sizeBytes !== "number") return [];
  if (typeof ref !== "string" || typeof key !== "string") return [];
  if (typeof version !== "string" || typeof createdAt !== "string") return [];
  return [{ id, ref, key, version, createdAt, sizeBytes }];
}

function compareMaking(a: ListedCache, b: ListedCache): number {
  const [first, second] = [Date.parse(a.createdAt), Date.parse(b.createdAt)];
  return first - second || a.id - b.id;
}

function refusal(
  { status, isLimit }: Answer,
  what: string,
  permission: string,
): Refused | Unavailable {
  if (isLimit) {
    return unavailable(
      `GitHub answers no more requests of this token for a while (${status}, rate limit)`,
    );
  }
  if (status === 401) {
    return {
      kind: "refused",
      cause: "GitHub does not know the token (401): it is wrong or has expired",
    };
  }
  if ([403, 404].includes(status)) {
    return {
      kind: "refused",
      cause: `the token may not ${what} (${status}): it needs the permission ${permission}`,
    };
  }
  return unavailable(`GitHub answered ${status} to the request to ${what}`);
}

function numberIn(answer: Answer | Unavailable | undefined, name: string): number | undefined {
  if (answer?.kind !== "answer" || answer.status !== 200) return undefined;
  const body = parseJson(answer.body);
  const value = isRecord(body) ? body[name] : undefined;
  return typeof value === "number" ? value : undefined;
}
