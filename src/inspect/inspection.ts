import type { Reader } from "../files/disk.ts";

/** `unknown`: nothing speaks against it, and nothing in the format could speak for it. */
export type Structure = "sound" | "empty" | "truncated" | "damaged" | "unknown";

/** What a checkpoint says about itself. */
export interface Inspection {
  /** `pytorch`, `safetensors`, `json`, `plain`, `directory`, … */
  readonly format: string;
  readonly structure: Structure;
  /** The reason in words, where the structure is not `sound`. */
  readonly why?: string;
  /** The embedded status field as text; absent where there is none. */
  readonly status?: string;
  /** The embedded version field; a number is given as its text, anything else as JSON text. */
  readonly version?: string;
  readonly bytesRead: number;
}

/** Names of the fields that hold status and version. */
export interface FieldNames {
  readonly statusField: string;
  readonly versionField: string;
}

/** The start of a file, enough to know the format. */
export interface Beginning {
  /** File name without its folder. */
  readonly fileName: string;
  /** The first bytes, at most `BEGINNING_BYTES`. */
  readonly head: Uint8Array;
  readonly sizeBytes: number;
}

export const BEGINNING_BYTES = 512;

/** What one format's file gives: one such object per file in this folder. */
export interface Format {
  readonly name: string;
  /** Is the file of this format, by its first bytes or, where those say nothing, by its name? */
  fits(beginning: Beginning): boolean;
  /** Structure and fields in kilobytes; never throws for what the bytes say. */
  inspect(reader: Reader, names: FieldNames): Findings | Promise<Findings>;
}

/** An inspection without what the caller adds. */
export type Findings = Omit<Inspection, "format" | "bytesRead">;
