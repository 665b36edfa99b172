import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Disk } from "../../src/files/disk.ts";
import { realDisk } from "../../src/files/real-disk.ts";
import { probeFileStore } from "../../src/store/file/probe.ts";
import { temporaryFolder } from "../helpers/program.ts";

function probe(root: string, disk: Disk = realDisk, now: () => number = Date.now) {
  let tokens = 0;
  return probeFileStore({ disk, root, token: () => `token-${(tokens += 1)}`, now });
}

/** What a file system without hard links answers. */
function refuseLink(): Promise<void> {
  return Promise.reject(
    Object.assign(new Error("EPERM: link"), { code: "EPERM", syscall: "link" }),
  );
}

describe("a probe of a store's folder", () => {
  test("finds conditional writes where they work, and leaves nothing", async () => {
    const root = temporaryFolder();
    expect(await probe(root)).toMatchObject({ isConditional: true });
    expect(readdirSync(root)).toEqual([]);
  });

  test("finds that they do not work where there are no hard links, and leaves nothing", async () => {
    const root = temporaryFolder();
    const disk = { ...realDisk, hardLink: refuseLink };
    expect(await probe(root, disk)).toMatchObject({ isConditional: false });
    expect(readdirSync(root)).toEqual([]);
  });

  test("leaves nothing where it cannot write", async () => {
    const root = temporaryFolder();
    const create = () => Promise.reject(new Error("no space"));
    await expect(probe(root, { ...realDisk, create })).rejects.toThrow("no space");
    expect(readdirSync(root)).toEqual([]);
  });

  test("tells how far the clock of the folder is from this machine's", async () => {
    const hourMs = 3_600_000;
    const { aheadMs } = await probe(temporaryFolder(), realDisk, () => Date.now() - hourMs);
    expect(Math.round(aheadMs / hourMs)).toBe(1);
  });
});
