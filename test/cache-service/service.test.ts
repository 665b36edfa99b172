import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openRaw, type Raw } from "./raw.ts";
import { startCacheService, type CacheService, type JobOptions } from "./service.ts";

let service: CacheService;
let raw: Raw;
let now = Date.now();

beforeAll(async () => {
  service = await startCacheService({ now: () => now, inMemory: true });
  raw = openRaw(service);
});
afterAll(() => service.close());

/** Makes a small entry of a reference, later than all before. */
async function save(key: string, ref = "refs/heads/main"): Promise<void> {
  now += 1000;
  await raw.entryOf(key, randomBytes(100), service.env({ ref }));
}

describe("by hand", () => {
  test("a blob of several blocks is one entry, and a range of it can be read", async () => {
    const address = await raw.reserve("blocks");
    const parts = [randomBytes(5000), randomBytes(3000)];
    const names = ["AAAA", "AAAB"];
    for (const [index, part] of parts.entries()) {
      const block = `${address}&comp=block&blockid=${names[index] ?? ""}`;
      expect((await fetch(block, { method: "PUT", body: part })).status).toBe(201);
    }
    const latest = names.map((name) => `<Latest>${name}</Latest>`).join("");
    const body = `<?xml version="1.0" encoding="utf-8"?><BlockList>${latest}</BlockList>`;
    const headers = { "content-type": "application/xml" };
    await fetch(`${address}&comp=blocklist`, { method: "PUT", body, headers });
    expect(await raw.finalize("blocks", 8000)).toMatchObject({ ok: true });
    const range = { range: "bytes=4990-5009" };
    const answer = await fetch(await raw.addressOf("blocks"), { headers: range });
    expect(answer.status).toBe(206);
    const whole = Buffer.concat(parts);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(whole.subarray(4990, 5010));
  });

  test("an address with a changed signature, and one for another entry, are refused", async () => {
    const one = await raw.entryOf("signed-one", randomBytes(10));
    const other = await raw.entryOf("signed-other", randomBytes(10));
    const moved = one.replace(/entry-\d+/, /entry-\d+/.exec(other)?.[0] ?? "");
    expect((await fetch(moved)).status).toBe(403);
    expect((await fetch(one.replace(/sig=./, "sig=%00"))).status).toBeGreaterThanOrEqual(400);
    expect(await raw.upload(one, randomBytes(10))).toBe(403);
  });

  test("a client that leaves in the middle, and a request that is none, do no harm", async () => {
    const address = await raw.reserve("left");
    const leaving = new AbortController();
    const body = new ReadableStream({
      start: (stream) => stream.enqueue(randomBytes(100_000)),
      pull: () => leaving.abort(),
    });
    const headers = { "x-ms-blob-type": "BlockBlob" };
    const { signal } = leaving;
    const left = fetch(address, { method: "PUT", body, headers, signal, duplex: "half" });
    await expect(left).rejects.toThrow("aborted");
    expect(await raw.finalize("left", 100_000)).toMatchObject({ ok: false });
    expect((await fetch(`${service.url}twirp/nothing`, { method: "POST" })).status).toBe(404);
    const broken = await raw.twirp("CreateCacheEntry", { key: "", version: 7 });
    expect(broken.status).toBe(400);
    expect(await (await fetch(await raw.entryOf("after", randomBytes(10)))).bytes()).toHaveLength(
      10,
    );
  });

  test("an entry of another size than was uploaded is not finalised", async () => {
    await raw.upload(await raw.reserve("short"), randomBytes(10));
    const answer = await raw.finalize("short", 11);
    expect(answer).toMatchObject({ ok: false, message: "expected 11 uploaded bytes, found 10" });
    expect(service.entries().find((entry) => entry.key === "short")?.finalized).toBe(false);
  });

  test("a token that the service has not made is refused", async () => {
    const token = service.env()["ACTIONS_RUNTIME_TOKEN"] ?? "";
    for (const bad of ["", "x", `${token}x`, token.replace(/\./, ".x")]) {
      const env = { ...service.env(), ACTIONS_RUNTIME_TOKEN: bad };
      expect(
        (await raw.twirp("CreateCacheEntry", { key: "k", version: "v" }, { env })).status,
      ).toBe(401);
    }
  });

  test("beyond the limit the least recently used entries go", async () => {
    const small = await startCacheService({ limitBytes: 250, now: () => now });
    const { entryOf, addressOf } = openRaw(small);
    try {
      for (const key of ["first", "second"]) {
        now += 1000;
        await entryOf(key, randomBytes(100));
      }
      now += 1000;
      await addressOf("first");
      await entryOf("third", randomBytes(100));
      expect(small.entries().map((entry) => entry.key)).toEqual(["first", "third"]);
    } finally {
      await small.close();
    }
  });
});

/** Calls the REST interface with a token of these rights. */
async function rest(
  path: string,
  rights: JobOptions["token"],
  method = "GET",
): Promise<{ readonly status: number; readonly body: unknown; readonly link: string | null }> {
  const job = rights === undefined ? {} : { token: rights };
  const token = service.env(job)["GITHUB_TOKEN"];
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const url = `${service.url}api/repos/octo/genomes/actions/${path}`;
  const answer = await fetch(url, { headers, method });
  const text = await answer.text();
  const body: unknown = text === "" ? undefined : JSON.parse(text);
  return { status: answer.status, body, link: answer.headers.get("link") };
}

describe("the REST interface", () => {
  test("lists entries of every reference by prefix, and reservations with size 0, page by page", async () => {
    await save("rest-1");
    await save("rest-2", "refs/heads/topic");
    now += 1000;
    service.lock("rest-3", "v");
    const newest = await rest("caches?key=rest-&sort=created_at&per_page=2", "read");
    expect(newest).toMatchObject({
      status: 200,
      body: {
        total_count: 3,
        actions_caches: [
          { key: "rest-3", size_in_bytes: 0, version: "v" },
          { key: "rest-2", ref: "refs/heads/topic" },
        ],
      },
    });
    expect(newest.link).toContain('page=2>; rel="next"');
    const last = await rest("caches?key=rest-&sort=created_at&per_page=2&page=2", "read");
    expect(last).toMatchObject({ body: { actions_caches: [{ key: "rest-1" }] }, link: null });
    const own = await rest("caches?key=rest-&ref=refs/heads/topic", "write");
    expect(own.body).toMatchObject({ total_count: 1 });
  });

  test("removes by key and reference, and by number, where the token may", async () => {
    await save("gone-1");
    await save("gone-1", "refs/heads/topic");
    await save("gone-2", "refs/heads/topic");
    expect((await rest("caches?key=gone-", "write", "DELETE")).status).toBe(404);
    const path = "caches?key=gone-1&ref=refs/heads/topic";
    expect((await rest(path, "read", "DELETE")).status).toBe(403);
    expect((await rest(path, "write", "DELETE")).body).toMatchObject({ total_count: 1 });
    const left = service.entries().filter((entry) => entry.key.startsWith("gone-"));
    expect(left.map((entry) => entry.key)).toEqual(["gone-1", "gone-2"]);
    for (const { id } of left) {
      expect((await rest(`caches/${id}`, "write", "DELETE")).status).toBe(204);
      expect((await rest(`caches/${id}`, "write", "DELETE")).status).toBe(404);
    }
    await save("gone-3");
    service.remove("gone-3");
    expect(await raw.addressOf("gone-3")).toBe("");
  });

  test("is closed to a token without rights, to none, and to a foreign one", async () => {
    expect((await rest("caches", "none")).status).toBe(403);
    expect((await rest("caches", undefined)).status).toBe(401);
    const headers = { authorization: "Bearer ghs_foreign" };
    const url = `${service.url}api/repos/octo/genomes/actions/caches`;
    expect((await fetch(url, { headers })).status).toBe(401);
  });

  test("tells what is used and what may be", async () => {
    const finished = service.entries().filter((entry) => entry.finalized);
    const bytes = finished.reduce((sum, entry) => sum + entry.sizeBytes, 0);
    expect((await rest("cache/usage", "read")).body).toEqual({
      full_name: "octo/genomes",
      active_caches_size_in_bytes: bytes,
      active_caches_count: finished.length,
    });
    const limit = await rest("cache/storage-limit", "read");
    expect(limit.body).toEqual({ max_cache_size_gb: 10 });
  });
});
