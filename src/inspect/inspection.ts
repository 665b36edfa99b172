/**
 * `unknown` means that nothing in the bytes is wrong, and that the format has nothing which proves the file whole.
 */
export type Structure = "sound" | "empty" | "truncated" | "damaged" | "unknown";

/** The facts that an inspector reads from a checkpoint. */
export interface Findings {
  readonly structure: Structure;
  /** The reason in words; present wherever the structure is not `sound`. */
  readonly why?: string;
  /** A sign in the bytes, in words, that they may not be all of the file; it proves nothing. */
  readonly doubt?: string;
  /** The embedded status field as text; absent where there is none. */
  readonly status?: string;
  /** The embedded version field; a number is given as its text, anything else as JSON text. */
  readonly version?: string;
}

/** The findings, the format that gave them, and what they cost. */
export interface Inspection extends Findings {
  /** The name of a record of `formats.ts`: `pytorch`, `safetensors`, `plain`, `directory`, … */
  readonly format: string;
  /** Bytes that the inspection read; of each file at most 1 MiB. */
  readonly bytesRead: number;
}

/** The names of the fields that hold the status and the version. */
export interface FieldNames {
  readonly statusField: string;
  readonly versionField: string;
}

/** The result of comparing a file's bytes with the checksums that it holds. */
export interface Checksums {
  /** True where a checksum covers every byte of content, and each one matches. */
  readonly isWhole: boolean;
  /** Bytes of content that were read for it. */
  readonly bytesRead: number;
  /** The first mismatch, in words. */
  readonly fault?: string;
}
