import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { crc32, createInflateRaw } from "node:zlib";
import { describe } from "../core/problem.ts";
import type { Disk, Reader } from "../files/disk.ts";
import { hasAt, uint16 } from "../inspect/bytes.ts";
import { findEnd } from "../inspect/zip-end.ts";
import { parseEntries, type ZipEntry } from "../inspect/zip-entries.ts";
import { LOCAL_HEADER, LOCAL_HEADER_BYTES } from "../inspect/zip.ts";

/** What the checksums inside of a file say of its bytes. */
export interface Checksums {
  /** Every entry had a checksum, and holds it. */
  readonly isWhole: boolean;
  readonly bytesRead: number;
  /** What does not hold, in words. */
  readonly fault?: string;
}

const NONE: Checksums = { isWhole: false, bytesRead: 0 };
const LONGEST_DIRECTORY = 64 * 1024 * 1024;
const CHUNK_BYTES = 4 * 1024 * 1024;

/**
 * Reads every entry of a zip and holds it against its CRC-32, stored or deflated; of any other file reads nothing.
 * Source: PKWARE APPNOTE.TXT 6.3.10, sections 4.3.7 and 4.4.7.
 * @throws the system error where the file cannot be read.
 */
export async function readChecksums(disk: Disk, path: string): Promise<Checksums> {
  const reader = disk.open(path);
  try {
    const entries = entriesOf(reader);
    return entries === undefined ? NONE : await checkAll(reader, entries);
  } finally {
    reader.close();
  }
}

/** `undefined` for what is no zip; what is wrong with the frame of one is for its inspector to tell. */
function entriesOf(reader: Reader): readonly ZipEntry[] | undefined {
  if (!hasAt(reader.read(0, LOCAL_HEADER.length), 0, LOCAL_HEADER)) return undefined;
  const end = findEnd(reader);
  if ("structure" in end || end.directoryBytes > LONGEST_DIRECTORY) return undefined;
  return parseEntries(reader.read(end.directoryAt, end.directoryBytes)).entries;
}

async function checkAll(reader: Reader, entries: readonly ZipEntry[]): Promise<Checksums> {
  let isWhole = true;
  let bytesRead = 0;
  for (const entry of entries) {
    bytesRead += entry.storedBytes;
    const found = await checksumOf(reader, entry);
    if (typeof found === "string") return { isWhole: false, bytesRead, fault: found };
    if (found === undefined) isWhole = false;
    else if (found !== entry.crc32) {
      const fault = `its entry ${entry.name} is not what its checksum says`;
      return { isWhole: false, bytesRead, fault };
    }
  }
  return { isWhole, bytesRead };
}

const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

/** `undefined` where none can be held against the entry's: some writers record none, which is 0. A text is a fault. */
async function checksumOf(reader: Reader, entry: ZipEntry): Promise<number | string | undefined> {
  if (entry.crc32 === 0) return entry.storedBytes === 0 ? 0 : undefined;
  const header = reader.read(entry.headerAt, LOCAL_HEADER_BYTES);
  if (header.length < LOCAL_HEADER_BYTES || !hasAt(header, 0, LOCAL_HEADER))
    return `its entry ${entry.name} has no header at its place`;
  const method = uint16(header, 8);
  if ((uint16(header, 6) & ENCRYPTED) !== 0) return undefined;
  const start = entry.headerAt + LOCAL_HEADER_BYTES + uint16(header, 26) + uint16(header, 28);
  const stored = pieces(reader, start, entry.storedBytes);
  if (method === STORED) return sumOf(stored);
  return method === DEFLATED ? sumOfDeflated(stored, entry.name) : undefined;
}

function* pieces(reader: Reader, start: number, length: number): Generator<Uint8Array> {
  for (let at = 0; at < length; at += CHUNK_BYTES)
    yield reader.read(start + at, Math.min(CHUNK_BYTES, length - at));
}

function sumOf(stored: Iterable<Uint8Array>): number {
  let sum = 0;
  for (const piece of stored) sum = crc32(piece, sum);
  return sum;
}

async function sumOfDeflated(stored: Iterable<Uint8Array>, name: string): Promise<number | string> {
  let sum = 0;
  try {
    await pipeline(
      Readable.from(stored),
      createInflateRaw(),
      async (unpacked: AsyncIterable<Uint8Array>) => {
        for await (const piece of unpacked) sum = crc32(piece, sum);
      },
    );
    return sum;
  } catch (error) {
    return `its entry ${name} cannot be unpacked: ${describe(error)}`;
  }
}
