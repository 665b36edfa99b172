import { count } from "../core/text.ts";
import type { Reader } from "../files/disk.ts";
import { fieldsOfSchema } from "./arrow-schema.ts";
import { byteAt, hasAt, isAllZero, uint32, uint64 } from "./bytes.ts";
import { named } from "./fields.ts";
import { damaged, truncated, unknown } from "./verdicts.ts";
import { entriesOf, fieldAt, follow, referredAt, type FlatBuffer } from "./flatbuffer.ts";
import type { FieldNames, Findings, Format } from "./inspection.ts";
import { beginsWith, faultOfEnd } from "./magic.ts";
import { hasZeroTail, ZERO_TAIL } from "./tail-probe.ts";

/**
 * An Arrow IPC file (also Feather 2): a magic, messages, a footer, its length, the magic again. The fields are entries
 * of the schema's `custom_metadata`, which the footer repeats.
 * Source: "IPC File Format" in the Arrow columnar format; `File.fbs`.
 */
export const arrowFile: Format = {
  name: "arrow",
  fits: (beginning) => beginsWith(beginning, MAGIC, /\.(?:arrow|feather)$/i),
  inspect: inspectFile,
};

/**
 * An Arrow IPC stream: messages, the first of them a schema, up to a mark of the end. The fields are entries of the
 * schema's `custom_metadata`.
 * Source: "IPC Streaming Format" in the Arrow columnar format; `Message.fbs`.
 */
export const arrowStream: Format = {
  name: "arrow-stream",
  fits: ({ head }) => isSchemaMessage(head),
  inspect: inspectStream,
};

const MAGIC = [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31] as const;
/** The magic is followed by two bytes that fill up eight. */
const HEAD_BYTES = 8;
/** The footer's length and the magic. */
const END_BYTES = 10;
const LONGEST = 512 * 1024;

function inspectFile(reader: Reader, names: FieldNames): Findings {
  const { sizeBytes } = reader;
  if (isAllZero(reader.read(0, MAGIC.length))) return damaged("it begins in zeros");
  if (sizeBytes < HEAD_BYTES + END_BYTES) return truncated("it ends before its footer");
  const fault = faultOfEnd(reader, MAGIC);
  if (fault !== undefined) return fault;
  const length = uint32(reader.read(sizeBytes - END_BYTES, 4), 0);
  const footerAt = sizeBytes - END_BYTES - length;
  if (length < 8 || footerAt < HEAD_BYTES)
    return damaged(`its footer cannot be ${count(length, "byte")} long`);
  if (length > LONGEST) return unknown("its footer is too long to be read");
  return inspectFooter({ bytes: reader.read(footerAt, length) }, footerAt, names);
}

/** Fields of the table `Footer`. */
const FOOTER = { schema: 1, dictionaries: 2, batches: 3 } as const;
/** A place, the length of the metadata, that of the body. */
const BLOCK_BYTES = 24;

function inspectFooter(footer: FlatBuffer, footerAt: number, names: FieldNames): Findings {
  const root = follow(footer, 0);
  const schema = referredAt(footer, root, FOOTER.schema);
  if (schema === undefined || schema >= footer.bytes.length)
    return damaged("its footer cannot be read");
  const blocks = [FOOTER.dictionaries, FOOTER.batches].flatMap((index) =>
    entriesOf(footer, referredAt(footer, root, index), BLOCK_BYTES),
  );
  if (blocks.some((at) => endOfBlock(footer, at) > footerAt))
    return damaged("its batches do not end before its footer");
  return { structure: "sound", ...named(fieldsOfSchema(footer, schema, names), names) };
}

function endOfBlock({ bytes }: FlatBuffer, at: number): number {
  return uint64(bytes, at) + uint32(bytes, at + 8) + uint64(bytes, at + 16);
}

const CONTINUED = [0xff, 0xff, 0xff, 0xff] as const;
/** The mark and a length. */
const PREFIX_BYTES = 8;
const STREAM_END = [...CONTINUED, 0, 0, 0, 0] as const;
/** Fields of the table `Message`. */
const MESSAGE = { kind: 1, header: 2 } as const;
const SCHEMA = 1;

/** Numbers may begin with the mark as well; only a schema is a table that says so. */
function isSchemaMessage(head: Uint8Array): boolean {
  if (!hasAt(head, 0, CONTINUED)) return false;
  const message = { bytes: head.subarray(PREFIX_BYTES) };
  const kind = fieldAt(message, follow(message, 0), MESSAGE.kind);
  return kind !== undefined && byteAt(message.bytes, kind) === SCHEMA;
}

function inspectStream(reader: Reader, names: FieldNames): Findings {
  const { sizeBytes } = reader;
  const length = uint32(reader.read(0, PREFIX_BYTES), CONTINUED.length);
  if (PREFIX_BYTES + length + STREAM_END.length > sizeBytes)
    return truncated("it ends inside of its schema");
  // Numbers can look like the mark of the end: further forward it proves nothing.
  if (!hasAt(reader.read(sizeBytes - STREAM_END.length, STREAM_END.length), 0, STREAM_END))
    return hasZeroTail(reader) ? damaged(ZERO_TAIL) : truncated("the mark of its end is missing");
  if (length > LONGEST) return unknown("its schema is too long to be read");
  const message = { bytes: reader.read(PREFIX_BYTES, length) };
  const schema = referredAt(message, follow(message, 0), MESSAGE.header);
  return { structure: "sound", ...named(fieldsOfSchema(message, schema, names), names) };
}
