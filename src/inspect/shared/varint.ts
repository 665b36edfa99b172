const LONGEST_VARINT = 10;

/**
 * Reads a number of seven bits a byte, lowest bits first, whose last byte has its highest bit clear. Exact up to 2^53.
 * `undefined` where it does not end within ten bytes, which is the most that 64 bits take.
 * Sources: https://protobuf.dev/programming-guides/encoding/ ("Base 128 Varints"); "Thrift compact protocol encoding".
 */
export function readVarint(nextByte: () => number): number | undefined {
  let value = 0;
  for (let place = 0; place < LONGEST_VARINT; place += 1) {
    const byte = nextByte();
    value += (byte & 0x7f) * 2 ** (7 * place);
    if (byte < 0x80) return value;
  }
  return undefined;
}

/** The signed number that a varint encodes with its sign in the lowest bit: 0, -1, 1, -2, … */
export function unzigzag(value: number): number {
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}
