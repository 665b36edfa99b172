import { isUtf8 } from "node:buffer";
import type { Disk } from "./disk.ts";

/**
 * At most `maxBytes` bytes of a file as text, without a byte order mark; `undefined` where there is no such file.
 * @throws {Error} that names the first byte that is not UTF-8: text that was guessed is other text.
 */
export function readUtf8(disk: Disk, path: string, maxBytes: number): string | undefined {
  if (disk.stat(path) === undefined) return undefined;
  const reader = disk.open(path);
  try {
    const bytes = reader.read(0, Math.min(maxBytes, reader.sizeBytes));
    // A pipe or a device without data is not an empty file: this read refuses it.
    if (bytes.length === 0) return disk.readText(path, maxBytes);
    if (!isUtf8(bytes)) throw new Error(sayFault(bytes, bytes.length === reader.sizeBytes));
    return new TextDecoder("utf-8").decode(bytes);
  } finally {
    reader.close();
  }
}

function sayFault(bytes: Uint8Array, isWhole: boolean): string {
  if (!isWhole) return "it is too large";
  const offset = validBytes(bytes);
  const byte = (bytes[offset] ?? 0).toString(16).padStart(2, "0");
  const isWide =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const hint = isWide ? "It looks like UTF-16: save it as UTF-8." : "Save it as UTF-8.";
  return `it is not UTF-8: the byte at offset ${offset} is 0x${byte}. ${hint}`;
}

/** The length of the longest beginning that is UTF-8: halved until one character is left. */
function validBytes(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2);
    if (isUtf8(bytes.subarray(0, startOfCharacter(bytes, middle)))) low = middle;
    else high = middle;
  }
  return isUtf8(bytes.subarray(0, low)) ? low : startOfCharacter(bytes, low);
}

/** The place at or before `place` where a character begins, so that none is cut. */
function startOfCharacter(bytes: Uint8Array, place: number): number {
  let at = place;
  while (at > 0 && place - at < 3 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at -= 1;
  return at;
}
