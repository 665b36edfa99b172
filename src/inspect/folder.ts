import { basename, join } from "node:path";
import { isRecord } from "../core/text.ts";
import type { Disk } from "../files/disk.ts";
import { textOf } from "./bytes.ts";
import { truncated } from "./verdicts.ts";
import { inspect } from "./inspect.ts";
import type { FieldNames, Findings } from "./inspection.ts";

/** A directory that is looked at: its own name, and what lies directly in it. */
export interface Folder {
  readonly name: string;
  readonly has: (name: string) => boolean;
  readonly names: readonly string[];
  /** `undefined` where there is no such file. */
  readonly sizeOf: (name: string) => number | undefined;
  /** Bytes of a file that is there; fewer at its end. */
  readonly read: (name: string, offset: number, length: number) => Uint8Array;
  /** A small JSON object: `long` where it is not small, `undefined` where it is none or there is none. */
  readonly readRecord: (name: string) => Readonly<Record<string, unknown>> | "long" | undefined;
  /** What a file in it says about itself. */
  readonly inspect: (name: string) => Promise<Findings>;
  readonly bytesRead: () => number;
}

/** One layout of directories. */
export interface FolderFormat {
  readonly name: string;
  readonly fits: (folder: Folder) => boolean;
  /** As `Format.inspect`. */
  readonly inspect: (folder: Folder, names: FieldNames) => Findings | Promise<Findings>;
}

const LONGEST_RECORD = 1024 * 1024;

export function openFolder(disk: Disk, path: string, fields: FieldNames): Folder {
  const names = disk.names(path);
  const set = new Set(names);
  let bytesRead = 0;
  const sizeOf = (name: string): number | undefined => {
    if (!set.has(name)) return undefined;
    const stat = disk.stat(join(path, name));
    return stat?.kind === "file" ? stat.sizeBytes : undefined;
  };
  const read: Folder["read"] = (name, offset, length) => {
    const bytes = readPart(disk, join(path, name), offset, length);
    bytesRead += bytes.length;
    return bytes;
  };
  const readRecord: Folder["readRecord"] = (name) => {
    const size = sizeOf(name) ?? 0;
    if (size > LONGEST_RECORD) return "long";
    return size === 0 ? undefined : parseRecord(textOf(read(name, 0, size)));
  };
  const inspectFile: Folder["inspect"] = async (name) => {
    const { bytesRead: more, ...findings } = await inspect(disk, join(path, name), fields);
    bytesRead += more;
    return findings;
  };
  return {
    name: basename(path),
    has: (name) => set.has(name),
    names,
    sizeOf,
    read,
    readRecord,
    inspect: inspectFile,
    bytesRead: () => bytesRead,
  };
}

function readPart(disk: Disk, path: string, offset: number, length: number): Uint8Array {
  const reader = disk.open(path);
  try {
    return reader.read(offset, length);
  } finally {
    reader.close();
  }
}

/** What speaks against a directory because of a file that belongs to it; `undefined` where nothing does. */
export async function faultOfFile(folder: Folder, name: string): Promise<Findings | undefined> {
  const size = folder.sizeOf(name);
  if (size === undefined) return truncated(`its ${name} is missing`);
  if (size === 0) return truncated(`its ${name} is empty`);
  const { structure, why } = await folder.inspect(name);
  if (structure === "sound" || structure === "unknown") return undefined;
  return { structure, why: `its ${name} is ${structure}${why === undefined ? "" : `: ${why}`}` };
}

function parseRecord(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
