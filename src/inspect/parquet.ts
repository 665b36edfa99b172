import { count } from "../core/text.ts";
import type { Reader } from "../files/disk.ts";
import { isAllZero, textOf, uint32 } from "./bytes.ts";
import { named, setField, type Fields } from "./fields.ts";
import { damaged, truncated, unknown } from "./verdicts.ts";
import type { FieldNames, Findings, Format } from "./inspection.ts";
import { beginsWith, faultOfEnd } from "./magic.ts";
import { ZERO_TAIL } from "./tail-probe.ts";
import { walkThrift } from "./thrift.ts";

/**
 * A magic, the columns, a footer of metadata, its length, the magic again. The fields are entries of the footer's
 * `key_value_metadata`.
 * Source: https://github.com/apache/parquet-format, "File format" and `parquet.thrift`.
 */
export const parquet: Format = {
  name: "parquet",
  fits: (beginning) => beginsWith(beginning, MAGIC, /\.parquet$/i),
  inspect,
};

const MAGIC = [0x50, 0x41, 0x52, 0x31] as const;
/** The footer's length and the magic. */
const END_BYTES = 8;
const LEAST_BYTES = MAGIC.length + END_BYTES;
/** A footer of some 5,000 columns in all row groups together. */
const LONGEST_FOOTER = 512 * 1024;

function inspect(reader: Reader, names: FieldNames): Findings {
  const { sizeBytes } = reader;
  const head = reader.read(0, MAGIC.length);
  if (isAllZero(head)) return damaged("it begins in zeros");
  if (sizeBytes < LEAST_BYTES) return truncated("it ends before its footer");
  const fault = faultOfEnd(reader, MAGIC);
  if (fault !== undefined) return fault;
  const length = uint32(reader.read(sizeBytes - END_BYTES, 4), 0);
  const footerAt = sizeBytes - END_BYTES - length;
  if (length === 0 || footerAt < MAGIC.length)
    return damaged(`its footer cannot be ${count(length, "byte")} long`);
  if (length > LONGEST_FOOTER) return unknown("its footer is too long to be read");
  const footer = reader.read(footerAt, length);
  return isAllZero(footer) ? damaged(ZERO_TAIL) : inspectFooter(footer, footerAt, names);
}

/** Ids of fields in `FileMetaData`; of a column's, those of the fields that lead to it. */
const REQUIRED = ["1", "2", "3"];
const FILE_PATH = "/4/1/1";
const COMPRESSED_BYTES = "/4/1/3/7";
const PAGES_AT = new Set(["/4/1/3/9", "/4/1/3/11"]);
const KEY = "/5/1";
const VALUE = "/5/2";
const ENCRYPTION = "8";

function inspectFooter(footer: Uint8Array, footerAt: number, names: FieldNames): Findings {
  const read = readFooter(footer, names);
  const { ids, end } = read;
  // In plain text, the footer of an encrypted file is followed by a signature.
  const isWhole = end === footer.length || (end !== undefined && ids.has(ENCRYPTION));
  if (!isWhole || REQUIRED.some((id) => !ids.has(id))) return damaged("its footer cannot be read");
  if (read.dataEnd > footerAt) return damaged("its columns do not end before its footer");
  return { structure: "sound", ...named(read.fields, names) };
}

interface Footer {
  readonly fields: Fields;
  /** Those of the outermost fields that hold something. */
  readonly ids: ReadonlySet<string>;
  /** Where the last of the columns ends; 0 where they lie in other files. */
  readonly dataEnd: number;
  /** `undefined` where the bytes are no footer. */
  readonly end: number | undefined;
}

function readFooter(footer: Uint8Array, names: FieldNames): Footer {
  const fields: Fields = new Map();
  const ids = new Set<string>();
  const columns = columnReader();
  let key = "";
  const end = walkThrift(footer, (path, value) => {
    ids.add(path.split("/", 2)[1] ?? "");
    if (typeof value === "number") columns.take(path, value);
    else if (path === FILE_PATH) columns.lieElsewhere();
    else if (path === KEY) key = textOf(value);
    else if (path === VALUE) setField(fields, names, [key, textOf(value)]);
  });
  return { fields, ids, dataEnd: columns.end(), end };
}

interface ColumnReader {
  take(path: string, value: number): void;
  lieElsewhere(): void;
  end(): number;
}

/** A column begins at the first of its pages; its size comes before the places of these. */
function columnReader(): ColumnReader {
  let areHere = true;
  let last = 0;
  let at = Infinity;
  let bytes = 0;
  const end = (): number => {
    if (at !== Infinity) last = Math.max(last, at + bytes);
    return areHere ? last : 0;
  };
  const take = (path: string, value: number): void => {
    if (PAGES_AT.has(path) && value > 0) at = Math.min(at, value);
    if (path !== COMPRESSED_BYTES) return;
    end();
    at = Infinity;
    bytes = value;
  };
  const lieElsewhere = (): void => {
    areHere = false;
  };
  return { take, lieElsewhere, end };
}
