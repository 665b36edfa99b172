/** What the small pickler below can write. Records become dicts, arrays lists, whole numbers ints. */
export type Picklable =
  | string
  | number
  | bigint
  | boolean
  | null
  | Raw
  | readonly Picklable[]
  | ReadonlyMap<Picklable, Picklable>
  | { readonly [key: string]: Picklable };

/** Latin-1 text, one byte, or bytes. */
export type Part = string | number | Uint8Array;

/** Operations as they stand, for what has no JavaScript value. */
export class Raw {
  readonly bytes: Buffer;
  constructor(...parts: readonly Part[]) {
    this.bytes = Buffer.concat(
      parts.map((part) =>
        typeof part === "string"
          ? Buffer.from(part, "latin1")
          : typeof part === "number"
            ? Buffer.from([part])
            : part,
      ),
    );
  }
}

export interface PickleOptions {
  /** 2 as `torch.save` writes by default, or 4. */
  readonly protocol?: 2 | 4;
  /** Equal texts are one object, as constants of one Python module are. */
  readonly shared?: boolean;
}

/** A pickle of `value` in the operations and batches that CPython's pickler writes. */
export function pickle(value: Picklable, options: PickleOptions = {}): Buffer {
  const { protocol = 2, shared = false } = options;
  const writer: Writer = { parts: [], memo: new Map(), size: 0, protocol, shared };
  write(writer, value);
  writer.parts.push(Buffer.from("."));
  const body = Buffer.concat(writer.parts);
  if (protocol === 2) return Buffer.concat([Buffer.from([0x80, 2]), body]);
  return Buffer.concat([Buffer.from([0x80, 4, 0x95]), uint64(body.length), body]);
}

/** The reduced tensor that `torch.save` writes for a one-dimensional float tensor in `data/<key>`. */
export function tensor(key: number, length: number): Raw {
  return new Raw(
    "ctorch._utils\n_rebuild_tensor_v2\n((",
    text("storage"),
    "ctorch\nFloatStorage\n",
    text(String(key)),
    text("cpu"),
    int(length),
    "tQ",
    int(0),
    int(length),
    0x85,
    int(1),
    0x85,
    0x89,
    "ccollections\nOrderedDict\n)RtR",
  );
}

/** A text without a place in the memo. */
export function text(value: string): Buffer {
  return new Raw("X", uint32(Buffer.byteLength(value)), Buffer.from(value)).bytes;
}

function int(value: number): Buffer {
  return new Raw("J", uint32(value)).bytes;
}

/** A float, also where it is whole. */
export function float(value: number): Raw {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return new Raw("G", bytes);
}

export function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

export function uint64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

interface Writer {
  readonly parts: Buffer[];
  readonly memo: Map<string, number>;
  readonly protocol: 2 | 4;
  readonly shared: boolean;
  size: number;
}

function put(writer: Writer, ...parts: readonly Part[]): void {
  writer.parts.push(new Raw(...parts).bytes);
}

function write(writer: Writer, value: Picklable): void {
  if (value === null) return put(writer, "N");
  if (typeof value === "boolean") return put(writer, value ? 0x88 : 0x89);
  if (typeof value === "number" || typeof value === "bigint") return writeNumber(writer, value);
  if (typeof value === "string") return writeText(writer, value);
  if (value instanceof Raw) return put(writer, value.bytes);
  if (isList(value)) return writeList(writer, value);
  return writeDict(writer, value instanceof Map ? [...value] : Object.entries(value));
}

function isList(value: Picklable): value is readonly Picklable[] {
  return Array.isArray(value);
}

function writeNumber(writer: Writer, value: number | bigint): void {
  if (typeof value === "bigint") {
    const bytes = Buffer.alloc(9);
    bytes.writeBigInt64LE(value);
    bytes[8] = value < 0n ? 0xff : 0;
    return put(writer, 0x8a, 9, bytes);
  }
  if (!Number.isInteger(value)) return put(writer, float(value).bytes);
  if (value >= 0 && value < 0x100) return put(writer, "K", value);
  if (value >= 0 && value < 0x10000) return put(writer, "M", value & 0xff, value >> 8);
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  put(writer, "J", bytes);
}

function writeText(writer: Writer, value: string): void {
  const known = writer.shared ? writer.memo.get(value) : undefined;
  if (known !== undefined)
    return known < 256 ? put(writer, "h", known) : put(writer, "j", uint32(known));
  writer.memo.set(value, writer.size);
  const bytes = Buffer.from(value);
  if (writer.protocol === 4 && bytes.length < 256) put(writer, 0x8c, bytes.length, bytes);
  else put(writer, "X", uint32(bytes.length), bytes);
  memoize(writer);
}

function writeList(writer: Writer, values: readonly Picklable[]): void {
  put(writer, "]");
  memoize(writer);
  for (const batch of batchesOf(values)) {
    if (batch.length > 1) put(writer, "(");
    for (const value of batch) write(writer, value);
    put(writer, batch.length > 1 ? "e" : "a");
  }
}

function writeDict(writer: Writer, entries: readonly (readonly [Picklable, Picklable])[]): void {
  put(writer, "}");
  memoize(writer);
  for (const batch of batchesOf(entries)) {
    if (batch.length > 1) put(writer, "(");
    for (const [key, value] of batch) {
      write(writer, key);
      write(writer, value);
    }
    put(writer, batch.length > 1 ? "u" : "s");
  }
}

function batchesOf<T>(values: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(values.length / 1000) }, (_, batch) =>
    values.slice(batch * 1000, (batch + 1) * 1000),
  );
}

function memoize(writer: Writer): void {
  const place = writer.size++;
  if (writer.protocol === 4) put(writer, 0x94);
  else if (place < 256) put(writer, "q", place);
  else put(writer, "r", uint32(place));
}
