import {
  closeSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { realDisk } from "../../src/files/real-disk.ts";
import { inspect } from "../../src/inspect/inspect.ts";
import type { Inspection, Structure } from "../../src/inspect/inspection.ts";
import { look, NAMES } from "./look.ts";
import { MUTATIONS, type Sample } from "./samples.ts";

export const MOST = 128 * 1024;

/** A file that a library of the format wrote; `write-b.py` says how. */
export function fixture(fileName: string): Sample {
  const url = new URL(`../fixtures/inspect/${fileName}`, import.meta.url);
  return { fileName, bytes: readFileSync(url) };
}

/** One test for each of the things that can happen to a file, with what is to be said of it. */
export function testDamages(
  { fileName, bytes }: Sample,
  expected: Readonly<Record<keyof typeof MUTATIONS, Structure>>,
): void {
  test.each(Object.entries(expected))(`${fileName}, %s: %s`, async (mutation, structure) => {
    const mutate = Object.entries(MUTATIONS).find(([name]) => name === mutation)?.[1];
    const found = await look(fileName, mutate?.(bytes) ?? bytes);
    expect(found).toMatchObject({ structure });
    expect(found.bytesRead).toBeLessThanOrEqual(MOST);
    expect(found.why === undefined).toBe(structure === "sound");
    const speaks = structure === "sound" || structure === "unknown";
    expect(speaks || found.status === undefined).toBe(true);
  });
}

/** Inspects a file of this size that holds the pieces at their places and, for the rest, a hole. */
export async function lookIntoHole(
  fileName: string,
  sizeBytes: number,
  pieces: readonly (readonly [at: number, bytes: Uint8Array])[],
): Promise<Inspection> {
  const folder = mkdtempSync(join(tmpdir(), "donemark-hole-"));
  try {
    const path = join(folder, fileName);
    const file = openSync(path, "w");
    ftruncateSync(file, sizeBytes);
    for (const [at, bytes] of pieces) writeSync(file, bytes, 0, bytes.length, at);
    closeSync(file);
    return await inspect(realDisk, path, NAMES);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** 5 GB: beyond what 32 bits can tell. */
export const HUGE = 5 * 1024 ** 3;
