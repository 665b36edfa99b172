import { byteAt, textOf, withoutPadding } from "../shared/bytes.ts";
import { OBJECT } from "../shared/fields.ts";
import { numberText, type NumberKind } from "../shared/numbers.ts";
import { readNpyHeader } from "./npy-header.ts";

/** The text of the one value of an array without dimensions; `undefined` where it cannot be read. */
export function readNpyValue(bytes: Uint8Array): string | undefined {
  const header = readNpyHeader({
    sizeBytes: bytes.length,
    read: (offset, length) => bytes.subarray(offset, offset + length),
    close: () => undefined,
  });
  if (header.kind === "fault") return undefined;
  if (header.shape.length > 0 || typeof header.type !== "string") return OBJECT;
  if (header.dataAt + (header.dataBytes ?? 0) !== bytes.length) return undefined;
  return valueText(header.type, bytes.subarray(header.dataAt));
}

const KINDS = new Map<string, NumberKind>([
  ["i", "signed"],
  ["u", "unsigned"],
  ["f", "float"],
]);

function valueText(type: string, data: Uint8Array): string | undefined {
  const [, order, kind = ""] = /^([<>|=])(\w)/.exec(type) ?? [];
  const isBig = order === ">";
  if (kind === "S") return textOf(withoutPadding(data));
  if (kind === "U") return textOfUtf32(data, isBig);
  if (kind === "b") return byteAt(data, 0) === 0 ? "false" : "true";
  const number = KINDS.get(kind);
  return number === undefined ? undefined : numberText(data, number, isBig);
}

function textOfUtf32(bytes: Uint8Array, isBig: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const letters: string[] = [];
  for (let at = 0; at < bytes.length; at += 4) {
    const code = view.getUint32(at, !isBig);
    letters.push(code > 0x10_ffff ? "\ufffd" : String.fromCodePoint(code));
  }
  while (letters.at(-1) === "\0") letters.pop();
  return letters.join("");
}
