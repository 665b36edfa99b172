import type { Reader } from "../../files/disk.ts";
import { textOf, uint16 } from "../shared/bytes.ts";

/** The signature of a local header, which precedes the content of an entry. Source: APPNOTE.TXT 6.3.10, section 4.3.7. */
export const LOCAL_HEADER = [0x50, 0x4b, 3, 4] as const;
/** The size of a local header without its name and its extra field. */
export const LOCAL_HEADER_BYTES = 30;

const NAME_LENGTH_AT = 26;
const EXTRA_LENGTH_AT = 28;

/** The name of the first entry, from the first bytes of a zip. */
export function firstEntryName(head: Uint8Array): string {
  const length = uint16(head, NAME_LENGTH_AT);
  return textOf(head.subarray(LOCAL_HEADER_BYTES, LOCAL_HEADER_BYTES + length));
}

/** The place of an entry's content, behind a local header whose length the central directory does not hold. */
export function placeOfContent(
  reader: Reader,
  { headerAt }: { readonly headerAt: number },
): number {
  return placeBehind(reader.read(headerAt, LOCAL_HEADER_BYTES), headerAt);
}

/** The place behind the local header `header`, which begins at `headerAt`. */
export function placeBehind(header: Uint8Array, headerAt: number): number {
  const variableBytes = uint16(header, NAME_LENGTH_AT) + uint16(header, EXTRA_LENGTH_AT);
  return headerAt + LOCAL_HEADER_BYTES + variableBytes;
}
