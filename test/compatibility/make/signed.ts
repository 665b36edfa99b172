import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { keepTree } from "./keep.ts";
import { openTerminal } from "./terminal.ts";

/** The key of the fixtures' signatures. It guards nothing. */
export const MARKER_KEY = "a key that everybody knows";

/** Finished shards with signed markers, and their signed entries in a store beside them. */
export async function signed(folder: string): Promise<void> {
  const here = openTerminal({
    "donemark.yml": JSON.stringify({
      name: "signed",
      shards: [{ id: "a" }, { id: "b" }, { id: "tree" }],
      checkpoint: "out/{id}",
      command: "sh predict.sh",
      shell: "sh",
    }),
    "predict.sh": `set -e
echo "$SHARD_ID" >> ran.txt
case "$SHARD_ID" in
tree) mkdir -p "$SHARD_CHECKPOINT"; echo leaf > "$SHARD_CHECKPOINT/leaf" ;;
*) echo '{"status":"complete"}' > "$SHARD_CHECKPOINT" ;;
esac
`,
    "ran.txt": "",
  });
  const env = { DONEMARK_MARKER_KEY: MARKER_KEY };
  await here.donemark(["run", "--store", "file:store"], { env });
  await here.donemark(["mark", "a"], { env });
  writeFileSync(here.path("ran.txt"), "");
  keepTree(here.folder, join(folder, "signed"));
}
