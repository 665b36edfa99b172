import { posix } from "node:path";
import type { MarkerForm } from "../../core/model/marker-form.ts";
import type { Disk } from "../../files/disk.ts";
import type { Bucket } from "../bucket.ts";
import { nameFolder, scopeFolder } from "./layout.ts";

export interface EntriesOptions {
  readonly bucket: Bucket;
  /** Where the checkpoints and the work of this machine lie. */
  readonly disk: Disk;
  /** Keeps definitions apart. */
  readonly name: string;
  /** Entries written under a scope (`refs/pull/12/merge`) are read only under it; `undefined` is shared by all. */
  readonly scope: string | undefined;
  /** A new text at every call, no other process's, of letters, digits and `-`. */
  readonly token: () => string;
  /** Is the writer that gave a temporary file this name known to be gone? `false` in doubt. */
  readonly isOrphaned: (temporary: string) => boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly markers: MarkerForm;
}

/** One definition's entries in a bucket, as one scope sees them. */
export interface EntriesContext extends Omit<EntriesOptions, "name" | "scope"> {
  /** The folder of the definition. */
  readonly home: string;
  /** Folders below `home` that are read, in this order; only the first is written. */
  readonly areas: readonly [string, ...string[]];
}

/** The folder of `areas` that all share. */
const SHARED = "";

export function openContext({ name, scope, ...options }: EntriesOptions): EntriesContext {
  return { ...options, home: nameFolder(name), areas: areasOf(scope) };
}

export function areasOf(scope: string | undefined): EntriesContext["areas"] {
  return scope === undefined ? [SHARED] : [scopeFolder(scope), SHARED];
}

/** The key of what has these names in an area. */
export function keyIn({ home }: EntriesContext, area: string, ...names: readonly string[]): string {
  return posix.join(home, area, ...names);
}

/** For people: which store it is. */
export function describeStore({ bucket }: EntriesContext): string {
  return `the store in ${bucket.label}`;
}
