import type { Reader } from "../files/disk.ts";
import { hasAt } from "./bytes.ts";
import type { Beginning, FieldNames, Findings, Format } from "./inspection.ts";
import { NPY_MAGIC, readNpyHeader } from "./npy-header.ts";
import { readPickleAt } from "./pickle.ts";
import { hasZeroTail, ZERO_TAIL } from "./tail-probe.ts";
import { damaged, faultOfSize, truncated, unknown } from "./verdicts.ts";

/** What `numpy.save` writes: a header that tells the size, and one array. It has no place for fields. */
export const npy: Format = { name: "npy", fits, inspect };

function fits({ fileName, head }: Beginning): boolean {
  return hasAt(head, 0, NPY_MAGIC) || fileName.toLowerCase().endsWith(".npy");
}

function inspect(reader: Reader, names: FieldNames): Findings {
  const header = readNpyHeader(reader);
  if ("structure" in header) return header;
  const { dataAt, dataBytes, type } = header;
  if (type === "|O") return inspectObjects(reader, names, dataAt);
  if (dataBytes === undefined) return unknown("its size cannot be told from its type");
  const fault = faultOfSize(reader.sizeBytes, dataAt + dataBytes);
  if (fault !== undefined) return fault;
  // Zeros are a legal end of an array, so they are a doubt and no proof.
  return hasZeroTail(reader, dataAt) ? unknown(ZERO_TAIL) : { structure: "sound" };
}

const LONGEST_PICKLE = 96 * 1024;

/** An array of Python objects is a pickle; what is inside of it is not looked at. */
function inspectObjects(reader: Reader, names: FieldNames, start: number): Findings {
  const length = reader.sizeBytes - start;
  if (length > LONGEST_PICKLE) return unknown("its objects are too long to be read");
  const pickle = readPickleAt(reader.read(start, length), 0, names);
  if (pickle === "newer") return unknown("its objects are pickled in a newer protocol");
  if (pickle === "cut") return truncated("it ends inside of its objects");
  if (pickle === "broken") return damaged("its objects are no pickle");
  return faultOfSize(length, pickle.end) ?? { structure: "sound" };
}
