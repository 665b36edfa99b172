import { basename } from "node:path";
import type { Disk } from "../files/disk.ts";
import { arrowFile, arrowStream } from "./arrow.ts";
import { countReads, NoAnswer, type CountingReader } from "./counting-reader.ts";
import { gguf } from "./gguf.ts";
import { hdf5 } from "./hdf5.ts";
import {
  BEGINNING_BYTES,
  type FieldNames,
  type Findings,
  type Format,
  type Inspection,
} from "./inspection.ts";
import { gzip } from "./gzip.ts";
import { json } from "./json.ts";
import { jsonLines } from "./json-lines.ts";
import { parquet } from "./parquet.ts";
import { npy } from "./npy.ts";
import { npz } from "./npz.ts";
import { onnx } from "./onnx.ts";
import { plain } from "./plain.ts";
import { pytorch } from "./pytorch.ts";
import { pytorchLegacy } from "./pytorch-legacy.ts";
import { safetensors } from "./safetensors.ts";
import { sqlite } from "./sqlite.ts";
import { zipArchive } from "./zip-archive.ts";
import { zstd } from "./zstd.ts";

/** The first that fits is taken; `plain` fits every file. A further format gets its place here. */
const FORMATS: readonly Format[] = [
  pytorch,
  npz,
  zipArchive,
  pytorchLegacy,
  npy,
  gguf,
  hdf5,
  onnx,
  safetensors,
  json,
  parquet,
  arrowFile,
  arrowStream,
  sqlite,
  gzip,
  zstd,
  jsonLines,
];

/**
 * What the file at `path` says about itself, from kilobytes of it (1 MiB at the very most): it is never loaded,
 * and no pickle is executed. Whatever its bytes are, they make an answer, never an error.
 * @throws the system error where the file cannot be opened or read.
 */
export async function inspect(disk: Disk, path: string, names: FieldNames): Promise<Inspection> {
  const file = countReads(disk.open(path));
  try {
    const { format, findings } = await look(file, basename(path), names);
    return { format, ...findings, bytesRead: file.bytesRead() };
  } finally {
    file.close();
  }
}

async function look(file: CountingReader, fileName: string, names: FieldNames): Promise<Look> {
  let format = plain;
  try {
    format = findFormat(file, fileName);
    const findings = file.sizeBytes === 0 ? EMPTY : await format.inspect(file, names);
    return { format: format.name, findings };
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    return { format: format.name, findings: { structure: "unknown", why: error.message } };
  }
}

interface Look {
  readonly format: string;
  readonly findings: Findings;
}

const EMPTY: Findings = { structure: "empty", why: "it holds no bytes" };

function findFormat(file: CountingReader, fileName: string): Format {
  const { sizeBytes } = file;
  const head = file.read(0, BEGINNING_BYTES);
  return FORMATS.find((format) => format.fits({ fileName, head, sizeBytes })) ?? plain;
}
