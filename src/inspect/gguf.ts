import type { Reader } from "../files/disk.ts";
import { hasAt, uint32 } from "./bytes.ts";
import { findingsOfWalk, newCursor, WalkEnd, type Cursor } from "./cursor.ts";
import { setField, type Fields } from "./fields.ts";
import { readTensors } from "./gguf-tensors.ts";
import { readText, readUint32, readUint64, readValue } from "./gguf-values.ts";
import type { Beginning, FieldNames, Findings, Format } from "./inspection.ts";
import { hasZeroTail, ZERO_TAIL } from "./tail-probe.ts";
import { damaged, faultOfSize, truncated, unknown, withFields } from "./verdicts.ts";

/**
 * Keys and values, the list of tensors, the tensors. The fields are keys, their values texts, numbers or truth values.
 * Source: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md, versions 2 and 3.
 */
export const gguf: Format = { name: "gguf", fits, inspect };

const MAGIC = [0x47, 0x47, 0x55, 0x46] as const;
const MAGIC_BYTES = 8;

function fits({ fileName, head }: Beginning): boolean {
  return hasAt(head, 0, MAGIC) || fileName.toLowerCase().endsWith(".gguf");
}

function inspect(reader: Reader, names: FieldNames): Findings {
  const start = reader.read(0, MAGIC_BYTES);
  if (!hasAt(start, 0, MAGIC.slice(0, start.length))) return damaged("it does not begin as GGUF");
  if (start.length < MAGIC_BYTES) return truncated("it ends before its header");
  const version = uint32(start, MAGIC.length);
  if (version !== 2 && version !== 3) return unknown("its version is not known here");
  const fields: Fields = new Map();
  const found = findingsOfWalk(() => inspectHeader(reader, names, fields));
  return withFields(found, fields, names);
}

/** Vocabularies of some 30,000 words; those of large language models are often longer. */
const LONGEST_HEADER = 512 * 1024;

function inspectHeader(reader: Reader, names: FieldNames, fields: Fields): Findings {
  const cursor = newCursor(reader, MAGIC_BYTES, LONGEST_HEADER);
  const tensorCount = readUint64(cursor);
  const alignment = readMetadata(cursor, names, fields);
  const tensorBytes = readTensors(cursor, tensorCount, alignment);
  const start = aligned(cursor.at(), alignment);
  const end = tensorCount === 0 ? cursor.at() : start + tensorBytes;
  // Writers differ in whether the last tensor is filled up to the alignment.
  const isFilled = reader.sizeBytes > end && reader.sizeBytes <= aligned(end, alignment);
  const fault = isFilled ? undefined : faultOfSize(reader.sizeBytes, end);
  if (fault !== undefined) return fault;
  // Zeros are a legal end of a tensor, so they are a doubt and no proof.
  return hasZeroTail(reader, start) ? unknown(ZERO_TAIL) : { structure: "sound" };
}

const ALIGNMENT = "general.alignment";
const USUAL_ALIGNMENT = 32;

/** Sets the fields; gives the alignment of the tensors. */
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
