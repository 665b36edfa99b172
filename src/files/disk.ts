import type { Access } from "../core/model/unreadable.ts";

/** The facts about one path. Links are followed. */
export interface Stat {
  readonly kind: "file" | "directory" | "other";
  readonly sizeBytes: number;
  /** Last change of the content, in nanoseconds since 1970, as decimal text (it does not fit a number). */
  readonly mtimeNs: string;
  /** Last change of content or metadata, in the same form. It also changes where a program sets the mtime back. */
  readonly ctimeNs: string;
  readonly inode: string;
}

/** Size, both times in milliseconds, inode. Together they distinguish a file from a later one of the same name. */
export type Stamp = readonly [sizeBytes: number, mtimeMs: number, ctimeMs: number, inode: number];

/** An open file with positional reads. */
export interface Reader {
  readonly sizeBytes: number;
  /**
   * Bytes from `offset`; fewer than `length` at the end of the file. `into`, where given, has at least that length and may
   * hold the bytes: a caller that reads gigabytes reuses one buffer.
   */
  read(offset: number, length: number, into?: Uint8Array): Uint8Array;
  close(): void;
}

export interface Listed {
  readonly name: string;
  readonly kind: "file" | "directory" | "link" | "other";
}

/**
 * The narrow file layer. Every durable write of Donemark goes through these operations, so that a test can record,
 * reorder, drop or refuse each one.
 *
 * Reads are synchronous: an answer takes microseconds, and ten thousand promises cost more than the reads.
 * Changes are asynchronous: a flush can take seconds and must not block the other slots.
 * Nothing is durable before `syncFile` (content) and `syncDirectory` (names) have returned.
 */
export interface Disk {
  /** `undefined` where nothing exists, or a link leads nowhere. */
  stat(path: string): Stat | undefined;
  /** Like `stat`, and cheaper; `undefined` for anything but a file. */
  stamp(path: string): Stamp | undefined;
  /** Owner and rights; `undefined` where nothing exists. */
  access(path: string): Access | undefined;
  /** Does a directory entry of this name exist? A link that leads nowhere counts. */
  exists(path: string): boolean;
  /** `undefined` where there is no such directory. In the order of the file system. */
  list(directory: string): readonly Listed[] | undefined;
  /** The names alone, which is faster; none where there is no such directory. */
  names(directory: string): readonly string[];
  /** At most `maxBytes` bytes as UTF-8; `undefined` where there is no such file. */
  readText(path: string, maxBytes: number): string | undefined;
  /** The target of a symbolic link, as stored. */
  readLink(path: string): string;
  /** The path itself, without symbolic links. @throws `ENOENT` where nothing is. */
  realPath(path: string): string;
  open(path: string): Reader;

  /** Creates the file and writes `text`. @throws `EEXIST` where the path exists already. */
  create(path: string, text: string): Promise<void>;
  /**
   * Appends `text` in one write, so that lines of several processes never mix; creates the file.
   * @throws where the path is a link, or not all bytes were written.
   */
  append(path: string, text: string): Promise<void>;
  syncFile(path: string): Promise<void>;
  /** Does nothing where the file system has no flush of folders. */
  syncDirectory(directory: string): Promise<void>;
  /** Replaces a file at `to`; moves within one file system. */
  rename(from: string, to: string): Promise<void>;
  /** Removes a file or a link; `false` where there was none. */
  unlink(path: string): Promise<boolean>;
  /** Creates one directory; `false` where it exists. */
  makeDirectory(directory: string): Promise<boolean>;
  /** Removes one directory; `false` where there is none, or something is in it. */
  removeFolder(directory: string): Promise<boolean>;
  /** Removes a file or a whole directory; does nothing where there is none. */
  removeTree(path: string): Promise<void>;
  /** Copies one file to a new path, by reflink where the file system can, never by hard link. @throws `EEXIST` */
  copyFile(from: string, to: string): Promise<void>;
  /** Gives a file another name on the same file system. @throws `EXDEV`, `EPERM` and others where that cannot be. */
  hardLink(from: string, to: string): Promise<void>;
  /** Creates a symbolic link. */
  link(target: string, path: string): Promise<void>;
  /** Free bytes for this user on the file system that holds `path`. */
  freeBytes(path: string): Promise<number>;
}
