import { crc32 } from "node:zlib";
import type { Reader } from "../../files/disk.ts";
import type { FileFormat } from "../format.ts";
import type { FieldNames, Findings } from "../inspection.ts";
import {
  readPickleEnds,
  readWholePickle,
  type PickledFields,
  type PickleFault,
} from "../pickle/pickle.ts";
import { damaged, SOUND, unknown, withFields } from "../shared/findings.ts";
import { isCutAtMost } from "../signs.ts";
import { readZip, type Zip } from "../zip/archive.ts";
import { readZipChecksums } from "../zip/checksums.ts";
import type { ZipEntry } from "../zip/entries.ts";
import { firstEntryName, LOCAL_HEADER, placeOfContent } from "../zip/local-header.ts";

const PICKLE_NAME = /^[^/]+\/data\.pkl$/;
const VERSION_NAME = /^[^/]+\/(?:\.data\/)?version$/;

/**
 * A file of `torch.save` since PyTorch 1.6: a zip of stored entries, `data.pkl` first and `version` among the last.
 * The fields are entries of the saved dict. They are read from `data.pkl`, from its first and its last kilobytes where
 * it is long: a pickle of lists of numbers may have gigabytes.
 * Source: caffe2/serialize/inline_container.h and inline_container.cc of PyTorch.
 */
export const pytorch: FileFormat = {
  kind: "file",
  name: "pytorch",
  signs: [
    { endings: [".pt", ".pth", ".ckpt"], holds: (head) => isCutAtMost(LOCAL_HEADER, head) },
    { magic: { bytes: LOCAL_HEADER }, holds: (head) => PICKLE_NAME.test(firstEntryName(head)) },
  ],
  inspect: inspectPytorch,
  readChecksums: readZipChecksums,
};

function inspectPytorch(reader: Reader, names: FieldNames): Findings {
  const zip = readZip(reader);
  if (zip.kind === "fault") return zip.findings;
  const pickle = zip.entries.find(({ name }) => PICKLE_NAME.test(name));
  const hasVersion = zip.entries.some(({ name }) => VERSION_NAME.test(name));
  if (pickle === undefined || !hasVersion)
    return unknown("an archive without data.pkl and version");
  if (zip.entries[0]?.headerAt !== 0) return damaged("something precedes its first entry");
  return pickle.isStored ? inspectPickle(reader, names, { zip, pickle }) : SOUND;
}

/** With these limits, an inspection reads less than 128 KB. */
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

/** PyTorch can be configured to record no checksums; it writes 0 then. */
function inspectWhole(bytes: Uint8Array, names: FieldNames, checksum: number): Findings {
  if (checksum !== 0 && crc32(bytes) !== checksum)
    return damaged("its data.pkl is not what its checksum says");
  return findingsOf(readWholePickle(bytes, names), names);
}

function findingsOf(pickle: PickledFields | PickleFault, names: FieldNames): Findings {
  if (pickle.kind === "newer") return unknown("its data.pkl is of a newer protocol");
  if (pickle.kind === "broken") return damaged("its data.pkl is no whole pickle");
  return withFields(SOUND, pickle.fields, names);
}
