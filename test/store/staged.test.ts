import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Marker } from "../../src/core/model/marker.ts";
import { realDisk } from "../../src/files/real-disk.ts";
import { checkStaged, type CheckedStaging } from "../../src/store/staged.ts";
import { systemError, tappedDisk } from "./disks.ts";
import { finish, type Content } from "./setting.ts";

const GOOD = { kind: "good" };

function staged(content: Content): { readonly at: string; readonly marker: Marker } {
  const { checkpoint, marker } = finish({ content });
  return { at: checkpoint, marker };
}

function why(checked: CheckedStaging): string {
  return checked.kind === "bad" ? checked.why : checked.kind;
}

describe("what was fetched", () => {
  it.each<[string, Content]>([
    ["a file", "content"],
    ["an empty file", ""],
    ["a file larger than its sample", "0123456789".repeat(100_000)],
    ["a directory", { a: "1", b: { c: "2" } }],
    ["an empty directory", {}],
  ])("is good where %s is what its marker says", (_, content) => {
    const { at, marker } = staged(content);
    expect(checkStaged(realDisk, at, marker)).toEqual(GOOD);
  });

  it("is good whatever its times and inodes are", () => {
    const { at, marker } = staged("content");
    const checkpoint = { ...marker.checkpoint, mtimeNs: "1", inode: "1" };
    expect(checkStaged(realDisk, at, { ...marker, checkpoint })).toEqual(GOOD);
  });

  it("is bad where nothing was brought", () => {
    const { at, marker } = staged("content");
    expect(why(checkStaged(realDisk, `${at}-not-there`, marker))).toBe("nothing was brought");
  });

  it("is bad where its marker has no full digest", () => {
    const { at, marker } = staged("content");
    const { sha256: _, ...checkpoint } = marker.checkpoint;
    expect(why(checkStaged(realDisk, at, { ...marker, checkpoint }))).toContain("full digest");
  });

  it("is bad where a file came for a directory, or a directory for a file", () => {
    const [file, folder] = [staged("content"), staged({ a: "content" })];
    expect(why(checkStaged(realDisk, file.at, folder.marker))).toContain("it is a file");
    expect(why(checkStaged(realDisk, folder.at, file.marker))).toContain("it is a directory");
  });

  it("is bad where bytes are missing or too many, without being read", () => {
    const { at, marker } = staged("content");
    const disk = tappedDisk((operation) => {
      if (operation === "open") throw new Error("read");
    });
    appendFileSync(at, "!");
    expect(why(checkStaged(disk, at, marker))).toBe("it has 8 bytes, the marker says 7 bytes");
  });

  it("is bad where a file of a directory is missing", () => {
    const { at, marker } = staged({ a: "1", empty: "" });
    unlinkSync(path.join(at, "empty"));
    expect(why(checkStaged(realDisk, at, marker))).toBe("it has 1 file, the marker says 2");
  });

  it("is bad where one byte differs that no sample sees", () => {
    const content = "0123456789".repeat(100_000);
    const { at, marker } = staged(content);
    const other = staged(`${content.slice(0, 100_000)}X${content.slice(100_001)}`);
    expect(other.marker.checkpoint.sample).toBe(marker.checkpoint.sample);
    expect(why(checkStaged(realDisk, other.at, marker))).toContain("SHA-256");
    expect(checkStaged(realDisk, at, marker)).toEqual(GOOD);
  });

  it("is bad where two files of a directory have changed their names", () => {
    const { at, marker } = staged({ a: "1", b: "2" });
    writeFileSync(path.join(at, "a"), "2");
    writeFileSync(path.join(at, "b"), "1");
    expect(checkStaged(realDisk, at, marker).kind).toBe("bad");
  });

  it.each([
    ["an absolute link", "/etc/passwd"],
    ["a link above the directory", "../../secret"],
    ["a link that goes down and out", "real/../../secret"],
  ])("is bad where the directory holds %s", (_, target) => {
    const { at, marker } = staged({ a: "1", real: { b: "2" } });
    symlinkSync(target, path.join(at, "link"));
    expect(why(checkStaged(realDisk, at, marker))).toContain("leads out");
  });

  // Fails as long as `readTree` takes `name/..` for nothing: where `name` is a link, it is one step above its target.
  it("is bad where a link leads out by way of another link", () => {
    const { at, marker } = staged({ a: "1", deep: { er: { b: "2" } } });
    symlinkSync("../..", path.join(at, "deep", "er", "top"));
    symlinkSync("deep/er/top/../..", path.join(at, "link"));
    expect(checkStaged(realDisk, at, marker).kind).toBe("bad");
  });

  it("is bad where it is itself a link, even to the right bytes", () => {
    const { at, marker } = staged("content");
    symlinkSync(at, `${at}-link`);
    expect(why(checkStaged(realDisk, `${at}-link`, marker))).toBe("it is a link");
  });

  it.skipIf(process.platform === "win32")("is bad where the directory holds a pipe", () => {
    const { at, marker } = staged({ a: "1" });
    execFileSync("sh", ["-c", 'mkfifo "$0"', path.join(at, "pipe")]);
    expect(why(checkStaged(realDisk, at, marker))).toContain("neither a file nor a folder");
  });

  it("is not called bad for a trouble of this disk", () => {
    const { at, marker } = staged("content");
    const disk = tappedDisk((operation, place) => {
      if (operation === "open") throw systemError("EIO", operation, place);
    });
    expect(() => checkStaged(disk, at, marker)).toThrow("EIO");
  });

  it("is good with folders that hold nothing", () => {
    const { at, marker } = staged({ a: "1" });
    mkdirSync(path.join(at, "empty"));
    expect(checkStaged(realDisk, at, marker)).toEqual(GOOD);
  });
});
