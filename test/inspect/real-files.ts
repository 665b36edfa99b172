import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { inspect } from "../../src/inspect/inspect.ts";
import type { Structure } from "../../src/inspect/inspection.ts";
import { MOST } from "./damages.ts";
import { look, memoryDisk, NAMES } from "./look.ts";
import { MUTATIONS, type Sample } from "./samples.ts";

/** The verdict on each thing that can happen to a file. */
export type Verdicts = Readonly<Record<keyof typeof MUTATIONS, Structure>>;

/** Files that NumPy, h5py, onnx, gguf and PyTorch wrote: `test/fixtures/inspect/write-a.py`. */
const REAL_FILES = [
  "array.npy",
  "records.npy",
  "objects.npy",
  "fields.npz",
  "compressed.npz",
  "bare.npz",
  "bomb.npz",
  "fields.gguf",
  "bare.gguf",
  "types.gguf",
  "fields.onnx",
  "bare.onnx",
  "old.h5",
  "new.h5",
  "v2.h5",
  "block.h5",
  "bare.h5",
  "many.h5",
  "order.h5",
  "kinds-old.h5",
  "kinds-new.h5",
  "open.h5",
  "legacy.pt",
  "legacy-4.pt",
  "legacy-bare.pt",
  "legacy-numbers.pt",
] as const;

export function fixture(fileName: string): Buffer {
  return readFileSync(new URL(`../fixtures/inspect/${fileName}`, import.meta.url));
}

/** Each of them, as the fuzz test takes samples. */
export const REAL_SAMPLES: readonly (readonly [string, Sample])[] = REAL_FILES.map((fileName) => [
  fileName,
  { fileName, bytes: fixture(fileName) },
]);

/**
 * Tests what is made of a real file after each damage, after a cut at any place, and of a disk that fails.
 * `unseen`: how many bytes may be missing at the end without being missed.
 */
export function describeDamages(
  fileName: (typeof REAL_FILES)[number],
  verdicts: Verdicts,
  unseen: readonly number[] = [],
): void {
  const bytes = fixture(fileName);

  describe(`${fileName}, damaged`, () => {
    test.each(Object.entries(MUTATIONS))("%s", async (mutation, mutate) => {
      const found = await look(fileName, mutate(bytes));
      expect({ [mutation]: found.structure }).toEqual({
        [mutation]: Object.entries(verdicts).find(([key]) => key === mutation)?.[1],
      });
      expect(found.bytesRead).toBeLessThanOrEqual(MOST);
      expect(found.why === undefined).toBe(found.structure === "sound");
      const speaks = found.structure === "sound" || found.structure === "unknown";
      expect(speaks || found.status === undefined).toBe(true);
    });

    test("cut at any place is not sound, but where nothing says that more should follow", async () => {
      const sound: number[] = [];
      for (let missing = 1; missing < bytes.length; missing += missing < 600 ? 1 : 59) {
        const { disk } = memoryDisk(bytes.subarray(0, -missing));
        const { structure } = await inspect(disk, fileName, NAMES);
        if (structure === "sound") sound.push(missing);
      }
      expect(sound).toEqual(unseen);
    });

    test("read from a disk that fails, gives the system's error, and the file is closed", async () => {
      for (const failing of [1, 2]) {
        let reads = 0;
        const { disk, seen } = memoryDisk(bytes, (offset, length) => {
          reads += 1;
          if (reads === failing) throw Object.assign(new Error("EIO: i/o error"), { code: "EIO" });
          return bytes.subarray(offset, offset + length);
        });
        await expect(inspect(disk, fileName, NAMES)).rejects.toThrow("EIO");
        expect(seen).toMatchObject({ opened: 1, closed: 1 });
      }
    });
  });
}
