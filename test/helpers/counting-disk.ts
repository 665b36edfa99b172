import { realDisk } from "../../src/files/real-disk.ts";
import type { Disk } from "../../src/files/disk.ts";

/** The disk, and how often each of its operations was called. */
export function countingDisk(): {
  readonly disk: Disk;
  readonly calls: () => Record<string, number>;
} {
  const calls: Record<string, number> = {};
  const disk = new Proxy(realDisk, {
    get: (target, name, receiver) => {
      const key = String(name);
      calls[key] = (calls[key] ?? 0) + 1;
      return Reflect.get(target, name, receiver);
    },
  });
  return { disk, calls: () => ({ ...calls }) };
}
