import { compareText } from "../core/text.ts";
import { showValue, type PickledTuple } from "./pickle-values.ts";

/** Numbers that tensors share, as a pickle refers to them. */
export interface Storage {
  readonly key: string;
  readonly numbers: number;
  readonly numberBytes: number;
}

const COUNT_BYTES = 8;

/** Bytes in a file of the old layout, the count before it included. */
export function bytesOfStorage({ numbers, numberBytes }: Storage): number {
  return COUNT_BYTES + numbers * numberBytes;
}

/** Source: the storage classes of torch/storage.py and torch/__init__.py. */
const NUMBER_BYTES = new Map([
  ["DoubleStorage", 8],
  ["FloatStorage", 4],
  ["HalfStorage", 2],
  ["BFloat16Storage", 2],
  ["LongStorage", 8],
  ["IntStorage", 4],
  ["ShortStorage", 2],
  ["CharStorage", 1],
  ["ByteStorage", 1],
  ["BoolStorage", 1],
  ["ComplexDoubleStorage", 16],
  ["ComplexFloatStorage", 8],
  ["QUInt8Storage", 1],
  ["QInt8Storage", 1],
  ["QInt32Storage", 4],
  ["UntypedStorage", 1],
]);

/** The storages in the order of their keys, each once; `undefined` where one of them cannot be told. */
export function storagesOf(references: readonly PickledTuple[]): readonly Storage[] | undefined {
  const storages = new Map<string, Storage>();
  for (const { items } of references) {
    const [kind, type, key, , numbers] = items;
    if (kind?.kind !== "text") return undefined;
    // Modules are referred to as well, and have nothing outside of the pickle.
    if (kind.text !== "storage") continue;
    const numberBytes = type?.kind === "global" ? NUMBER_BYTES.get(type.name) : undefined;
    const amount = numbers?.kind === "scalar" ? Number(showValue(numbers)) : NaN;
    if (numberBytes === undefined || key?.kind !== "text") return undefined;
    if (!Number.isSafeInteger(amount) || amount < 0) return undefined;
    storages.set(key.text, { key: key.text, numbers: amount, numberBytes });
  }
  return [...storages.values()].sort((a, b) => compareText(a.key, b.key));
}
