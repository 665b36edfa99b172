/** A shard that is not in the store although it should be, or not on this disk, and the reason. */
export interface Unsaved {
  readonly id: string;
  readonly why: string;
}
