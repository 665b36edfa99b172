import type { Reader } from "../../files/disk.ts";
import { isRecord, plural } from "../../core/text/text.ts";
import type { FileFormat } from "../format.ts";
import type { FieldNames, Findings } from "../inspection.ts";
import { textOf, uint64 } from "../shared/bytes.ts";
import { fieldsOfRecord } from "../shared/fields.ts";
import { damaged, faultOfSize, truncated, unknown, withFields } from "../shared/findings.ts";
import { parseJsonObject, type JsonObject } from "../shared/json-object.ts";
import { soundUnlessZeroTail } from "../shared/zeros.ts";

/** The size of the length that a file begins with. */
export const LENGTH_BYTES = 8;
const BRACE = 0x7b;

/**
 * A safetensors file: a length, a JSON header of that length, the tensors. The fields stand in the header's
 * `__metadata__`.
 * Source: https://github.com/huggingface/safetensors, section "Format".
 */
export const safetensors: FileFormat = {
  kind: "file",
  name: "safetensors",
  signs: [
    { endings: [".safetensors"] },
    {
      magic: { bytes: [BRACE], at: LENGTH_BYTES },
      holds: (head) => isHeaderLength(uint64(head, 0)),
    },
  ],
  inspect: inspectSafetensors,
};

/** The place where the tensors begin, from the first `LENGTH_BYTES` of a file. */
export function placeOfTensors(head: Uint8Array): number {
  return LENGTH_BYTES + uint64(head, 0);
}

const METADATA = "__metadata__";
/** The format's own limit. */
const LONGEST_HEADER = 100_000_000;
/** A longer header is not read. This one describes some 5,000 tensors. */
const LONGEST_READ = 512 * 1024;

function isHeaderLength(length: number): boolean {
  return length >= 2 && length <= LONGEST_HEADER;
}

function inspectSafetensors(reader: Reader, names: FieldNames): Findings {
  if (reader.sizeBytes < LENGTH_BYTES) return truncated("it ends before its header");
  const length = uint64(reader.read(0, LENGTH_BYTES), 0);
  if (!isHeaderLength(length))
    return damaged(`its header cannot be ${plural(length, "byte")} long`);
  if (LENGTH_BYTES + length > reader.sizeBytes) return truncated("it ends inside of its header");
  if (length > LONGEST_READ) return unknown("its header is too long to be read");
  const header = parseJsonObject(textOf(reader.read(LENGTH_BYTES, length)));
  if (header === undefined) return damaged("its header is no JSON object");
  const start = LENGTH_BYTES + length;
  const tensorBytes = sizeOfTensors(header);
  if (tensorBytes === undefined) return damaged("its tensors do not follow one another");
  const fault = faultOfSize(reader.sizeBytes, start + tensorBytes);
  const fields = fieldsOfRecord(header[METADATA], names);
  return fault ?? withFields(soundUnlessZeroTail(reader, start), fields, names);
}

/** The size of all tensors together; `undefined` where they leave gaps, overlap or have no place. */
function sizeOfTensors(header: JsonObject): number | undefined {
  const places = Object.entries(header)
    .filter(([name]) => name !== METADATA)
    .map(([, tensor]) => placeOf(tensor))
    .sort((a, b) => a.begin - b.begin || a.end - b.end);
  let size = 0;
  for (const { begin, end } of places) {
    if (begin !== size || !(end >= begin)) return undefined;
    size = end;
  }
  return size;
}

interface TensorPlace {
  readonly begin: number;
  readonly end: number;
}

/** A missing or invalid place is NaN, which is behind no other place. */
function placeOf(tensor: unknown): TensorPlace {
  const offsets = isRecord(tensor) ? tensor["data_offsets"] : undefined;
  const [begin, end]: readonly unknown[] = Array.isArray(offsets) ? offsets : [];
  return { begin: asWhole(begin), end: asWhole(end) };
}

function asWhole(value: unknown): number {
  return typeof value === "number" && Number.isSafeInteger(value) ? value : NaN;
}
