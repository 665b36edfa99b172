import { uint64 } from "../../helpers/pickle.ts";

function safetensors(header: string, dataBytes = 0, length = Buffer.byteLength(header)): Buffer {
  return Buffer.concat([uint64(length), Buffer.from(header), Buffer.alloc(dataBytes, 1)]);
}

const tensor = (from: unknown, to: unknown): object => ({
  dtype: "U8",
  shape: [1],
  data_offsets: [from, to],
});
const tensors = (...places: readonly (readonly [unknown, unknown])[]): string =>
  JSON.stringify(Object.fromEntries(places.map(([from, to], n) => [`t${n}`, tensor(from, to)])));
const entries = (amount: number, entry: (n: number) => string): string =>
  `{${Array.from({ length: amount }, (_, n) => entry(n)).join(",")}}`;

type Verdict = readonly [structure: string, bytes: Buffer];

/** safetensors files whose header lies or is made to take much, with what they are called. */
export const HEADERS: Readonly<Record<string, Verdict>> = {
  "a header of 16 EB": ["damaged", Buffer.concat([Buffer.alloc(8, 0xff), Buffer.from("{}")])],
  "a header of 9 PB": ["damaged", safetensors("{}", 0, 2 ** 53)],
  "a header of 100 MB in ten bytes": ["truncated", safetensors("{}", 0, 100_000_000)],
  "a header of one byte more than there is": ["truncated", safetensors("{}", 0, 3)],
  "a header of one byte less than there is": ["damaged", safetensors("{}", 0, 1)],
  "a header of no bytes": ["damaged", safetensors("", 100)],
  "a header that takes in the data": ["damaged", safetensors("{}", 100, 50)],
  "a header of 600 KB": ["unknown", safetensors(`{${" ".repeat(600_000)}}`)],
  "500,000 nested lists": ["damaged", safetensors(`{"a":${"[".repeat(500_000)}`)],
  "80,000 nested objects": [
    "damaged",
    safetensors(`${'{"a":'.repeat(80_000)}1${"}".repeat(80_000)}`),
  ],
  "80,000 nested objects in its metadata": [
    "sound",
    safetensors(`{"__metadata__":${'{"a":'.repeat(80_000)}1${"}".repeat(80_000)}}`),
  ],
  "40,000 tensors without a place": ["damaged", safetensors(entries(40_000, (n) => `"${n}":1`))],
  "14,000 empty tensors": [
    "sound",
    safetensors(entries(14_000, (n) => `"${n}":{"data_offsets":[0,0]}`)),
  ],
  "the same tensor 14,000 times": [
    "sound",
    safetensors(
      entries(14_000, () => '"t":{"data_offsets":[0,9]}'),
      9,
    ),
  ],
  "the same tensor at two places": [
    "damaged",
    safetensors('{"t":{"data_offsets":[0,1]},"t":{"data_offsets":[1,2]}}', 2),
  ],
  "tensors that overlap": ["damaged", safetensors(tensors([0, 8], [4, 12]), 12)],
  "a tensor in a tensor": ["damaged", safetensors(tensors([0, 12], [4, 8]), 12)],
  "a gap between tensors": ["damaged", safetensors(tensors([0, 4], [8, 12]), 12)],
  "a tensor that ends before it begins": ["damaged", safetensors(tensors([0, 8], [8, 2]), 8)],
  "a tensor that leaves the file": ["truncated", safetensors(tensors([0, 2 ** 50]), 12)],
  "a tensor that begins before the file": ["damaged", safetensors(tensors([-4, 8]), 8)],
  "places that are no whole numbers": ["damaged", safetensors(tensors([0, 1.5], [1.5, 3]), 3)],
  "places that are texts": ["damaged", safetensors(tensors(["0", "3"]), 3)],
  "a place beyond all numbers": ["damaged", safetensors('{"t":{"data_offsets":[0,1e999]}}', 3)],
  "a tensor of a prototype": ["truncated", safetensors('{"__proto__":{"data_offsets":[0,5]}}', 3)],
  "metadata of a prototype": [
    "sound",
    safetensors('{"__metadata__":{"__proto__":{"status":"complete"}}}'),
  ],
};

/** JSON documents made to take much, with what they are called. */
export const DOCUMENTS: Readonly<Record<string, Verdict>> = {
  "250,000 nested lists": ["truncated", Buffer.from("[".repeat(250_000))],
  "120,000 nested lists, closed": ["sound", Buffer.from("[".repeat(120_000) + "]".repeat(120_000))],
  "50,000 nested objects": ["truncated", Buffer.from('{"a":'.repeat(50_000))],
  "a million nested objects": ["truncated", Buffer.from('{"a":'.repeat(1_000_000))],
  "a million lists, one after the other": ["unknown", Buffer.from("[]".repeat(1_000_000))],
  "a status written 15,000 times": ["sound", Buffer.from(entries(15_000, (n) => `"status":${n}`))],
  "a number of 200,000 digits": ["sound", Buffer.from(`[${"1".repeat(200_000)}]`)],
  "a text of 40,000 escapes": ["sound", Buffer.from(`{"status":"${"\\u0041".repeat(40_000)}"}`)],
  "200,000 blanks": ["sound", Buffer.from(`[${" ".repeat(200_000)}]`)],
  "a prototype": ["sound", Buffer.from('{"__proto__":{"status":"complete"}}')],
  "a long one that ends in keys without end": [
    "unknown",
    Buffer.from(`{"a":"${"b".repeat(300_000)}"${',"":1'.repeat(1638)}}x}`),
  ],
};
