import { WalkEnd, type Cursor } from "../shared/cursor.ts";
import { readText, readUint32, readUint64 } from "./gguf-values.ts";
import { damaged, unknown } from "../shared/findings.ts";

/**
 * The count of numbers in a block and its size in bytes, by the code of the type.
 * Source: GGML_QUANT_SIZES in gguf-py/gguf/constants.py of llama.cpp.
 */
const BLOCKS = new Map<number, readonly [numbers: number, bytes: number]>([
  [0, [1, 4]],
  [1, [1, 2]],
  [2, [32, 18]],
  [3, [32, 20]],
  [6, [32, 22]],
  [7, [32, 24]],
  [8, [32, 34]],
  [9, [32, 40]],
  [10, [256, 84]],
  [11, [256, 110]],
  [12, [256, 144]],
  [13, [256, 176]],
  [14, [256, 210]],
  [15, [256, 292]],
  [16, [256, 66]],
  [17, [256, 74]],
  [18, [256, 98]],
  [19, [256, 50]],
  [20, [32, 18]],
  [21, [256, 110]],
  [22, [256, 82]],
  [23, [256, 136]],
  [24, [1, 1]],
  [25, [1, 2]],
  [26, [1, 4]],
  [27, [1, 8]],
  [28, [1, 8]],
  [29, [256, 56]],
  [30, [1, 2]],
  [34, [256, 54]],
  [35, [256, 66]],
  [39, [32, 17]],
  [40, [64, 36]],
  [41, [128, 18]],
]);

const MOST_DIMENSIONS = 4;

/**
 * Reads the list of tensors, and returns the place where the last one ends, counted from the first.
 * @throws WalkEnd where they do not follow one another, which every reader of the format demands.
 */
export function readTensors(cursor: Cursor, amount: number, alignment: number): number {
  let end = 0;
  for (let place = 0; place < amount; place += 1) {
    const name = readText(cursor);
    const bytes = readSize(cursor, name);
    if (readUint64(cursor) !== Math.ceil(end / alignment) * alignment)
      throw new WalkEnd(damaged(`its tensor ${name} does not follow the one before`));
    end = Math.ceil(end / alignment) * alignment + bytes;
  }
  return end;
}

function readSize(cursor: Cursor, name: string): number {
  const dimensions = readUint32(cursor);
  if (dimensions > MOST_DIMENSIONS)
    throw new WalkEnd(damaged(`its tensor ${name} has ${dimensions} dimensions`));
  let numbers = 1;
  for (let place = 0; place < dimensions; place += 1) numbers *= readUint64(cursor);
  const type = readUint32(cursor);
  const [blockNumbers, blockBytes] = BLOCKS.get(type) ?? [0, 0];
  if (blockNumbers === 0)
    throw new WalkEnd(unknown(`the size of its tensors of type ${type} is not known here`));
  return Math.ceil(numbers / blockNumbers) * blockBytes;
}
