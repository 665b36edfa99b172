import type { Reader } from "../../files/disk.ts";
import type { FileFormat } from "../format.ts";
import type { FieldNames, Findings } from "../inspection.ts";
import { byteAt, hasAt, uint32, uint64 } from "../shared/bytes.ts";
import { damaged, SOUND, truncated, unknown, withFields } from "../shared/findings.ts";
import { entriesOf, fieldAt, follow, referredAt, type FlatBuffer } from "../shared/flatbuffer.ts";
import { hasZeroTail, ZERO_TAIL } from "../shared/zeros.ts";
import { magicOrItsRemains } from "../signs.ts";
import { fieldsOfSchema } from "./arrow-schema.ts";
import { readFooter, type Footer } from "./footer.ts";

const MAGIC = [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31] as const;
/** The first bytes of a message in a stream. */
const CONTINUED = [0xff, 0xff, 0xff, 0xff] as const;

/**
 * An Arrow IPC file (also Feather 2): a magic, messages, a footer, its length, the magic again. The fields are entries
 * of the schema's `custom_metadata`, which the footer repeats.
 * Source: "IPC File Format" in the Arrow columnar format; `File.fbs`.
 */
export const arrowFile: FileFormat = {
  kind: "file",
  name: "arrow",
  signs: magicOrItsRemains(MAGIC, [".arrow", ".feather"]),
  inspect: inspectFile,
};

/**
 * An Arrow IPC stream: messages, the first of them a schema, up to a mark of the end. The fields are entries of the
 * schema's `custom_metadata`.
 * Source: "IPC Streaming Format" in the Arrow columnar format; `Message.fbs`.
 */
export const arrowStream: FileFormat = {
  kind: "file",
  name: "arrow-stream",
  signs: [{ magic: { bytes: CONTINUED }, holds: isSchemaMessage }],
  inspect: inspectStream,
};

/** The magic is followed by two bytes of padding. */
const HEAD_BYTES = 8;
const LONGEST_SCHEMA = 512 * 1024;

function inspectFile(reader: Reader, names: FieldNames): Findings {
  const footer = readFooter(reader, { magic: MAGIC, startBytes: HEAD_BYTES, leastBytes: 8 });
  return footer.kind === "fault" ? footer.findings : inspectFooter(footer, names);
}

/** Indexes of fields of the table `Footer`. */
const FOOTER = { schema: 1, dictionaries: 2, batches: 3 } as const;
/** The size of the struct `Block`: a place, the length of the metadata, the length of the body. */
const BLOCK_BYTES = 24;

function inspectFooter(footer: Footer, names: FieldNames): Findings {
  const root = follow(footer, 0);
  const schema = referredAt(footer, root, FOOTER.schema);
  if (schema === undefined || schema >= footer.bytes.length)
    return damaged("its footer cannot be read");
  const blocks = [FOOTER.dictionaries, FOOTER.batches].flatMap((index) =>
    entriesOf(footer, referredAt(footer, root, index), BLOCK_BYTES),
  );
  if (blocks.some((at) => endOfBlock(footer, at) > footer.at))
    return damaged("its batches do not end before its footer");
  return withFields(SOUND, fieldsOfSchema(footer, schema, names), names);
}

function endOfBlock({ bytes }: FlatBuffer, at: number): number {
  return uint64(bytes, at) + uint32(bytes, at + 8) + uint64(bytes, at + 16);
}

/** The first bytes of a message and its length. */
const PREFIX_BYTES = 8;
const STREAM_END = [...CONTINUED, 0, 0, 0, 0] as const;
/** Indexes of fields of the table `Message`. */
const MESSAGE = { kind: 1, header: 2 } as const;
const SCHEMA = 1;

/** Raw numbers may begin with the same bytes; a message whose kind is a schema does not occur among them. */
function isSchemaMessage(head: Uint8Array): boolean {
  const message = { bytes: head.subarray(PREFIX_BYTES) };
  const kind = fieldAt(message, follow(message, 0), MESSAGE.kind);
  return kind !== undefined && byteAt(message.bytes, kind) === SCHEMA;
}

function inspectStream(reader: Reader, names: FieldNames): Findings {
  const { sizeBytes } = reader;
  const length = uint32(reader.read(0, PREFIX_BYTES), CONTINUED.length);
  if (PREFIX_BYTES + length + STREAM_END.length > sizeBytes)
    return truncated("it ends inside of its schema");
  // Numbers can look like the mark of the end, so only the last bytes are searched for it.
  if (!hasAt(reader.read(sizeBytes - STREAM_END.length, STREAM_END.length), 0, STREAM_END))
    return hasZeroTail(reader) ? damaged(ZERO_TAIL) : truncated("the mark of its end is missing");
  if (length > LONGEST_SCHEMA) return unknown("its schema is too long to be read");
  const message = { bytes: reader.read(PREFIX_BYTES, length) };
  const schema = referredAt(message, follow(message, 0), MESSAGE.header);
  return withFields(SOUND, fieldsOfSchema(message, schema, names), names);
}
