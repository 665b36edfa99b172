import { byteAt, textOf, uint16, uint32, uintOf, withoutPadding } from "../shared/bytes.ts";
import { OBJECT, setField, type Fields } from "../shared/fields.ts";
import { readFromHeap } from "./heap.ts";
import { readMessages, type Hdf5 } from "./objects.ts";
import type { FieldNames } from "../inspection.ts";
import { numberText } from "../shared/numbers.ts";

const ATTRIBUTE = 0x0c;

/**
 * Reads the fields among the attributes of the object at `address`; `undefined` where no object is there. Attributes
 * outside the object's header are not read: files of the newer layout keep more than eight attributes elsewhere.
 * Source: HDF5 File Format Specification 3.0, sections IV.A.2.b, d and m.
 */
export function readAttributes(file: Hdf5, address: number, names: FieldNames): Fields | undefined {
  const messages = readMessages(file, address);
  if (messages === undefined) return undefined;
  const fields: Fields = new Map();
  for (const { type, data } of messages) {
    if (type !== ATTRIBUTE) continue;
    const attribute = parseAttribute(data);
    const isField = [names.statusField, names.versionField].includes(attribute?.name ?? "");
    const value = attribute !== undefined && isField ? valueOf(file, attribute) : undefined;
    if (attribute !== undefined && value !== undefined)
      setField(fields, names, [attribute.name, value]);
  }
  return fields;
}

interface Attribute {
  readonly name: string;
  readonly datatype: Uint8Array;
  readonly dataspace: Uint8Array;
  readonly data: Uint8Array;
}

/** The flag of a datatype that stands elsewhere, for several attributes. */
const SHARED_TYPE = 1;

function parseAttribute(bytes: Uint8Array): Attribute | undefined {
  const version = byteAt(bytes, 0);
  if (version < 1 || version > 3) return undefined;
  if (version > 1 && (byteAt(bytes, 1) & SHARED_TYPE) !== 0) return undefined;
  let at = version === 3 ? 9 : 8;
  const next = (size: number): Uint8Array => {
    const start = at;
    at += version === 1 ? Math.ceil(size / 8) * 8 : size;
    return bytes.subarray(start, start + size);
  };
  const name = textOf(withoutPadding(next(uint16(bytes, 2))));
  const datatype = next(uint16(bytes, 4));
  const dataspace = next(uint16(bytes, 6));
  return { name, datatype, dataspace, data: bytes.subarray(at) };
}

const CLASS = { integer: 0, float: 1, text: 3, enumeration: 8, variable: 9 } as const;
const BIG_ENDIAN = 0x01;
const SIGNED = 0x08;

/** The text of an attribute's value; `undefined` where it cannot be read. */
function valueOf(file: Hdf5, { datatype, dataspace, data }: Attribute): string | undefined {
  if (!isSingle(dataspace)) return OBJECT;
  const flags = byteAt(datatype, 1);
  const size = uint32(datatype, 4);
  if (data.length < size) return undefined;
  const bytes = data.subarray(0, size);
  switch (byteAt(datatype, 0) & 0x0f) {
    case CLASS.integer:
      return hasWholeBytes(datatype, size)
        ? numberText(bytes, (flags & SIGNED) === 0 ? "unsigned" : "signed", isBig(flags))
        : undefined;
    case CLASS.float:
      return hasWholeBytes(datatype, size) ? numberText(bytes, "float", isBig(flags)) : undefined;
    case CLASS.text:
      return textOfFixed(bytes, flags);
    case CLASS.enumeration:
      return isBoolean(datatype) ? String(byteAt(bytes, 0) !== 0) : OBJECT;
    case CLASS.variable:
      return (flags & KIND) === TEXT_KIND ? textOfVariable(file, bytes) : OBJECT;
    default:
      return OBJECT;
  }
}

const NO_VALUE = 2;

/** Does a dataspace hold one value without dimensions? In version 2 it may also hold none at all. */
function isSingle(dataspace: Uint8Array): boolean {
  const isNone = byteAt(dataspace, 0) === 2 && byteAt(dataspace, 3) === NO_VALUE;
  return byteAt(dataspace, 1) === 0 && !isNone;
}

function isBig(flags: number): boolean {
  return (flags & BIG_ENDIAN) !== 0;
}

/** Does a number use all bits of its bytes? Other numbers are not read. */
function hasWholeBytes(datatype: Uint8Array, size: number): boolean {
  return uint16(datatype, 8) === 0 && uint16(datatype, 10) === size * 8;
}

/** Is it the type that h5py gives a boolean: an enumeration of FALSE and TRUE in one byte? */
function isBoolean(datatype: Uint8Array): boolean {
  const isPair = uint16(datatype, 1) === 2 && uint32(datatype, 4) === 1;
  return isPair && textOf(datatype).replaceAll("\0", "").endsWith("FALSETRUE\u0001");
}

const PADDING = 0x0f;
const ENDS_AT_ZERO = 0;
const PADDED_BY_SPACES = 2;
const SPACE = 0x20;

function textOfFixed(bytes: Uint8Array, flags: number): string {
  const end = bytes.indexOf(0);
  if ((flags & PADDING) === ENDS_AT_ZERO) return textOf(end < 0 ? bytes : bytes.subarray(0, end));
  return textOf(withoutPadding(bytes, (flags & PADDING) === PADDED_BY_SPACES ? SPACE : 0));
}

const KIND = 0x0f;
const TEXT_KIND = 1;

/** A text of variable length lies in a heap; the attribute holds its length, the heap's address and its number there. */
function textOfVariable(file: Hdf5, bytes: Uint8Array): string | undefined {
  const { offsetBytes, origin } = file;
  const length = uint32(bytes, 0);
  const address = uintOf(bytes.subarray(4, 4 + offsetBytes));
  const number = uint32(bytes, 4 + offsetBytes);
  if (length === 0) return "";
  const text = readFromHeap(file, origin + address, number);
  return text === undefined || text.length < length
    ? undefined
    : textOf(withoutPadding(text.subarray(0, length)));
}
