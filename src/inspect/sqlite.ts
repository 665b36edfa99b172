import { count } from "../core/text.ts";
import type { Reader } from "../files/disk.ts";
import { byteAt, hasAt } from "./bytes.ts";
import { damaged, truncated, unknown } from "./verdicts.ts";
import type { Findings, Format } from "./inspection.ts";
import { hasZeroTail, ZERO_TAIL } from "./tail-probe.ts";

/**
 * An SQLite database: pages of one size, and their number in the header. Whether a journal lies beside it, from which
 * a change that was cut off would be rolled back, is not looked at.
 * Source: "Database File Format" at sqlite.org, sections 1.2, 1.3 and 1.6.
 */
export const sqlite: Format = {
  name: "sqlite",
  fits: ({ head }) => hasAt(head, 0, MAGIC),
  inspect,
};

const MAGIC = [...Buffer.from("SQLite format 3\0", "latin1")];
/** The header, and the byte behind it that tells the kind of the first page. */
const HEAD_BYTES = 101;
const PAYLOAD_FRACTIONS = [64, 32, 32];
const TABLE_PAGES = new Set([5, 13]);
const IN_WAL = 2;

function inspect(reader: Reader): Findings {
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
  if (excess < 0) return truncated(`it is ${count(-excess, "byte")} short`);
  // A program may let the file grow by more than a page at a time.
  if (excess > 0 && excess % pageBytes === 0) return unknown("it has more pages than it says");
  if (excess > 0) return damaged(`after its end there is more: ${count(excess, "byte")}`);
  if (byteAt(head, 19) === IN_WAL)
    return unknown("it is in WAL mode: the last changes may be in the file beside it");
  // A page may be all zero: a doubt and no proof.
  return hasZeroTail(reader) ? unknown(ZERO_TAIL) : { structure: "sound" };
}

/** `undefined` where the header or the first page is none. */
function pageBytesOf(head: Uint8Array): number | undefined {
  const said = byteAt(head, 16) * 0x100 + byteAt(head, 17);
  const bytes = said === 1 ? 0x1_0000 : said;
  const isSize = bytes >= 512 && Number.isInteger(Math.log2(bytes));
  const isTable = TABLE_PAGES.has(byteAt(head, 100));
  return isSize && isTable && hasAt(head, 21, PAYLOAD_FRACTIONS) ? bytes : undefined;
}

/** The number counts only where the program that last wrote the file also wrote it. */
function pagesOf(head: Uint8Array): number | undefined {
  const pages = uint32BigEndian(head, 28);
  return pages > 0 && uint32BigEndian(head, 24) === uint32BigEndian(head, 92) ? pages : undefined;
}

function uint32BigEndian(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0);
}
