import { forgedZip, IN_ZIP64, type ForgedEntry } from "./forged-zip.ts";
import { pickle } from "../../helpers/pickle.ts";

const PICKLE: ForgedEntry = {
  name: "archive/data.pkl",
  content: pickle({ status: "complete" }),
};
const VERSION: ForgedEntry = { name: "archive/version", content: Buffer.from("3\n") };
const GOOD = [PICKLE, VERSION];
const pickleBytes = PICKLE.content?.length ?? 0;

/** The end record of a zip. */
const endOf = (zip: Buffer): Buffer => zip.subarray(zip.lastIndexOf("PK\x05\x06"));

/** PyTorch files whose zip lies: each must be called damaged. */
export const LYING_ZIPS: Readonly<Record<string, Buffer>> = {
  "entries that lie one in the other": forgedZip([
    PICKLE,
    ...Array.from({ length: 200 }, (_, n) => ({ ...PICKLE, name: `archive/${n}`, headerAt: 0 })),
    VERSION,
  ]),
  "entries that lie one in the other, 300,000 of them": forgedZip([
    PICKLE,
    ...Array.from({ length: 300_000 }, (_, n) => ({
      ...PICKLE,
      name: `archive/${n}`,
      headerAt: 0,
    })),
    VERSION,
  ]),
  "an entry whose data reaches into the next": forgedZip([
    { ...PICKLE, storedBytes: pickleBytes + 10 },
    VERSION,
  ]),
  "a million entries where two are": forgedZip(GOOD, { zip64: { count: 1_000_000n } }),
  "2^64 - 1 entries": forgedZip(GOOD, { zip64: { count: 2n ** 64n - 1n } }),
  "65,535 entries": forgedZip(GOOD, { count: 0xffff }),
  "no entry where two are": forgedZip(GOOD, { count: 0 }),
  "a directory behind the file": forgedZip(GOOD, { directoryAt: 0x7fff_ffff }),
  "a directory of 4 GB": forgedZip(GOOD, { directoryBytes: 0xffff_fffe }),
  "a directory that begins before the file": forgedZip(GOOD, {
    zip64: { directoryAt: 2n ** 64n - 100n, directoryBytes: 100n },
  }),
  "a directory of 16 EB": forgedZip(GOOD, { zip64: { directoryBytes: 2n ** 64n - 1n } }),
  "a ZIP64 end behind the file": forgedZip(GOOD, { zip64: { end64At: 2n ** 63n } }),
  "a ZIP64 end of 16 EB": forgedZip(GOOD, { zip64: { recordBytes: 2n ** 64n - 1n } }),
  "an entry behind the file": forgedZip([PICKLE, { ...VERSION, headerAt: 0x7fff_0000 }]),
  "an entry of 4 GB": forgedZip([{ ...PICKLE, storedBytes: 0xffff_fffe }, VERSION]),
  "an entry of 16 EB by ZIP64": forgedZip([
    {
      ...PICKLE,
      storedBytes: IN_ZIP64,
      unpackedBytes: IN_ZIP64,
      zip64: [2n ** 64n - 1n, 2n ** 64n - 1n],
    },
    VERSION,
  ]),
  "an entry without the ZIP64 field that it names": forgedZip([
    { ...PICKLE, storedBytes: IN_ZIP64 },
    VERSION,
  ]),
  "a name of 64 KB in its local header": forgedZip([{ ...PICKLE, nameLength: 0xffff }, VERSION]),
  "a name of 30 KB that asks for much": forgedZip([
    PICKLE,
    { name: `::error::\u001b[2J##[error]|<b>${"x".repeat(30_000)}`, headerAt: 0x7fff_0000 },
  ]),
  "an end in the comment of the end": forgedZip(GOOD, {
    comment: endOf(forgedZip([VERSION])),
  }),
  "300 ends in the comment of the end": forgedZip(GOOD, {
    comment: Buffer.concat(Array.from({ length: 300 }, () => endOf(forgedZip([])))),
  }),
  "a whole zip in the comment of the end": forgedZip([], { comment: forgedZip(GOOD) }),
};
