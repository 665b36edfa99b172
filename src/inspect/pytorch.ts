import { crc32 } from "node:zlib";
import type { Reader } from "../files/disk.ts";
import { hasAt } from "./bytes.ts";
import { named, type Fields } from "./fields.ts";
import type { Beginning, FieldNames, Findings, Format } from "./inspection.ts";
import { readPickleEnds, readWholePickle, type PickleFault } from "./pickle.ts";
import type { ZipEntry } from "./zip-entries.ts";
import { firstEntryName, LOCAL_HEADER, placeOfContent, readZip, type Zip } from "./zip.ts";
import { damaged } from "./verdicts.ts";

/**
 * What `torch.save` writes since PyTorch 1.6: a zip of stored entries, `data.pkl` first and `version` among the last.
 * The fields are entries of the saved dict. They stand in `data.pkl`, in its first or its last kilobytes, of a pickle
 * that may itself be gigabytes long (lists of numbers).
 * Source: caffe2/serialize/inline_container.h and inline_container.cc of PyTorch.
 */
export const pytorch: Format = { name: "pytorch", fits, inspect };

const NAME = /\.(?:pt|pth|ckpt)$/i;
const PICKLE_NAME = /^[^/]+\/data\.pkl$/;
const VERSION_NAME = /^[^/]+\/(?:\.data\/)?version$/;

function fits({ head, fileName }: Beginning): boolean {
  if (!isCutOrWhole(head, LOCAL_HEADER)) return false;
  return NAME.test(fileName) || PICKLE_NAME.test(firstEntryName(head));
}

function isCutOrWhole(head: Uint8Array, magic: readonly number[]): boolean {
  return hasAt(head, 0, magic.slice(0, head.length));
}

function inspect(reader: Reader, names: FieldNames): Findings {
  const zip = readZip(reader);
  if (zip.kind === "fault") return zip.findings;
  const pickle = zip.entries.find(({ name }) => PICKLE_NAME.test(name));
  const version = zip.entries.some(({ name }) => VERSION_NAME.test(name));
  if (pickle === undefined || !version)
    return { structure: "unknown", why: "an archive without data.pkl and version" };
  if (zip.entries[0]?.headerAt !== 0) return damaged("something precedes its first entry");
  return pickle.isStored ? inspectPickle(reader, names, { zip, pickle }) : { structure: "sound" };
}

/** With the head and tail of 64 KB and 16 KB, a file is inspected in less than 128 KB. */
const HEAD_BYTES = 64 * 1024;
const TAIL_BYTES = 16 * 1024;

function inspectPickle(
  reader: Reader,
  names: FieldNames,
  { zip, pickle }: { readonly zip: Zip; readonly pickle: ZipEntry },
): Findings {
  const { storedBytes } = pickle;
  const start = placeOfContent(reader, pickle);
  const end = start + storedBytes;
  if (end > zip.directoryAt) return damaged("its data.pkl does not end before its directory");
  if (storedBytes <= HEAD_BYTES + TAIL_BYTES)
    return inspectWhole(reader.read(start, storedBytes), names, pickle.crc32);
  const head = reader.read(start, HEAD_BYTES);
  const tail = reader.read(end - TAIL_BYTES, TAIL_BYTES);
  return findingsOf(readPickleEnds({ head, tail }, names), names);
}

/** PyTorch can be told to record no checksums, and then writes 0. */
function inspectWhole(bytes: Uint8Array, names: FieldNames, checksum: number): Findings {
  if (checksum !== 0 && crc32(bytes) !== checksum)
    return damaged("its data.pkl is not what its checksum says");
  return findingsOf(readWholePickle(bytes, names), names);
}

function findingsOf(read: Fields | PickleFault, names: FieldNames): Findings {
  if (read === "newer") return { structure: "unknown", why: "its data.pkl is of a newer protocol" };
  if (read === "broken") return damaged("its data.pkl is no whole pickle");
  return { structure: "sound", ...named(read, names) };
}
