import type { Disk } from "../files/disk.ts";
import type { Checksums, FieldNames, Inspection } from "./inspection.ts";

/**
 * Inspects the file or directory at `path`: its format, whether it is whole, and its status and version fields.
 * It reads kilobytes of each file, at most 1 MiB, and never executes a pickle.
 * @throws the system error where something cannot be opened or read.
 */
export async function inspect(disk: Disk, path: string, names: FieldNames): Promise<Inspection> {
  const { inspectDirectory, inspectFile } = await loadFormats();
  return disk.stat(path)?.kind === "directory"
    ? inspectDirectory(disk, path, names)
    : inspectFile(disk, path, names);
}

/**
 * Compares every byte of the file at `path` with the checksums that it holds itself, such as the CRC-32 of each entry
 * of a zip. A file of a format without checksums is not whole, and only its first bytes are read.
 * @throws the system error where the file cannot be opened or read.
 */
export async function readChecksums(disk: Disk, path: string): Promise<Checksums> {
  const formats = await loadFormats();
  return formats.readChecksums(disk, path);
}

/** Most surveys open no checkpoint, so the formats are loaded with the first one that is opened. */
function loadFormats(): Promise<typeof import("./dispatch.ts")> {
  return import("./dispatch.ts");
}
