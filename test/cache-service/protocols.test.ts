import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startClient, type Client } from "./client.ts";
import { startCacheService, type CacheService } from "./service.ts";

const DAY_MS = 24 * 3_600_000;
const PROTOCOLS = ["v2", "v1"] as const;
let service: CacheService;
let client: Client;
let now = Date.now();

beforeAll(async () => {
  service = await startCacheService({ now: () => now });
  client = startClient();
});
afterAll(() => Promise.all([client.close(), service.close()]));

/** Saves a small entry under each key, the later ones later. */
async function save(env: Record<string, string>, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    now += 1000;
    const { result, log } = await client.save(env, key);
    expect(result, log).toBeGreaterThan(0);
  }
}

async function look(
  env: Record<string, string>,
  key: string,
  restoreKeys: readonly string[] = [],
): Promise<unknown> {
  return (await client.look(env, key, restoreKeys)).result;
}

describe("with @actions/cache", () => {
  test.each(PROTOCOLS)("%s: what was saved is restored as it was", async (protocol) => {
    const env = service.env({ protocol });
    // More than one chunk of the old protocol.
    const bytes = randomBytes(35_000_000);
    const key = `whole-${protocol}`;
    service.resetTraffic();
    expect((await client.save(env, key, bytes)).result).toBeGreaterThan(0);
    expect((await client.restore(env, key)).result).toBe(key);
    expect(client.bytes().equals(bytes)).toBe(true);

    const size = service.entries().find((entry) => entry.key === key)?.sizeBytes ?? 0;
    const traffic = service.traffic();
    expect(size).toBeGreaterThan(bytes.length);
    expect(traffic).toMatchObject({ uploadedBytes: size, downloadedBytes: size, lookups: 1 });
    expect(traffic.otherBytes).toBeGreaterThan(0);
    expect(traffic.otherBytes).toBeLessThan(20_000);
  });

  test.each(PROTOCOLS)("%s: a key that is taken is refused", async (protocol) => {
    const env = service.env({ protocol });
    const key = `taken-${protocol}`;
    await save(env, key);
    const { result, log } = await client.save(env, key);
    expect(result).toBe(-1);
    expect(log).toContain("another job may be creating this cache");
    expect(service.entries().filter((entry) => entry.key === key)).toHaveLength(1);
  });

  test.each(PROTOCOLS)(
    "%s: the key itself is found first, then the newest that begins with it, then restore keys",
    async (protocol) => {
      const env = service.env({ protocol });
      await save(env, `${protocol}-2`, `${protocol}-20`);
      expect(await look(env, `${protocol}-2`)).toBe(`${protocol}-2`);
      await save(env, `${protocol}-10`, `${protocol}-11`, `other-${protocol}-1`);
      expect(await look(env, `${protocol}-1`)).toBe(`${protocol}-11`);
      const keys = [`other-${protocol}`, protocol];
      expect(await look(env, "missing-", keys)).toBe(`other-${protocol}-1`);
      expect(await look(env, "missing-", ["absent-"])).toBe("nothing");
    },
  );

  test("a branch reads its own entries first, then the default branch's, never another's", async () => {
    const branch = service.env({ ref: "refs/heads/topic" });
    await save(branch, "scoped-a");
    await save(service.env(), "scoped-b");
    expect(await look(branch, "scoped-")).toBe("scoped-a");
    expect(await look(branch, "scoped-b")).toBe("scoped-b");
    expect(await look(service.env(), "scoped-a")).toBe("nothing");
    expect(await look(service.env({ ref: "refs/heads/other" }), "scoped-a")).toBe("nothing");
  });

  test("a pull request reads its base, and what it saves stays its own", async () => {
    const base = service.env({ ref: "refs/heads/release" });
    await save(base, "pr-base");
    const pull = service.env({ ref: "refs/pull/7/merge", base: "release" });
    expect(await look(pull, "pr-base")).toBe("pr-base");
    await save(pull, "pr-own");
    expect(await look(pull, "pr-own")).toBe("pr-own");
    expect(await look(base, "pr-own")).toBe("nothing");
  });

  test("a reservation that is never finalised keeps its key for 24 hours", async () => {
    const env = service.env();
    await save(env, "lock-first");
    const version = service.entries().find((entry) => entry.key === "lock-first")?.version ?? "";
    service.lock("lock-second", version);
    expect((await client.save(env, "lock-second")).result).toBe(-1);
    expect(await look(env, "lock-second")).toBe("nothing");
    now += DAY_MS - 1;
    expect((await client.save(env, "lock-second")).result).toBe(-1);
    now += 1;
    await save(env, "lock-second");
    expect(await look(env, "lock-second")).toBe("lock-second");
  });

  test.each(PROTOCOLS)("%s: a read-only token reads and may not save", async (protocol) => {
    const env = service.env({ protocol, readOnly: true });
    await save(service.env(), `read-only-${protocol}`);
    expect(await look(env, `read-only-${protocol}`)).toBe(`read-only-${protocol}`);
    const { result, log } = await client.save(env, `refused-${protocol}`);
    expect(result).toBe(-1);
    expect(log).toMatch(/::warning::Failed to save: .*cache write denied:/);
  });

  test("a rate limit looks like a miss to a restore and like a taken key to a save", async () => {
    const env = service.env();
    await save(env, "limited");
    const limit = { status: 429, headers: { "retry-after": "7" } };
    service.fault("lookup", limit, 1);
    service.fault("create", limit, 1);
    const missed = await client.look(env, "limited");
    expect(missed.result).toBe("nothing");
    expect(missed.log).toContain("your rate limit will reset in 7 seconds");
    const refused = await client.save(env, "limited-2");
    expect(refused.result).toBe(-1);
    expect(refused.log).toContain("another job may be creating this cache");
    expect(await look(env, "limited")).toBe("limited");
  });

  test("a truncated archive gives nothing and leaves half of the file", async () => {
    const bytes = randomBytes(3_000_000);
    await client.save(service.env(), "cut", bytes);
    const size = service.entries().find((entry) => entry.key === "cut")?.sizeBytes ?? 0;
    await service.damage("cut", "truncate");
    service.resetTraffic();
    const { result, log } = await client.restore(service.env(), "cut");
    expect(result).toBe("nothing");
    expect(log).toContain("::warning::Failed to restore");
    expect(service.traffic().downloadedBytes).toBe(Math.floor(size / 2));
    const left = client.bytes();
    expect(left.length).toBeGreaterThan(0);
    expect(left.length).toBeLessThan(bytes.length);
  });

  test("a changed archive gives nothing", async () => {
    const bytes = randomBytes(3_000_000);
    await client.save(service.env(), "flipped", bytes);
    await service.damage("flipped", "flip");
    const { result, log } = await client.restore(service.env(), "flipped");
    expect(result).toBe("nothing");
    expect(log).toContain("::warning::Failed to restore");
  });
});
