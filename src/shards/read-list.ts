import { resolve } from "node:path";
import { messageOf, UserError } from "../core/text/problem.ts";
import { isRecord, nonBlankLines, quote } from "../core/text/text.ts";
import type { Disk } from "../files/disk.ts";
import { readUtf8 } from "../files/utf8.ts";
import { pointerFrom, sayPointer } from "./pointers.ts";

/** The largest list that is accepted; one of 100,000 shards has 20 MB. */
const LIST_LIMIT_BYTES = 256 * 1024 * 1024;

/** The entries of a list in a file. @throws {UserError} where it cannot be read or is no list. */
export function readListFile(disk: Disk, workspace: string, file: string): readonly unknown[] {
  const path = resolve(workspace, file);
  let content: string | undefined;
  try {
    content = readUtf8(disk, path, LIST_LIMIT_BYTES + 1);
  } catch (error) {
    throw new UserError([`shards: the file ${quote(file)} cannot be read: ${messageOf(error)}`]);
  }
  if (content === undefined)
    throw new UserError([`shards names the file ${quote(file)}, which is not there.`]);
  if (Buffer.byteLength(content) > LIST_LIMIT_BYTES)
    throw new UserError([`shards: the file ${quote(file)} has more than 256 MiB.`]);
  const pointer = pointerFrom(content);
  if (pointer !== undefined) throw new UserError([`shards: ${sayPointer(file, pointer)}.`]);
  return parseList(content, file);
}

/**
 * The entries of a JSON list, or of one JSON value a line. @throws {UserError} where it is none.
 */
export function parseList(text: string, label: string): readonly unknown[] {
  const trimmed = text.trim();
  try {
    if (!trimmed.startsWith("[")) return nonBlankLines(trimmed).map(parseAsWritten);
    const list = parseAsWritten(trimmed);
    if (Array.isArray(list)) return list;
  } catch (error) {
    throw new UserError([
      `${label} must be a JSON list or one JSON object a line: ${messageOf(error)}.`,
    ]);
  }
  throw new UserError([`${label} must be a JSON list or one JSON object a line.`]);
}

/** The parameters of shards keep their numbers as they are written: 1.10 would become 1.1. */
function parseAsWritten(json: string): unknown {
  const value: unknown = JSON.parse(json);
  if (!json.includes('"params"')) return value;
  return withWrittenParams(value, JSON.parse(json.replaceAll(TEXT_OR_NUMBER, quoteInexact)));
}

const TEXT_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/g;

/** A number that reads otherwise than it is written becomes a text. */
function quoteInexact(token: string): string {
  const isExact = token.startsWith('"') || String(Number(token)) === token;
  return isExact ? token : JSON.stringify(token);
}

function withWrittenParams(value: unknown, written: unknown): unknown {
  if (Array.isArray(value) && Array.isArray(written))
    return value.map((item, place) => withWrittenParams(item, written[place]));
  if (!isRecord(value) || !isRecord(written) || value["params"] === undefined) return value;
  return { ...value, params: written["params"] };
}
