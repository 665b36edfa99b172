import { utimesSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { join } from "node:path";
import { cpSync } from "node:fs";
import { keepTree } from "./keep.ts";
import { openTerminal } from "./terminal.ts";

const IDS = ["a", "b", "c"];
/** What changed less than two seconds ago goes into no cache. */
const SETTLED_MS = 2500;

/** A project of plain files, and in `cache` the hashes and proofs of it. */
export async function caches(folder: string): Promise<void> {
  const here = openTerminal({
    ...Object.fromEntries(IDS.map((id) => [`in/${id}.fa`, `>${id}\n`])),
    "donemark.yml": JSON.stringify({
      name: "caches",
      shards: "in/*.fa",
      checkpoint: "out/{id}.txt",
      command:
        'cp "$SHARD_INPUT" "$SHARD_CHECKPOINT"; touch -d 2026-01-02T03:04:05Z "$SHARD_CHECKPOINT"',
      shell: "sh",
    }),
  });
  for (const id of IDS) utimesSync(here.path(`in/${id}.fa`), 1_767_323_045, 1_767_323_045);
  await here.donemark(["run"]);
  await sleep(SETTLED_MS);
  // The first look notes hashes and proofs, the second one uses them.
  await here.donemark(["status"]);
  await here.donemark(["status"]);
  cpSync(here.path(".cache"), here.path("cache"), { recursive: true });
  keepTree(here.folder, join(folder, "caches"));
}
