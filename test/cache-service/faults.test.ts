import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openRaw, type Raw } from "./raw.ts";
import { startCacheService, type CacheService } from "./service.ts";

let service: CacheService;
let raw: Raw;

beforeAll(async () => {
  service = await startCacheService({ inMemory: true });
  raw = openRaw(service);
});
afterAll(() => service.close());

describe("a fault", () => {
  const bytes = randomBytes(300_000);

  test("meets as many calls of its kind as said, or all until it is ended", async () => {
    const wanted = { key: "none", version: "v" };
    const statuses = async (count: number): Promise<readonly number[]> => {
      const all: number[] = [];
      while (all.length < count) {
        all.push((await raw.twirp("GetCacheEntryDownloadURL", wanted)).status);
      }
      return all;
    };
    service.fault("lookup", { status: 503 }, 2);
    expect(await statuses(3)).toEqual([503, 503, 200]);
    const end = service.fault("lookup", { status: 500 });
    expect(await statuses(2)).toEqual([500, 500]);
    end();
    expect(await statuses(1)).toEqual([200]);
  });

  test("on a call of the protocol breaks it, each in its own way", async () => {
    const ask = (limitMs = 5000): Promise<Response> =>
      raw.twirp("GetCacheEntryDownloadURL", { key: "none", version: "v" }, { limitMs });
    const whole = await (await ask()).text();
    service.fault("lookup", "not-json", 1);
    await expect((await ask()).json()).rejects.toThrow(SyntaxError);
    service.fault("lookup", { truncateTo: 5 }, 1);
    expect(await (await ask()).text()).toBe(whole.slice(0, 5));
    service.fault("lookup", "corrupt", 1);
    const corrupt = await (await ask()).text();
    expect(corrupt).not.toBe(whole);
    service.fault("lookup", "refuse", 1);
    await expect(ask()).rejects.toThrow("fetch failed");
    service.fault("lookup", "reset", 1);
    await expect(ask().then((answer) => answer.text())).rejects.toThrow("terminated");
    service.fault("lookup", "stall", 1);
    await expect(ask(300).then((answer) => answer.text())).rejects.toThrow(/timeout/);
  });

  test("on a download cuts, changes, breaks or holds the bytes, and leaves the entry whole", async () => {
    const address = await raw.entryOf("fault-down", bytes);
    const load = async (signal?: AbortSignal): Promise<Buffer> =>
      Buffer.from(await (await fetch(address, { signal: signal ?? null })).arrayBuffer());
    service.fault("download", { truncateTo: 1000 }, 1);
    expect(await load()).toEqual(bytes.subarray(0, 1000));
    service.fault("download", "corrupt", 1);
    const changed = await load();
    expect(changed.length).toBe(bytes.length);
    expect(changed.equals(bytes)).toBe(false);
    service.fault("download", "reset", 1);
    await expect(load()).rejects.toThrow("terminated");
    service.fault("download", "stall", 1);
    await expect(load(AbortSignal.timeout(300))).rejects.toThrow(/timeout/);
    service.fault("download", { status: 404 }, 1);
    expect((await fetch(address)).status).toBe(404);
    expect((await load()).equals(bytes)).toBe(true);
  });

  test("on an upload stores what arrived, or nothing", async () => {
    service.fault("upload", { truncateTo: 1000 }, 1);
    expect(await raw.upload(await raw.reserve("up-cut"), bytes)).toBe(201);
    expect(await raw.finalize("up-cut", bytes.length)).toMatchObject({ ok: false });
    service.fault("upload", "corrupt", 1);
    const stored = await raw.entryOf("up-corrupt", bytes);
    const came = Buffer.from(await (await fetch(stored)).arrayBuffer());
    expect(came.length).toBe(bytes.length);
    expect(came.equals(bytes)).toBe(false);
    service.fault("upload", "reset", 1);
    await expect(raw.upload(await raw.reserve("up-reset"), bytes)).rejects.toThrow("fetch failed");
    service.fault("upload", "stall", 1);
    const held = raw.upload(await raw.reserve("up-stall"), bytes, 300);
    await expect(held).rejects.toThrow(/timeout/);
    for (const key of ["up-reset", "up-stall"]) {
      expect(await raw.finalize(key, bytes.length)).toMatchObject({ ok: false });
    }
  });
});
