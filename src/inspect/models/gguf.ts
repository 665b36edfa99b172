import type { Reader } from "../../files/disk.ts";
import type { FileFormat } from "../format.ts";
import type { FieldNames, Findings } from "../inspection.ts";
import { hasAt, uint32 } from "../shared/bytes.ts";
import { findingsOfWalk, newCursor, WalkEnd, type Cursor } from "../shared/cursor.ts";
import { setField, type Fields } from "../shared/fields.ts";
import { damaged, faultOfSize, truncated, unknown, withFields } from "../shared/findings.ts";
import { soundUnlessZeroTail } from "../shared/zeros.ts";
import { readTensors } from "./gguf-tensors.ts";
import { readText, readUint32, readUint64, readValue } from "./gguf-values.ts";

const MAGIC = [0x47, 0x47, 0x55, 0x46] as const;

/**
 * A GGUF file: keys and values, the list of tensors, the tensors. The fields are keys whose values are texts, numbers
 * or booleans.
 * Source: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md, versions 2 and 3.
 */
export const gguf: FileFormat = {
  kind: "file",
  name: "gguf",
  signs: [{ magic: { bytes: MAGIC } }, { endings: [".gguf"] }],
  inspect: inspectGguf,
};

/** The magic and the version. */
const MAGIC_BYTES = 8;

function inspectGguf(reader: Reader, names: FieldNames): Findings {
  const start = reader.read(0, MAGIC_BYTES);
  if (!hasAt(start, 0, MAGIC.slice(0, start.length))) return damaged("it does not begin as GGUF");
  if (start.length < MAGIC_BYTES) return truncated("it ends before its header");
  const version = uint32(start, MAGIC.length);
  if (version !== 2 && version !== 3) return unknown("its version is not known here");
  const fields: Fields = new Map();
  const findings = findingsOfWalk(() => inspectHeader(reader, names, fields));
  return withFields(findings, fields, names);
}

/** A longer header is not read. This one holds a vocabulary of some 30,000 words; large language models have more. */
const LONGEST_HEADER = 512 * 1024;

function inspectHeader(reader: Reader, names: FieldNames, fields: Fields): Findings {
  const cursor = newCursor(reader, MAGIC_BYTES, LONGEST_HEADER);
  const tensorCount = readUint64(cursor);
  const alignment = readMetadata(cursor, names, fields);
  const tensorBytes = readTensors(cursor, tensorCount, alignment);
  const start = aligned(cursor.at(), alignment);
  const end = tensorCount === 0 ? cursor.at() : start + tensorBytes;
  // Some writers pad the last tensor to the alignment, some do not.
  const isPadded = reader.sizeBytes > end && reader.sizeBytes <= aligned(end, alignment);
  const fault = isPadded ? undefined : faultOfSize(reader.sizeBytes, end);
  return fault ?? soundUnlessZeroTail(reader, start);
}

const ALIGNMENT = "general.alignment";
const USUAL_ALIGNMENT = 32;

/** Sets the fields, and returns the alignment of the tensors. */
function readMetadata(cursor: Cursor, names: FieldNames, fields: Fields): number {
  let alignment = USUAL_ALIGNMENT;
  const keyCount = readUint64(cursor);
  for (let place = 0; place < keyCount; place += 1) {
    const key = readText(cursor);
    const value = readValue(cursor, readUint32(cursor));
    setField(fields, names, [key, value]);
    if (key === ALIGNMENT) alignment = Number(value);
  }
  if (!Number.isSafeInteger(alignment) || alignment < 1)
    throw new WalkEnd(damaged("its alignment is no number"));
  return alignment;
}

function aligned(place: number, alignment: number): number {
  return Math.ceil(place / alignment) * alignment;
}
