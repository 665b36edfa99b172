import type { Reader } from "../../files/disk.ts";
import { byteAt, hasAt, textOf, uint16, uint32 } from "../shared/bytes.ts";
import { damaged, fault, truncated, unknown, type Fault } from "../shared/findings.ts";
import { parsePythonLiteral, type PythonLiteral } from "./python-literal.ts";

export const NPY_MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59] as const;

/** A longer header is not read. */
const LONGEST_HEADER = 64 * 1024;
const MAGIC_BYTES = 8;
const START_BYTES = 12;

export interface NpyHeader {
  readonly kind: "header";
  /** The place where the array's bytes begin. */
  readonly dataAt: number;
  readonly shape: readonly number[];
  /** The code of its numbers or texts, such as `<f4`; a list for an array of records. */
  readonly type: PythonLiteral;
  /** The size of the array; `undefined` for Python objects, which are pickled, and for unknown types. */
  readonly dataBytes: number | undefined;
}

/**
 * Reads the header of an array: a magic, a version, a length and a Python dict.
 * Source: numpy/lib/format.py, "Format Version 1.0" to "3.0".
 */
export function readNpyHeader(reader: Reader): NpyHeader | Fault {
  const start = reader.read(0, START_BYTES);
  if (!hasAt(start, 0, NPY_MAGIC.slice(0, start.length)))
    return fault(damaged("it does not begin as npy"));
  if (start.length < START_BYTES) return fault(truncated("it ends before its header"));
  const version = byteAt(start, NPY_MAGIC.length);
  if (version < 1 || version > 3) return fault(unknown("its version is not known here"));
  const headerAt = MAGIC_BYTES + (version === 1 ? 2 : 4);
  const length = version === 1 ? uint16(start, MAGIC_BYTES) : uint32(start, MAGIC_BYTES);
  if (headerAt + length > reader.sizeBytes) return fault(truncated("it ends inside of its header"));
  if (length > LONGEST_HEADER) return fault(unknown("its header is too long to be read"));
  const header = parseHeader(textOf(reader.read(headerAt, length)));
  return header === undefined
    ? fault(damaged("its header describes no array"))
    : { kind: "header", ...header, dataAt: headerAt + length };
}

function parseHeader(text: string): Omit<NpyHeader, "kind" | "dataAt"> | undefined {
  const header = parsePythonLiteral(text);
  if (!(header instanceof Map)) return undefined;
  const shape = asShape(header.get("shape"));
  const type = header.get("descr");
  if (shape === undefined || type === undefined) return undefined;
  const itemBytes = bytesOfType(type);
  return {
    shape,
    type,
    dataBytes: itemBytes === undefined ? undefined : itemBytes * product(shape),
  };
}

function asShape(value: PythonLiteral | undefined): readonly number[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const shape = value.filter((size) => Number.isSafeInteger(size) && size >= 0);
  return shape.length === value.length ? shape : undefined;
}

function product(shape: readonly number[]): number {
  return shape.reduce((size, next) => size * next, 1);
}

/** The size of one item: a code gives it in bytes, but for UTF-32 texts, where it is in letters. */
function bytesOfType(type: PythonLiteral): number | undefined {
  if (Array.isArray(type)) return bytesOfRecord(type);
  if (typeof type !== "string") return undefined;
  const [, kind, size] = /^[<>|=]?([?biufcSaVUmM])(\d*)(?:\[\w+\])?$/.exec(type) ?? [];
  if (kind === undefined) return undefined;
  return kind === "U" ? 4 * Number(size) : Number(size);
}

/** The size of a record, whose fields are `(name, type)` or `(name, type, shape)`. */
function bytesOfRecord(fields: readonly PythonLiteral[]): number | undefined {
  let bytes = 0;
  for (const field of fields) {
    if (!Array.isArray(field) || field[1] === undefined) return undefined;
    const shape = field[2] === undefined ? [] : asShape(field[2]);
    const size = bytesOfType(field[1]);
    if (size === undefined || shape === undefined) return undefined;
    bytes += size * product(shape);
  }
  return bytes;
}
