import type { Reader } from "../../files/disk.ts";
import type { FileFormat } from "../format.ts";
import type { FieldNames, Findings } from "../inspection.ts";
import { isAllZero, textOf } from "../shared/bytes.ts";
import type { Fields } from "../shared/fields.ts";
import { damaged, SOUND, truncated, unknown, withFields } from "../shared/findings.ts";
import { scanJson, scanRestOfObject, type JsonScan } from "./scan.ts";
import { skipBlanks } from "./tokens.ts";

/**
 * A JSON document: an object or an array in a file named `.json`. The fields are those of the outermost object.
 * Several documents in one file are not judged: any of them may be the last.
 * Source: RFC 8259.
 */
export const json: FileFormat = {
  kind: "file",
  name: "json",
  signs: [{ endings: [".json"], holds: beginsAsDocument }],
  inspect: inspectJson,
};

/** A file that begins in zeros is a document whose bytes never reached the disk. */
function beginsAsDocument(head: Uint8Array): boolean {
  return (head.length > 0 && isAllZero(head)) || /^\uFEFF?[ \t\r\n]*[{[]/.test(textOf(head));
}

const LONGEST_WHOLE = 256 * 1024;
const HEAD_BYTES = 32 * 1024;
const TAIL_BYTES = 8 * 1024;

function inspectJson(reader: Reader, names: FieldNames): Findings {
  const { sizeBytes } = reader;
  if (sizeBytes <= LONGEST_WHOLE) return inspectWhole(textOf(reader.read(0, sizeBytes)), names);
  const head = textOf(reader.read(0, HEAD_BYTES));
  const tail = textOf(reader.read(sizeBytes - TAIL_BYTES, TAIL_BYTES));
  return inspectEnds({ head, tail }, names);
}

function inspectWhole(text: string, names: FieldNames): Findings {
  const start = startOf(text);
  const first = scanJson(text, names, start);
  const fault = faultOf(first) ?? faultOfRest(text, names, first.at);
  return fault ?? withFields(SOUND, first.fields, names);
}

/** The place of the first token, behind a byte order mark. */
function startOf(text: string): number {
  return skipBlanks(text, text.startsWith("\uFEFF") ? 1 : 0);
}

function faultOf({ ended }: JsonScan): Findings | undefined {
  if (ended === "cut") return truncated("it ends before its outermost value does");
  return ended === "broken" ? damaged("it is no JSON") : undefined;
}

/** The findings on whatever follows the first document; `undefined` where nothing does. */
function faultOfRest(text: string, names: FieldNames, firstEnd: number): Findings | undefined {
  let at = skipBlanks(text, firstEnd);
  if (at === text.length) return undefined;
  while (at < text.length) {
    if (text[at] !== "{" && text[at] !== "[") return damaged("after its end there is more");
    const next = scanJson(text, names, at);
    const fault = faultOf(next);
    if (fault !== undefined) return fault;
    at = skipBlanks(text, next.at);
  }
  return SEVERAL_DOCUMENTS;
}

const SEVERAL_DOCUMENTS = unknown("several documents one after the other");

interface Ends {
  readonly head: string;
  readonly tail: string;
}

function inspectEnds(ends: Ends, names: FieldNames): Findings {
  const { head, tail } = ends;
  const start = startOf(head);
  const first = scanJson(head, names, start);
  if (first.ended === "broken" || tail.includes("\0")) return damaged("it is no JSON");
  const closer = head[start] === "{" ? "}" : "]";
  if (!tail.trimEnd().endsWith(closer))
    return truncated("it does not end with the end of a document");
  if (first.ended === "whole") return SEVERAL_DOCUMENTS;
  const fields = new Map([...first.fields, ...lastFields(tail, names)]);
  return withFields(structureOf(ends, start), fields, names);
}

/**
 * A document that was cut behind an inner bracket ends like a whole one. In an indented document, a closing bracket at
 * the beginning of a line is always the outermost one.
 */
function structureOf({ head, tail }: Ends, start: number): Findings {
  const isIndented = /^.\r?\n[ \t]/.test(head.slice(start)) && /\n[}\]]\s*$/.test(tail);
  return isIndented ? SOUND : unknown("it is too long to be read whole");
}

/** The most characters that the search for the last fields scans, so that no crafted file costs seconds. */
const MOST_CHARACTERS = 128 * TAIL_BYTES;

/**
 * The fields among the last entries of the outermost object: a scan from one of its keys on ends exactly with the
 * text. A quote behind a comma or an opening brace begins a key or a text; a scan from inside a text ends elsewhere.
 */
function lastFields(tail: string, names: FieldNames): Fields {
  let scanned = 0;
  for (const { index, 0: mark } of tail.matchAll(/[{,]\s*(?=")/g)) {
    const { ended, at, fields } = scanRestOfObject(tail, names, index + mark.length);
    if (ended === "whole" && skipBlanks(tail, at) === tail.length) return fields;
    scanned += at - index;
    if (scanned > MOST_CHARACTERS) break;
  }
  return new Map();
}
