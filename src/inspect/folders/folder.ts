import { basename, join } from "node:path";
import type { Disk } from "../../files/disk.ts";
import type { Findings, Inspection } from "../inspection.ts";
import { textOf } from "../shared/bytes.ts";
import { truncated } from "../shared/findings.ts";
import { parseJsonObject, type JsonObject } from "../shared/json-object.ts";

/** A directory under inspection: its own name, and the entries that lie directly in it. */
export interface Folder {
  readonly name: string;
  readonly has: (name: string) => boolean;
  readonly names: readonly string[];
  /** The size of a file in bytes; `undefined` where there is no such file. */
  readonly sizeOf: (name: string) => number | undefined;
  /** Reads bytes of a file that exists; fewer than `length` at its end. */
  readonly read: (name: string, offset: number, length: number) => Uint8Array;
  /** Reads a JSON object: `long` where it has more than 1 MiB, `undefined` where there is none. */
  readonly readObject: (name: string) => JsonObject | "long" | undefined;
  /** Inspects a file by its own format. */
  readonly inspect: (name: string) => Promise<Findings>;
  /** The bytes read so far, those of `inspect` included. */
  readonly bytesRead: () => number;
}

const LONGEST_OBJECT = 1024 * 1024;

/** Lists the directory at `path`. `inspectFile` inspects one of its files, given by its name. */
export function openFolder(
  disk: Disk,
  path: string,
  inspectFile: (name: string) => Promise<Inspection>,
): Folder {
  const names = disk.names(path);
  const set = new Set(names);
  let total = 0;
  const sizeOf = (name: string): number | undefined => {
    if (!set.has(name)) return undefined;
    const stat = disk.stat(join(path, name));
    return stat?.kind === "file" ? stat.sizeBytes : undefined;
  };
  const read: Folder["read"] = (name, offset, length) => {
    const bytes = readPart(disk, join(path, name), offset, length);
    total += bytes.length;
    return bytes;
  };
  const readObject: Folder["readObject"] = (name) => {
    const size = sizeOf(name) ?? 0;
    if (size > LONGEST_OBJECT) return "long";
    return size === 0 ? undefined : parseJsonObject(textOf(read(name, 0, size)));
  };
  const inspect: Folder["inspect"] = async (name) => {
    const { bytesRead, ...findings } = await inspectFile(name);
    total += bytesRead;
    return findings;
  };
  return {
    name: basename(path),
    has: (name) => set.has(name),
    names,
    sizeOf,
    read,
    readObject,
    inspect,
    bytesRead: () => total,
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

/** The fault of a directory whose member is missing, empty, truncated or damaged; `undefined` for a good member. */
export async function faultOfMember(folder: Folder, name: string): Promise<Findings | undefined> {
  const size = folder.sizeOf(name);
  if (size === undefined) return truncated(`its ${name} is missing`);
  if (size === 0) return truncated(`its ${name} is empty`);
  const { structure, why } = await folder.inspect(name);
  if (structure === "sound" || structure === "unknown") return undefined;
  return { structure, why: `its ${name} is ${structure}${why === undefined ? "" : `: ${why}`}` };
}
