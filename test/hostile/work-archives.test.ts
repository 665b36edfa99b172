import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sha256 } from "../../src/core/model/digest.ts";
import { parseWorkKey } from "../../src/core/keys/cache-key.ts";
import type { Store } from "../../src/store/store.ts";
import { startCacheService, type CacheService } from "../cache-service/service.ts";
import { tally } from "../helpers/tally.ts";
import { workOf } from "../store/contract.ts";
import { openStore } from "../store/github-setting.ts";
import { putArchive } from "../store/put-archive.ts";
import { namesBelow, temporaryFolder, wantedOf } from "../store/setting.ts";
import { tarOf, zstd, type Member } from "./tar.ts";

let service: CacheService;
let serial = 0;
let cases = 0;

beforeAll(async () => {
  service = await startCacheService();
});

afterAll(async () => {
  await service.close();
  tally("hostile input", { archives: cases });
});

const MISS = { kind: "miss" };
const HIT = { kind: "hit" };
const STATE = "step 17";
const WANTED = wantedOf("protein-1");

/** Stores of one definition that has no work yet: each opened anew knows only what the service holds. */
function definition(): { readonly open: () => Store } {
  serial += 1;
  const name = `hostile work ${serial}`;
  return { open: () => openStore(service, { name, job: { token: "write" } }) };
}

function dataKeys(): readonly string[] {
  return service
    .entries()
    .map(({ key }) => key)
    .filter((key) => parseWorkKey(key)?.kind === "data");
}

/** Puts what was forged in the place of the only entry of data. */
async function forge(members: readonly Member[], trailing: readonly Buffer[] = []): Promise<void> {
  cases += 1;
  const [key = ""] = dataKeys().slice(-1);
  service.remove(key);
  await putArchive(service, key, Buffer.concat([zstd(tarOf(members)), ...trailing]));
}

const folders: readonly Member[] = [
  { name: "entry/", type: "folder" },
  { name: "entry/objects/", type: "folder" },
];
const good: readonly Member[] = [
  ...folders,
  { name: `entry/objects/${sha256(STATE)}`, content: STATE },
];

async function bring(store: Store): Promise<{ readonly kind: string; readonly staging: string }> {
  const staging = path.join(temporaryFolder(), "staging");
  const { kind } = await store.fetchWork(WANTED, staging);
  return { kind, staging };
}

describe("an archive of work that unpacks to", () => {
  it("what was put in is brought", async () => {
    const { open } = definition();
    await open().saveWork(WANTED, workOf({ state: STATE }));
    await forge(good);
    const { kind, staging } = await bring(open());
    expect(kind).toBe("hit");
    expect(readFileSync(path.join(staging, "state"), "utf8")).toBe(STATE);
  });

  it.each([
    ["2 MiB more in another content", { name: `entry/objects/${"0".repeat(64)}` }],
    ["2 MiB more beside its contents", { name: "entry/more" }],
  ])("%s is not brought, and dropped", async (_, more) => {
    const { open } = definition();
    await open().saveWork(WANTED, workOf({ state: STATE }));
    await forge([...good, { ...more, content: Buffer.alloc(2 * 1024 ** 2) }]);
    const { kind, staging } = await bring(open());
    expect(kind).toBe("miss");
    expect(namesBelow(path.dirname(staging))).toEqual([]);
    expect(await open().findWork([WANTED])).toEqual([MISS]);
  });

  it("16 GB in 2 MB is cut off before it fills the disk", async () => {
    const { open } = definition();
    await open().saveWork(WANTED, workOf({ state: STATE }));
    const size = Buffer.alloc(12);
    size.writeBigUInt64BE(16n * 1024n ** 3n, 4);
    size[0] = 0x80;
    const head = tarOf([...good, { name: "entry/objects/bomb", sizeField: size }]);
    const zeros = zstd(Buffer.alloc(64 * 1024 ** 2));
    cases += 1;
    const [key = ""] = dataKeys().slice(-1);
    service.remove(key);
    const bomb = [zstd(head.subarray(0, -1024)), ...Array.from({ length: 256 }, () => zeros)];
    await putArchive(service, key, Buffer.concat(bomb));
    const { kind, staging } = await bring(open());
    expect(kind).toBe("miss");
    expect(existsSync(staging)).toBe(false);
  });
});

describe("work is brought although its archive holds", () => {
  it("more that was once part of it than the newest snapshot names", async () => {
    const { open } = definition();
    const work = workOf({ state: STATE, old: "x".repeat(8 * 1024 ** 2) });
    await open().saveWork(WANTED, work);
    rmSync(path.join(work, "old"));
    writeFileSync(path.join(work, "new"), "y");
    expect((await open().saveWork(WANTED, work)).kind).toBe("saved");
    const staging = path.join(temporaryFolder(), "staging");
    expect(await open().fetchWork(WANTED, staging)).toEqual(HIT);
    expect(namesBelow(staging)).toEqual(["new", "state"]);
  });

  it("200 contents of a byte or two, each of them with a header", async () => {
    const { open } = definition();
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`f${n}`, String(n)]));
    await open().saveWork(WANTED, workOf(many));
    const { kind, staging } = await bring(open());
    expect(kind).toBe("hit");
    expect(namesBelow(staging)).toHaveLength(200);
  });
});
