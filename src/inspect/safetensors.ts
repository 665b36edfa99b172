import type { Reader } from "../files/disk.ts";
import { count, isRecord } from "../core/text.ts";
import { textOf, uint64 } from "./bytes.ts";
import { fieldsOfRecord, named } from "./fields.ts";
import { damaged, truncated, unknown } from "./verdicts.ts";
import type { Beginning, FieldNames, Findings, Format } from "./inspection.ts";
import { hasZeroTail, ZERO_TAIL } from "./tail-probe.ts";

/**
 * A length, a JSON header of that length, the tensors. The fields stand in the header's `__metadata__`.
 * Source: https://github.com/huggingface/safetensors, section "Format".
 */
export const safetensors: Format = { name: "safetensors", fits, inspect };

const METADATA = "__metadata__";
const LENGTH_BYTES = 8;
/** The format's own limit. */
const LONGEST_HEADER = 100_000_000;
/** A header of some 5,000 tensors. */
const LONGEST_READ = 512 * 1024;
const BRACE = 0x7b;

function fits({ fileName, head }: Beginning): boolean {
  if (fileName.toLowerCase().endsWith(".safetensors")) return true;
  return head[LENGTH_BYTES] === BRACE && isHeaderLength(uint64(head, 0));
}

function isHeaderLength(length: number): boolean {
  return length >= 2 && length <= LONGEST_HEADER;
}

function inspect(reader: Reader, names: FieldNames): Findings {
  if (reader.sizeBytes < LENGTH_BYTES) return truncated("it ends before its header");
  const length = uint64(reader.read(0, LENGTH_BYTES), 0);
  if (!isHeaderLength(length)) return damaged(`its header cannot be ${count(length, "byte")} long`);
  if (LENGTH_BYTES + length > reader.sizeBytes) return truncated("it ends inside of its header");
  if (length > LONGEST_READ) return unknown("its header is too long to be read");
  const header = parseHeader(textOf(reader.read(LENGTH_BYTES, length)));
  if (header === undefined) return damaged("its header is no JSON object");
  const start = LENGTH_BYTES + length;
  const fault = faultOfSize(header, reader.sizeBytes - start);
  if (fault !== undefined) return fault;
  // Zeros are a legal end of a tensor, so they are a doubt and no proof.
  const found: Findings = hasZeroTail(reader, start) ? unknown(ZERO_TAIL) : { structure: "sound" };
  return { ...found, ...named(fieldsOfRecord(header[METADATA], names), names) };
}

type Header = Readonly<Record<string, unknown>>;

function parseHeader(text: string): Header | undefined {
  try {
    const header: unknown = JSON.parse(text);
    return isRecord(header) ? header : undefined;
  } catch {
    return undefined;
  }
}

function faultOfSize(header: Header, present: number): Findings | undefined {
  const expected = sizeOfTensors(header);
  if (expected === undefined) return damaged("its tensors do not follow one another");
  if (present < expected) return truncated(`it is ${count(expected - present, "byte")} short`);
  if (present === expected) return undefined;
  return damaged(`after its end there is more: ${count(present - expected, "byte")}`);
}

/** `undefined` where the tensors leave gaps, overlap or have no place at all. */
function sizeOfTensors(header: Header): number | undefined {
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

/** NaN, which follows nothing, where there is no number. */
function placeOf(tensor: unknown): TensorPlace {
  const offsets = isRecord(tensor) ? tensor["data_offsets"] : undefined;
  const [begin, end]: readonly unknown[] = Array.isArray(offsets) ? offsets : [];
  return { begin: asWhole(begin), end: asWhole(end) };
}

function asWhole(value: unknown): number {
  return typeof value === "number" && Number.isSafeInteger(value) ? value : NaN;
}
