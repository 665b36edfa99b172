import { createHash } from "node:crypto";
import { utimesSync } from "node:fs";
import { join } from "node:path";
import { keepTree } from "./keep.ts";
import { openTerminal } from "./terminal.ts";

const INPUTS = { "in/a.fa": ">a\nacgt\n", "in/b.fa": ">b\nttga\n" };
const COPY = 'cp "$SHARD_INPUT" "$SHARD_CHECKPOINT"';
const GIVEN = createHash("sha256").update("an input that is on another machine").digest("hex");

const WORKER = `while read -r line; do
  path=$(printf %s "$line" | sed 's/.*"checkpoint":"\\([^"]*\\)".*/\\1/')
  printf '%s\\n' "made by a worker" > "$path"
  : > "$path.done"
done
`;

const PROGRAM = `sed 's/.*"checkpoint":"\\([^"]*\\)".*/\\1/' "$SHARDS_FILE" | while read -r path; do
  printf '%s\\n' "made by a program" > "$path"
  : > "$path.done"
done
`;

/** Definitions whose fingerprints are made in different ways, each with a folder of its own. */
const VARIANTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  stat: { "input-fingerprint": "stat", command: COPY },
  name: { "input-fingerprint": "name", command: COPY },
  number: {
    shards: 3,
    checkpoint: "number/{index}-{id}.txt",
    command: 'echo "$SHARD_INDEX of $SHARD_COUNT" > "$SHARD_CHECKPOINT"',
  },
  list: {
    shards: [
      { id: "both", inputs: ["in/a.fa", "in/b.fa"] },
      { id: "given", inputs: ["elsewhere/c.fa"], sha256: [GIVEN] },
      { id: "none" },
    ],
    command: 'echo "$SHARD_ID" > "$SHARD_CHECKPOINT"',
  },
  "rerun-on": { "rerun-on": "input,text", "fingerprint-text": "v1", command: COPY },
  elsewhere: {
    "working-directory": "in",
    shell: "bash",
    check: 'test -s "$SHARD_CHECKPOINT"',
    command: `${COPY}   \n\n`,
  },
  template: { shell: "sh -e {0}", command: COPY },
  slot: { "run-per": "slot", command: WORKER },
  job: { "run-per": "job", command: PROGRAM },
  unnamed: { name: undefined, command: COPY },
  status: {
    checkpoint: "status/{name}.json",
    status: { field: "state", complete: ["ready"], "version-field": "form", "highest-version": 3 },
    command: `echo '{"state":"ready","form":3}' > "$SHARD_CHECKPOINT"`,
  },
};

/** Shards that each of these definitions has finished. */
export async function variants(folder: string): Promise<void> {
  const definitions = Object.entries(VARIANTS).map(([name, own]) => [
    `${name}.yml`,
    JSON.stringify({
      name,
      shards: "in/*.fa",
      checkpoint: `${name}/{id}.txt`,
      shell: "sh",
      ...own,
    }),
  ]);
  const here = openTerminal({ ...INPUTS, ...Object.fromEntries(definitions) });
  // Whole seconds: a copy can be given them exactly.
  for (const name of Object.keys(INPUTS)) utimesSync(here.path(name), 1_767_323_045, 1_767_323_045);
  for (const name of Object.keys(VARIANTS)) await here.donemark(["run", "--config", `${name}.yml`]);
  keepTree(here.folder, join(folder, "variants"));
}
