import { hasAt, textOf, uint16, uint32, uint64 } from "../shared/bytes.ts";

/** One record of a zip's central directory. */
export interface ZipEntry {
  readonly name: string;
  /** Neither compressed nor encrypted. */
  readonly isStored: boolean;
  /** Compressed by deflate, and not encrypted. */
  readonly isDeflated: boolean;
  /** The checksum of the unpacked bytes; 0 where the writer recorded none. */
  readonly crc32: number;
  /** The size in the archive, packed as it is. */
  readonly storedBytes: number;
  /** The place of the local header. */
  readonly headerAt: number;
}

export interface ZipEntries {
  readonly entries: readonly ZipEntry[];
  /** The place behind the last entry; `undefined` where bytes that should be an entry are none. */
  readonly end: number | undefined;
}

const ENTRY_BYTES = 46;
const ENTRY = [0x50, 0x4b, 1, 2] as const;

/**
 * Parses the start of a central directory, up to the last entry that `bytes` holds whole.
 * Source: PKWARE APPNOTE.TXT 6.3.10, sections 4.3.12 and 4.5.3 (ZIP64).
 */
export function parseEntries(bytes: Uint8Array): ZipEntries {
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at + ENTRY_BYTES <= bytes.length) {
    if (!hasAt(bytes, at, ENTRY)) return { entries, end: undefined };
    const next = at + sizeOfEntry(bytes, at);
    if (next > bytes.length) break;
    entries.push(parseEntry(bytes, at));
    at = next;
  }
  return { entries, end: at };
}

/**
 * Parses the end of a central directory whose last piece is `bytes`, cut at any place: from the end backwards, each
 * entry must end where the next one begins.
 */
export function parseLastEntries(bytes: Uint8Array): readonly ZipEntry[] {
  const entries: ZipEntry[] = [];
  let start = bytes.length;
  for (let at = start - ENTRY_BYTES; at >= 0; at -= 1) {
    if (!hasAt(bytes, at, ENTRY) || at + sizeOfEntry(bytes, at) !== start) continue;
    entries.push(parseEntry(bytes, at));
    start = at;
  }
  return entries.reverse();
}

function sizeOfEntry(bytes: Uint8Array, at: number): number {
  return ENTRY_BYTES + uint16(bytes, at + 28) + uint16(bytes, at + 30) + uint16(bytes, at + 32);
}

function parseEntry(bytes: Uint8Array, at: number): ZipEntry {
  const nameAt = at + ENTRY_BYTES;
  const extraAt = nameAt + uint16(bytes, at + 28);
  const isEncrypted = (uint16(bytes, at + 8) & 1) === 1;
  const method = uint16(bytes, at + 10);
  return {
    name: textOf(bytes.subarray(nameAt, extraAt)),
    isStored: method === 0 && !isEncrypted,
    isDeflated: method === DEFLATE && !isEncrypted,
    crc32: uint32(bytes, at + 16),
    ...parsePlaces(bytes, at, bytes.subarray(extraAt, extraAt + uint16(bytes, at + 30))),
  };
}

const DEFLATE = 8;
const IN_ZIP64 = 0xffff_ffff;

/** Only the numbers that do not fit 32 bits stand in the ZIP64 field, in this order. */
function parsePlaces(
  bytes: Uint8Array,
  at: number,
  extra: Uint8Array,
): Pick<ZipEntry, "storedBytes" | "headerAt"> {
  const zip64 = zip64Field(extra);
  let place = uint32(bytes, at + 24) === IN_ZIP64 ? 8 : 0;
  const read = (number: number): number => {
    if (number !== IN_ZIP64 || place + 8 > zip64.length) return number;
    place += 8;
    return uint64(zip64, place - 8);
  };
  const storedBytes = read(uint32(bytes, at + 20));
  return { storedBytes, headerAt: read(uint32(bytes, at + 42)) };
}

function zip64Field(extra: Uint8Array): Uint8Array {
  let at = 0;
  while (at + 4 <= extra.length) {
    const next = at + 4 + uint16(extra, at + 2);
    if (uint16(extra, at) === 1) return extra.subarray(at + 4, next);
    at = next;
  }
  return new Uint8Array();
}
