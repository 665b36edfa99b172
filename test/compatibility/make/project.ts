import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pickle } from "../../helpers/pickle.ts";
import { torchFile } from "../../helpers/torch-file.ts";
import { safetensorsFile } from "../../inspect/samples.ts";
import { keepTree } from "./keep.ts";
import { killAt, openTerminal } from "./terminal.ts";

const SAMPLES = fileURLToPath(new URL("../../fixtures/inspect/", import.meta.url));

const sample = (name: string): Buffer => readFileSync(join(SAMPLES, name));

/** Whole seconds as the time of every checkpoint: a copy can be given them exactly. */
const PREDICT = `# Makes a checkpoint of the kind that the shard's name says.
set -e
echo "$SHARD_ID $SHARD_ATTEMPT $SHARD_RESUME" >> ran.txt
case "$SHARD_ID" in
retried.txt) [ "$SHARD_ATTEMPT" -gt 1 ] || exit 7 ;;
resumed.txt)
  if [ "$SHARD_RESUME" = 0 ]; then
    cp "$SHARD_INPUT" "$SHARD_WORK/part-1"
    : > "$SHARD_WORK/part-1.done"
    echo $$ > resumed.pid
    while :; do sleep 0.05; done
  fi ;;
esac
case "$SHARD_ID" in
tree-*)
  mkdir -p "$SHARD_CHECKPOINT/deep/er"
  cp "$SHARD_INPUT" "$SHARD_CHECKPOINT/one"
  echo "two of $SHARD_ID" > "$SHARD_CHECKPOINT/deep/er/two" ;;
model) cp -R models/sharded "$SHARD_CHECKPOINT" ;;
wide.bin)
  : > "$SHARD_CHECKPOINT"
  for block in 1 2 3 4 5 6 7 8 9; do cat models/wide.bin >> "$SHARD_CHECKPOINT"; done ;;
*.txt) tr a-z A-Z < "$SHARD_INPUT" > "$SHARD_CHECKPOINT" ;;
*) cp "models/$SHARD_ID" "$SHARD_CHECKPOINT" ;;
esac
find "$SHARD_CHECKPOINT" -exec touch -d 2026-01-02T03:04:05Z {} +
`;

const DEFINITION = `name: genomes
shards: in/**/*.in
checkpoint: out/{id}
work: work/{id}
command: sh predict.sh
shell: sh
retries: 1
fingerprint-files: |
  predict.sh
  models/**
fingerprint-text: |
  model 1.0
  beam 4
`;

const IDS = [
  "plain-1.txt",
  "plain-2.txt",
  "plain-3.txt",
  "plain-4.txt",
  "chr1/contig 5.txt",
  "tree-1",
  "tree-2",
  "model",
  "wide.bin",
  "state.json",
  "lines.jsonl",
  "weights.safetensors",
  "state.pt",
  "array.npy",
  "table.parquet",
  "legacy.pt",
  "retried.txt",
  "resumed.txt",
];

/** Checkpoints that lay there before Donemark came. */
const ADOPTED = ["old-marker.pt", "old-status.json"];

function models(): Readonly<Record<string, string | Uint8Array>> {
  const state = { status: "complete", version: "1.2", epoch: 3 };
  return {
    "models/wide.bin": Buffer.from(Array.from({ length: 20_000 }, (_, at) => (at * at) % 251)),
    "models/state.json": JSON.stringify({ status: "complete", version: "1.0", loss: 0.25 }),
    "models/lines.jsonl": '{"step":1}\n{"step":2,"status":"complete"}\n',
    "models/weights.safetensors": safetensorsFile(Buffer.alloc(1024, 7), {
      status: "complete",
      version: "2",
    }),
    "models/state.pt": torchFile({ pickle: pickle(state), tensors: [Buffer.alloc(4096, 1)] }),
    "models/array.npy": sample("array.npy"),
    "models/table.parquet": sample("bare.parquet"),
    "models/legacy.pt": sample("legacy.pt"),
    "models/sharded/model.safetensors.index.json": sample("sharded/model.safetensors.index.json"),
    "models/sharded/model-00001-of-00002.safetensors": sample(
      "sharded/model-00001-of-00002.safetensors",
    ),
    "models/sharded/model-00002-of-00002.safetensors": sample(
      "sharded/model-00002-of-00002.safetensors",
    ),
  };
}

/** Twenty finished shards of one definition, with their markers. */
export async function project(folder: string): Promise<void> {
  const inputs = [...IDS, ...ADOPTED].map((id) => [`in/${id}.in`, `>${id}\nacgt ${id}\n`]);
  const here = openTerminal({
    ...Object.fromEntries(inputs),
    ...models(),
    "predict.sh": PREDICT,
    "donemark.yml": DEFINITION,
    "out/old-marker.pt": sample("virnucpro/output_1_DNABERT_S.pt"),
    "out/old-marker.pt.done": "",
    "out/old-status.json": JSON.stringify({ status: "complete", version: "0.9" }),
  });
  const first = here.start(["run", "--only", "resumed.txt"]);
  await killAt(first, [here.path("resumed.pid")]);
  await here.donemark(["run"]);
  // The notes of this run are no part of the project: its tests want to see that nothing runs.
  writeFileSync(here.path("ran.txt"), "");
  keepTree(here.folder, join(folder, "project"));
}
