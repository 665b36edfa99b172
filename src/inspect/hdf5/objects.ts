import type { Reader } from "../../files/disk.ts";
import { byteAt, hasAt, uint16, uint32, uintOf } from "../shared/bytes.ts";

/** The facts of a superblock that reading objects needs. */
export interface Hdf5 {
  readonly reader: Reader;
  /** The place of the superblock; addresses count from it. */
  readonly origin: number;
  /** The sizes of an address and of a length in bytes: 2, 4 or 8. */
  readonly offsetBytes: number;
  readonly lengthBytes: number;
}

/** One of the messages of an object's header. */
export interface Message {
  readonly type: number;
  readonly data: Uint8Array;
}

/** The layout of the messages in a header, which depends on its version. */
interface Layout {
  readonly prefixBytes: number;
  readonly typeBytes: number;
}

/** A piece of a header: messages at one place of the file. */
interface Chunk {
  readonly at: number;
  readonly bytes: number;
}

const CONTINUATION = 0x10;
/** The limits for a header with very many or very long attributes. */
const MOST_READ = 96 * 1024;
const MOST_CHUNKS = 64;

/**
 * Reads the messages of the object at `address`, at most 96 KB of them; `undefined` where no object begins there.
 * Source: HDF5 File Format Specification 3.0, section IV.A.
 */
export function readMessages(file: Hdf5, address: number): readonly Message[] | undefined {
  const start = file.origin + address;
  const header = readHeader(file.reader.read(start, LONGEST_PREFIX), start);
  if (header === undefined) return undefined;
  const { layout, first } = header;
  const chunks: Chunk[] = [first];
  const messages: Message[] = [];
  let left = MOST_READ;
  for (const chunk of chunks) {
    left -= chunk.bytes;
    if (left < 0 || chunks.length > MOST_CHUNKS) break;
    for (const message of parseMessages(file.reader.read(chunk.at, chunk.bytes), layout)) {
      if (message.type === CONTINUATION) chunks.push(nextChunk(file, message, layout));
      else messages.push(message);
    }
  }
  return messages;
}

const LONGEST_PREFIX = 34;
const OLD_PREFIX = 16;
const OLD_LAYOUT: Layout = { prefixBytes: 8, typeBytes: 2 };
const SIGNATURE = [0x4f, 0x48, 0x44, 0x52] as const;
/** The flags of a header: the size of its size, and the fields before that. */
const SIZE_BITS = 0x03;
const HAS_ORDER = 0x04;
const HAS_PHASES = 0x10;
const HAS_TIMES = 0x20;

function readHeader(
  bytes: Uint8Array,
  at: number,
): { readonly layout: Layout; readonly first: Chunk } | undefined {
  if (hasAt(bytes, 0, [1, 0]))
    return { layout: OLD_LAYOUT, first: { at: at + OLD_PREFIX, bytes: uint32(bytes, 8) } };
  if (!hasAt(bytes, 0, [...SIGNATURE, 2])) return undefined;
  const flags = byteAt(bytes, 5);
  const sizeAt = 6 + ((flags & HAS_TIMES) === 0 ? 0 : 16) + ((flags & HAS_PHASES) === 0 ? 0 : 4);
  const sizeBytes = 2 ** (flags & SIZE_BITS);
  const size = uintOf(bytes.subarray(sizeAt, sizeAt + sizeBytes));
  const prefixBytes = (flags & HAS_ORDER) === 0 ? 4 : 6;
  return {
    layout: { prefixBytes, typeBytes: 1 },
    first: { at: at + sizeAt + sizeBytes, bytes: size },
  };
}

function parseMessages(bytes: Uint8Array, { prefixBytes, typeBytes }: Layout): readonly Message[] {
  const messages: Message[] = [];
  let at = 0;
  while (at + prefixBytes <= bytes.length) {
    const start = at + prefixBytes;
    const end = start + uint16(bytes, at + typeBytes);
    if (end > bytes.length) break;
    const type = uintOf(bytes.subarray(at, at + typeBytes));
    messages.push({ type, data: bytes.subarray(start, end) });
    at = end;
  }
  return messages;
}

const CONTINUED_SIGNATURE_BYTES = 4;
const CHECKSUM_BYTES = 4;

function nextChunk(
  { origin, offsetBytes, lengthBytes }: Hdf5,
  { data }: Message,
  layout: Layout,
): Chunk {
  const at = origin + uintOf(data.subarray(0, offsetBytes));
  const bytes = uintOf(data.subarray(offsetBytes, offsetBytes + lengthBytes));
  if (layout === OLD_LAYOUT) return { at, bytes };
  const around = CONTINUED_SIGNATURE_BYTES + CHECKSUM_BYTES;
  return { at: at + CONTINUED_SIGNATURE_BYTES, bytes: Math.max(0, bytes - around) };
}
