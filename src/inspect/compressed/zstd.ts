import type { Reader } from "../../files/disk.ts";
import type { FileFormat } from "../format.ts";
import type { Findings } from "../inspection.ts";
import { byteAt, hasAt, isAllZero, uint16, uint32 } from "../shared/bytes.ts";
import { damaged, SOUND, truncated, unknown } from "../shared/findings.ts";
import { hasZeroTail, ZERO_TAIL } from "../shared/zeros.ts";
import { magicOrItsRemains } from "../signs.ts";

const MAGIC = [0x28, 0xb5, 0x2f, 0xfd] as const;
const MAGIC_BYTES = MAGIC.length;
const ENDINGS = [".zst", ".tzst"];

/**
 * Zstandard frames one after the other. From block to block, the lengths in their headers must lead to the end of the
 * file; nothing is unpacked.
 * Source: RFC 8878, section 3.
 */
export const zstd: FileFormat = {
  kind: "file",
  name: "zstd",
  signs: [...magicOrItsRemains(MAGIC, ENDINGS), { endings: ENDINGS, holds: isSkippable }],
  inspect: inspectZstd,
};

/** Is it the start of a skippable frame, perhaps cut short? The last four bits of its first byte are free for use. */
function isSkippable(head: Uint8Array): boolean {
  return (byteAt(head, 0) & 0xf0) === 0x50 && hasAt(head, 1, SKIPPABLE.slice(0, head.length - 1));
}

const SKIPPABLE = [0x2a, 0x4d, 0x18];

/** Some 2 GB of content in blocks of the usual 128 KB, for which some 60 KB are read. */
const MOST_BLOCKS = 20_000;
const CUT = truncated("it ends before its last block does");

interface Walk {
  readonly reader: Reader;
  at: number;
  blocksLeft: number;
}

function inspectZstd(reader: Reader): Findings {
  const walk: Walk = { reader, at: 0, blocksLeft: MOST_BLOCKS };
  let kind: "frame" | "skippable" = "frame";
  while (walk.at < reader.sizeBytes) {
    const head = reader.read(walk.at, LONGEST_HEADER);
    kind = isSkippable(head) ? "skippable" : "frame";
    const fault = kind === "frame" ? skipFrame(walk, head) : skipSkippable(walk, head);
    if (fault !== undefined) return fault;
  }
  if (walk.at > reader.sizeBytes) return CUT;
  // The content of a skippable frame may be anything; packed data never is so many zeros.
  return kind === "frame" && hasZeroTail(reader) ? damaged(ZERO_TAIL) : SOUND;
}

function skipSkippable(walk: Walk, head: Uint8Array): Findings | undefined {
  if (head.length < MAGIC_BYTES + 4) return CUT;
  walk.at += MAGIC_BYTES + 4 + uint32(head, MAGIC_BYTES);
  return countBlock(walk);
}

const LONGEST_HEADER = 18;
const RESERVED_BIT = 8;
const SINGLE_SEGMENT_BIT = 0x20;
const CHECKSUM_BIT = 4;
const CHECKSUM_BYTES = 4;
const DICTIONARY_BYTES = [0, 1, 2, 4];
const CONTENT_SIZE_BYTES = [0, 2, 4, 8];

function skipFrame(walk: Walk, head: Uint8Array): Findings | undefined {
  if (!hasAt(head, 0, MAGIC)) return faultOfStart(walk, head);
  const descriptor = byteAt(head, MAGIC_BYTES);
  if ((descriptor & RESERVED_BIT) !== 0) return damaged("a header of it cannot be read");
  walk.at += sizeOfHeader(descriptor);
  const fault = skipBlocks(walk);
  if ((descriptor & CHECKSUM_BIT) !== 0) walk.at += CHECKSUM_BYTES;
  return fault;
}

function faultOfStart({ at }: Walk, head: Uint8Array): Findings {
  if (hasAt(head, 0, MAGIC.slice(0, head.length))) return CUT;
  if (at > 0) return damaged("after its end there is more");
  return damaged(isAllZero(head) ? "it begins in zeros" : "it begins with no frame");
}

function sizeOfHeader(descriptor: number): number {
  const isSingle = (descriptor & SINGLE_SEGMENT_BIT) !== 0;
  const contentSize = CONTENT_SIZE_BYTES[descriptor >> 6] ?? 0;
  // A single segment has no window descriptor, and always a content size.
  const window = isSingle ? Number(contentSize === 0) : 1;
  return MAGIC_BYTES + 1 + window + (DICTIONARY_BYTES[descriptor & 3] ?? 0) + contentSize;
}

const BLOCK_HEADER_BYTES = 3;
const RUN = 1;
const RESERVED = 3;
const LARGEST_BLOCK = 128 * 1024;

function skipBlocks(walk: Walk): Findings | undefined {
  for (;;) {
    const header = walk.reader.read(walk.at, BLOCK_HEADER_BYTES);
    if (header.length < BLOCK_HEADER_BYTES) return CUT;
    const type = (byteAt(header, 0) >> 1) & 3;
    const length = (uint16(header, 0) + byteAt(header, 2) * 0x1_0000) >> 3;
    if (type === RESERVED || length > LARGEST_BLOCK) return damaged("a block of it cannot be read");
    walk.at += BLOCK_HEADER_BYTES + (type === RUN ? 1 : length);
    const fault = countBlock(walk);
    if (fault !== undefined) return fault;
    if ((byteAt(header, 0) & 1) === 1) return undefined;
  }
}

function countBlock(walk: Walk): Findings | undefined {
  walk.blocksLeft -= 1;
  return walk.blocksLeft === 0
    ? unknown("it has too many blocks to follow them to the end")
    : undefined;
}
