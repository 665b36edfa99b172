import type { Reader } from "../../files/disk.ts";
import type { FileFormat } from "../format.ts";
import type { FieldNames, Findings } from "../inspection.ts";
import { readPickleAt } from "../pickle/pickle.ts";
import { damaged, faultOfSize, SOUND, truncated, unknown } from "../shared/findings.ts";
import { soundUnlessZeroTail } from "../shared/zeros.ts";
import { NPY_MAGIC, readNpyHeader } from "./npy-header.ts";

/** A file of `numpy.save`: a header that gives the size, and one array. It has no place for fields. */
export const npy: FileFormat = {
  kind: "file",
  name: "npy",
  signs: [{ magic: { bytes: NPY_MAGIC } }, { endings: [".npy"] }],
  inspect: inspectNpy,
};

function inspectNpy(reader: Reader, names: FieldNames): Findings {
  const header = readNpyHeader(reader);
  if (header.kind === "fault") return header.findings;
  const { dataAt, dataBytes, type } = header;
  if (type === "|O") return inspectObjects(reader, names, dataAt);
  if (dataBytes === undefined) return unknown("its size cannot be told from its type");
  const fault = faultOfSize(reader.sizeBytes, dataAt + dataBytes);
  return fault ?? soundUnlessZeroTail(reader, dataAt);
}

const LONGEST_PICKLE = 96 * 1024;

/** An array of Python objects is a pickle. Its content is not judged. */
function inspectObjects(reader: Reader, names: FieldNames, start: number): Findings {
  const length = reader.sizeBytes - start;
  if (length > LONGEST_PICKLE) return unknown("its objects are too long to be read");
  const pickle = readPickleAt(reader.read(start, length), 0, names);
  if (pickle.kind === "newer") return unknown("its objects are pickled in a newer protocol");
  if (pickle.kind === "cut") return truncated("it ends inside of its objects");
  if (pickle.kind === "broken") return damaged("its objects are no pickle");
  return faultOfSize(length, pickle.end) ?? SOUND;
}
