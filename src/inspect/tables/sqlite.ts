import type { Reader } from "../../files/disk.ts";
import type { FileFormat } from "../format.ts";
import type { Findings } from "../inspection.ts";
import { byteAt, hasAt } from "../shared/bytes.ts";
import { damaged, faultOfSize, truncated, unknown } from "../shared/findings.ts";
import { soundUnlessZeroTail } from "../shared/zeros.ts";

const MAGIC = [...Buffer.from("SQLite format 3\0", "latin1")];

/**
 * An SQLite database: pages of one size, and their number in the header. A journal beside it is not read, although a
 * change that was cut off would be rolled back from it.
 * Source: "Database File Format" at sqlite.org, sections 1.2, 1.3 and 1.6.
 */
export const sqlite: FileFormat = {
  kind: "file",
  name: "sqlite",
  signs: [{ magic: { bytes: MAGIC } }],
  inspect: inspectSqlite,
};

/** The header, and the first byte of the first page, which is its type. */
const HEAD_BYTES = 101;
const PAYLOAD_FRACTIONS = [64, 32, 32];
/** The types of an interior and of a leaf page of a table. */
const TABLE_PAGES = new Set([5, 13]);
const IN_WAL = 2;

function inspectSqlite(reader: Reader): Findings {
  const { sizeBytes } = reader;
  if (sizeBytes < HEAD_BYTES) return truncated("it ends inside of its header");
  const head = reader.read(0, HEAD_BYTES);
  const pageBytes = pageBytesOf(head);
  if (pageBytes === undefined) return damaged("its header cannot be read");
  const pages = pagesOf(head);
  if (sizeBytes % pageBytes !== 0 && (pages === undefined || sizeBytes < pages * pageBytes))
    return truncated("it ends inside of a page");
  if (pages === undefined) return unknown("its header does not say how many pages it has");
  const excess = sizeBytes - pages * pageBytes;
  // A program may let the file grow by more than a page at a time.
  if (excess > 0 && excess % pageBytes === 0) return unknown("it has more pages than it says");
  const fault = faultOfSize(sizeBytes, pages * pageBytes);
  if (fault !== undefined) return fault;
  if (byteAt(head, 19) === IN_WAL)
    return unknown("it is in WAL mode: the last changes may be in the file beside it");
  return soundUnlessZeroTail(reader);
}

/** The size of a page; `undefined` where the header or the first page is invalid. */
function pageBytesOf(head: Uint8Array): number | undefined {
  const stored = byteAt(head, 16) * 0x100 + byteAt(head, 17);
  const bytes = stored === 1 ? 0x1_0000 : stored;
  const isSize = bytes >= 512 && Number.isInteger(Math.log2(bytes));
  const isTable = TABLE_PAGES.has(byteAt(head, 100));
  return isSize && isTable && hasAt(head, 21, PAYLOAD_FRACTIONS) ? bytes : undefined;
}

/** The number of pages; `undefined` where the program that last wrote the file did not record it. */
function pagesOf(head: Uint8Array): number | undefined {
  const pages = uint32BigEndian(head, 28);
  return pages > 0 && uint32BigEndian(head, 24) === uint32BigEndian(head, 92) ? pages : undefined;
}

function uint32BigEndian(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0);
}
