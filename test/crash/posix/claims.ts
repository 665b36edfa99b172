import type { Generation, Layout, StoreKind } from "./shard.ts";

/** What must hold of every disk that a crash may leave at one moment. */
export interface Claims {
  readonly layout: Layout;
  readonly storeKind: StoreKind;
  readonly scope?: string | undefined;
  /** How many superseded results are kept. */
  readonly keep: number;
  /** Its start has been reported, and nothing after it. */
  readonly begun?: Generation;
  /** Its work was handed on at that start. */
  readonly resumed?: true;
  /** How many starts the record counts, at least. */
  readonly attempts?: number;
  /** A start record is there until it is done. */
  readonly started?: true;
  /** Nothing lies where the checkpoint and its marker belong. */
  readonly cleared?: true;
  /** The failure of B has been recorded. */
  readonly failed?: true;
  /** What an attempt left there, which is kept until B is done. */
  readonly was?: string;
  /** Their results count as done for their own fingerprints, here or set aside, until B is done. */
  readonly finished?: readonly Generation[];
  /** The same, whatever is done. */
  readonly kept?: readonly Generation[];
  /** Their results that are set aside are not to be brought back: a new one is asked for. */
  readonly revoked?: readonly Generation[];
  /** What somebody else put there, which nobody removes at any time. */
  readonly foreign?: string;
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
