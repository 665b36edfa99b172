import { basename, join } from "node:path";
import type { Disk } from "../files/disk.ts";
import { disguiseOf } from "./disguise.ts";
import { doubtOfLastLine } from "./line-end.ts";
import { openFolder } from "./folders/folder.ts";
import {
  BEGINNING_BYTES,
  type Beginning,
  type DirectoryFormat,
  type FileFormat,
} from "./format.ts";
import { FORMATS } from "./formats.ts";
import type { Checksums, FieldNames, Findings, Inspection } from "./inspection.ts";
import { countReads, NoAnswer, type CountingReader } from "./shared/counting-reader.ts";
import { damaged } from "./shared/findings.ts";
import { isOfFormat, isOfLayout } from "./signs.ts";

const FILE_FORMATS = FORMATS.filter((format) => format.kind === "file");
const DIRECTORY_FORMATS = FORMATS.filter((format) => format.kind === "directory");

/** The format of files whose bytes nothing tells. */
const PLAIN_FORMAT = FILE_FORMATS.at(-1);

/**
 * Inspects one file. It reads kilobytes, at most 1 MiB, and never executes a pickle. Whatever the bytes are, they
 * make an inspection, never an error.
 * @throws the system error where the file cannot be opened or read.
 */
export async function inspectFile(
  disk: Disk,
  path: string,
  names: FieldNames,
): Promise<Inspection> {
  const reader = countReads(disk.open(path));
  try {
    return {
      ...(await inspectReader(reader, basename(path), names)),
      bytesRead: reader.bytesRead(),
    };
  } finally {
    reader.close();
  }
}

async function inspectReader(
  reader: CountingReader,
  fileName: string,
  names: FieldNames,
): Promise<Omit<Inspection, "bytesRead">> {
  let format = firstFit(FILE_FORMATS, () => false);
  try {
    const beginning = { fileName, head: reader.read(0, BEGINNING_BYTES) };
    format = formatOf(beginning);
    const disguise = disguiseOf(beginning);
    if (disguise !== undefined) return { format: format.name, ...damaged(disguise) };
    const findings = reader.sizeBytes === 0 ? NO_BYTES : await format.inspect(reader, names);
    const doubt = format === PLAIN_FORMAT ? doubtOfLastLine(reader, beginning) : undefined;
    return { format: format.name, ...(doubt !== undefined && { doubt }), ...findings };
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    return { format: format.name, structure: "unknown", why: error.message };
  }
}

const NO_BYTES: Findings = { structure: "empty", why: "it holds no bytes" };
const NO_FILES: Findings = { structure: "empty", why: "it holds no files" };

/**
 * Inspects one directory: the file that its writer leaves last, and each file that this one vouches for.
 * @throws the system error where something in it cannot be opened or read.
 */
export async function inspectDirectory(
  disk: Disk,
  path: string,
  names: FieldNames,
): Promise<Inspection> {
  const folder = openFolder(disk, path, (name) => inspectFile(disk, join(path, name), names));
  const format = firstFit(DIRECTORY_FORMATS, (each) => isOfLayout(each, folder));
  const findings = folder.names.length === 0 ? NO_FILES : await format.inspect(folder, names);
  return { format: format.name, ...findings, bytesRead: folder.bytesRead() };
}

/**
 * Compares every byte of a file with the checksums that it holds. Of a file of a format without checksums, only the
 * first bytes are read.
 * @throws the system error where the file cannot be opened or read.
 */
export async function readChecksums(disk: Disk, path: string): Promise<Checksums> {
  const reader = disk.open(path);
  try {
    const beginning = { fileName: basename(path), head: reader.read(0, BEGINNING_BYTES) };
    const format = formatOf(beginning);
    return (await format.readChecksums?.(reader)) ?? { isWhole: false, bytesRead: 0 };
  } finally {
    reader.close();
  }
}

function formatOf(beginning: Beginning): FileFormat {
  return firstFit(FILE_FORMATS, (format) => isOfFormat(format, beginning));
}

/** The first format that fits; the last one where none does. */
function firstFit<F extends FileFormat | DirectoryFormat>(
  formats: readonly F[],
  fits: (format: F) => boolean,
): F {
  const format = formats.find(fits) ?? formats.at(-1);
  if (format === undefined) throw new Error("the list of formats is empty");
  return format;
}
