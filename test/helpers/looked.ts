import type { Disk } from "../../src/files/disk.ts";
import { measure } from "../../src/files/measure.ts";
import type { LookedAt } from "../../src/protocol/finish.ts";

/** A checkpoint as its witnesses would find it now; of one that cannot be measured, something that never holds. */
export function lookedAt(disk: Disk, checkpoint: string, format = "plain"): LookedAt {
  const found = measure(disk, checkpoint);
  const none = { kind: "file", sizeBytes: 0, mtimeNs: "0", inode: "0" } as const;
  return { stated: { format }, measure: found.kind === "measured" ? found.measure : none };
}
