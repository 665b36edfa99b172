import { textOf, uint16, uint32 } from "./bytes.ts";

/**
 * The bytes of a FlatBuffer. Tables, vectors and texts are places in `bytes`; bytes outside of them count as 0.
 * Source: "FlatBuffer Internals" in the documentation of FlatBuffers.
 */
export interface FlatBuffer {
  readonly bytes: Uint8Array;
}

/** The place of the table, vector or text that the reference at `at` leads to. */
export function follow({ bytes }: FlatBuffer, at: number): number {
  return at + uint32(bytes, at);
}

/** The place of a table's field, by its index in the schema; `undefined` where the table leaves the field out. */
export function fieldAt({ bytes }: FlatBuffer, table: number, index: number): number | undefined {
  const layout = table - (uint32(bytes, table) | 0);
  const slot = 4 + 2 * index;
  if (layout < 0 || slot + 2 > uint16(bytes, layout)) return undefined;
  const offset = uint16(bytes, layout + slot);
  return offset === 0 ? undefined : table + offset;
}

/** The place of the table, vector or text that a field refers to; `undefined` as in `fieldAt`. */
export function referredAt(buffer: FlatBuffer, table: number, index: number): number | undefined {
  const at = fieldAt(buffer, table, index);
  return at === undefined ? undefined : follow(buffer, at);
}

/** The places of a vector's entries, each `entryBytes` long; none where they do not fit into the bytes. */
export function entriesOf(
  { bytes }: FlatBuffer,
  vector: number | undefined,
  entryBytes: number,
): readonly number[] {
  if (vector === undefined) return [];
  const length = uint32(bytes, vector);
  const first = vector + 4;
  if (first + length * entryBytes > bytes.length) return [];
  return Array.from({ length }, (_, place) => first + place * entryBytes);
}

/** No field shows as much of a text. Texts may share their bytes, so reading each of them whole could take hours. */
const LONGEST_TEXT = 1024;

/** The text at `at`, cut at 1024 bytes. */
export function textAt({ bytes }: FlatBuffer, at: number): string {
  return textOf(bytes.subarray(at + 4, at + 4 + Math.min(uint32(bytes, at), LONGEST_TEXT)));
}
