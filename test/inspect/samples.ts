import { readFileSync } from "node:fs";
import { pickle, tensor, uint64 } from "../helpers/pickle.ts";
import { torchFile, zipFile } from "../helpers/torch-file.ts";

export interface Sample {
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** Bytes that follow no pattern and are the same each time. */
export function noise(length: number): Buffer {
  let state = 12345;
  return Buffer.from(
    Uint8Array.from({ length }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return (state >>> 24) | 1;
    }),
  );
}

export const END = { version: "1.0", status: "complete" };

/** Floats that take `length` bytes of a pickle. */
export function floats(length: number): readonly number[] {
  return Array.from({ length: Math.ceil(length / 9) }, (_, place) => (place + 1) / 7);
}

export function safetensorsFile(
  data: Uint8Array,
  metadata: Readonly<Record<string, string>>,
): Buffer {
  const half = Math.floor(data.length / 2);
  const header = Buffer.from(
    JSON.stringify({
      __metadata__: metadata,
      a: { dtype: "U8", shape: [half], data_offsets: [0, half] },
      b: { dtype: "U8", shape: [data.length - half], data_offsets: [half, data.length] },
    }),
  );
  return Buffer.concat([uint64(header.length), header, data]);
}

const rows = (amount: number): readonly object[] =>
  Array.from({ length: amount }, (_, id) => ({ id, name: `sequence ${id}`, score: id / 7 }));

/** One valid file of each kind. */
export const SAMPLES = {
  "torch, one tensor": {
    fileName: "one.pt",
    bytes: torchFile({
      pickle: pickle({ data: tensor(0, 10_000), ...END }),
      tensors: [noise(40_000)],
    }),
  },
  "torch, many tensors": {
    fileName: "many.pt",
    bytes: torchFile({
      pickle: pickle({ data: Array.from({ length: 100 }, (_, key) => tensor(key, 100)), ...END }),
      tensors: Array.from({ length: 100 }, () => noise(400)),
    }),
  },
  "torch, long pickle": {
    fileName: "long.pt",
    bytes: torchFile({ pickle: pickle({ data: floats(300_000), ...END }), prefix: "long" }),
  },
  "torch, a real list of tensors": real("output_1_ESM.pt"),
  "torch, real lists of numbers": real("output_1_DNABERT_S.pt"),
  "torch, a real tensor": real("output_1_merged.pt"),
  zip: { fileName: "parts.zip", bytes: zipFile({ "a.bin": noise(9000), "b.bin": noise(9000) }) },
  safetensors: {
    fileName: "model.safetensors",
    bytes: safetensorsFile(noise(20_000), END),
  },
  json: {
    fileName: "report.json",
    bytes: Buffer.from(JSON.stringify({ rows: rows(300), ...END })),
  },
  "json, long and indented": {
    fileName: "long.json",
    bytes: Buffer.from(`${JSON.stringify({ rows: rows(5000), ...END }, undefined, 2)}\n`),
  },
  "json, long and on one line": {
    fileName: "line.json",
    bytes: Buffer.from(JSON.stringify({ rows: rows(8000), ...END })),
  },
  plain: { fileName: "predictions.bin", bytes: noise(20_000) },
} as const satisfies Readonly<Record<string, Sample>>;

function real(fileName: string): Sample {
  const url = new URL(`../fixtures/inspect/virnucpro/${fileName}`, import.meta.url);
  return { fileName, bytes: readFileSync(url) };
}

/** What can happen to a file. */
export const MUTATIONS = {
  none: (bytes) => bytes,
  "last byte gone": (bytes) => bytes.subarray(0, -1),
  "second half gone": (bytes) => bytes.subarray(0, bytes.length >> 1),
  "last 4 KB zero": (bytes) => withZeros(bytes, bytes.length - 4096),
  "4 KB in the middle zero": (bytes) => withZeros(bytes, (bytes.length >> 1) - 2048),
  "all zero": (bytes) => Buffer.alloc(bytes.length),
  "100 bytes more": (bytes) => Buffer.concat([bytes, Buffer.alloc(100, 0x55)]),
  "no bytes": () => Buffer.alloc(0),
  "a bit in the middle turned": (bytes) => {
    const turned = Buffer.from(bytes);
    turned[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0x10;
    return turned;
  },
} as const satisfies Readonly<Record<string, (bytes: Buffer) => Buffer>>;

function withZeros(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed.subarray(Math.max(0, at), at + 4096).fill(0);
  return changed;
}
