/** Does `bytes` hold `pattern` at the place `at`? */
export function hasAt(bytes: Uint8Array, at: number, pattern: readonly number[]): boolean {
  return pattern.every((byte, place) => bytes[at + place] === byte);
}

/** The last place of `pattern` at or before `from`; -1 where there is none. */
export function lastPlaceOf(bytes: Uint8Array, pattern: readonly number[], from: number): number {
  let at = from;
  while (at >= 0 && !hasAt(bytes, at, pattern)) at -= 1;
  return at;
}

/** A number in little-endian order. Here and below, bytes behind the end count as 0. */
export function uint16(bytes: Uint8Array, at: number): number {
  return byteAt(bytes, at) + byteAt(bytes, at + 1) * 0x100;
}

export function uint32(bytes: Uint8Array, at: number): number {
  return uint16(bytes, at) + uint16(bytes, at + 2) * 0x10000;
}

/** Exact up to 2^53, more than any file has bytes; a larger number is only known to be larger. */
export function uint64(bytes: Uint8Array, at: number): number {
  return uint32(bytes, at) + uint32(bytes, at + 4) * 0x1_0000_0000;
}

/** All of `bytes` as one number in little-endian order, as exact as `uint64`. */
export function uintOf(bytes: Uint8Array): number {
  return bytes.reduceRight((sum, byte) => sum * 0x100 + byte, 0);
}

export function byteAt(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}

export function isAllZero(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0);
}

/** `bytes` up to the last byte that is not `padding`. */
export function withoutPadding(bytes: Uint8Array, padding = 0): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === padding) end -= 1;
  return bytes.subarray(0, end);
}

const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** Decodes UTF-8; each invalid byte becomes U+FFFD. */
export function textOf(bytes: Uint8Array): string {
  return utf8.decode(bytes);
}
