import type { Reader } from "../../files/disk.ts";
import type { FileFormat } from "../format.ts";
import type { Findings } from "../inspection.ts";
import { byteAt, hasAt, isAllZero, uint16, uint32 } from "../shared/bytes.ts";
import { faultOfEnd } from "../shared/end-magic.ts";
import { damaged, SOUND, truncated, unknown } from "../shared/findings.ts";
import { hasZeroTail, ZERO_TAIL } from "../shared/zeros.ts";
import { magicOrItsRemains } from "../signs.ts";

/** The third byte is the compression method; deflate is the only one. */
const MAGIC = [0x1f, 0x8b, 8] as const;

/**
 * A gzip stream. Nothing is unpacked, so only one kind can be called sound: BGZF, the blocked gzip of genomics, which
 * ends in an empty block.
 * Sources: RFC 1952; "The BGZF compression format" in the SAM specification.
 */
export const gzip: FileFormat = {
  kind: "file",
  name: "gzip",
  signs: magicOrItsRemains(MAGIC, [".gz", ".tgz"]),
  inspect: inspectGzip,
};

const HEADER_BYTES = 10;
/** The checksum and the size of the content. */
const TRAILER_BYTES = 8;
const FLAGS_AT = 3;
const RESERVED_FLAGS = 0xe0;
/** Deflate unpacks one byte to at most so many. Source: "Maximum Compression Factor" in zlib's technical details. */
const MOST_PER_BYTE = 1032;

function inspectGzip(reader: Reader): Findings {
  const { sizeBytes } = reader;
  const head = reader.read(0, BGZF_HEADER_BYTES);
  if (isAllZero(head)) return damaged("it begins in zeros");
  if (sizeBytes < HEADER_BYTES + TRAILER_BYTES) return truncated("it ends before its content");
  if ((byteAt(head, FLAGS_AT) & RESERVED_FLAGS) !== 0) return damaged("its header cannot be read");
  if (isBgzf(head)) return faultOfEnd(reader, BGZF_END, 0) ?? SOUND;
  if (hasZeroTail(reader)) return damaged(ZERO_TAIL);
  const contentBytes = uint32(reader.read(sizeBytes - 4, 4), 0);
  if (contentBytes > sizeBytes * MOST_PER_BYTE)
    return truncated("it does not end with the size of its content");
  return unknown("a gzip stream shows only when it is unpacked whether it is whole");
}

const EXTRA_FLAG = 4;
const BGZF_HEADER_BYTES = 18;
const BGZF_FIELD = [0x42, 0x43, 2, 0] as const;
const BGZF_END = [
  ...[0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 0xff, 6, 0, ...BGZF_FIELD, 0x1b, 0],
  ...[3, 0, 0, 0, 0, 0, 0, 0, 0, 0],
] as const;

function isBgzf(head: Uint8Array): boolean {
  const hasExtra = (byteAt(head, FLAGS_AT) & EXTRA_FLAG) !== 0;
  return hasExtra && uint16(head, HEADER_BYTES) >= 6 && hasAt(head, HEADER_BYTES + 2, BGZF_FIELD);
}
