import { join } from "node:path";
import { areasOf } from "../entries/context.ts";
import { entriesStore } from "../entries/entries-store.ts";
import type { EntriesOptions } from "../entries/context.ts";
import { INCOMING, nameFolder } from "../entries/layout.ts";
import type { Store } from "../store.ts";
import { fileBucket } from "./bucket.ts";

export interface FileStoreOptions extends Omit<EntriesOptions, "bucket" | "isOrphaned"> {
  /** Absolute path of the store's directory. */
  readonly root: string;
  /** Is the writer that gave a temporary file this name known to be gone? `false` in doubt. */
  readonly isOrphaned?: (temporary: string) => boolean;
}

/** A directory as a store: entries over a bucket that is this directory. */
export function fileStore({ root, isOrphaned = () => false, ...options }: FileStoreOptions): Store {
  const { disk, name, scope, token, now } = options;
  const incoming = join(root, nameFolder(name), areasOf(scope)[0], INCOMING);
  const bucket = fileBucket({ disk, root, incoming, token, now, isOrphaned });
  return entriesStore({ kind: "file", label: `file:${root}` }, { ...options, bucket, isOrphaned });
}
