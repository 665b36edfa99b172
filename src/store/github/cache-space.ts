import {
  DEFAULT_LIMIT_BYTES,
  expectedBytes,
  quotaWarning,
  type Room,
} from "../../core/model/quota.ts";
import type { Rest } from "./list/rest.ts";

/** Warns once if what is expected to be saved does not fit into the repository's cache. */
export interface CacheSpace {
  /** Adds shards that still have to be saved. */
  readonly expect: (shards: number) => void;
  /** Adds the bytes of one shard that was saved. */
  readonly note: (sizeBytes: number) => Promise<void>;
}

export function openCacheSpace(rest: Rest | undefined, warn: (line: string) => void): CacheSpace {
  let remaining = 0;
  let saved = 0;
  let savedBytes = 0;
  let warned = false;
  let room: Promise<Room> | undefined;
  return {
    expect: (shards) => {
      remaining += shards;
    },
    note: async (sizeBytes) => {
      saved += 1;
      savedBytes += sizeBytes;
      if (warned) return;
      room ??= roomOf(rest);
      const coming = Math.max(expectedBytes(remaining, savedBytes, saved), savedBytes);
      const warning = quotaWarning(await room, coming);
      if (warning === undefined || warned) return;
      warned = true;
      warn(warning);
    },
  };
}

async function roomOf(rest: Rest | undefined): Promise<Room> {
  const known = await rest?.usage();
  return { usedBytes: known?.usedBytes ?? 0, limitBytes: known?.limitBytes ?? DEFAULT_LIMIT_BYTES };
}
