import { crc32, inflateRawSync } from "node:zlib";
import type { Reader } from "../files/disk.ts";
import { hasAt } from "./bytes.ts";
import { named, setField, type Fields } from "./fields.ts";
import type { Beginning, FieldNames, Findings, Format } from "./inspection.ts";
import { readNpyValue } from "./npy-value.ts";
import { damaged } from "./verdicts.ts";
import type { ZipEntry } from "./zip-entries.ts";
import { firstEntryName, LOCAL_HEADER, placeOfContent, readZip } from "./zip.ts";

/**
 * What `numpy.savez` and `savez_compressed` write: a zip of one `.npy` for each array. The fields are arrays of one
 * text or number without dimensions.
 */
export const npz: Format = { name: "npz", fits, inspect };

const ARRAY = ".npy";

function fits({ fileName, head }: Beginning): boolean {
  if (fileName.toLowerCase().endsWith(".npz")) return true;
  return hasAt(head, 0, LOCAL_HEADER) && firstEntryName(head).endsWith(ARRAY);
}

function inspect(reader: Reader, names: FieldNames): Findings {
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
  return { structure: "sound", ...named(fields, names) };
}

/** A text of a few words takes less, compressed or not. */
const LONGEST_ENTRY = 16 * 1024;

/** `undefined`: too long for a field, or packed by another method. */
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
