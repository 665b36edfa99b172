import type { Reader } from "../../files/disk.ts";
import { hasAt } from "../shared/bytes.ts";
import { clip } from "../shared/fields.ts";
import { damaged, fault, type Fault } from "../shared/findings.ts";
import { findEnd, type ZipEnd } from "./end.ts";
import { parseEntries, parseLastEntries, type ZipEntry } from "./entries.ts";
import { LOCAL_HEADER, LOCAL_HEADER_BYTES } from "./local-header.ts";

/** A zip whose end, central directory and entries fit together. */
export interface Zip {
  readonly kind: "zip";
  /** All entries, or those at both ends of a directory that is too long to be read whole. */
  readonly entries: readonly ZipEntry[];
  /** The place of the central directory, where the content of the entries ends. */
  readonly directoryAt: number;
}

/**
 * Reads the central directory of a zip from the end of the file, in at most 37 KB (100 KB where the end has to be
 * searched for), and checks that end, directory and entries fit together.
 * Source: PKWARE APPNOTE.TXT 6.3.10, section 4.3.
 */
export function readZip(reader: Reader): Zip | Fault {
  const end = findEnd(reader);
  if (end.kind === "fault") return end;
  const { directoryAt, directoryBytes, directoryEnd } = end;
  if (directoryAt + directoryBytes !== directoryEnd)
    return fault(damaged("its directory does not lie where its end says"));
  const entries = readDirectory(reader, end);
  if (entries === undefined) return fault(damaged("its directory cannot be read"));
  const why = faultOfEntries(reader, entries, directoryAt);
  return why === undefined ? { kind: "zip", entries, directoryAt } : fault(damaged(why));
}

/** A longer directory is read at both ends: PyTorch's has `data.pkl` first and `version` among the last. */
const LONGEST_DIRECTORY = 32 * 1024;
const DIRECTORY_PIECE = 16 * 1024;

/** `undefined` where the bytes are no directory. */
function readDirectory(
  reader: Reader,
  { directoryAt, directoryBytes, entryCount }: ZipEnd,
): readonly ZipEntry[] | undefined {
  if (directoryBytes > LONGEST_DIRECTORY) {
    const { entries, end } = parseEntries(reader.read(directoryAt, DIRECTORY_PIECE));
    const lastAt = directoryAt + directoryBytes - DIRECTORY_PIECE;
    const last = parseLastEntries(reader.read(lastAt, DIRECTORY_PIECE));
    return end === undefined || last.length === 0 ? undefined : [...entries, ...last];
  }
  const { entries, end } = parseEntries(reader.read(directoryAt, directoryBytes));
  return end === directoryBytes && isCount(entries.length, entryCount) ? entries : undefined;
}

/** Without ZIP64 the count has 16 bits, and some writers let it overflow. */
function isCount(actual: number, recorded: number): boolean {
  return actual === recorded || actual % 0x1_0000 === recorded;
}

/**
 * Checks that the entries lie one behind the other, before the directory, and that up to 8 of them, from the first to
 * the last, have a local header at their place. In a zip bomb many entries share their bytes; Python's `zipfile`
 * refuses such a zip as well.
 */
function faultOfEntries(
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
  const headless = probes(entries).find(
    ({ headerAt }) => !hasAt(reader.read(headerAt, LOCAL_HEADER.length), 0, LOCAL_HEADER),
  );
  return headless && `its entry ${clip(headless.name)} has no header at its place`;
}

const PROBED_ENTRIES = 8;

/** Up to 8 entries, evenly from the first to the last. */
function probes(entries: readonly ZipEntry[]): readonly ZipEntry[] {
  const step = Math.max(1, (entries.length - 1) / (PROBED_ENTRIES - 1));
  const probed: ZipEntry[] = [];
  for (let place = 0; place < entries.length; place += step) {
    const entry = entries[Math.round(place)];
    if (entry !== undefined) probed.push(entry);
  }
  return probed;
}
