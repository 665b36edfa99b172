import type { Reader } from "../../files/disk.ts";
import type { FileFormat } from "../format.ts";
import type { FieldNames, Findings } from "../inspection.ts";
import { PROTOCOL, readPickleAt, type PickleFault, type PickleInRow } from "../pickle/pickle.ts";
import { fieldsOf, valueText } from "../pickle/values.ts";
import { uint64 } from "../shared/bytes.ts";
import type { Fields } from "../shared/fields.ts";
import { damaged, faultOfSize, truncated, unknown, withFields } from "../shared/findings.ts";
import { soundUnlessZeroTail } from "../shared/zeros.ts";
import { bytesOfStorage, storagesOf, type Storage } from "./storages.ts";

/** The magic number as it is pickled. */
const MAGIC = [
  0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, 0x2e,
] as const;
/** It follows two bytes in protocols 2 and 3, and eleven in later ones. */
const MAGIC_PLACES = [2, 11] as const;

/**
 * A file of `torch.save` before PyTorch 1.6, which later versions still write on request. It holds five pickles: a
 * magic number, a protocol, facts about the machine, the saved object, and the keys of its storages. The storages
 * follow in the order of their keys, each behind the count of its numbers. The fields are entries of the saved dict.
 * Source: `_legacy_save` in torch/serialization.py.
 */
export const pytorchLegacy: FileFormat = {
  kind: "file",
  name: "pytorch-legacy",
  signs: MAGIC_PLACES.map((at) => ({
    magic: { bytes: MAGIC, at },
    holds: (head) => head[0] === PROTOCOL,
  })),
  inspect: inspectLegacy,
};

/** The first length holds the pickles of most files, the second those of models of some thousand tensors. */
const PICKLE_BYTES = [64 * 1024, 512 * 1024] as const;

function inspectLegacy(reader: Reader, names: FieldNames): Findings {
  for (const length of PICKLE_BYTES) {
    const pickles = readPickles(reader.read(0, length), names);
    if (pickles.kind === "newer") return unknown("it is pickled in a newer protocol");
    if (pickles.kind === "broken") return damaged("its pickles are not whole");
    if (pickles.kind === "pickles") return inspectStorages(reader, pickles, names);
    if (length >= reader.sizeBytes) return truncated("it ends inside of its pickles");
  }
  return unknown("its pickles are too long to be read");
}

interface Pickles {
  readonly kind: "pickles";
  readonly protocol: string;
  readonly fields: Fields;
  /** `undefined` where the size of one of them is unknown. */
  readonly storages: readonly Storage[] | undefined;
  /** The place where the storages begin. */
  readonly end: number;
}

function readPickles(
  bytes: Uint8Array,
  names: FieldNames,
): Pickles | PickleFault | { readonly kind: "cut" } {
  const pickles: PickleInRow[] = [];
  let end = 0;
  while (pickles.length < 5) {
    const pickle = readPickleAt(bytes, end, names);
    if (pickle.kind !== "pickle") return pickle;
    pickles.push(pickle);
    end = pickle.end;
  }
  const [, protocol, , saved] = pickles;
  return {
    kind: "pickles",
    protocol: protocol?.value === undefined ? "" : valueText(protocol.value),
    fields: fieldsOf(saved?.value),
    storages: storagesOf(saved?.references ?? []),
    end,
  };
}

const PROTOCOL_NUMBER = "1001";

function inspectStorages(
  reader: Reader,
  { protocol, fields, storages, end }: Pickles,
  names: FieldNames,
): Findings {
  if (protocol !== PROTOCOL_NUMBER) return unknown("its protocol is not known here");
  return withFields(findingsOnStorages(reader, storages, end), fields, names);
}

function findingsOnStorages(
  reader: Reader,
  storages: readonly Storage[] | undefined,
  start: number,
): Findings {
  if (storages === undefined) return unknown("the size of its tensors cannot be told");
  const size = storages.reduce((sum, storage) => sum + bytesOfStorage(storage), 0);
  const fault = faultOfSize(reader.sizeBytes, start + size);
  if (fault !== undefined) return fault;
  if (!areInPlace(reader, storages, start)) return damaged("its tensors are not in their places");
  return soundUnlessZeroTail(reader, start);
}

const PROBED_STORAGES = 8;

/** Do up to 8 storages, from the first to the last, begin with the count of their numbers? */
function areInPlace(reader: Reader, storages: readonly Storage[], start: number): boolean {
  const step = Math.ceil(storages.length / PROBED_STORAGES);
  let at = start;
  for (const [place, storage] of storages.entries()) {
    const isProbed = place % step === 0 || place === storages.length - 1;
    if (isProbed && uint64(reader.read(at, 8), 0) !== storage.numbers) return false;
    at += bytesOfStorage(storage);
  }
  return true;
}
