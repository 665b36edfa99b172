import { PLAIN_FORM } from "../../../src/core/model/marker-form.ts";
import type { Disk } from "../../../src/files/disk.ts";
import { fileStore } from "../../../src/store/file/file-store.ts";
import { githubStore } from "../../../src/store/github/github-store.ts";
import type { Surroundings } from "../../../src/store/github/surroundings.ts";
import { noStore } from "../../../src/store/none.ts";
import type { Store } from "../../../src/store/store.ts";
import { CACHE_ROOT, memoryHelpers } from "./cache-service.ts";
import type { MemoryDisk } from "./memory-disk.ts";
import type { StoreKind } from "./shard.ts";

/** After the times of all files. */
export const NOW_MS = Date.parse("2026-01-01T12:00:00Z");

const STORE_ROOT = "/store";
const RUNNER_TEMP = "/temp";

/** Of a job on a branch whose token may not list caches: all that is known comes from look-ups. */
const SURROUNDINGS: Surroundings = {
  hasService: true,
  version: "v2",
  modes: { reads: true, writes: true, mode: "write" },
  scopes: ["refs/heads/main"],
  rest: undefined,
};

export interface StoreParts extends Omit<MemoryDisk, "log" | "mark"> {
  /** A new text at every call, and none of another process. */
  readonly token: () => string;
}

/** A store on the machine in memory; only a directory store has scopes. */
export function openStore(kind: StoreKind, parts: StoreParts, scope: string | undefined): Store {
  const { disk, token } = parts;
  const shared = { disk, name: "n", token, markers: PLAIN_FORM, now: () => NOW_MS };
  if (kind === "none") return noStore;
  if (kind === "file") return fileStore({ ...shared, root: STORE_ROOT, scope });
  return githubStore({
    ...shared,
    surroundings: SURROUNDINGS,
    env: { PATH: process.env["PATH"] },
    helpers: memoryHelpers(parts),
    temporary: RUNNER_TEMP,
    randomHex: hexOf(parts),
    prunes: true,
    keepsFailures: true,
    warn: (line) => {
      throw new Error(line);
    },
  });
}

/** What a runner and the service have before the first job. */
export async function makePlaces(kind: StoreKind, disk: Disk): Promise<void> {
  if (kind !== "github") return;
  await disk.makeDirectory(RUNNER_TEMP);
  await disk.makeDirectory(CACHE_ROOT);
}

/** Differs at every call and between machines that have gone different ways, and is the same when a story is told again. */
function hexOf({ machine }: Pick<MemoryDisk, "machine">): (bytes: number) => string {
  let serial = 0;
  return (bytes) => {
    serial += 1;
    const number = machine.nextInode() * 256 + serial;
    return number
      .toString(16)
      .padStart(2 * bytes, "0")
      .slice(-2 * bytes);
  };
}
