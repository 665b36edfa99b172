import type { Reader } from "../files/disk.ts";
import { hasAt, textOf, uint16 } from "./bytes.ts";
import { clip } from "./fields.ts";
import type { Findings } from "./inspection.ts";
import { findEnd, type ZipEnd } from "./zip-end.ts";
import { parseEntries, parseLastEntries, type ZipEntry } from "./zip-entries.ts";

/** A zip whose end, central directory and entries fit together. */
export interface Zip {
  readonly kind: "zip";
  /** All entries, or those at both ends of a directory that is too long to be read whole. */
  readonly entries: readonly ZipEntry[];
  readonly isWhole: boolean;
  /** Place of the central directory: the end of the data. */
  readonly directoryAt: number;
}

/** What speaks against a zip. */
export interface ZipFault {
  readonly kind: "fault";
  readonly findings: Findings;
}

export const LOCAL_HEADER = [0x50, 0x4b, 3, 4] as const;
export const LOCAL_HEADER_BYTES = 30;

/**
 * Reads the directory of a zip from its end, in at most 37 KB (100 KB where the end has to be searched for).
 * Source: PKWARE APPNOTE.TXT 6.3.10, section 4.3.
 */
export function readZip(reader: Reader): Zip | ZipFault {
  const end = findEnd(reader);
  if ("structure" in end) return { kind: "fault", findings: end };
  const { directoryAt, directoryBytes } = end;
  if (directoryAt + directoryBytes !== end.directoryEnd)
    return damaged("its directory does not lie where its end says");
  const found = readDirectory(reader, end);
  if (found === undefined) return damaged("its directory cannot be read");
  const fault = findBadEntry(reader, found.entries, directoryAt);
  return fault === undefined ? { kind: "zip", ...found, directoryAt } : damaged(fault);
}

/** The name in the local header that a file begins with. */
export function firstEntryName(head: Uint8Array): string {
  return textOf(head.subarray(LOCAL_HEADER_BYTES, LOCAL_HEADER_BYTES + uint16(head, 26)));
}

/** Where an entry's bytes begin, behind its local header, whose length the directory does not tell. */
export function placeOfContent(reader: Reader, { headerAt }: ZipEntry): number {
  const header = reader.read(headerAt, LOCAL_HEADER_BYTES);
  return headerAt + LOCAL_HEADER_BYTES + uint16(header, 26) + uint16(header, 28);
}

/** Longer directories are looked at on both ends: `data.pkl` stands first in PyTorch's, `version` among the last. */
const LONGEST_DIRECTORY = 32 * 1024;
const DIRECTORY_PIECE = 16 * 1024;

function readDirectory(
  reader: Reader,
  { directoryAt, directoryBytes, entryCount }: ZipEnd,
): Pick<Zip, "entries" | "isWhole"> | undefined {
  if (directoryBytes > LONGEST_DIRECTORY) {
    const { entries, end } = parseEntries(reader.read(directoryAt, DIRECTORY_PIECE));
    const lastAt = directoryAt + directoryBytes - DIRECTORY_PIECE;
    const last = parseLastEntries(reader.read(lastAt, DIRECTORY_PIECE));
    if (end === undefined || last.length === 0) return undefined;
    return { entries: [...entries, ...last], isWhole: false };
  }
  const { entries, end } = parseEntries(reader.read(directoryAt, directoryBytes));
  if (end !== directoryBytes || !fitsCount(entries.length, entryCount)) return undefined;
  return { entries, isWhole: true };
}

/** Without ZIP64 the count is kept in 16 bits, and some writers let it run over. */
function fitsCount(found: number, said: number): boolean {
  return found === said || found % 0x1_0000 === said;
}

const PROBED_ENTRIES = 8;

/**
 * Entries must lie one behind the other, before the directory (in a zip bomb many share their bytes, and Python's
 * `zipfile` refuses such a zip too); up to 8, from the first to the last, must have a local header at their place.
 */
function findBadEntry(
  reader: Reader,
  entries: readonly ZipEntry[],
  directoryAt: number,
): string | undefined {
  const inOrder = entries.toSorted((a, b) => a.headerAt - b.headerAt);
  const long = inOrder.find(({ headerAt, storedBytes }, place) => {
    const next = inOrder[place + 1]?.headerAt ?? directoryAt;
    return headerAt + LOCAL_HEADER_BYTES + storedBytes > next;
  });
  if (long !== undefined) return `its entry ${clip(long.name)} reaches into what follows it`;
  const step = Math.max(1, (entries.length - 1) / (PROBED_ENTRIES - 1));
  for (let place = 0; place < entries.length; place += step) {
    const entry = entries[Math.round(place)];
    if (entry === undefined) continue;
    const header = reader.read(entry.headerAt, LOCAL_HEADER.length);
    if (!hasAt(header, 0, LOCAL_HEADER))
      return `its entry ${clip(entry.name)} has no header at its place`;
  }
  return undefined;
}

function damaged(why: string): ZipFault {
  return { kind: "fault", findings: { structure: "damaged", why } };
}
