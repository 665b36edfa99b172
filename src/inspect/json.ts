import type { Reader } from "../files/disk.ts";
import { isAllZero, textOf } from "./bytes.ts";
import { named } from "./fields.ts";
import type { Beginning, FieldNames, Findings, Format } from "./inspection.ts";
import { scanJson, scanRestOfObject, type JsonScan } from "./json-scan.ts";
import { skipBlanks } from "./json-tokens.ts";

/**
 * A JSON document: an object or an array in a file named `.json`. The fields are those of the outermost object.
 * One of zeros alone is a document whose bytes never reached the disk.
 * Documents one after the other, lines under the name of a document, are left alone: any of them may be the last.
 */
export const json: Format = { name: "json", fits, inspect };

function fits({ fileName, head }: Beginning): boolean {
  if (!fileName.toLowerCase().endsWith(".json")) return false;
  return (head.length > 0 && isAllZero(head)) || /^\uFEFF?[ \t\r\n]*[{[]/.test(textOf(head));
}

const LONGEST_WHOLE = 256 * 1024;
const HEAD_BYTES = 32 * 1024;
const TAIL_BYTES = 8 * 1024;

function inspect(reader: Reader, names: FieldNames): Findings {
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
  return fault ?? { structure: "sound", ...named(first.fields, names) };
}

/** Behind a byte order mark. */
function startOf(text: string): number {
  return skipBlanks(text, text.startsWith("\uFEFF") ? 1 : 0);
}

function faultOf({ ended }: JsonScan): Findings | undefined {
  if (ended === "cut")
    return { structure: "truncated", why: "it ends before its outermost value does" };
  return ended === "broken" ? { structure: "damaged", why: "it is no JSON" } : undefined;
}

/** `undefined` where nothing follows the first document. */
function faultOfRest(text: string, names: FieldNames, firstEnd: number): Findings | undefined {
  let at = skipBlanks(text, firstEnd);
  if (at === text.length) return undefined;
  while (at < text.length) {
    if (text[at] !== "{" && text[at] !== "[")
      return { structure: "damaged", why: "after its end there is more" };
    const next = scanJson(text, names, at);
    const fault = faultOf(next);
    if (fault !== undefined) return fault;
    at = skipBlanks(text, next.at);
  }
  return JSON_LINES;
}

const JSON_LINES: Findings = { structure: "unknown", why: "several documents one after the other" };

interface Ends {
  readonly head: string;
  readonly tail: string;
}

function inspectEnds(ends: Ends, names: FieldNames): Findings {
  const { head, tail } = ends;
  const start = startOf(head);
  const first = scanJson(head, names, start);
  if (first.ended === "broken" || tail.includes("\0"))
    return { structure: "damaged", why: "it is no JSON" };
  const closer = head[start] === "{" ? "}" : "]";
  if (!tail.trimEnd().endsWith(closer))
    return { structure: "truncated", why: "it does not end with the end of a document" };
  if (first.ended === "whole") return JSON_LINES;
  const fields = new Map([...first.fields, ...lastFields(tail, names)]);
  return { ...structureOf(ends, start), ...named(fields, names) };
}

/**
 * A document cut behind an inner bracket looks like a whole one. Only where lines are indented does the bracket at
 * the beginning of its line belong to the outermost value.
 */
function structureOf({ head, tail }: Ends, start: number): Pick<Findings, "structure" | "why"> {
  const isIndented = /^.\r?\n[ \t]/.test(head.slice(start)) && /\n[}\]]\s*$/.test(tail);
  return isIndented
    ? { structure: "sound" }
    : { structure: "unknown", why: "it is too long to be read whole" };
}

/** So many characters are scanned in search of the last fields, so that a file made for it cannot cost seconds. */
const MOST_CHARACTERS = 128 * TAIL_BYTES;

/**
 * Fields among the last entries of the outermost object: those from the first key on whose object ends with the text.
 * A quote behind a comma or an opening brace begins a key or a text; taken inside of a text it leads to no such end.
 */
function lastFields(tail: string, names: FieldNames): JsonScan["fields"] {
  let scanned = 0;
  for (const { index, 0: mark } of tail.matchAll(/[{,]\s*(?=")/g)) {
    const { ended, at, fields } = scanRestOfObject(tail, names, index + mark.length);
    if (ended === "whole" && skipBlanks(tail, at) === tail.length) return fields;
    scanned += at - index;
    if (scanned > MOST_CHARACTERS) break;
  }
  return new Map();
}
