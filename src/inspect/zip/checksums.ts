import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { crc32, createInflateRaw } from "node:zlib";
import { messageOf } from "../../core/text/problem.ts";
import type { Reader } from "../../files/disk.ts";
import type { Checksums } from "../inspection.ts";
import { hasAt, uint16 } from "../shared/bytes.ts";
import { findEnd } from "./end.ts";
import { parseEntries, type ZipEntry } from "./entries.ts";
import { LOCAL_HEADER, LOCAL_HEADER_BYTES, placeBehind } from "./local-header.ts";

const LONGEST_DIRECTORY = 64 * 1024 * 1024;
const CHUNK_BYTES = 4 * 1024 * 1024;

/**
 * Compares every entry of a zip, stored or deflated, with its CRC-32. A file whose frame cannot be followed is not
 * read: its inspection says what is wrong with it.
 * Source: PKWARE APPNOTE.TXT 6.3.10, sections 4.3.7 and 4.4.7.
 * @throws the system error where the file cannot be read.
 */
export async function readZipChecksums(reader: Reader): Promise<Checksums> {
  let isWhole = true;
  let bytesRead = 0;
  const entries = readEntries(reader);
  if (entries === undefined) return { isWhole: false, bytesRead };
  for (const entry of entries) {
    bytesRead += entry.storedBytes;
    const { kind, why } = await compareEntry(reader, entry);
    if (kind === "fault") return { isWhole: false, bytesRead, fault: why };
    if (kind === "unchecked") isWhole = false;
  }
  return { isWhole, bytesRead };
}

/** `undefined` where the file does not begin with an entry, or its central directory cannot be found. */
function readEntries(reader: Reader): readonly ZipEntry[] | undefined {
  if (!hasAt(reader.read(0, LOCAL_HEADER.length), 0, LOCAL_HEADER)) return undefined;
  const end = findEnd(reader);
  if (end.kind === "fault" || end.directoryBytes > LONGEST_DIRECTORY) return undefined;
  return parseEntries(reader.read(end.directoryAt, end.directoryBytes)).entries;
}

/** `unchecked`: the entry has no checksum, or is encrypted or packed by another method. */
type EntryCheck =
  | { readonly kind: "matches" | "unchecked"; readonly why?: never }
  | { readonly kind: "fault"; readonly why: string };

const UNCHECKED: EntryCheck = { kind: "unchecked" };
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

async function compareEntry(reader: Reader, entry: ZipEntry): Promise<EntryCheck> {
  const { name, headerAt, storedBytes } = entry;
  // Some writers record no checksum, which is 0; it is also the checksum of no bytes.
  if (entry.crc32 === 0) return storedBytes === 0 ? { kind: "matches" } : UNCHECKED;
  const header = reader.read(headerAt, LOCAL_HEADER_BYTES);
  if (header.length < LOCAL_HEADER_BYTES || !hasAt(header, 0, LOCAL_HEADER))
    return { kind: "fault", why: `its entry ${name} has no header at its place` };
  const method = uint16(header, 8);
  const isEncrypted = (uint16(header, 6) & ENCRYPTED) !== 0;
  if (isEncrypted || (method !== STORED && method !== DEFLATED)) return UNCHECKED;
  const stored = pieces(reader, placeBehind(header, headerAt), storedBytes);
  const sum = method === STORED ? sumOf(stored) : await sumOfDeflated(stored);
  if (typeof sum === "string")
    return { kind: "fault", why: `its entry ${name} cannot be unpacked: ${sum}` };
  return sum === entry.crc32
    ? { kind: "matches" }
    : { kind: "fault", why: `its entry ${name} is not what its checksum says` };
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

/** The CRC-32 of the unpacked bytes; where they cannot be unpacked, the reason in words. */
async function sumOfDeflated(stored: Iterable<Uint8Array>): Promise<number | string> {
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
    return messageOf(error);
  }
}
