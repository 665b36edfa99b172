export type NumberKind = "signed" | "unsigned" | "float";

/**
 * The text of a number of 1, 2, 4 or 8 bytes (a float: 4 or 8) as Python prints it: a whole float keeps its `.0`.
 * `undefined` for any other size.
 */
export function numberText(
  bytes: Uint8Array,
  kind: NumberKind,
  isBigEndian = false,
): string | undefined {
  if (kind === "float") return floatText(bytes, !isBigEndian);
  if (![1, 2, 4, 8].includes(bytes.length)) return undefined;
  const digits = isBigEndian ? [...bytes] : [...bytes].reverse();
  const value = digits.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  return String(kind === "signed" ? BigInt.asIntN(bytes.length * 8, value) : value);
}

function floatText(bytes: Uint8Array, isLittleEndian: boolean): string | undefined {
  if (bytes.length !== 4 && bytes.length !== 8) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const value =
    bytes.length === 4 ? view.getFloat32(0, isLittleEndian) : view.getFloat64(0, isLittleEndian);
  return Number.isInteger(value) ? value.toFixed(1) : String(value);
}
