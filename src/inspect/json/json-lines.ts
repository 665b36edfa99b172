import type { Reader } from "../../files/disk.ts";
import type { FileFormat } from "../format.ts";
import type { FieldNames, Findings } from "../inspection.ts";
import { textOf } from "../shared/bytes.ts";
import type { Fields } from "../shared/fields.ts";
import { damaged, SOUND, truncated, unknown, withFields } from "../shared/findings.ts";
import { scanJson } from "./scan.ts";
import { skipBlanks, tokenAt } from "./tokens.ts";

/**
 * JSON Lines: one JSON value a line, in a file named `.jsonl` or `.ndjson`. Only the first and the last line are read;
 * the fields are those of the last line, if it is an object.
 * Source: https://jsonlines.org.
 */
export const jsonLines: FileFormat = {
  kind: "file",
  name: "jsonl",
  signs: [{ endings: [".jsonl", ".ndjson"] }],
  inspect: inspectJsonLines,
};

const HEAD_BYTES = 16 * 1024;
/** The lengths of the pieces of the end that are tried, until the last line begins inside of one. */
const TAIL_BYTES = [8 * 1024, 64 * 1024, 512 * 1024];
const NEWLINE = 0x0a;

function inspectJsonLines(reader: Reader, names: FieldNames): Findings {
  const last = findLastLine(reader);
  if (last === "long") return unknown("its last line is too long to be read");
  if (last === undefined) return unknown("it holds only blank lines");
  if (last.includes(0)) return damaged("it ends in bytes that are no text");
  const line = readLine(textOf(last), names);
  if (line.ended === "cut") return truncated("its last line ends before its value does");
  if (line.ended === "broken") return damaged("its last line is no JSON");
  if (isFirstLineBroken(reader, names)) return damaged("its first line is no JSON");
  // A number that was cut is still a number.
  const isEnded = last.at(-1) === NEWLINE;
  const findings = isEnded ? SOUND : unknown("no end of line follows its last line");
  return withFields(findings, line.fields, names);
}

/** The last line that is not blank, with its line end; `undefined` where there is none. */
function findLastLine(reader: Reader): Uint8Array | "long" | undefined {
  const { sizeBytes } = reader;
  for (const length of TAIL_BYTES) {
    const start = Math.max(0, sizeBytes - length);
    const tail = reader.read(start, length);
    const end = tail.findLastIndex((byte) => !isBlank(byte)) + 1;
    const before = end === 0 ? -1 : tail.lastIndexOf(NEWLINE, end - 1);
    if (before === -1 && start > 0) continue;
    return end === 0 ? undefined : tail.subarray(before + 1, endOfLine(tail, end));
  }
  return "long";
}

function endOfLine(tail: Uint8Array, end: number): number {
  const newline = tail.indexOf(NEWLINE, end);
  return newline === -1 ? tail.length : newline + 1;
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === NEWLINE || byte === 0x0d || byte === 0x09;
}

/** A first line that is longer than 16 KB is not judged. */
function isFirstLineBroken(reader: Reader, names: FieldNames): boolean {
  const head = reader.read(0, HEAD_BYTES);
  const end = head.indexOf(NEWLINE);
  if (end === -1) return false;
  const text = textOf(head.subarray(0, end));
  return text.trim() !== "" && readLine(text, names).ended !== "whole";
}

interface Line {
  readonly ended: "whole" | "cut" | "broken";
  readonly fields: Fields;
}

function readLine(line: string, names: FieldNames): Line {
  const start = skipBlanks(line, line.startsWith("\uFEFF") ? 1 : 0);
  const isNested = line[start] === "{" || line[start] === "[";
  const { ended, at, fields } = isNested ? scanJson(line, names, start) : scanScalar(line, start);
  const hasMore = ended === "whole" && skipBlanks(line, at) < line.length;
  return { ended: hasMore ? "broken" : ended, fields };
}

function scanScalar(line: string, start: number): Line & { readonly at: number } {
  const fields: Fields = new Map();
  // The blank is needed because a number at the very end of a text counts as cut.
  const token = tokenAt(`${line} `, start);
  if (typeof token === "string") return { ended: token, at: start, fields };
  const isValue = token.kind === "text" || token.kind === "scalar";
  return { ended: isValue ? "whole" : "broken", at: token.end, fields };
}
