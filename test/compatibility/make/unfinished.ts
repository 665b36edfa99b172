import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { keepTree } from "./keep.ts";
import { killAt, openTerminal } from "./terminal.ts";

/** In the folder `stuck` a shard is begun and never ended; in the folder `broken` it fails. */
const PREDICT = `# Makes a checkpoint, unless a file of the shard's name says otherwise.
set -e
echo "$SHARD_ID $SHARD_ATTEMPT $SHARD_RESUME" >> ran.txt
made=\${SHARD_CHECKPOINT}
if [ "$FOLDERS" = 1 ]; then mkdir -p "$made"; made=$made/whole; fi
if [ -e "broken/$SHARD_ID" ]; then
  echo "the device is gone" >&2
  echo partial > "$made"
  exit 3
fi
if [ -e "stuck/$SHARD_ID" ] && [ "$SHARD_RESUME" = 0 ]; then
  echo partial > "$made"
  case "$SHARD_ID" in parts*)
    echo "first of $SHARD_ID" > "$SHARD_WORK/1"; : > "$SHARD_WORK/1.done"
    echo "second of $SHARD_ID" > "$SHARD_WORK/2"; : > "$SHARD_WORK/2.done"
    echo "third, cut" > "$SHARD_WORK/3" ;;
  esac
  echo $$ > "$SHARD_ID.pid"
  while :; do sleep 0.05; done
fi
{
  [ "$SHARD_RESUME" = 0 ] || cat "$SHARD_WORK/1" "$SHARD_WORK/2"
  cat "$SHARD_INPUT"
} > "$made"
`;

const IDS = ["broken", "done", "killed", "nothing", "parts", "replaced", "unmarked"];
const STUCK = ["killed", "parts", "replaced"];

function definition(more: Readonly<Record<string, unknown>>): string {
  const common = { name: "unfinished", shell: "sh", parallel: 4, "stop-grace": "6s" };
  return JSON.stringify({ ...common, ...more });
}

/** Shards that were begun, failed, killed and unmarked, with start records, work and what was set aside. */
export async function unfinished(folder: string): Promise<void> {
  const inputs = [...IDS, "parts-in-folder"].map((id) => [`in/${id}.fa`, `input of ${id}\n`]);
  const here = openTerminal({
    ...Object.fromEntries(inputs),
    "predict.sh": PREDICT,
    "donemark.yml": definition({
      shards: IDS.map((id) => ({ id, inputs: [`in/${id}.fa`] })),
      checkpoint: "out/{id}.txt",
      work: "work/{id}",
      command: "sh predict.sh",
    }),
    "folders.yml": definition({
      shards: [{ id: "parts-in-folder", inputs: ["in/parts-in-folder.fa"] }],
      checkpoint: "folders/{id}",
      command: "FOLDERS=1 sh predict.sh",
    }),
    "broken/broken": "",
    ...Object.fromEntries([["stuck/.keep", ""]]),
  });
  await here.donemark(["run", "--only", '["done","replaced","unmarked"]', "--parallel", "1"]);
  await here.donemark(["unmark", "unmarked"]);
  await here.donemark(["run", "--only", "broken"], { code: 1 });
  writeFileSync(here.path("in/replaced.fa"), "another input of replaced\n");
  for (const id of [...STUCK, "parts-in-folder"]) writeFileSync(here.path(`stuck/${id}`), "");
  const run = here.start(["run", "--only", JSON.stringify(STUCK)]);
  await killAt(
    run,
    STUCK.map((id) => here.path(`${id}.pid`)),
  );
  await killAt(here.start(["run", "--config", "folders.yml"]), [here.path("parts-in-folder.pid")]);
  writeFileSync(here.path("ran.txt"), "");
  keepTree(here.folder, join(folder, "unfinished"));
}
