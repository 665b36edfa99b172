import type { Reader } from "../../files/disk.ts";
import type { FileFormat } from "../format.ts";
import type { FieldNames, Findings } from "../inspection.ts";
import { isAllZero, textOf } from "../shared/bytes.ts";
import { setField, type Fields } from "../shared/fields.ts";
import { damaged, SOUND, withFields } from "../shared/findings.ts";
import { walkThrift } from "../shared/thrift.ts";
import { ZERO_TAIL } from "../shared/zeros.ts";
import { magicOrItsRemains } from "../signs.ts";
import { readFooter, type Footer } from "./footer.ts";

const MAGIC = [0x50, 0x41, 0x52, 0x31] as const;

/**
 * A Parquet file: a magic, the columns, a footer of metadata, its length, the magic again. The fields are entries of
 * the footer's `key_value_metadata`.
 * Source: https://github.com/apache/parquet-format, "File format" and `parquet.thrift`.
 */
export const parquet: FileFormat = {
  kind: "file",
  name: "parquet",
  signs: magicOrItsRemains(MAGIC, [".parquet"]),
  inspect: inspectParquet,
};

function inspectParquet(reader: Reader, names: FieldNames): Findings {
  const footer = readFooter(reader, { magic: MAGIC, startBytes: MAGIC.length, leastBytes: 1 });
  if (footer.kind === "fault") return footer.findings;
  return isAllZero(footer.bytes) ? damaged(ZERO_TAIL) : inspectFooter(footer, names);
}

/** Ids of fields of `FileMetaData`; paths of the fields inside of them. */
const REQUIRED = ["1", "2", "3"];
const FILE_PATH = "/4/1/1";
const COMPRESSED_BYTES = "/4/1/3/7";
const PAGES_AT = new Set(["/4/1/3/9", "/4/1/3/11"]);
const KEY = "/5/1";
const VALUE = "/5/2";
const ENCRYPTION = "8";

function inspectFooter({ bytes, at }: Footer, names: FieldNames): Findings {
  const { fields, ids, dataEnd, end } = readMetadata(bytes, names);
  // The footer of an encrypted file, where it is itself not encrypted, is followed by a signature.
  const isWhole = end === bytes.length || (end !== undefined && ids.has(ENCRYPTION));
  if (!isWhole || REQUIRED.some((id) => !ids.has(id))) return damaged("its footer cannot be read");
  if (dataEnd > at) return damaged("its columns do not end before its footer");
  return withFields(SOUND, fields, names);
}

interface Metadata {
  readonly fields: Fields;
  /** The ids of the outermost fields that hold a number or a text. */
  readonly ids: ReadonlySet<string>;
  /** The place where the last of the columns ends; 0 where they lie in other files. */
  readonly dataEnd: number;
  /** The place behind the metadata; `undefined` where the bytes are none. */
  readonly end: number | undefined;
}

function readMetadata(footer: Uint8Array, names: FieldNames): Metadata {
  const fields: Fields = new Map();
  const ids = new Set<string>();
  const columns = columnEnds();
  let key = "";
  const end = walkThrift(footer, (path, value) => {
    ids.add(path.split("/", 2)[1] ?? "");
    if (typeof value === "number") columns.take(path, value);
    else if (path === FILE_PATH) columns.lieElsewhere();
    else if (path === KEY) key = textOf(value);
    else if (path === VALUE) setField(fields, names, [key, textOf(value)]);
  });
  return { fields, ids, dataEnd: columns.last(), end };
}

interface ColumnEnds {
  readonly take: (path: string, value: number) => void;
  /** Records that the columns lie in other files. */
  readonly lieElsewhere: () => void;
  /** The place where the last of the columns ends. */
  readonly last: () => number;
}

/** Finds the ends of the columns. A column begins at the first of its pages; its size precedes their places. */
function columnEnds(): ColumnEnds {
  let areHere = true;
  let lastEnd = 0;
  let at = Infinity;
  let bytes = 0;
  const last = (): number => {
    if (at !== Infinity) lastEnd = Math.max(lastEnd, at + bytes);
    return areHere ? lastEnd : 0;
  };
  const take = (path: string, value: number): void => {
    if (PAGES_AT.has(path) && value > 0) at = Math.min(at, value);
    if (path !== COMPRESSED_BYTES) return;
    last();
    at = Infinity;
    bytes = value;
  };
  const lieElsewhere = (): void => {
    areHere = false;
  };
  return { take, lieElsewhere, last };
}
