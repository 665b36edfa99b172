import { crc32, inflateRawSync } from "node:zlib";
import type { Reader } from "../../files/disk.ts";
import type { FileFormat } from "../format.ts";
import type { FieldNames, Findings } from "../inspection.ts";
import { setField, type Fields } from "../shared/fields.ts";
import { damaged, SOUND, withFields } from "../shared/findings.ts";
import { readZip } from "../zip/archive.ts";
import { readZipChecksums } from "../zip/checksums.ts";
import type { ZipEntry } from "../zip/entries.ts";
import { firstEntryName, LOCAL_HEADER, placeOfContent } from "../zip/local-header.ts";
import { readNpyValue } from "./npy-value.ts";

const ARRAY = ".npy";

/**
 * A file of `numpy.savez` or `savez_compressed`: a zip with one `.npy` for each array. The fields are arrays of one
 * text or number without dimensions.
 * Source: numpy/lib/_npyio_impl.py, `_savez`.
 */
export const npz: FileFormat = {
  kind: "file",
  name: "npz",
  signs: [
    { endings: [".npz"] },
    { magic: { bytes: LOCAL_HEADER }, holds: (head) => firstEntryName(head).endsWith(ARRAY) },
  ],
  inspect: inspectNpz,
  readChecksums: readZipChecksums,
};

function inspectNpz(reader: Reader, names: FieldNames): Findings {
  const zip = readZip(reader);
  if (zip.kind === "fault") return zip.findings;
  const fields: Fields = new Map();
  for (const name of new Set([names.statusField, names.versionField])) {
    const entry = zip.entries.find((each) => each.name === `${name}${ARRAY}`);
    if (entry === undefined) continue;
    const content = readContent(reader, entry);
    if (content === "broken") return damaged(`its ${entry.name} is not what its checksum says`);
    const value = content === undefined ? undefined : readNpyValue(content);
    if (value !== undefined) setField(fields, names, [name, value]);
  }
  return withFields(SOUND, fields, names);
}

/** A text of a few words takes fewer bytes, compressed or not. */
const LONGEST_ENTRY = 16 * 1024;

/** The unpacked content; `undefined` where it is too long for a field, or packed by another method than deflate. */
function readContent(reader: Reader, entry: ZipEntry): Uint8Array | "broken" | undefined {
  const { storedBytes, isStored, isDeflated } = entry;
  if (storedBytes > LONGEST_ENTRY || !(isStored || isDeflated)) return undefined;
  const stored = reader.read(placeOfContent(reader, entry), storedBytes);
  const content = isStored ? stored : unpack(stored);
  return content instanceof Uint8Array && crc32(content) !== entry.crc32 ? "broken" : content;
}

function unpack(bytes: Uint8Array): Uint8Array | "broken" | undefined {
  try {
    return inflateRawSync(bytes, { maxOutputLength: LONGEST_ENTRY });
  } catch (error) {
    const isLong = error instanceof RangeError;
    return isLong ? undefined : "broken";
  }
}
