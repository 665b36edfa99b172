import type { Reader } from "../files/disk.ts";
import { hasAt, uint64 } from "./bytes.ts";
import type { Fields } from "./fields.ts";
import type { Beginning, FieldNames, Findings, Format } from "./inspection.ts";
import { fieldsOf, readPickleAt, type PickleFault, type PickleInRow } from "./pickle.ts";
import { showValue } from "./pickle-values.ts";
import { bytesOfStorage, storagesOf, type Storage } from "./pytorch-storages.ts";
import { hasZeroTail, ZERO_TAIL } from "./tail-probe.ts";
import { damaged, faultOfSize, truncated, unknown, withFields } from "./verdicts.ts";

/**
 * What `torch.save` wrote before PyTorch 1.6, and still does where it is told to: five pickles, which are a magic
 * number, a protocol, facts about the machine, the saved object and the keys of its storages, and then the storages
 * in the order of their keys, each behind the count of its numbers. The fields are entries of the saved dict.
 * Source: `_legacy_save` in torch/serialization.py.
 */
export const pytorchLegacy: Format = { name: "pytorch-legacy", fits, inspect };

/** The magic number in its pickle, behind the two bytes of protocols 2 and 3 or the eleven of later ones. */
const MAGIC = [
  0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, 0x2e,
] as const;
const MAGIC_PLACES = [2, 11] as const;

function fits({ head }: Beginning): boolean {
  return head[0] === 0x80 && MAGIC_PLACES.some((place) => hasAt(head, place, MAGIC));
}

/** Most files name their tensors in the first; the second is for models of some thousand tensors. */
const PIECES = [64 * 1024, 512 * 1024] as const;

function inspect(reader: Reader, names: FieldNames): Findings {
  for (const length of PIECES) {
    const pickles = readPickles(reader.read(0, length), names);
    if (pickles === "newer") return unknown("it is pickled in a newer protocol");
    if (pickles === "broken") return damaged("its pickles are not whole");
    if (pickles !== "cut") return inspectStorages(reader, pickles, names);
    if (length >= reader.sizeBytes) return truncated("it ends inside of its pickles");
  }
  return unknown("its pickles are too long to be read");
}

interface Pickles {
  readonly protocol: string;
  readonly fields: Fields;
  /** `undefined` where one of them cannot be told. */
  readonly storages: readonly Storage[] | undefined;
  /** Where the storages begin. */
  readonly end: number;
}

function readPickles(bytes: Uint8Array, names: FieldNames): Pickles | PickleFault | "cut" {
  const pickles: PickleInRow[] = [];
  let end = 0;
  while (pickles.length < 5) {
    const pickle = readPickleAt(bytes, end, names);
    if (typeof pickle === "string") return pickle;
    pickles.push(pickle);
    end = pickle.end;
  }
  const [, protocol, , saved] = pickles;
  return {
    protocol: protocol?.value === undefined ? "" : showValue(protocol.value),
    fields: fieldsOf(saved?.value),
    storages: storagesOf(saved?.references ?? []),
    end,
  };
}

const PROTOCOL = "1001";

function inspectStorages(
  reader: Reader,
  { protocol, fields, storages, end }: Pickles,
  names: FieldNames,
): Findings {
  if (protocol !== PROTOCOL) return unknown("its protocol is not known here");
  return withFields(
    faultOfStorages(reader, storages, end) ?? { structure: "sound" },
    fields,
    names,
  );
}

function faultOfStorages(
  reader: Reader,
  storages: readonly Storage[] | undefined,
  start: number,
): Findings | undefined {
  if (storages === undefined) return unknown("the size of its tensors cannot be told");
  const size = storages.reduce((sum, storage) => sum + bytesOfStorage(storage), 0);
  const fault = faultOfSize(reader.sizeBytes, start + size);
  if (fault !== undefined) return fault;
  if (!areInPlace(reader, storages, start)) return damaged("its tensors are not in their places");
  // Zeros are a legal end of a tensor, so they are a doubt and no proof.
  return hasZeroTail(reader, start) ? unknown(ZERO_TAIL) : undefined;
}

const PROBED_STORAGES = 8;

/** Up to 8 storages, from the first to the last, must begin with the count of their numbers. */
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
