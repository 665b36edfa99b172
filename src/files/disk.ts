/** What a look at one path says. Times are those of the file itself (links are followed). */
export interface Stat {
  readonly kind: "file" | "directory" | "other";
  readonly sizeBytes: number;
  /** Last change of the content, in nanoseconds since 1970, as decimal text (it does not fit a number). */
  readonly mtimeNs: string;
  /** Last change of content or metadata, in the same form: it catches a content change that kept its mtime. */
  readonly ctimeNs: string;
  readonly inode: string;
}

/** Size, both times in milliseconds, inode: what tells a file from a later one of its name. */
export type Stamp = readonly [sizeBytes: number, mtimeMs: number, ctimeMs: number, inode: number];

/** An open file that is read by place. */
export interface Reader {
  readonly sizeBytes: number;
  /**
   * Bytes from `offset`; fewer than `length` at the end of the file. They may lie in `into`, which has at least that
   * length: whoever reads gigabytes spares the making of as many buffers.
   */
  read(offset: number, length: number, into?: Uint8Array): Uint8Array;
  close(): void;
}

export interface Listed {
  readonly name: string;
  readonly kind: "file" | "directory" | "link" | "other";
}

/**
 * The narrow file layer: every durable write of Donemark goes through these operations and nothing else,
 * so that another version of them can record, reorder, drop or refuse each one.
 *
 * Looking is synchronous: an answer takes microseconds, and ten thousand promises cost more than the looks.
 * Changing is asynchronous: a flush can take seconds and must not stop the other slots.
 * Nothing is durable before `syncFile` (content) and `syncDirectory` (names) have come back.
 */
export interface Disk {
  /** `undefined` where nothing is (or a link leads nowhere). */
  stat(path: string): Stat | undefined;
  /** A look that costs less than `stat`, at files alone; `undefined` for anything else. */
  stamp(path: string): Stamp | undefined;
  /** Is there a directory entry of this name, a link that leads nowhere included? */
  exists(path: string): boolean;
  /** `undefined` where there is no such directory. In the order of the file system. */
  list(directory: string): readonly Listed[] | undefined;
  /** Names alone, which is faster; none where there is no such directory. */
  names(directory: string): readonly string[];
  /** At most `maxBytes` bytes as UTF-8; `undefined` where there is no such file. */
  readText(path: string, maxBytes: number): string | undefined;
  /** The target of a symbolic link, as stored. */
  readLink(path: string): string;
  /** The path itself, without symbolic links. @throws `ENOENT` where nothing is. */
  realPath(path: string): string;
  open(path: string): Reader;

  /** Creates the file and writes `text`. @throws `EEXIST` where something is there already. */
  create(path: string, text: string): Promise<void>;
  /**
   * Adds `text` to the end of a file in one write, so that others who add to it never mix with it; creates the file.
   * @throws where the path is a link, or less than all of it was written.
   */
  append(path: string, text: string): Promise<void>;
  syncFile(path: string): Promise<void>;
  syncDirectory(directory: string): Promise<void>;
  /** Replaces a file at `to`; moves within one file system. */
  rename(from: string, to: string): Promise<void>;
  /** Removes a file or a link; `false` where there was none. */
  unlink(path: string): Promise<boolean>;
  /** Creates one directory; `false` where it was there. */
  makeDirectory(directory: string): Promise<boolean>;
  /** Removes a file or a whole directory; nothing where there is none. */
  removeTree(path: string): Promise<void>;
  /** Copies one file's bytes to a new path (a reflink where the file system can), never a hard link. @throws `EEXIST` */
  copyFile(from: string, to: string): Promise<void>;
  /** Gives a file another name on the same file system. @throws `EXDEV`, `EPERM` and others where that cannot be. */
  hardLink(from: string, to: string): Promise<void>;
  /** Creates a symbolic link. */
  link(target: string, path: string): Promise<void>;
  /** Free bytes for this user on the file system that holds `path`. */
  freeBytes(path: string): Promise<number>;
}
