import { compareText } from "../../core/text/text.ts";
import { valueText, type PickledTuple } from "../pickle/values.ts";

/** The numbers of one or more tensors, as a pickle refers to them. */
export interface Storage {
  readonly key: string;
  /** Their count. */
  readonly numbers: number;
  /** The size of one of them. */
  readonly numberBytes: number;
}

const COUNT_BYTES = 8;

/** The size of a storage in a file from before PyTorch 1.6, with the count before it. */
export function bytesOfStorage({ numbers, numberBytes }: Storage): number {
  return COUNT_BYTES + numbers * numberBytes;
}

/** The size of a number in each class of storages. Source: torch/storage.py and torch/__init__.py. */
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

/** The storages in the order of their keys, each once; `undefined` where the class or the count of one is unknown. */
export function storagesOf(references: readonly PickledTuple[]): readonly Storage[] | undefined {
  const storages = new Map<string, Storage>();
  for (const { items } of references) {
    const [kind, type, key, , numbers] = items;
    if (kind?.kind !== "text") return undefined;
    // A reference to a module has no content outside the pickle.
    if (kind.text !== "storage") continue;
    const numberBytes = type?.kind === "global" ? NUMBER_BYTES.get(type.name) : undefined;
    const amount = numbers?.kind === "scalar" ? Number(valueText(numbers)) : NaN;
    if (numberBytes === undefined || key?.kind !== "text") return undefined;
    if (!Number.isSafeInteger(amount) || amount < 0) return undefined;
    storages.set(key.text, { key: key.text, numbers: amount, numberBytes });
  }
  return [...storages.values()].sort((a, b) => compareText(a.key, b.key));
}
