/** One request to a helper process: the library's answer to it depends on nothing else. */
export type Request =
  /** The newest key that is this one or begins with it. Nothing is downloaded. */
  | { readonly op: "lookup"; readonly key: string }
  /** Saves the folder `entry` of `folder`; `confirm` by a look-up. */
  | {
      readonly op: "save";
      readonly key: string;
      readonly folder: string;
      readonly scratch: string;
      readonly confirm: boolean;
    }
  /** Restores the folder `entry` into `folder`. */
  | {
      readonly op: "restore";
      readonly key: string;
      readonly folder: string;
      readonly scratch: string;
      /** An archive that unpacks to more bytes is cut off, and damaged. */
      readonly mostBytes?: number | undefined;
    };

/** The library's answer and its printed lines, which are the only place of a cause. */
export interface Reply {
  /** The key that was found or restored. */
  readonly found?: string;
  /** Did the library say that it saved? */
  readonly saved?: boolean;
  /** The message of the error that it threw. */
  readonly thrown?: string;
  readonly lines: readonly string[];
}

/** An archive holds this one path, which enters the version of every entry. */
export const ENTRY_FOLDER = "entry";

/** The way of packing, which is part of an entry's version: entries of another version are not found. */
export type Packing = "zstd-without-long" | "gzip";
