// The safetensors format: the header's length as an unsigned 64-bit number (little endian), the header as JSON, the
// tensors' bytes one after another. https://huggingface.co/docs/safetensors

/**
 * @typedef {object} Tensor
 * @property {string} name
 * @property {readonly number[]} shape
 * @property {readonly number[]} values Row by row; stored as float32.
 */

/**
 * The bytes of a safetensors file. The same tensors and metadata always give the same bytes.
 *
 * @param {readonly Tensor[]} tensors
 * @param {Readonly<Record<string, string>>} metadata The format allows text only.
 * @returns {Buffer}
 */
export function encodeSafetensors(tensors, metadata) {
  /** @type {Record<string, unknown>} */
  const header = { __metadata__: metadata };
  let end = 0;
  for (const { name, shape, values } of tensors) {
    const begin = end;
    end += values.length * 4;
    header[name] = { dtype: "F32", shape, data_offsets: [begin, end] };
  }
  const json = Buffer.from(JSON.stringify(header));
  // Blanks after the JSON let the data begin at a multiple of 8, as readers that map the file like it.
  const headerBytes = Math.ceil(json.length / 8) * 8;
  const file = Buffer.alloc(8 + headerBytes + end, " ");
  file.writeBigUInt64LE(BigInt(headerBytes));
  json.copy(file, 8);
  let offset = 8 + headerBytes;
  for (const value of tensors.flatMap(({ values }) => values)) {
    offset = file.writeFloatLE(value, offset);
  }
  return file;
}
