import { crc32 } from "node:zlib";
import { uint32, uint64 } from "../../helpers/pickle.ts";

/** One entry of a zip: what its content is, and what is said of it where that is something else. */
export interface ForgedEntry {
  readonly name: string;
  readonly content?: Uint8Array;
  /** 0 is stored, 8 deflated. */
  readonly method?: number;
  readonly flags?: number;
  /** What the local header says of the name's length. */
  readonly nameLength?: number;
  readonly storedBytes?: number;
  readonly unpackedBytes?: number;
  /** Where the local header is said to lie. */
  readonly headerAt?: number;
  /** The numbers of a ZIP64 field; those that it holds are not in the entry itself. */
  readonly zip64?: readonly bigint[];
}

/** What the end records say, where it is not true. */
export interface ForgedEnd {
  readonly count?: number;
  readonly directoryAt?: number;
  readonly directoryBytes?: number;
  readonly comment?: Uint8Array;
  /** What the ZIP64 records say; there are none where this is not given. */
  readonly zip64?: {
    readonly count?: bigint;
    readonly directoryAt?: bigint;
    readonly directoryBytes?: bigint;
    readonly end64At?: bigint;
    readonly recordBytes?: bigint;
  };
}

/** Says that a number stands in the ZIP64 field. */
export const IN_ZIP64 = 0xffff_ffff;

/** A zip in which nothing has to fit together. Source: PKWARE APPNOTE.TXT 6.3.10, section 4.3. */
export function forgedZip(entries: readonly ForgedEntry[], end: ForgedEnd = {}): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const content = entry.content ?? new Uint8Array();
    directory.push(directoryEntry(entry, at));
    const local = entry.headerAt === undefined ? [localHeader(entry), Buffer.from(content)] : [];
    for (const part of local) at += part.length;
    parts.push(...local);
  }
  const lines = Buffer.concat(directory);
  return Buffer.concat([...parts, lines, ...endRecords({ at, lines, count: entries.length }, end)]);
}

function localHeader(entry: ForgedEntry): Buffer {
  const header = Buffer.alloc(30);
  header.write("PK\x03\x04", "latin1");
  header.writeUInt16LE(entry.flags ?? 0, 6);
  header.writeUInt16LE(entry.method ?? 0, 8);
  header.writeUInt16LE(entry.nameLength ?? Buffer.byteLength(entry.name), 26);
  return Buffer.concat([header, Buffer.from(entry.name)]);
}

function directoryEntry(entry: ForgedEntry, at: number): Buffer {
  const { name, content = new Uint8Array(), method = 0, flags = 0, zip64 = [] } = entry;
  const extra =
    zip64.length === 0
      ? Buffer.alloc(0)
      : Buffer.concat([Buffer.from([1, 0, zip64.length * 8, 0]), ...zip64.map(bigUint64)]);
  const line = Buffer.alloc(46);
  line.write("PK\x01\x02", "latin1");
  line.writeUInt16LE(flags, 8);
  line.writeUInt16LE(method, 10);
  line.writeUInt32LE(method === 0 ? crc32(content) : 0, 16);
  line.writeUInt32LE(entry.storedBytes ?? content.length, 20);
  line.writeUInt32LE(entry.unpackedBytes ?? content.length, 24);
  line.writeUInt16LE(Buffer.byteLength(name), 28);
  line.writeUInt16LE(extra.length, 30);
  line.writeUInt32LE(entry.headerAt ?? at, 42);
  return Buffer.concat([line, Buffer.from(name), extra]);
}

interface Directory {
  readonly at: number;
  readonly lines: Buffer;
  readonly count: number;
}

function endRecords({ at, lines, count }: Directory, end: ForgedEnd): readonly Buffer[] {
  const comment = Buffer.from(end.comment ?? "");
  const record = Buffer.alloc(22);
  record.write("PK\x05\x06", "latin1");
  record.writeUInt16LE(Math.min(end.count ?? count, 0xffff), 10);
  record.writeUInt32LE(end.directoryBytes ?? lines.length, 12);
  record.writeUInt32LE(end.directoryAt ?? at, 16);
  record.writeUInt16LE(comment.length, 20);
  if (end.zip64 === undefined) return [record, comment];
  const { zip64 } = end;
  const end64 = Buffer.concat([
    Buffer.from("PK\x06\x06", "latin1"),
    bigUint64(zip64.recordBytes ?? 44n),
    Buffer.alloc(12),
    bigUint64(zip64.count ?? BigInt(count)),
    bigUint64(zip64.count ?? BigInt(count)),
    bigUint64(zip64.directoryBytes ?? BigInt(lines.length)),
    bigUint64(zip64.directoryAt ?? BigInt(at)),
  ]);
  const locator = Buffer.concat([
    Buffer.from("PK\x06\x07", "latin1"),
    uint32(0),
    bigUint64(zip64.end64At ?? BigInt(at + lines.length)),
    uint32(1),
  ]);
  return [end64, locator, record, comment];
}

function bigUint64(value: bigint): Buffer {
  const bytes = uint64(0);
  bytes.writeBigUInt64LE(value);
  return bytes;
}
