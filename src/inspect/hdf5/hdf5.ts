import type { Reader } from "../../files/disk.ts";
import { byteAt, hasAt, uintOf } from "../shared/bytes.ts";
import type { FileFormat } from "../format.ts";
import type { FieldNames, Findings } from "../inspection.ts";
import {
  damaged,
  fault,
  faultOfSize,
  truncated,
  unknown,
  withFields,
  type Fault,
} from "../shared/findings.ts";
import { hasZeroHead, soundUnlessZeroTail } from "../shared/zeros.ts";
import { readAttributes } from "./attributes.ts";
import type { Hdf5 } from "./objects.ts";

const SIGNATURE = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a] as const;

/**
 * An HDF5 file: a superblock that gives the size, then objects that refer to one another. The fields are attributes of
 * the root group. Source: HDF5 File Format Specification 3.0, section II.A (superblock versions 0 to 3).
 */
export const hdf5: FileFormat = {
  kind: "file",
  name: "hdf5",
  signs: [{ magic: { bytes: SIGNATURE } }, { endings: [".h5", ".hdf5", ".he5", ".h5ad"] }],
  inspect: inspectHdf5,
};

/** A user block may precede the superblock, which then lies at 512 bytes or a doubling of that. */
const FIRST_PLACE = 512;
const LAST_PLACE = 512 * 1024;

function inspectHdf5(reader: Reader, names: FieldNames): Findings {
  const origin = findSuperblock(reader);
  if (origin === undefined) return findingsWithoutSuperblock(reader);
  const superblock = readSuperblock(reader, origin);
  if (superblock.kind === "fault") return superblock.findings;
  if (superblock.isOpen)
    return truncated("it was not closed: it is being written, or its writer died");
  const sizeFault = faultOfSize(reader.sizeBytes, superblock.endAt);
  if (sizeFault !== undefined) return sizeFault;
  const fields = readAttributes(superblock, superblock.rootAt, names);
  if (fields === undefined) return damaged("its root group does not lie where it should");
  return withFields(soundUnlessZeroTail(reader, origin + LONGEST_SUPERBLOCK), fields, names);
}

/** Where one HDF5 file is split into several, all have such a name and only the first has a superblock. */
function findingsWithoutSuperblock(reader: Reader): Findings {
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
  readonly kind: "superblock";
  /** The address of the root group. */
  readonly rootAt: number;
  /** The size that the file must have. */
  readonly endAt: number;
  /** True while a writer has the file open; only version 3 marks that. */
  readonly isOpen: boolean;
}

const SHORTEST_SUPERBLOCK = 24;
const LONGEST_SUPERBLOCK = 128;
/** By version: the place of the sizes, the place of the addresses, and the index of the root group's address. */
const VERSIONS = [
  { sizesAt: 13, addressesAt: 24, root: 5 },
  { sizesAt: 13, addressesAt: 28, root: 5 },
  { sizesAt: 9, addressesAt: 12, root: 3 },
  { sizesAt: 9, addressesAt: 12, root: 3 },
] as const;
/** The indexes of the end's address and of the driver information's. */
const END = 2;
const DRIVER = 3;
const OPEN_AT = 11;
/** The bits for "open for writing" and "open for writing by one while others read". */
const OPEN = 0x05;

function readSuperblock(reader: Reader, origin: number): Superblock | Fault {
  const bytes = reader.read(origin, LONGEST_SUPERBLOCK);
  if (bytes.length < SHORTEST_SUPERBLOCK) return fault(truncated("it ends before its header"));
  const version = byteAt(bytes, SIGNATURE.length);
  const layout = VERSIONS[version];
  if (layout === undefined) return fault(unknown("its version is not known here"));
  const { sizesAt, addressesAt, root } = layout;
  const [offsetBytes, lengthBytes] = [byteAt(bytes, sizesAt), byteAt(bytes, sizesAt + 1)];
  if (![2, 4, 8].includes(offsetBytes) || ![2, 4, 8].includes(lengthBytes))
    return fault(damaged("its addresses have no size"));
  const addressesEnd = addressesAt + (root + 1) * offsetBytes;
  if (bytes.length < addressesEnd) return fault(truncated("it ends before its header"));
  const address = (place: number) =>
    uintOf(bytes.subarray(addressesAt + place * offsetBytes).subarray(0, offsetBytes));
  if (version < 2 && address(DRIVER) < 2 ** (8 * offsetBytes) - 1)
    return fault(unknown("it is one of several files that belong together"));
  return {
    kind: "superblock",
    reader,
    origin,
    offsetBytes,
    lengthBytes,
    rootAt: address(root),
    // The address of the end is as it was written; a block that was put before the file later moves it.
    endAt: address(END) + origin - address(0),
    isOpen: version > 1 && (byteAt(bytes, OPEN_AT) & OPEN) !== 0,
  };
}
