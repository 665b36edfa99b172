import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import type { Entry, Finished, Store } from "../../src/store/store.ts";
import { startCacheService, type CacheService, type Fault } from "../cache-service/service.ts";
import { entryOf, workOf } from "./contract.ts";
import { openStore, type Opening } from "./github-setting.ts";
import { putArchive } from "./put-archive.ts";
import { finish, namesBelow, temporaryFolder, wantedOf } from "./setting.ts";

const MISS = { kind: "miss" };
/** A rate limit of more than this is not waited for. */
const PATIENCE = { patienceMs: 1500 };
/** For calls that never end by themselves: whatever the machine does meanwhile, the deadline is what ends them. */
const SHORT = { ...PATIENCE, lookUpMs: 1500, carryMs: 3000, restMs: 1000 };

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

/** A store with a folder of its own for archives, which must be empty after every test. */
function open(opening: Opening = {}): Store {
  const temporary = path.join(temporaryFolder(), "temp");
  mkdirSync(temporary);
  onTestFinished(() => expect(namesBelow(temporary)).toEqual([]));
  return openStore(service, {
    name,
    ...opening,
    changes: { temporary, deadlines: PATIENCE, ...opening.changes },
  });
}

/** The same with deadlines that end what a fault leaves without an end. */
function openFor(fault: Fault, opening: Opening = {}): Store {
  const deadlines = fault === "stall" || fault === "reset" ? SHORT : PATIENCE;
  return open({ ...opening, changes: { deadlines, ...opening.changes } });
}

type Cause = readonly [title: string, fault: Fault, cause: string];

const REFUSED: Cause = ["is refused", "refuse", "ECONN"];
const RESET: Cause = ["is reset", "reset", "ECONNRESET|longer than"];
const STALLS: Cause = ["stalls", "stall", "longer than"];
const FORBIDDEN: Cause = ["is answered 403", { status: 403 }, "403"];
const UNKNOWN: Cause = ["is answered 404", { status: 404 }, "404"];
const LIMITED: Cause = [
  "is answered 429 for long",
  { status: 429, headers: { "retry-after": "70" } },
  "rate limit",
];

describe("a look-up that", () => {
  it.each([REFUSED, RESET, STALLS, FORBIDDEN, UNKNOWN, LIMITED])(
    "%s is no miss, and says its cause",
    async (_, fault, cause) => {
      const end = service.fault("lookup", fault);
      onTestFinished(end);
      const answers = await openFor(fault).find([wantedOf("1"), wantedOf("2")]);
      expect(answers).toMatchObject([
        { kind: "unavailable", cause: expect.stringMatching(new RegExp(cause, "i")) },
        { kind: "unavailable", cause: expect.stringMatching(new RegExp(cause, "i")) },
      ]);
    },
  );

  it("is limited for a moment waits for it", async () => {
    const { wanted } = await saved();
    onTestFinished(service.fault("lookup", { status: 429, headers: { "retry-after": "1" } }, 1));
    expect((await open().find([wanted]))[0]?.kind).toBe("hit");
  });

  it("fails ends the questions after it with the same cause", async () => {
    onTestFinished(service.fault("lookup", { status: 403 }));
    service.resetTraffic();
    const answers = await open().find(
      Array.from({ length: 200 }, (_, number) => wantedOf(String(number))),
    );
    expect(new Set(answers.map(({ kind }) => kind))).toEqual(new Set(["unavailable"]));
    expect(service.traffic().lookups).toBeLessThan(100);
  });
});

describe("a service that does not answer", () => {
  it("is left alone for five minutes after three failures, and asked again then", async () => {
    const { wanted } = await saved();
    let at = Date.now();
    const store = open({ changes: { now: () => at } });
    const end = service.fault("lookup", "refuse");
    onTestFinished(end);
    for (let time = 1; time <= 3; time += 1) {
      expect((await store.find([wanted]))[0]).toMatchObject({ kind: "unavailable" });
    }
    end();
    service.resetTraffic();
    expect(await store.find([wanted])).toMatchObject([
      { kind: "unavailable", cause: expect.stringContaining("not answered 3 times") },
    ]);
    expect(service.traffic().requests).toBe(0);
    at += 5 * 60_000;
    expect((await store.find([wanted]))[0]?.kind).toBe("hit");
  });

  it("is asked on after refusals, which are answers", async () => {
    const { wanted } = await saved();
    const store = open();
    const end = service.fault("lookup", { status: 403 });
    onTestFinished(end);
    for (let time = 1; time <= 4; time += 1) await store.find([wanted]);
    end();
    expect((await store.find([wanted]))[0]?.kind).toBe("hit");
  });
});

describe("a list that", () => {
  const faults: readonly (readonly [string, Fault])[] = [
    ["is refused", "refuse"],
    ["is reset", "reset"],
    ["stalls", "stall"],
    ["is answered 403", { status: 403 }],
    ["is answered 429", { status: 429 }],
    ["is answered 500", { status: 500 }],
    ["is no JSON", "not-json"],
    ["is cut", { truncateTo: 20 }],
  ];

  it.each(faults)("%s gives way to look-ups, which is said once", async (_, fault) => {
    const { wanted } = await saved();
    onTestFinished(service.fault("list", fault));
    const lines: string[] = [];
    const deadlines = { ...PATIENCE, restMs: SHORT.restMs };
    const changes = { deadlines, warn: (line: string) => lines.push(line) };
    const store = open({ job: { token: "write" }, changes });
    expect((await store.find([wanted, wantedOf("other")])).map(({ kind }) => kind)).toEqual([
      "hit",
      "miss",
    ]);
    expect((await store.findWork([wanted])).map(({ kind }) => kind)).toEqual(["miss"]);
    expect(lines).toHaveLength(1);
  });

  it("fails is no miss where there is no cache service", async () => {
    onTestFinished(service.fault("list", { status: 403 }));
    const store = open({
      job: { token: "read" },
      env: { ACTIONS_RESULTS_URL: "", ACTIONS_CACHE_URL: "" },
    });
    expect(await store.find([wantedOf("1")])).toMatchObject([
      { kind: "unavailable", cause: expect.stringContaining("actions: read") },
    ]);
  });
});

describe("a save whose", () => {
  it.each([
    ["reservation is refused", "create", "refuse", "ECONN"],
    ["reservation is answered 403", "create", { status: 403 }, "403"],
    [
      "reservation is answered 429",
      "create",
      { status: 429, headers: { "retry-after": "60" } },
      "rate limit",
    ],
    ["reservation stalls", "create", "stall", "longer than"],
    ["upload stalls", "upload", "stall", "longer than"],
    ["upload is answered 403", "upload", { status: 403 }, "403|upload"],
    ["end is answered 403", "finalize", { status: 403 }, "403"],
    ["end stalls", "finalize", "stall", "longer than"],
  ] as const)("%s says its cause, ends and leaves nothing", async (_, call, fault, cause) => {
    onTestFinished(service.fault(call, fault));
    const done = finish();
    const answer = await openFor(fault).save(done);
    expect(answer).toMatchObject({
      kind: "unavailable",
      cause: expect.stringMatching(new RegExp(cause, "i")),
    });
    expect(namesBelow(path.dirname(done.checkpoint))).toEqual(["checkpoint"]);
    expect(readFileSync(done.checkpoint, "utf8")).toBe("the embedding of protein-1");
  });

  it("reservation is limited for a moment waits for it, in the folders of the first try", async () => {
    onTestFinished(service.fault("create", { status: 429, headers: { "retry-after": "1" } }, 1));
    expect((await open().save(finish())).kind).toBe("saved");
  });

  it("look-up beside it reaches its deadline goes on", async () => {
    const store = open({ changes: { deadlines: { ...PATIENCE, lookUpMs: SHORT.lookUpMs } } });
    onTestFinished(service.fault("create", { status: 503 }, 1));
    service.resetTraffic();
    const saving = store.save(finish());
    // Its own look-up is behind it; it now waits until it may ask for its key once more.
    await expect.poll(() => service.traffic().requests).toBe(2);
    onTestFinished(service.fault("lookup", "stall", 1));
    const looking = store.find([wantedOf("1")]);
    expect((await looking)[0]?.kind).toBe("unavailable");
    expect((await saving).kind).toBe("saved");
  });

  it("key is locked by an upload that was killed takes another key", async () => {
    onTestFinished(
      service.fault("create", { status: 409, body: '{"code":"already_exists","msg":"exists"}' }, 1),
    );
    expect((await open().save(finish())).kind).toBe("saved");
  });

  it("every key is taken says so", async () => {
    onTestFinished(
      service.fault("create", { status: 409, body: '{"code":"already_exists","msg":"exists"}' }),
    );
    expect(await open().save(finish())).toMatchObject({
      kind: "unavailable",
      cause: expect.stringContaining("never finished"),
    });
  });

  it("service is down for a moment is tried again by the library", async () => {
    onTestFinished(service.fault("create", { status: 503 }, 1));
    expect((await open().save(finish())).kind).toBe("saved");
  });

  it("checkpoint changes meanwhile counts for nothing", async () => {
    const done = finish();
    const store = open({ job: { token: "write" } });
    const end = service.fault("create", { status: 503 }, 1);
    onTestFinished(end);
    const saving = openStore(service, { name, job: { token: "write" } }).save(done);
    await until(() =>
      namesBelow(path.dirname(done.checkpoint)).some((one) => one.endsWith("marker.json")),
    );
    writeFileSync(done.checkpoint, "another text of a different length");
    expect(await saving).toMatchObject({
      kind: "unavailable",
      cause: expect.stringContaining("changed"),
    });
    expect(await store.find([done.wanted])).toEqual([MISS]);
  });
});

describe("a fetch", () => {
  it.each([
    ["that is refused", "refuse"],
    ["that is reset", "reset"],
    ["that stalls", "stall"],
    ["that is answered 403", { status: 403 }],
  ] as const)("%s brings nothing, is no hit, and leaves nothing", async (_, fault) => {
    const { entry } = await saved();
    onTestFinished(service.fault("download", fault));
    const staging = path.join(temporaryFolder(), "staging");
    const fetched = await open({ changes: { deadlines: SHORT } }).fetch(entry, staging);
    expect(fetched.kind).not.toBe("hit");
    expect(namesBelow(path.dirname(staging))).toEqual([]);
  });

  it("whose transfer breaks off is no miss, and the entry stays", async () => {
    const { entry, wanted } = await saved();
    onTestFinished(service.fault("download", "reset"));
    const store = openFor("reset");
    const fetched = await store.fetch(entry, path.join(temporaryFolder(), "staging"));
    expect(fetched.kind).toBe("unavailable");
    expect((await open().find([wanted]))[0]?.kind).toBe("hit");
  });

  it.each([
    ["is cut", { truncateTo: 30 }],
    ["is damaged", "corrupt"],
    ["is answered 403", { status: 403 }],
  ] as const)("whose transfer %s once is tried again", async (_, fault) => {
    const { entry } = await saved();
    onTestFinished(service.fault("download", fault, 1));
    const staging = path.join(temporaryFolder(), "staging");
    expect((await open().fetch(entry, staging)).kind).toBe("hit");
    expect(readFileSync(staging, "utf8")).toBe("the embedding of protein-1");
  });

  it.each([
    ["truncated", "truncate", { token: "write" }],
    ["damaged", "flip", { token: "write" }],
    ["truncated, without a token,", "truncate", {}],
  ] as const)(
    "of a %s entry is a miss, leaves nothing, and the entry is revoked",
    async (_, how, job) => {
      const { entry, wanted } = await saved();
      await service.damage(entry.key, how);
      const staging = path.join(temporaryFolder(), "staging");
      expect(await open({ job }).fetch(entry, staging)).toEqual(MISS);
      expect(namesBelow(path.dirname(staging))).toEqual([]);
      expect(await open({ job: { token: "read" } }).find([wanted])).toEqual([MISS]);
      expect(await open().find([wanted])).toEqual([MISS]);
    },
  );

  it("that is limited for a moment waits for it, in the folders of the first try", async () => {
    const { entry } = await saved();
    const store = open({ job: { token: "read" } });
    // By the list, so that the first request to the service is the restore.
    await store.find([wantedOf("protein-1")]);
    onTestFinished(service.fault("lookup", { status: 429, headers: { "retry-after": "1" } }, 1));
    service.resetTraffic();
    expect((await store.fetch(entry, path.join(temporaryFolder(), "staging"))).kind).toBe("hit");
    expect(service.traffic().lookups).toBe(2);
  });

  it.each([
    ["is missing", undefined],
    ["cannot be run", 'echo "zstd: cannot execute" >&2; exit 2'],
    ["dies with half of its work done", "head -c 700; kill -9 $$"],
  ])("on a runner whose unzstd %s is no miss, and the entry stays", async (_, script) => {
    const { entry, wanted } = await saved();
    const bin = temporaryFolder();
    for (const tool of ["tar", "zstd", "zstdmt", "sh", "head"])
      symlinkSync(`/usr/bin/${tool}`, path.join(bin, tool));
    if (script !== undefined) {
      const body = script.replace("head", "zstd -dc | head");
      writeFileSync(path.join(bin, "unzstd"), `#!/bin/sh\n${body}\n`, { mode: 0o755 });
    }
    const store = open({ job: { token: "write" }, env: { PATH: bin } });
    const fetched = await store.fetch(entry, path.join(temporaryFolder(), "staging"));
    expect(fetched.kind).toBe("unavailable");
    expect((await open({ job: { token: "read" } }).find([wanted]))[0]?.kind).toBe("hit");
    expect((await open().find([wanted]))[0]?.kind).toBe("hit");
  });

  it("of an entry that was removed meanwhile is a miss", async () => {
    const { entry } = await saved();
    const store = open({ job: { token: "read" } });
    await store.find([wantedOf("protein-1")]);
    service.remove(entry.key);
    expect(await store.fetch(entry, path.join(temporaryFolder(), "staging"))).toEqual(MISS);
  });

  it.each([
    ["climbs out of its folder", "../../../../../../../../../../..", true],
    ["names an absolute path", "", true],
    ["writes through a link that it brings", "", false],
  ])(
    "of an archive that %s writes nothing there, and the archive is revoked",
    async (_, climb, isFile) => {
      const target = path.join(temporaryFolder(), "stolen");
      const { entry } = await saved();
      service.remove(entry.key);
      const archive = isFile ? archiveOfFile(climb + target) : archiveOfLink(path.dirname(target));
      await putArchive(service, entry.key, archive);
      const staging = path.join(temporaryFolder(), "staging");
      expect(await open({ job: { token: "write" } }).fetch(entry, staging)).toEqual(MISS);
      expect(existsSync(target)).toBe(false);
      expect(namesBelow(path.dirname(staging))).toEqual([]);
      expect(await open().find([wantedOf("protein-1")])).toEqual([MISS]);
    },
  );

  it("of another shard's entry under this key is a miss, and the entry is revoked", async () => {
    const { entry } = await saved();
    service.remove(entry.key);
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, "entry"));
    writeFileSync(path.join(folder, "entry", "data"), "mine");
    writeFileSync(path.join(folder, "entry", "marker.json"), "{}");
    await putArchive(service, entry.key, tar(folder, ["entry"]));
    expect(await open().fetch(entry, path.join(temporaryFolder(), "staging"))).toEqual(MISS);
    expect(await open().find([wantedOf("protein-1")])).toEqual([MISS]);
  });
});

describe("work", () => {
  it("that cannot be looked up is no miss", async () => {
    onTestFinished(service.fault("lookup", { status: 403 }));
    const store = open();
    const wanted = wantedOf("1");
    const staging = path.join(temporaryFolder(), "staging");
    expect((await store.findWork([wanted]))[0]?.kind).toBe("unavailable");
    expect((await store.fetchWork(wanted, staging)).kind).toBe("unavailable");
    expect((await store.saveWork(wanted, workOf({ a: "1" }))).kind).toBe("unavailable");
  });

  it("that cannot be uploaded leaves nothing, and the next snapshot holds it all", async () => {
    const wanted = wantedOf("1");
    const work = workOf({ "part-1": "one" });
    const end = service.fault("upload", { status: 403 });
    expect((await open().saveWork(wanted, work)).kind).toBe("unavailable");
    end();
    expect(namesBelow(path.dirname(work))).toEqual(["work", "work/part-1"]);
    expect((await open().saveWork(wanted, work)).kind).toBe("saved");
    const staging = path.join(temporaryFolder(), "staging");
    expect(await open().fetchWork(wanted, staging)).toEqual({ kind: "hit" });
  });
});

it("shows no token and no signature in any cause", async () => {
  const causes: string[] = [];
  for (const call of ["lookup", "create", "upload", "finalize"] as const) {
    const end = service.fault(call, { status: 403 });
    const answer = await open().save(finish());
    causes.push(answer.kind === "unavailable" ? answer.cause : answer.kind);
    end();
  }
  const { ACTIONS_RUNTIME_TOKEN: token = "" } = service.env();
  expect(causes.join("\n")).not.toContain(token);
  expect(causes.join("\n")).not.toMatch(/sig=/);
});

/** A saved shard. */
async function saved(): Promise<Finished & { readonly entry: Entry }> {
  const done = finish();
  const store = openStore(service, { name });
  expect((await store.save(done)).kind).toBe("saved");
  return { ...done, entry: await entryOf(store, done.wanted) };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => void setImmediate(resolve));
}

function tar(folder: string, names: readonly string[], more: readonly string[] = []): Buffer {
  const archive = path.join(temporaryFolder(), "archive.tar");
  execFileSync("tar", ["-P", "-cf", archive, "-C", folder, ...more, ...names], { stdio: "ignore" });
  return execFileSync("zstd", ["-q", "-c", archive]);
}

/** An archive that writes to a path of its own choice. */
function archiveOfFile(target: string): Buffer {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, "evil"), "evil");
  return tar(folder, ["evil"], ["--transform", `s,^evil$,${target},`]);
}

/** An archive with a link out of its folder, and a file below the link. */
function archiveOfLink(outside: string): Buffer {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, "real"));
  writeFileSync(path.join(folder, "real", "stolen"), "evil");
  symlinkSync(outside, path.join(folder, "entry"));
  return tar(folder, ["entry", "real/stolen"], ["--transform", "s,^real,entry,"]);
}
