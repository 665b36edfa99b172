import type { Generation, Layout, StoreKind } from "./shard.ts";

/** What must hold of every disk that a crash may leave at one moment. */
export interface Claims {
  readonly layout: Layout;
  readonly storeKind: StoreKind;
  readonly scope?: string | undefined;
  /** Its start has been reported, and nothing after it. */
  readonly begun?: Generation;
  /** Its work was handed on at that start. */
  readonly resumed?: true;
  /** A start record is there until it is done. */
  readonly started?: true;
  /** Nothing lies where the checkpoint and its marker belong. */
  readonly cleared?: true;
  /** The failure of B has been recorded. */
  readonly failed?: true;
  /** What lay there before, which is kept until B is done. */
  readonly was?: string;
  /** Its finish has been reported. */
  readonly done?: Generation;
  /** Its save has been reported. */
  readonly stored?: Generation;
  /** The attempt that the store must show of it. */
  readonly attempt?: number;
  /** Its removal from the store has been reported. */
  readonly gone?: Generation;
  /** Whose checkpoint, of another's making, may count as done for any generation. */
  readonly adoptable?: string;
  /** What a snapshot of the work of B may hold; nothing stands for none. */
  readonly work?: readonly Readonly<Record<string, string>>[];
}
