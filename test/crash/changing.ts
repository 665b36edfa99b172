import { mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { filesBelow } from "./disk-look.ts";

/** What a result depends on can be in one of two states each; a change is a change to the other. */
type Value = "A" | "B";
export interface Now {
  readonly input: Value;
  readonly command: Value;
  readonly files: Value;
  readonly text: Value;
}
export type Part = keyof Now;

export const ALL_A: Now = { input: "A", command: "A", files: "A", text: "A" };

export function changed(now: Now, part: Part): Now {
  return { ...now, [part]: now[part] === "A" ? "B" : "A" };
}

/** A checkpoint that is a file, with its work beside it, or a directory that is its own work. */
export type Layout = "file" | "directory";

/**
 * A command whose every word comes from what the fingerprint covers. It makes two parts of its work, each with its
 * `.done`, goes on from those that are there only when it is told to, and puts what the parts say into its checkpoint:
 * whatever it was wrongly given shows there. SOAK_FAIL and SOAK_HALT, no part of the fingerprint, name the shards and
 * the places where it fails, and where it waits to be killed.
 */
function commandText(now: Now, layout: Layout): string {
  return `
version=${now.command}
work=$SHARD_WORK
mkdir -p "$work"
read -r input < "$SHARD_INPUT"
read -r files < model.txt
read -r text < said.txt
all="input $input command $version files $files text $text"
stop() {
  case " $SOAK_FAIL " in *" $SHARD_ID:$1 "*) exit 1 ;; esac
  case " $SOAK_HALT " in *" $SHARD_ID:$1 "*) echo "halted at $1"; exec sleep 60 ;; esac
}
part() {
  if [ "$SHARD_RESUME" = 1 ] && [ -e "$work/part-$1.done" ]; then return; fi
  rm -f "$work/part-$1.done"
  echo "$all" > "$work/part-$1"
  : > "$work/part-$1.done"
}
part 1
stop part
part 2
read -r one < "$work/part-1"
read -r two < "$work/part-2"
echo '{"status":"complete","one":"'$one'","two":"'$two'","all":"'$all'"}' > "${resultOf(layout)}"
stop checkpoint
`;
}

function resultOf(layout: Layout): string {
  return layout === "file" ? "$SHARD_CHECKPOINT" : "$SHARD_CHECKPOINT/result.json";
}

/** The inputs of a definition over the shards of a folder. */
export function definitionOf(now: Now, layout: Layout, store: string): Record<string, string> {
  return {
    name: "changing",
    shards: "in/*.txt",
    checkpoint: layout === "file" ? "out/{id}.json" : "out/{id}",
    ...(layout === "file" && { work: "work/{id}" }),
    command: commandText(now, layout),
    shell: "sh",
    "fingerprint-files": "model.txt",
    "fingerprint-text": `said ${now.text}`,
    store,
  };
}

/** Some time long ago: neither size nor time tells one state of a file from the other. */
const THEN = new Date("2026-01-01T00:00:00Z");

/** Puts the files of a folder into a state. */
export function writeNow(folder: string, ids: readonly string[], now: Now): void {
  mkdirSync(join(folder, "in"), { recursive: true });
  for (const id of ids) writeAt(join(folder, "in", `${id}.txt`), `${id}-${now.input}\n`);
  writeAt(join(folder, "model.txt"), `${now.files}\n`);
  writeAt(join(folder, "said.txt"), `${now.text}\n`);
}

function writeAt(path: string, text: string): void {
  writeFileSync(path, text);
  utimesSync(path, THEN, THEN);
}

/** What a checkpoint must hold, and what it holds: the text of its one result and of its parts, if it has them inside. */
export function expectedOf(id: string, now: Now, layout: Layout): readonly string[] {
  const all = `input ${id}-${now.input} command ${now.command} files ${now.files} text ${now.text}`;
  const result = `{"status":"complete","one":"${all}","two":"${all}","all":"${all}"}\n`;
  return layout === "file" ? [result] : [`${all}\n`, "", `${all}\n`, "", result];
}

export function foundIn(checkpoint: string): readonly string[] {
  return filesBelow(checkpoint).map((file) => readFileSync(file, "utf8"));
}

export function checkpointOf(folder: string, id: string, layout: Layout): string {
  return join(folder, "out", layout === "file" ? `${id}.json` : id);
}

/** The command of a killed run may write for a moment more. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}
