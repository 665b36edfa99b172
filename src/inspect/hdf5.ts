import type { Reader } from "../files/disk.ts";
import { byteAt, hasAt, uintOf } from "./bytes.ts";
import { readAttributes } from "./hdf5-attributes.ts";
import type { Hdf5 } from "./hdf5-objects.ts";
import type { Beginning, FieldNames, Findings, Format } from "./inspection.ts";
import { hasZeroHead, hasZeroTail, ZERO_TAIL } from "./tail-probe.ts";
import { damaged, faultOfSize, truncated, unknown, withFields } from "./verdicts.ts";

/**
 * A superblock that tells the size, then objects that refer to one another. The fields are attributes of the root
 * group. Source: HDF5 File Format Specification 3.0, section II.A (superblock versions 0 to 3).
 */
export const hdf5: Format = { name: "hdf5", fits, inspect };

const NAME = /\.(?:h5|hdf5|he5|h5ad)$/i;
const SIGNATURE = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a] as const;
/** A block of the user's own may stand before the superblock, which then lies at a power of two. */
const FIRST_PLACE = 512;
const LAST_PLACE = 512 * 1024;

function fits({ fileName, head }: Beginning): boolean {
  return hasAt(head, 0, SIGNATURE) || NAME.test(fileName);
}

function inspect(reader: Reader, names: FieldNames): Findings {
  const origin = findSuperblock(reader);
  if (origin === undefined) return faultOfBeginning(reader);
  const superblock = readSuperblock(reader, origin);
  if ("structure" in superblock) return superblock;
  if (superblock.isOpen)
    return truncated("it was not closed: it is being written, or its writer died");
  const fault = faultOfSize(reader.sizeBytes, superblock.endAt);
  if (fault !== undefined) return fault;
  const fields = readAttributes(superblock, superblock.rootAt, names);
  if (fields === undefined) return damaged("its root group does not lie where it should");
  // Zeros are a legal end of an array, so they are a doubt and no proof.
  const hasDoubt = hasZeroTail(reader, origin + LONGEST_SUPERBLOCK);
  return withFields(hasDoubt ? unknown(ZERO_TAIL) : { structure: "sound" }, fields, names);
}

/** Of a file that is kept in several parts, only the first begins as HDF5, and all have its name. */
function faultOfBeginning(reader: Reader): Findings {
  if (hasZeroHead(reader)) return damaged("it begins in zeros");
  const head = reader.read(0, SIGNATURE.length);
  return head.length < SIGNATURE.length
    ? truncated("it ends before its header")
    : unknown("it does not begin as HDF5");
}

function findSuperblock(reader: Reader): number | undefined {
  let place = 0;
  while (place <= LAST_PLACE && place < reader.sizeBytes) {
    if (hasAt(reader.read(place, SIGNATURE.length), 0, SIGNATURE)) return place;
    place = place === 0 ? FIRST_PLACE : place * 2;
  }
  return undefined;
}

interface Superblock extends Hdf5 {
  readonly rootAt: number;
  /** Where the file has to end. */
  readonly endAt: number;
  /** Only files of version 3 are marked while they are open. */
  readonly isOpen: boolean;
}

const SHORTEST_SUPERBLOCK = 24;
const LONGEST_SUPERBLOCK = 128;
/** Where the addresses begin in each version, and which of them is that of the end. */
const VERSIONS = [
  { sizesAt: 13, addressesAt: 24, root: 5 },
  { sizesAt: 13, addressesAt: 28, root: 5 },
  { sizesAt: 9, addressesAt: 12, root: 3 },
  { sizesAt: 9, addressesAt: 12, root: 3 },
] as const;
const END = 2;
const DRIVER = 3;
const OPEN_AT = 11;
/** Open for writing, or for writing while others read. */
const OPEN = 0x05;

function readSuperblock(reader: Reader, origin: number): Superblock | Findings {
  const bytes = reader.read(origin, LONGEST_SUPERBLOCK);
  if (bytes.length < SHORTEST_SUPERBLOCK) return truncated("it ends before its header");
  const version = byteAt(bytes, SIGNATURE.length);
  const layout = VERSIONS[version];
  if (layout === undefined) return unknown("its version is not known here");
  const { sizesAt, addressesAt, root } = layout;
  const [offsetBytes, lengthBytes] = [byteAt(bytes, sizesAt), byteAt(bytes, sizesAt + 1)];
  if (![2, 4, 8].includes(offsetBytes) || ![2, 4, 8].includes(lengthBytes))
    return damaged("its addresses have no size");
  const addressesEnd = addressesAt + (root + 1) * offsetBytes;
  if (bytes.length < addressesEnd) return truncated("it ends before its header");
  const address = (place: number) =>
    uintOf(bytes.subarray(addressesAt + place * offsetBytes).subarray(0, offsetBytes));
  if (version < 2 && address(DRIVER) < 2 ** (8 * offsetBytes) - 1)
    return unknown("it is one of several files that belong together");
  return {
    reader,
    origin,
    offsetBytes,
    lengthBytes,
    rootAt: address(root),
    // The end is counted from the beginning of the file as it was when no block stood before it.
    endAt: address(END) + origin - address(0),
    isOpen: version > 1 && (byteAt(bytes, OPEN_AT) & OPEN) !== 0,
  };
}
