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
  rmdirSync,
  statfsSync,
  statSync,
  unlinkSync,
  writeFileSync,
  writeSync,
  type BigIntStats,
  type Dirent,
} from "node:fs";
import { promisify } from "node:util";
import { hasCode } from "../core/text/problem.ts";
import type { Access } from "../core/model/unreadable.ts";
import { withHandle } from "./handles.ts";
import type { Disk, Listed, Reader, Stat } from "./disk.ts";
import { removeTree } from "./remove-tree.ts";
import { withTries } from "./tries.ts";

/** With this option node still throws `ENOTDIR` for a path below a file. */
const QUIETLY = { bigint: true, throwIfNoEntry: false } as const;

/** A link that leads to itself (`ELOOP`) leads nowhere, as far as its content goes. */
const MISSING = ["ENOENT", "ENOTDIR", "ELOOP"];

/** A folder behind a link in a circle may hold anything. */
const ABSENT = ["ENOENT", "ENOTDIR"];

const flush = promisify(fsync);

/** Without O_NONBLOCK, opening a named pipe in the place of a file would block until somebody writes to it. */
const READING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * A change of one name, or a look at the free space, takes microseconds; a call through the thread pool takes up to a millisecond while flushes occupy
 * it, and a durable start and finish make twenty changes.
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
      const found = withTries(() => statSync(path));
      return found.isFile() ? [found.size, found.mtimeMs, found.ctimeMs, found.ino] : undefined;
    } catch (error) {
      if (hasCode(error, ...MISSING)) return undefined;
      throw error;
    }
  },
  access: (path) => {
    const found = unlessMissing(() => statSync(path, QUIETLY));
    return found === undefined ? undefined : asAccess(found);
  },
  exists: (path) => unlessMissing(() => lstatSync(path, QUIETLY), ABSENT) !== undefined,
  list: (directory) =>
    unlessMissing(() => readdirSync(directory, { withFileTypes: true }).map(asListed), ABSENT),
  names: (directory) => unlessMissing(() => readdirSync(directory), ABSENT) ?? [],
  readText: (path, maxBytes) => unlessMissing(() => readUpTo(path, maxBytes)),
  readLink: (path) => readlinkSync(path),
  realPath: (path) => realpathSync(path),
  open: openReader,

  create: (path, text) => withHandle(() => writeFileSync(path, text, { flag: "wx" })),
  append: (path, text) => withHandle(() => appendOnce(path, text)),
  syncFile: (path) => sync(path, READING),
  syncDirectory,
  rename: soon((from: string, to: string) => renameSync(from, to)),
  unlink: soon((path: string) => unlessCode("ENOENT", () => unlinkSync(path))),
  makeDirectory: soon((path: string) => unlessCode("EEXIST", () => mkdirSync(path))),
  removeFolder: soon((path: string) =>
    unlessCode(["ENOENT", "ENOTEMPTY", "EEXIST"], () => rmdirSync(path)),
  ),
  removeTree,
  copyFile: (from, to) =>
    withHandle(() =>
      promises.copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE),
    ),
  hardLink: soon((from: string, to: string) => linkSync(from, to)),
  link: (target, path) => promises.symlink(target, path),
  freeBytes: soon((path: string) => {
    const found = statfsSync(path);
    return found.bavail * found.bsize;
  }),
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

function kindOf(found: BigIntStats): Stat["kind"] {
  return found.isFile() ? "file" : found.isDirectory() ? "directory" : "other";
}

function asAccess(found: BigIntStats): Access {
  const self = process.geteuid?.();
  return {
    kind: kindOf(found),
    owner: Number(found.uid),
    mode: Number(found.mode) & 0o7777,
    ...(self !== undefined && { self }),
  };
}

function asStat(found: BigIntStats): Stat {
  return {
    kind: kindOf(found),
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
  let fd = withTries(() => openSync(path, READING));
  const reopen = (): void => {
    const fresh = openSync(path, READING);
    closeSync(fd);
    fd = fresh;
  };
  return {
    sizeBytes: fstatSync(fd).size,
    // A handle that a server no longer knows (`ESTALE`) never works again; a new one may.
    read: (offset, length, into) => withTries(() => readAt(fd, { offset, length }, into), reopen),
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
    const read = readSync(fd, bytes, filled, length - filled, placeOf(offset + filled));
    if (read === 0) break;
    filled += read;
  }
  return bytes.subarray(0, filled);
}

/** Above 2^53 Node takes no number. */
function placeOf(offset: number): number | bigint {
  return Number.isSafeInteger(offset) ? offset : BigInt(offset);
}

const shared = Buffer.allocUnsafe(64 * 1024);

/** @throws for anything but a file: a pipe or a device without data is not an empty file. */
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
  } catch (error) {
    throw naming(error, path);
  } finally {
    closeSync(fd);
  }
}

/** An error of the system with its path: those of an open file have none. */
function naming(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || !("syscall" in error) || "path" in error) return error;
  return Object.assign(error, { path, message: `${error.message} '${path}'` });
}

/** Only the flush itself is asynchronous: it alone takes long. */
async function sync(path: string, flags: number): Promise<void> {
  const fd = await withHandle(() => openSync(path, flags));
  try {
    await flush(fd);
  } finally {
    closeSync(fd);
  }
}

/** Errors of file systems that cannot flush a folder, and need not or will not: vboxsf, AFS, old CIFS. */
const CANNOT_FLUSH = ["EINVAL", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"];

async function syncDirectory(directory: string): Promise<void> {
  try {
    await sync(directory, constants.O_RDONLY | (constants.O_DIRECTORY ?? 0));
  } catch (error) {
    if (!hasCode(error, ...CANNOT_FLUSH)) throw error;
  }
}

function unlessMissing<T>(look: () => T, missing: readonly string[] = MISSING): T | undefined {
  try {
    return withTries(look);
  } catch (error) {
    if (hasCode(error, ...missing)) return undefined;
    throw error;
  }
}

function unlessCode(code: string | readonly string[], change: () => void): boolean {
  try {
    change();
    return true;
  } catch (error) {
    if (hasCode(error, ...[code].flat())) return false;
    throw error;
  }
}
