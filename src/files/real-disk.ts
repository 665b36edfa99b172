import {
  closeSync,
  constants,
  fstatSync,
  fsync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  promises,
  readdirSync,
  readlinkSync,
  readSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
  writeSync,
  type BigIntStats,
  type Dirent,
} from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { hasCode } from "../core/problem.ts";
import type { Disk, Listed, Reader, Stat } from "./disk.ts";

/** Of what is missing, node still throws for a path below a file. */
const QUIETLY = { bigint: true, throwIfNoEntry: false } as const;

/** A link that leads to itself leads nowhere. */
const MISSING = ["ENOENT", "ENOTDIR", "ELOOP"];

const flush = promisify(fsync);

/** A named pipe in the place of a file must not hold up whoever opens it until somebody writes there. */
const READING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * Changes of one name in one folder take microseconds, a trip through the thread pool up to a millisecond where flushes
 * crowd it; a durable start and finish make twenty of them.
 */
function soon<Args extends readonly unknown[], T>(
  change: (...args: Args) => T,
): (...args: Args) => Promise<T> {
  return async (...args) => change(...args);
}

/** The disk of this machine. */
export const realDisk: Disk = {
  stat: (path) => {
    const found = unlessMissing(() => statSync(path, QUIETLY));
    return found === undefined ? undefined : asStat(found);
  },
  stamp: (path) => {
    try {
      const found = statSync(path);
      return found.isFile() ? [found.size, found.mtimeMs, found.ctimeMs, found.ino] : undefined;
    } catch (error) {
      if (hasCode(error, ...MISSING)) return undefined;
      throw error;
    }
  },
  exists: (path) => unlessMissing(() => lstatSync(path, QUIETLY)) !== undefined,
  list: (directory) =>
    unlessMissing(() => readdirSync(directory, { withFileTypes: true }).map(asListed)),
  names: (directory) => unlessMissing(() => readdirSync(directory)) ?? [],
  readText: (path, maxBytes) => unlessMissing(() => readUpTo(path, maxBytes)),
  readLink: (path) => readlinkSync(path),
  realPath: (path) => realpathSync(path),
  open: openReader,

  create: soon((path: string, text: string) => writeFileSync(path, text, { flag: "wx" })),
  append: soon(appendOnce),
  syncFile: (path) => sync(path, READING),
  syncDirectory: (directory) => sync(directory, constants.O_RDONLY | (constants.O_DIRECTORY ?? 0)),
  rename: soon((from: string, to: string) => renameSync(from, to)),
  unlink: soon((path: string) => unlessCode("ENOENT", () => unlinkSync(path))),
  makeDirectory: soon((path: string) => unlessCode("EEXIST", () => mkdirSync(path))),
  removeTree,
  copyFile: (from, to) =>
    promises.copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE),
  hardLink: soon((from: string, to: string) => linkSync(from, to)),
  link: (target, path) => promises.symlink(target, path),
  freeBytes: async (path) => {
    const found = await promises.statfs(path);
    return found.bavail * found.bsize;
  },
};

const APPENDING =
  constants.O_WRONLY |
  constants.O_APPEND |
  constants.O_CREAT |
  (constants.O_NOFOLLOW ?? 0) |
  (constants.O_NONBLOCK ?? 0);

function appendOnce(path: string, text: string): void {
  const bytes = Buffer.from(text);
  const fd = openSync(path, APPENDING, 0o666);
  try {
    const written = writeSync(fd, bytes);
    if (written < bytes.length) throw new Error(`${path}: ${written} of ${bytes.length} bytes fit`);
  } finally {
    closeSync(fd);
  }
}

/** A command may have taken its own right to write from a folder that it is done with. */
async function removeTree(path: string): Promise<void> {
  const remove = (): Promise<void> => promises.rm(path, { recursive: true, force: true });
  try {
    await remove();
  } catch (error) {
    if (!hasCode(error, "EACCES", "EPERM")) throw error;
    await openFolders(path);
    await remove();
  }
}

async function openFolders(path: string): Promise<void> {
  if (lstatSync(path, QUIETLY)?.isDirectory() !== true) return;
  await promises.chmod(path, 0o700);
  for (const name of readdirSync(path)) await openFolders(join(path, name));
}

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
  const fd = openSync(path, READING);
  return {
    sizeBytes: fstatSync(fd).size,
    read: (offset, length, into) => readAt(fd, { offset, length }, into),
    close: () => closeSync(fd),
  };
}

function readAt(
  fd: number,
  { offset, length }: { readonly offset: number; readonly length: number },
  bytes: Uint8Array = Buffer.allocUnsafe(length),
): Uint8Array {
  let filled = 0;
  while (filled < length) {
    const read = readSync(fd, bytes, filled, length - filled, offset + filled);
    if (read === 0) break;
    filled += read;
  }
  return bytes.subarray(0, filled);
}

const shared = Buffer.allocUnsafe(64 * 1024);

/** @throws for what is no file: a pipe or a device that has nothing to say is not an empty file. */
function readUpTo(path: string, maxBytes: number): string {
  const fd = openSync(path, READING);
  try {
    const text =
      maxBytes > shared.length
        ? Buffer.from(
            readAt(fd, { offset: 0, length: Math.min(maxBytes, fstatSync(fd).size) }),
          ).toString("utf8")
        : shared.toString("utf8", 0, readSync(fd, shared, 0, maxBytes, 0));
    if (text === "" && !fstatSync(fd).isFile()) throw new Error(`${path} is no file`);
    return text;
  } finally {
    closeSync(fd);
  }
}

/** Waiting for the device is what takes long, and the only thing that others need not wait for. */
async function sync(path: string, flags: number): Promise<void> {
  const fd = openSync(path, flags);
  try {
    await flush(fd);
  } finally {
    closeSync(fd);
  }
}

function unlessMissing<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    if (hasCode(error, ...MISSING)) return undefined;
    throw error;
  }
}

function unlessCode(code: string, change: () => void): boolean {
  try {
    change();
    return true;
  } catch (error) {
    if (hasCode(error, code)) return false;
    throw error;
  }
}
