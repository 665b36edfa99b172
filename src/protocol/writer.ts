import type { MarkerForm } from "../core/model/marker-form.ts";
import type { History } from "../files/history.ts";
import type { Disk } from "../files/disk.ts";

/** Writes durably at the paths of shards. */
export interface Writer {
  readonly disk: Disk;
  /** Names the temporary files of this writer: no other process may use the same. */
  readonly token: () => string;
  readonly markers: MarkerForm;
  /** Absent where nothing is to be remembered. */
  readonly history?: History;
  /** How many superseded results of a shard that is done are kept. */
  readonly keep: number;
  /** Names what was kept, or cannot be removed: a sentence without a full stop. */
  readonly warn: (text: string) => void;
}
