import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { formatStartRecord, type StartRecord } from "../../src/core/model/start-record.ts";
import { realDisk } from "../../src/files/real-disk.ts";
import { claimRecord, commitMarker, markerName } from "../../src/protocol/claim-record.ts";
import { LostOwnership } from "../../src/protocol/ownership.ts";
import { systemError, tappedDisk } from "../store/disks.ts";
import { temporaryFolder } from "../helpers/program.ts";

const record = (token: string): StartRecord => ({
  shard: "a",
  fingerprint: {},
  startedAt: "2026-01-01T00:00:00.000Z",
  attempt: 1,
  resumed: false,
  runTag: "tag",
  token,
  owner: { pid: 1, startTime: "1", boot: "another" },
  by: {},
});

function scene(): { readonly started: string; readonly marker: string; readonly folder: string } {
  const folder = join(temporaryFolder(), "out");
  mkdirSync(folder);
  return { folder, started: join(folder, "a.started"), marker: join(folder, "a.done") };
}

const claimants = Array.from({ length: 12 }, (_, place) => record(`token${place}`));

const withoutLinks = {
  ...realDisk,
  hardLink: async () => {
    throw systemError("EPERM", "hardLink", "");
  },
};

describe.each([
  ["with", realDisk],
  ["without", withoutLinks],
])("of twelve claimants at once, on a file system %s hard links,", (_, disk) => {
  test.each(["none", "an old one"])("one has the record, where %s was there", async (before) => {
    for (let round = 0; round < 20; round += 1) {
      const here = scene();
      const old = record("old");
      const seen = before === "none" ? undefined : formatStartRecord(old);
      if (seen !== undefined) writeFileSync(here.started, seen);
      const answers = await Promise.allSettled(
        claimants.map((own) =>
          claimRecord(disk, here, {
            claimant: { seen, own: formatStartRecord(own), earlier: [markerName(old) ?? ""] },
            judge: () => "alive",
          }),
        ),
      );
      const winners = claimants.filter(
        (one) => answers[claimants.indexOf(one)]?.status === "fulfilled",
      );
      expect(winners).toHaveLength(1);
      expect(readFileSync(here.started, "utf8")).toBe(winners.map(formatStartRecord).join(""));
      expect(readdirSync(here.folder)).toEqual(["a.started"]);
    }
  });
});

test("a claimant that died after it had announced itself is succeeded", async () => {
  const here = scene();
  const seen = formatStartRecord(record("old"));
  writeFileSync(here.started, seen);
  const dying = tappedDisk((operation) => {
    if (operation === "rename") throw systemError("EIO", operation, "");
  });
  const dead = { seen, own: formatStartRecord(record("dead")), earlier: [] };
  await expect(claimRecord(dying, here, { claimant: dead, judge: () => "alive" })).rejects.toThrow(
    /EIO/,
  );
  const heir = { seen, own: formatStartRecord(record("heir")), earlier: [] };
  await expect(
    claimRecord(realDisk, here, { claimant: heir, judge: () => "unknown" }),
  ).rejects.toThrow(LostOwnership);
  await claimRecord(realDisk, here, { claimant: heir, judge: () => "gone" });
  expect(readFileSync(here.started, "utf8")).toBe(heir.own);
});

test("an owner that was replaced after it had looked for the last time marks nothing", async () => {
  const here = scene();
  const sleeper = record("sleeper");
  const seen = formatStartRecord(sleeper);
  writeFileSync(here.started, seen);
  const next = {
    seen,
    own: formatStartRecord(record("next")),
    earlier: [markerName(sleeper) ?? ""],
  };
  let taken: Promise<unknown> | undefined;
  const slow = {
    ...realDisk,
    rename: async (from: string, to: string) => {
      taken ??= claimRecord(realDisk, here, { claimant: next, judge: () => "gone" });
      await taken;
      await realDisk.rename(from, to);
    },
  };
  const commit = { name: markerName(sleeper) ?? "", text: "marker\n", confirm: () => undefined };
  await expect(commitMarker(slow, here, commit)).rejects.toThrow(LostOwnership);
  expect(readdirSync(here.folder)).toEqual(["a.started"]);
  expect(readFileSync(here.started, "utf8")).toBe(next.own);
});

describe("on a file system without hard links", () => {
  test("no name that others read ever has half a text", async () => {
    const here = scene();
    const created: string[] = [];
    const disk = {
      ...withoutLinks,
      create: async (path: string, text: string) => {
        created.push(path);
        await realDisk.create(path, text);
      },
    };
    const first = { seen: undefined, own: formatStartRecord(record("first")), earlier: [] };
    await claimRecord(disk, here, { claimant: first, judge: () => "alive" });
    const second = { ...first, own: formatStartRecord(record("second")) };
    await expect(
      claimRecord(disk, here, { claimant: second, judge: () => "alive" }),
    ).rejects.toThrow(LostOwnership);
    const third = { ...second, seen: first.own, own: formatStartRecord(record("third")) };
    await claimRecord(disk, here, { claimant: third, judge: () => "gone" });
    expect(readFileSync(here.started, "utf8")).toBe(third.own);
    expect(readdirSync(here.folder)).toEqual(["a.started"]);
    expect(created).not.toContain(here.started);
    expect(created.filter((path) => /-next-[0-9a-f]+$/.test(path))).toEqual([]);
  });

  test.each(["rename", "create", "syncFile", "makeDirectory", "unlink", "removeTree"] as const)(
    "a claimant that died at its first or a later %s is succeeded, and its record is whole or not there",
    async (last) => {
      for (let times = 1; times <= 4; times += 1) {
        const here = scene();
        let left = times;
        let isDead = false;
        const dying = tappedDisk((operation) => {
          if (operation === last) left -= 1;
          isDead ||= left === 0;
          if (isDead && operation !== "readText" && operation !== "stat")
            throw systemError("EIO", operation, "");
        }, withoutLinks);
        const dead = { seen: undefined, own: formatStartRecord(record("dead")), earlier: [] };
        await claimRecord(dying, here, { claimant: dead, judge: () => "alive" }).catch(() => "");
        const seen = realDisk.readText(here.started, 10_000);
        expect([undefined, dead.own]).toContain(seen);
        const heir = { seen, own: formatStartRecord(record("heir")), earlier: [] };
        await claimRecord(withoutLinks, here, { claimant: heir, judge: () => "gone" });
        expect(readFileSync(here.started, "utf8")).toBe(heir.own);
      }
    },
  );
});
