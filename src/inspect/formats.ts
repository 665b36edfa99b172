import { gzip } from "./compressed/gzip.ts";
import { zstd } from "./compressed/zstd.ts";
import { orbax } from "./folders/orbax.ts";
import { safetensorsIndex } from "./folders/safetensors-index.ts";
import { torchDistributed } from "./folders/torch-distributed.ts";
import { transformers } from "./folders/transformers.ts";
import type { Format } from "./format.ts";
import { hdf5 } from "./hdf5/hdf5.ts";
import { json } from "./json/json.ts";
import { jsonLines } from "./json/json-lines.ts";
import { gguf } from "./models/gguf.ts";
import { onnx } from "./models/onnx.ts";
import { safetensors } from "./models/safetensors.ts";
import { npy } from "./numpy/npy.ts";
import { npz } from "./numpy/npz.ts";
import { plainDirectory, plainFile } from "./plain.ts";
import { pytorch } from "./pytorch/pytorch.ts";
import { pytorchLegacy } from "./pytorch/pytorch-legacy.ts";
import { arrowFile, arrowStream } from "./tables/arrow.ts";
import { parquet } from "./tables/parquet.ts";
import { sqlite } from "./tables/sqlite.ts";
import { zip } from "./zip/zip.ts";

/**
 * Every format, in the order in which they are tried: the first with a sign that holds is taken.
 * A new format gets its row here and in docs/formats.md, and nothing else changes.
 */
export const FORMATS: readonly Format[] = [
  // These two are zips with known content, so they come before zip.
  pytorch,
  npz,
  zip,
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
  // The last format of files, and the last of directories, fits everything.
  plainFile,

  orbax,
  torchDistributed,
  // A directory of Transformers may hold a sharded model, so it comes before that.
  transformers,
  safetensorsIndex,
  plainDirectory,
];
