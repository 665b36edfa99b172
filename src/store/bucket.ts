/** An object in a bucket. */
export interface BucketObject {
  /**
   * Names with `/` between them, none of them empty, `.` or `..`. The key of a folder ends with `/`.
   * An object that another program put there may break this rule: code that makes a path of a key checks it.
   */
  readonly key: string;
  /**
   * A file is bytes. A link is a symbolic link, which is not followed. A folder is listed where nothing is in it, or where
   * one level is asked for. `unreadable` is what the bucket could not look at: it may be anything.
   */
  readonly kind: "file" | "link" | "folder" | "other" | "unreadable";
  /** 0 of anything but a file. */
  readonly sizeBytes: number;
  /** The last change of a file by the bucket's clock, in milliseconds since 1970; of anything else it may be 0. */
  readonly modifiedMs: number;
  /** Of a file: another one after each change. */
  readonly tag: string;
  /** Of a link: where it leads. */
  readonly target?: string;
  /** Of what is unreadable: why. */
  readonly cause?: string;
}

/** The content of an object that is put. */
export type Source =
  | { readonly kind: "text"; readonly text: string }
  /** A copy of a file of this machine; with `isOurs` the bucket may move the file instead. */
  | { readonly kind: "file"; readonly path: string; readonly isOurs?: boolean }
  | { readonly kind: "link"; readonly target: string }
  /** For a key that ends with `/`. */
  | { readonly kind: "folder" };

/**
 * Objects under keys: all that the entries of a store need of a service.
 *
 * An object becomes visible whole, and is durable once the call has answered. A trouble is thrown with its cause, and is
 * never the same as an object that is not there. Every call may be made again after any end.
 */
export interface Bucket {
  /** For people: where it is. */
  readonly label: string;
  /**
   * Pages of what lies below `prefix`, which is empty or ends with `/`, in no order. With `one` level, what lies deeper is
   * one folder for each name.
   */
  readonly list: (prefix: string, levels?: "all" | "one") => AsyncIterable<readonly BucketObject[]>;
  /** `undefined` where nothing is. */
  readonly head: (key: string) => Promise<BucketObject | undefined>;
  /** Bytes of a file from `offset`; fewer than `length` at its end, `undefined` where there is no file. */
  readonly getRange: (
    key: string,
    offset: number,
    length: number,
  ) => Promise<Uint8Array | undefined>;
  /** Puts an object in the place of whatever is there. */
  readonly put: (key: string, source: Source) => Promise<void>;
  /** Of all who try it at once, one is told `stored`. */
  readonly putIfAbsent: (key: string, source: Source) => Promise<"stored" | "exists">;
  /** Replaces the file that has this tag. Of all who try it with one tag, at most one is told `stored`. */
  readonly putIfMatch: (key: string, source: Source, tag: string) => Promise<"stored" | "changed">;
  /** Removes objects; answers with the number of those that were there. A kill in between leaves any of them. */
  readonly delete: (keys: readonly string[]) => Promise<number>;
  /** The whole of a file straight to `path` on this machine, where nothing is. @throws where either is not so. */
  readonly download: (key: string, path: string) => Promise<void>;
  /** A new path from which `put` moves what is ours, for a bucket that is a folder of a file system. */
  readonly newTemporary?: () => Promise<string>;
}

/** Every object below a prefix. */
export async function listAll(
  bucket: Bucket,
  prefix: string,
  levels: "all" | "one" = "all",
): Promise<readonly BucketObject[]> {
  const found: BucketObject[] = [];
  for await (const page of bucket.list(prefix, levels))
    for (const object of page) found.push(object);
  return found;
}

/** @throws where one of the objects could not be looked at. */
export function checkReadable(objects: Iterable<BucketObject>): void {
  for (const { kind, cause, key } of objects) {
    if (kind === "unreadable") throw new Error(cause ?? key);
  }
}

/** The text of a file of at most `maxBytes`; `undefined` where there is none, or a longer one. */
export async function readText(
  bucket: Bucket,
  key: string,
  maxBytes: number,
): Promise<string | undefined> {
  const bytes = await bucket.getRange(key, 0, maxBytes + 1);
  if (bytes === undefined || bytes.length > maxBytes) return undefined;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");
}
