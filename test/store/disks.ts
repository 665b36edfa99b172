import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Disk } from "../../src/files/disk.ts";
import { realDisk } from "../../src/files/real-disk.ts";

export type Operation = keyof Disk;

/** The real disk without flushes, whose milliseconds add up where hundreds of saves are made. */
export const unflushedDisk: Disk = {
  ...realDisk,
  syncFile: () => Promise.resolve(),
  syncDirectory: () => Promise.resolve(),
};

const HOUR_NS = 3_600_000_000_000n;

/** A disk on which all that lies in a folder now was made so many hours ago, by the disk's own clock. */
export function laterDisk(folder: string, hours: number, disk: Disk = realDisk): Disk {
  const names = disk.exists(folder)
    ? readdirSync(folder, { recursive: true, encoding: "utf8" })
    : [];
  const paths = names.map((name) => join(folder, name));
  const before = new Map(paths.map((each) => [each, realDisk.stat(each)?.inode]));
  const earlier = (time: string): string => String(BigInt(time) - BigInt(hours) * HOUR_NS);
  return {
    ...disk,
    stat: (place) => {
      const stat = disk.stat(place);
      if (stat === undefined || before.get(place) !== stat.inode) return stat;
      return { ...stat, mtimeNs: earlier(stat.mtimeNs), ctimeNs: earlier(stat.ctimeNs) };
    },
  };
}

/** Called before each operation with the path it is about; may throw in its place. */
export type Tap = (operation: Operation, path: string) => void;

/** The real disk with a tap on it. */
export function tappedDisk(tap: Tap, disk: Disk = realDisk): Disk {
  const look = <T>(operation: Operation, path: string, act: () => T): T => {
    tap(operation, path);
    return act();
  };
  const change = async <T>(
    operation: Operation,
    path: string,
    act: () => Promise<T>,
  ): Promise<T> => {
    tap(operation, path);
    return act();
  };
  return {
    stat: (path) => look("stat", path, () => disk.stat(path)),
    stamp: (path) => look("stat", path, () => disk.stamp(path)),
    access: (path) => look("stat", path, () => disk.access(path)),
    exists: (path) => look("exists", path, () => disk.exists(path)),
    list: (path) => look("list", path, () => disk.list(path)),
    names: (path) => look("names", path, () => disk.names(path)),
    readText: (path, maxBytes) => look("readText", path, () => disk.readText(path, maxBytes)),
    readLink: (path) => look("readLink", path, () => disk.readLink(path)),
    realPath: (path) => look("realPath", path, () => disk.realPath(path)),
    open: (path) => look("open", path, () => disk.open(path)),
    create: (path, text) => change("create", path, () => disk.create(path, text)),
    append: (path, text) => change("append", path, () => disk.append(path, text)),
    syncFile: (path) => change("syncFile", path, () => disk.syncFile(path)),
    syncDirectory: (path) => change("syncDirectory", path, () => disk.syncDirectory(path)),
    rename: (from, to) => change("rename", from, () => disk.rename(from, to)),
    unlink: (path) => change("unlink", path, () => disk.unlink(path)),
    makeDirectory: (path) => change("makeDirectory", path, () => disk.makeDirectory(path)),
    removeFolder: (path) => change("removeFolder", path, () => disk.removeFolder(path)),
    removeTree: (path) => change("removeTree", path, () => disk.removeTree(path)),
    copyFile: (from, to) => change("copyFile", from, () => disk.copyFile(from, to)),
    hardLink: (from, to) => change("hardLink", to, () => disk.hardLink(from, to)),
    link: (target, path) => change("link", path, () => disk.link(target, path)),
    freeBytes: (path) => change("freeBytes", path, () => disk.freeBytes(path)),
  };
}

/** A disk that counts the bytes it copies. */
export function countingDisk(): { readonly disk: Disk; readonly copied: () => number } {
  let copied = 0;
  const disk = tappedDisk((operation, path) => {
    if (operation === "copyFile") copied += statSync(path).size;
  });
  return { disk, copied: () => copied };
}

/** An error as the system gives it. */
export function systemError(code: string, operation: string, path: string): Error {
  const message = `${code}: made up by a test, ${operation} '${path}'`;
  return Object.assign(new Error(message), { code, syscall: operation, path });
}
