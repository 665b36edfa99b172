import { closeSync, ftruncateSync, openSync, writeSync } from "node:fs";
import { crc32 } from "node:zlib";
import { uint32, uint64 } from "./pickle.ts";

/** An entry's content: bytes, or a hole of so many zeros. */
type Content = Uint8Array | number;

export interface TorchFile {
  /** The bytes of `data.pkl`. */
  readonly pickle: Uint8Array;
  /** `data/0`, `data/1`, … */
  readonly tensors?: readonly Content[];
  /** The folder of all entries: `archive` where PyTorch was given no name. */
  readonly prefix?: string;
  /** With `false` all checksums are 0. */
  readonly checksums?: boolean;
  /** With `false` there is no ZIP64 end, as other writers leave it out below 4 GB. */
  readonly zip64?: boolean;
}

/** A file as `torch.save` lays it out: stored entries in its order, aligned to 64 bytes, data descriptors, ZIP64 end. */
export function torchFile(file: TorchFile): Buffer {
  const { pieces, size } = layOut(file);
  const bytes = Buffer.alloc(size);
  for (const { at, content } of pieces) bytes.set(content, at);
  return bytes;
}

/** The same on disk, with holes where the content is a hole. */
export function writeTorchFile(path: string, file: TorchFile): void {
  const { pieces, size } = layOut(file);
  const fd = openSync(path, "w");
  try {
    ftruncateSync(fd, size);
    for (const { at, content } of pieces) writeSync(fd, content, 0, content.length, at);
  } finally {
    closeSync(fd);
  }
}

/** A zip of stored entries without anything of PyTorch. */
export function zipFile(entries: Readonly<Record<string, Uint8Array>>): Buffer {
  const layout = layOutZip(Object.entries(entries), { checksums: true, zip64: false });
  const bytes = Buffer.alloc(layout.size);
  for (const { at, content } of layout.pieces) bytes.set(content, at);
  return bytes;
}

interface Piece {
  readonly at: number;
  readonly content: Uint8Array;
}

interface Layout {
  readonly pieces: readonly Piece[];
  readonly size: number;
}

function layOut(file: TorchFile): Layout {
  const { prefix = "archive", tensors = [], checksums = true, zip64 = true } = file;
  const named: readonly (readonly [string, Content])[] = [
    ["data.pkl", file.pickle],
    [".format_version", Buffer.from("1")],
    [".storage_alignment", Buffer.from("64")],
    ["byteorder", Buffer.from("little")],
    ...tensors.map((content, place) => [`data/${place}`, content] as const),
    ["version", Buffer.from("3\n")],
    [".data/serialization_id", Buffer.from("0".repeat(40))],
  ];
  const entries = named.map(([name, content]) => [`${prefix}/${name}`, content] as const);
  return layOutZip(entries, { checksums, zip64 });
}

function layOutZip(
  entries: readonly (readonly [string, Content])[],
  { checksums, zip64 }: { readonly checksums: boolean; readonly zip64: boolean },
): Layout {
  const pieces: Piece[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of entries) {
    const size = typeof content === "number" ? content : content.length;
    const crc = checksums && typeof content !== "number" ? crc32(content) : 0;
    const header = localHeader(name, at);
    directory.push(directoryEntry({ name, size, crc, at }));
    pieces.push({ at, content: header });
    at += header.length;
    if (typeof content !== "number") pieces.push({ at, content });
    at += size;
    const descriptor = Buffer.concat([
      Buffer.from("PK\x07\x08"),
      uint32(crc),
      low(size),
      low(size),
    ]);
    pieces.push({ at, content: descriptor });
    at += descriptor.length;
  }
  const end = endRecords({ at, bytes: Buffer.concat(directory), count: entries.length, zip64 });
  return { pieces: [...pieces, { at, content: end }], size: at + end.length };
}

/** Padded by an extra field, so that the content begins at a multiple of 64. */
function localHeader(name: string, at: number): Buffer {
  const bare = 30 + name.length + 4;
  const padding = (64 - ((at + bare) % 64)) % 64;
  const header = Buffer.alloc(bare + padding);
  header.write("PK\x03\x04", "latin1");
  header.writeUInt16LE(0x0808, 6);
  header.writeUInt16LE(name.length, 26);
  header.writeUInt16LE(4 + padding, 28);
  header.write(name, 30);
  header.write("FB", 30 + name.length);
  header.writeUInt16LE(padding, 32 + name.length);
  return header;
}

interface EntryFacts {
  readonly name: string;
  readonly size: number;
  readonly crc: number;
  readonly at: number;
}

const MOST = 0xffff_ffff;

function directoryEntry({ name, size, crc, at }: EntryFacts): Buffer {
  const large = [...(size >= MOST ? [size, size] : []), ...(at >= MOST ? [at] : [])].map(uint64);
  const extra =
    large.length === 0
      ? Buffer.alloc(0)
      : Buffer.concat([Buffer.from([1, 0, large.length * 8, 0]), ...large]);
  const entry = Buffer.alloc(46);
  entry.write("PK\x01\x02", "latin1");
  entry.writeUInt16LE(0x0808, 8);
  entry.writeUInt32LE(crc, 16);
  entry.set(low(size), 20);
  entry.set(low(size), 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt16LE(extra.length, 30);
  entry.set(low(at), 42);
  return Buffer.concat([entry, Buffer.from(name), extra]);
}

interface DirectoryFacts {
  readonly at: number;
  readonly bytes: Buffer;
  readonly count: number;
  readonly zip64: boolean;
}

function endRecords({ at, bytes, count, zip64 }: DirectoryFacts): Buffer {
  const end64 = Buffer.concat([
    Buffer.from("PK\x06\x06"),
    uint64(44),
    Buffer.alloc(12),
    uint64(count),
    uint64(count),
    uint64(bytes.length),
    uint64(at),
  ]);
  const locator = Buffer.concat([
    Buffer.from("PK\x06\x07"),
    uint32(0),
    uint64(at + bytes.length),
    uint32(1),
  ]);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(Math.min(count, 0xffff), 8);
  end.writeUInt16LE(Math.min(count, 0xffff), 10);
  end.set(low(bytes.length), 12);
  end.set(low(at), 16);
  return Buffer.concat([bytes, ...(zip64 ? [end64, locator] : []), end]);
}

function low(value: number): Buffer {
  return uint32(Math.min(value, MOST));
}
