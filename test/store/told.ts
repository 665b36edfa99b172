import { randomBytes } from "node:crypto";
import { sha256 } from "../../src/core/model/digest.ts";
import type { Author, Marker } from "../../src/core/model/marker.ts";
import { digestOf, measure, sampleOf } from "../../src/files/measure.ts";
import { realDisk } from "../../src/files/real-disk.ts";
import type { Wanted } from "../../src/store/store.ts";

/** What a marker says that the bytes do not. */
export interface Told {
  readonly shard: string;
  readonly by?: Author;
  readonly finishedAt?: string;
  readonly fence?: number;
}

/** A marker of what lies at a place, with its full digest. */
export function markerOf(checkpoint: string, told: Told): Marker {
  const { shard, by = { run: "100", attempt: 1 }, finishedAt = "2026-03-01T10:00:00.000Z" } = told;
  const { fence } = told;
  const found = measure(realDisk, checkpoint);
  if (found.kind !== "measured") throw new Error(`${checkpoint} cannot be measured`);
  return {
    shard,
    checkpoint: {
      ...found.measure,
      sample: sampleOf(realDisk, checkpoint),
      sha256: digestOf(realDisk, checkpoint),
      format: "unknown",
    },
    fingerprint: { input: sha256(shard) },
    seconds: 61.5,
    finishedAt,
    by,
    ...(fence !== undefined && { fence }),
  };
}

export function wantedOf(shard: string, fingerprint = "a"): Wanted {
  return { shard, match: sha256(`match ${fingerprint}`), whole: sha256(`whole ${fingerprint}`) };
}

/** A new text at every call, of this process alone. */
export function token(): string {
  return `${process.pid}-${randomBytes(6).toString("hex")}`;
}
