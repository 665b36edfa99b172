import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { sha256 } from "../../src/core/model/digest.ts";
import { PLAIN_FORM, signedForm, type MarkerForm } from "../../src/core/model/marker-form.ts";
import { surroundingsOf } from "../../src/store/github/surroundings.ts";
import {
  startCacheService,
  type CacheService,
  type JobOptions,
  type ServiceEntry,
} from "../cache-service/service.ts";
import { mayMount, mounted } from "../fixtures/cli/mount.ts";
import { answerContract, entryOf, fetchContent, fetchWorkContent, workOf } from "./contract.ts";
import { openStore, type Opening } from "./github-setting.ts";
import { finish, namesBelow, temporaryFolder, wantedOf, write } from "./setting.ts";
import type { Store } from "../../src/store/store.ts";

const MISS = { kind: "miss" };
const REMOVED = { kind: "removed" };

let service: CacheService;
let serial = 0;
let name = "";

beforeAll(async () => {
  service = await startCacheService();
});

afterAll(() => service.close());

beforeEach(() => {
  serial += 1;
  name = `definition ${serial}`;
});

const open = (opening: Opening = {}): Store => openStore(service, { name, ...opening });

describe.each<[string, JobOptions]>([
  ["without a token", {}],
  ["with a token that may not list", { token: "none" }],
  ["on an Enterprise Server", { protocol: "v1" }],
])("GitHub's cache %s", (_, job) => {
  it("finds and brings what was saved, and answers exists to the second save", async () => {
    const done = finish({ content: { "a.bin": "1", deep: { "b.bin": "22" } } });
    const first = await open({ job }).save(done);
    expect(first.kind).toBe("saved");
    const store = open({ job });
    expect((await store.find([wantedOf("other"), done.wanted])).map(({ kind }) => kind)).toEqual([
      "miss",
      "hit",
    ]);
    expect(await fetchContent(store, done.wanted)).toEqual({
      "a.bin": "1",
      deep: { "b.bin": "22" },
    });
    expect(await store.save(done)).toEqual({ ...first, kind: "exists" });
  });

  it("hides what was revoked, and finds what is saved after it", async () => {
    const done = finish();
    const store = open({ job });
    await store.save(done);
    const entry = await entryOf(store, done.wanted);
    expect(await store.revoke(entry)).toEqual(REMOVED);
    const staging = path.join(temporaryFolder(), "staging");
    for (const later of [store, open({ job })]) {
      expect(await later.find([done.wanted])).toEqual([MISS]);
      expect(await later.fetch(entry, staging)).toEqual(MISS);
      expect(await later.revoke(entry)).toEqual(MISS);
    }
    expect((await store.save(done)).kind).toBe("saved");
    expect(await fetchContent(open({ job }), done.wanted)).toBe("the embedding of protein-1");
  });

  it("drops work, and keeps what is saved after it", async () => {
    const wanted = wantedOf("1");
    const store = open({ job });
    const work = workOf({ state: "1" });
    await store.saveWork(wanted, work);
    expect(await fetchWorkContent(open({ job }), wanted)).toEqual({ state: "1" });
    expect(await store.dropWork(wanted)).toEqual(REMOVED);
    expect(await open({ job }).dropWork(wanted)).toEqual(MISS);
    expect(await open({ job }).findWork([wanted])).toEqual([MISS]);
    expect((await store.saveWork(wanted, work)).kind).toBe("saved");
    expect(await fetchWorkContent(open({ job }), wanted)).toEqual({ state: "1" });
  });

  it("says that only a list knows all entries", async () => {
    const listed = await open({ job }).list();
    expect(listed).toMatchObject({
      kind: "unavailable",
      cause: expect.stringContaining("actions: read"),
    });
  });
});

it("says once that the list is not used, and why", async () => {
  const lines: string[] = [];
  const store = open({ job: { token: "none" }, changes: { warn: (line) => lines.push(line) } });
  await store.find([wantedOf("1")]);
  await store.find([wantedOf("2")]);
  await store.findWork([wantedOf("1")]);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain("actions: read");
});

it("asks the list once for all shards, and brings no byte of a checkpoint", async () => {
  const wanted = Array.from({ length: 40 }, (_, number) => wantedOf(`shard-${number}`));
  const saver = open();
  await Promise.all(wanted.slice(0, 5).map(({ shard }) => saver.save(finish({ shard }))));
  service.resetTraffic();
  const found = await open({ job: { token: "read" } }).find(wanted);
  expect(found.filter(({ kind }) => kind === "hit")).toHaveLength(5);
  expect(service.traffic()).toMatchObject({ listRequests: 1, lookups: 0, downloadedBytes: 0 });
});

it("reads a list of many pages whole", async () => {
  const version = sha256("entry|zstd-without-long|1.0");
  const store = open({ job: { token: "write" } });
  await store.save(finish({ shard: "first" }));
  // Reservations without an upload are in the list and count for nothing.
  for (let number = 0; number < 250; number += 1) {
    service.lock(`dm1-${sha256(name).slice(0, 8)}-lock-${number}`, version);
  }
  await store.save(finish({ shard: "last" }));
  const found = await open({ job: { token: "read" } }).find([wantedOf("first"), wantedOf("last")]);
  expect(found.map(({ kind }) => kind)).toEqual(["hit", "hit"]);
});

it("looks up few shards where the list is long, and reads the list for many", async () => {
  const version = sha256("entry|zstd-without-long|1.0");
  await open().save(finish({ shard: "first" }));
  for (let number = 0; number < 250; number += 1) {
    service.lock(`dm1-${sha256(name).slice(0, 8)}-lock-${number}`, version);
  }
  const store = open({ job: { token: "read" } });
  service.resetTraffic();
  await store.find([wantedOf("first"), wantedOf("2")]);
  await store.find([wantedOf("first")]);
  expect(service.traffic()).toMatchObject({ listRequests: 1, lookups: 3 });
  service.resetTraffic();
  await store.find(Array.from({ length: 40 }, (_, number) => wantedOf(`${number}`)));
  expect(service.traffic()).toMatchObject({ listRequests: 3, lookups: 0 });
});

it("does not hide a newer entry by revoking an older one that it cannot delete", async () => {
  const older = finish({ by: { run: "1" } });
  await open().save(older);
  const entry = await entryOf(open(), older.wanted);
  await open().save(finish({ by: { run: "2" } }));
  for (const job of [{ token: "read" }, {}] as const) {
    expect(await open({ job }).revoke(entry)).toEqual(MISS);
    expect((await open({ job }).find([older.wanted]))[0]).toMatchObject({ entry: { run: "2" } });
  }
});

it("leaves alone what runners that pack otherwise have saved or revoked", async () => {
  const bin = temporaryFolder();
  for (const tool of ["tar", "gzip", "sh"]) symlinkSync(`/usr/bin/${tool}`, path.join(bin, tool));
  const foreign = { env: { PATH: bin } };
  const done = finish({ by: { run: "1" } });
  await open().save(done);
  await open(foreign).save(done);
  await open(foreign).revoke(await entryOf(open(foreign), done.wanted));
  for (const job of [{ token: "read" }, {}] as const) {
    expect((await open({ job }).find([done.wanted]))[0]?.kind).toBe("hit");
  }
  await open(foreign).save(finish({ by: { run: "2" } }));
  const store = open({ job: { token: "write" }, changes: { prunes: true } });
  await store.find([wantedOf("other")]);
  expect((await store.save(finish({ by: { run: "3" } }))).kind).toBe("saved");
  expect((await open(foreign).find([done.wanted]))[0]).toMatchObject({ entry: { run: "2" } });
});

it("hides what the list has and the service does not find", async () => {
  const done = finish();
  const saver = open({ job: { token: "read" } });
  await saver.save(done);
  const entry = await entryOf(saver, done.wanted);
  // As where GitHub's service is behind its list: nothing is found, nothing is refused.
  const staging = path.join(temporaryFolder(), "staging");
  const listing = open({ job: { token: "write" } });
  await listing.find([done.wanted]);
  onTestFinished(service.fault("lookup", { status: 200, body: '{"ok":false}' }));
  expect(await listing.fetch(entry, staging)).toEqual(MISS);
  for (const store of [listing, open({ job: { token: "read" } })]) {
    expect(await store.find([done.wanted])).toEqual([MISS]);
  }
});

describe("a terminal", () => {
  /** GitHub's interface alone; `lists` are its answers, the last one for all that come after. */
  const terminal = async (lists: readonly (readonly string[])[]): Promise<Store> => {
    const answers = [...lists];
    const server = createServer(({ url = "" }, response) => {
      const rows = service.entries().filter(({ key }) => url.includes(`key=${key.slice(0, 13)}`));
      const refs = (answers.length > 1 ? answers.shift() : answers[0]) ?? [];
      const shown = rows.filter(({ scope }) => refs.includes(scope)).map(toRow);
      const list = { total_count: rows.length, actions_caches: shown };
      response.end(JSON.stringify(url.includes("/actions/") ? list : { default_branch: "trunk" }));
    });
    await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const { port } = Object(server.address());
    return alone(`http://127.0.0.1:${port}`);
  };
  const alone = (api: string): Store => {
    const env = { GITHUB_REPOSITORY: "octo/genomes", GITHUB_API_URL: api, PATH: "/nowhere" };
    const { GITHUB_TOKEN: token } = service.env({ token: "read" });
    return open({ env, changes: { surroundings: surroundingsOf(env, undefined, token) } });
  };
  const toRow = ({ id, key, scope: ref, version, sizeBytes }: ServiceEntry): object => ({
    ...{ id, key, ref, version, size_in_bytes: sizeBytes, created_at: "2026-01-01T00:00:00Z" },
  });
  const TRUNK = "refs/heads/trunk";

  it("sees what the default branch has, packed by whatever runner", async () => {
    await open({ job: { ref: TRUNK, base: "trunk" } }).save(finish());
    await open().save(finish({ shard: "elsewhere" }));
    const store = await terminal([[TRUNK, "refs/heads/main"]]);
    const found = await store.find([wantedOf("protein-1"), wantedOf("elsewhere")]);
    expect(found.map(({ kind }) => kind)).toEqual(["hit", "miss"]);
  });

  it("asks once more for a list of which rows are missing", async () => {
    await open({ job: { ref: TRUNK, base: "trunk" } }).save(finish());
    const store = await terminal([[], [TRUNK]]);
    expect((await store.find([wantedOf("protein-1")]))[0]?.kind).toBe("hit");
  });

  it("is told of a rate limit by its name", async () => {
    onTestFinished(
      service.fault("list", { status: 403, headers: { "x-ratelimit-remaining": "0" } }),
    );
    expect(await alone(`${service.url}api`).find([wantedOf("1")])).toMatchObject([
      { kind: "unavailable", cause: expect.stringContaining("rate limit") },
    ]);
  });
});

it("does not count an upload that was never finished", async () => {
  const { key } = await entryOf(await saved(), wantedOf("protein-1"));
  const version = service.entries().find((entry) => entry.key === key)?.version ?? "";
  service.remove(key);
  service.lock(key, version);
  for (const job of [{ token: "read" }, {}] as const) {
    expect(await open({ job }).find([wantedOf("protein-1")])).toEqual([MISS]);
  }
});

it("prunes older entries of the same shard and match in its own reference, and no others", async () => {
  await open().save(finish({ by: { run: "1" } }));
  await open().save(finish({ by: { run: "1" }, fingerprint: "b" }));
  await open().save(finish({ by: { run: "1" }, shard: "other" }));
  const store = open({ job: { token: "write" }, changes: { prunes: true } });
  await store.find([wantedOf("protein-1")]);
  expect((await store.save(finish({ by: { run: "2" } }))).kind).toBe("saved");
  const listed = await open({ job: { token: "read" } }).list();
  const runs = listed.kind === "listed" ? listed.entries.map(({ run }) => run) : [];
  expect(runs.toSorted()).toEqual(["1", "1", "2"]);
});

it("saves nothing that may not be saved, and says why", async () => {
  const readOnly = await open({ job: { readOnly: true } }).save(finish());
  expect(readOnly).toMatchObject({
    kind: "unavailable",
    cause: expect.stringContaining("write denied"),
  });
  service.resetTraffic();
  const mode = await open({ env: { ACTIONS_CACHE_MODE: "read" } }).save(finish());
  expect(mode).toMatchObject({
    kind: "unavailable",
    cause: expect.stringContaining("cache-mode is read"),
  });
  const none = await open({ env: { ACTIONS_CACHE_MODE: "none" } }).find([wantedOf("1")]);
  expect(none).toMatchObject([
    { kind: "unavailable", cause: expect.stringContaining("cache-mode is none") },
  ]);
  expect(service.traffic().requests).toBe(0);
});

it("saves under cache-mode write-only what it cannot look up", async () => {
  const store = open({ env: { ACTIONS_CACHE_MODE: "write-only" } });
  expect((await store.save(finish())).kind).toBe("saved");
  expect((await store.find([wantedOf("protein-1")]))[0]?.kind).toBe("unavailable");
  expect((await open().find([wantedOf("protein-1")]))[0]?.kind).toBe("hit");
});

it.each([
  ["as fast as it can", {}, "1"],
  ["as the user wants it", { ZSTD_CLEVEL: "7" }, "7"],
])("packs %s", async (_, given, level) => {
  const bin = temporaryFolder();
  const said = path.join(bin, "level");
  for (const tool of ["zstd", "zstdmt"]) {
    const script = `#!/bin/sh\nprintf %s "$ZSTD_CLEVEL" > "${said}"\nexec /usr/bin/${tool} "$@"\n`;
    writeFileSync(path.join(bin, tool), script);
    chmodSync(path.join(bin, tool), 0o755);
  }
  const PATH = `${bin}${path.delimiter}${process.env["PATH"]}`;
  const store = open({ env: { ...given, PATH } });
  expect((await store.save(finish())).kind).toBe("saved");
  expect(readFileSync(said, "utf8")).toBe(level);
});

it.skipIf(!mayMount())(
  "says that there is no room for the archive, saves and brings nothing, and leaves nothing behind (skipped where no file system can be mounted)",
  async () => {
    const big = finish({ content: noise(300_000) });
    await open().save(big);
    const temporary = temporaryFolder();
    await mounted(["-t", "tmpfs", "-o", "size=128k", "none", temporary], async () => {
      const store = open({ changes: { temporary } });
      const other = finish({ shard: "other", content: noise(300_000) });
      expect(await store.save(other)).toMatchObject({
        kind: "unavailable",
        cause: expect.stringMatching(/\(RUNNER_TEMP\) has \d+ bytes free, .* needs 300000/),
      });
      const staging = path.join(temporaryFolder(), "staging");
      expect(await store.fetch(await entryOf(store, big.wanted), staging)).toMatchObject({
        kind: "unavailable",
        cause: expect.stringMatching(/RUNNER_TEMP/),
      });
      expect(existsSync(staging)).toBe(false);
      expect(readdirSync(temporary)).toEqual([]);
    });
  },
);

it("brings nothing where tar is missing, says so, and takes the entry for no miss", async () => {
  await open().save(finish());
  const bin = temporaryFolder();
  for (const tool of ["zstd", "sh"]) symlinkSync(`/usr/bin/${tool}`, path.join(bin, tool));
  const store = open({ env: { PATH: bin } });
  const entry = await entryOf(store, wantedOf("protein-1"));
  const staging = path.join(temporaryFolder(), "staging");
  expect(await store.fetch(entry, staging)).toMatchObject({
    kind: "unavailable",
    cause: expect.stringContaining("tar is not installed"),
  });
  expect((await open().find([wantedOf("protein-1")]))[0]?.kind).toBe("hit");
});

it.each<[string, JobOptions]>([
  ["looked up", {}],
  ["listed", { token: "read" }],
])("with a marker-key finds by %s keys alone what was saved with that key", async (_, job) => {
  const [markers, others] = [
    signedForm("a key of some length"),
    signedForm("another key, as long"),
  ];
  const keyed = (form: MarkerForm): Store => open({ job, changes: { markers: form } });
  await keyed(PLAIN_FORM).save(finish({ shard: "unsigned" }));
  await keyed(others).save(finish({ shard: "other" }));
  await keyed(markers).save(finish({ shard: "own" }));
  const wanted = ["unsigned", "other", "own"].map((shard) => wantedOf(shard));
  const kinds = async (form: MarkerForm): Promise<readonly string[]> =>
    (await keyed(form).find(wanted)).map(({ kind }) => kind);
  expect(await kinds(markers)).toEqual(["miss", "miss", "hit"]);
  expect(await kinds(PLAIN_FORM)).toEqual(["hit", "hit", "hit"]);
  expect(await fetchContent(keyed(markers), wantedOf("own"))).toBe("the embedding of own");
  expect((await keyed(markers).save(finish({ shard: "unsigned" }))).kind).toBe("saved");
  expect(await kinds(markers)).toEqual(["hit", "miss", "hit"]);
});

it("says of an entry that this runner cannot unpack what is missing, and takes it for no miss", async () => {
  await open().save(finish());
  const bin = temporaryFolder();
  for (const tool of ["tar", "gzip", "sh"]) symlinkSync(`/usr/bin/${tool}`, path.join(bin, tool));
  const store = open({ job: { token: "read" }, env: { PATH: bin } });
  expect(await store.find([wantedOf("protein-1")])).toMatchObject([
    { kind: "unavailable", cause: expect.stringContaining("zstd") },
  ]);
  const lines: string[] = [];
  const looking = open({ env: { PATH: bin }, changes: { warn: (line) => lines.push(line) } });
  for (const shard of ["protein-1", "protein-2"])
    expect(await looking.find([wantedOf(shard)])).toEqual([{ kind: "miss" }]);
  expect(lines).toEqual([expect.stringMatching(/^zstd is not installed on this runner: /)]);
  expect((await store.save(finish({ shard: "2" }))).kind).toBe("saved");
  expect(await fetchContent(store, wantedOf("2"))).toBe("the embedding of 2");
  rmSync(path.join(bin, "tar"));
  const refused = await store.save(finish({ shard: "3" }));
  expect(refused).toMatchObject({
    kind: "unavailable",
    cause: expect.stringContaining("tar is not installed"),
  });
});

it("uploads of growing work only what is new", async () => {
  const work = workOf({});
  const wanted = wantedOf("growing");
  service.resetTraffic();
  const size = 2_000_000;
  for (let part = 1; part <= 5; part += 1) {
    write(work, { "state.json": `{"parts":${part}}`, [`part-${part}.bin`]: noise(size) });
    // A process of its own each time: what is there is learned from the service.
    expect((await open().saveWork(wanted, work)).kind).toBe("saved");
  }
  expect(service.traffic().uploadedBytes).toBeLessThan(1.1 * 5 * size);
  const staging = path.join(temporaryFolder(), "staging");
  expect(await open().fetchWork(wanted, staging)).toEqual({ kind: "hit" });
  expect(namesBelow(staging).toSorted()).toEqual(namesBelow(work).toSorted());
});

it("misses work of which an older piece is gone, and saves it whole afterwards", async () => {
  const work = workOf({ "part-1.bin": "one" });
  const wanted = wantedOf("pieces");
  await open().saveWork(wanted, work);
  const first = service
    .entries()
    .find(({ key }) => /^dm1w-.*-d-/.test(key) && key.startsWith(workName()));
  write(work, { "part-2.bin": "two" });
  await open().saveWork(wanted, work);
  service.remove(first?.key ?? "");
  const staging = path.join(temporaryFolder(), "staging");
  expect(await open().fetchWork(wanted, staging)).toEqual(MISS);
  expect(namesBelow(path.dirname(staging))).toEqual([]);
  expect((await open().saveWork(wanted, work)).kind).toBe("saved");
  expect(await fetchWorkContent(open(), wanted)).toEqual({
    "part-1.bin": "one",
    "part-2.bin": "two",
  });
});

it("warns once, at the first save, if what is coming will not fit", async () => {
  const lines: string[] = [];
  const small = await startCacheService({ limitBytes: 1024 ** 3 });
  try {
    const store = openStore(small, {
      name,
      job: { token: "read" },
      changes: { warn: (line) => lines.push(line) },
    });
    const wanted = Array.from({ length: 300 }, (_, number) => wantedOf(`s${number}`));
    await store.find(wanted);
    for (const shard of ["s0", "s1"])
      await store.save(finish({ shard, content: noise(5_000_000) }));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain("1.4 GiB");
  } finally {
    await small.close();
  }
});

answerContractByList();

/** The list is what answers `list`. */
function answerContractByList(): void {
  answerContract("GitHub's cache by its list, with a token that may only read", () =>
    openStore(service, { name: `nothing ${serial}`, job: { token: "read" } }),
  );
}

async function saved(): Promise<Store> {
  const store = open();
  await store.save(finish());
  return store;
}

function workName(): string {
  return `dm1w-${sha256(name).slice(0, 8)}-`;
}

/** Text that packs to three quarters of its size and no further. */
function noise(size: number): string {
  return randomBytes(Math.ceil((size * 3) / 4)).toString("base64");
}
