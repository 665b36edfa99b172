import type { Reader } from "../files/disk.ts";
import type { Folder } from "./folders/folder.ts";
import type { Checksums, FieldNames, Findings } from "./inspection.ts";

/** Everything that Donemark knows of one format. The record stands beside its inspector; `formats.ts` lists it. */
export type Format = FileFormat | DirectoryFormat;

export interface FileFormat {
  readonly kind: "file";
  /** The `format` of an inspection, in lower case. Markers and `--json` hold it, so it never changes. */
  readonly name: string;
  /** A file has this format where at least one sign holds. */
  readonly signs: readonly FileSign[];
  /**
   * Judges the structure and reads the fields. It reads kilobytes and never loads the file. Whatever the bytes are,
   * they make findings; only the disk's own errors are thrown. A file without bytes never reaches it.
   */
  readonly inspect: (reader: Reader, names: FieldNames) => Findings | Promise<Findings>;
  /** Compares every byte with the checksums that the file itself holds; absent where the format has none. */
  readonly readChecksums?: (reader: Reader) => Promise<Checksums>;
}

/** A way to tell a format. All that it names must hold; a sign that names nothing holds for every file. */
export interface FileSign {
  /** Endings of the file name, in lower case and with their dot; one of them is enough. */
  readonly endings?: readonly string[];
  readonly magic?: Magic;
  /** A test of the first bytes, for what no magic says. */
  readonly holds?: (head: Uint8Array) => boolean;
}

/** Bytes that stand at a fixed place in every file of a format. */
interface Magic {
  readonly bytes: readonly number[];
  /** Their place, counted from the start of the file. Default: 0 */
  readonly at?: number;
}

/** The facts from which a file's format is told. */
export interface Beginning {
  /** File name without its folder. */
  readonly fileName: string;
  /** The first bytes of the file, at most `BEGINNING_BYTES`. */
  readonly head: Uint8Array;
}

export const BEGINNING_BYTES = 512;

export interface DirectoryFormat {
  readonly kind: "directory";
  /** As of a file's format. */
  readonly name: string;
  /** A directory has this format where at least one sign holds. */
  readonly signs: readonly DirectorySign[];
  /** As of a file's format. A directory without entries never reaches it. */
  readonly inspect: (folder: Folder, names: FieldNames) => Findings | Promise<Findings>;
}

/** A way to tell a directory's format. All that it names must hold. */
interface DirectorySign {
  /** A pattern that the directory's own name matches. */
  readonly folderName?: RegExp;
  /** The name of an entry that lies directly in it. */
  readonly entry?: string;
  /** The ending of the name of at least one entry. */
  readonly entryEnding?: string;
}
