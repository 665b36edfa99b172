import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Disk, Reader } from "../../src/files/disk.ts";
import { realDisk } from "../../src/files/real-disk.ts";
import { inspect } from "../../src/inspect/inspect.ts";
import type { Inspection } from "../../src/inspect/inspection.ts";

export const NAMES = { statusField: "status", versionField: "version" };

/** Inspects a real file of this name and content, which is gone again afterwards. */
export async function look(
  fileName: string,
  content: Uint8Array | string,
  names = NAMES,
): Promise<Inspection> {
  const folder = mkdtempSync(join(tmpdir(), "donemark-inspect-"));
  try {
    const path = join(folder, fileName);
    writeFileSync(path, content);
    return await inspect(realDisk, path, names);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A disk on which every path is a file of these bytes, for thousands of looks; it tells what was read and closed. */
export function memoryDisk(
  bytes: Uint8Array,
  read = (offset: number, length: number): Uint8Array => bytes.slice(offset, offset + length),
): { readonly disk: Disk; readonly seen: { bytesRead: number; opened: number; closed: number } } {
  const seen = { bytesRead: 0, opened: 0, closed: 0 };
  const open = (): Reader => {
    seen.opened += 1;
    return {
      sizeBytes: bytes.length,
      read: (offset, length) => {
        if (!Number.isSafeInteger(offset) || offset < 0 || length < 0)
          throw new RangeError("no such place");
        const found = read(offset, length);
        seen.bytesRead += found.length;
        return found;
      },
      close: () => {
        seen.closed += 1;
      },
    };
  };
  return { disk: { ...realDisk, open }, seen };
}
