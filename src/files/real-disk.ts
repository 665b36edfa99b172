import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
  statSync,
  type BigIntStats,
  type Dirent,
} from "node:fs";
import {
  copyFile,
  mkdir,
  open,
  rename,
  rm,
  statfs,
  symlink,
  unlink,
  writeFile,
} from "node:fs/promises";
import { hasCode } from "../core/problem.ts";
import type { Disk, Listed, Reader, Stat } from "./disk.ts";

/** The disk of this machine. */
export const realDisk: Disk = {
  stat: (path) => {
    const found = statSync(path, { bigint: true, throwIfNoEntry: false });
    return found === undefined ? undefined : asStat(found);
  },
  exists: (path) => lstatSync(path, { throwIfNoEntry: false }) !== undefined,
  list: (directory) =>
    unlessMissing(() => readdirSync(directory, { withFileTypes: true }).map(asListed)),
  names: (directory) => unlessMissing(() => readdirSync(directory)) ?? [],
  readText: (path, maxBytes) => unlessMissing(() => readUpTo(path, maxBytes)),
  readLink: (path) => readlinkSync(path),
  open: openReader,

  create: (path, text) => writeFile(path, text, { flag: "wx" }),
  syncFile: (path) => sync(path, constants.O_RDONLY),
  syncDirectory: (directory) => sync(directory, constants.O_RDONLY | (constants.O_DIRECTORY ?? 0)),
  rename,
  unlink: (path) => unlessCode("ENOENT", unlink(path)),
  makeDirectory: (directory) => unlessCode("EEXIST", mkdir(directory)),
  removeTree: (path) => rm(path, { recursive: true, force: true }),
  copyFile: (from, to) => copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE),
  link: (target, path) => symlink(target, path),
  freeBytes: async (path) => {
    const found = await statfs(path);
    return found.bavail * found.bsize;
  },
};

function asStat(found: BigIntStats): Stat {
  return {
    kind: found.isFile() ? "file" : found.isDirectory() ? "directory" : "other",
    sizeBytes: Number(found.size),
    mtimeNs: String(found.mtimeNs),
    ctimeNs: String(found.ctimeNs),
    inode: String(found.ino),
  };
}

function asListed(entry: Dirent): Listed {
  return {
    name: entry.name,
    kind: entry.isFile()
      ? "file"
      : entry.isDirectory()
        ? "directory"
        : entry.isSymbolicLink()
          ? "link"
          : "other",
  };
}

function openReader(path: string): Reader {
  const fd = openSync(path, constants.O_RDONLY);
  return {
    sizeBytes: fstatSync(fd).size,
    read: (offset, length) => readAt(fd, offset, length),
    close: () => closeSync(fd),
  };
}

function readAt(fd: number, offset: number, length: number): Uint8Array {
  const bytes = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const read = readSync(fd, bytes, filled, length - filled, offset + filled);
    if (read === 0) break;
    filled += read;
  }
  return bytes.subarray(0, filled);
}

const shared = Buffer.allocUnsafe(64 * 1024);

function readUpTo(path: string, maxBytes: number): string {
  const fd = openSync(path, constants.O_RDONLY);
  try {
    if (maxBytes > shared.length) {
      return Buffer.from(readAt(fd, 0, Math.min(maxBytes, fstatSync(fd).size))).toString("utf8");
    }
    return shared.toString("utf8", 0, readSync(fd, shared, 0, maxBytes, 0));
  } finally {
    closeSync(fd);
  }
}

async function sync(path: string, flags: number): Promise<void> {
  const handle = await open(path, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function unlessMissing<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    if (hasCode(error, "ENOENT", "ENOTDIR")) return undefined;
    throw error;
  }
}

async function unlessCode(code: string, change: Promise<unknown>): Promise<boolean> {
  try {
    await change;
    return true;
  } catch (error) {
    if (hasCode(error, code)) return false;
    throw error;
  }
}
