import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

export const IDS = ["a", "b", "c", "d", "e"] as const;

/**
 * What makes the shards: a file that is put together from parts, one of 200 kB, a directory of two files, a directory
 * of 5 MB (above the size up to which the digest is part of the first marker), and a file of 300 bytes. It writes in
 * place, so that a kill leaves checkpoints that are cut off.
 */
const MAKE = `
set -e
echo "$SHARD_ID $SHARD_RESUME" >> "$SOAK_STARTS"
fill() { yes "$SHARD_ID of $(cat "$SHARD_INPUT")" | head -c "$1"; }
case "$SHARD_ID" in
e) fill 100 > "$SHARD_CHECKPOINT"; sleep 0.05; fill 200 >> "$SHARD_CHECKPOINT" ;;
b) fill 100000 > "$SHARD_CHECKPOINT"; sleep 0.05; fill 100000 >> "$SHARD_CHECKPOINT" ;;
c) mkdir -p "$SHARD_CHECKPOINT/below"
  fill 1000 > "$SHARD_CHECKPOINT/one"; sleep 0.05; fill 700 > "$SHARD_CHECKPOINT/below/two" ;;
d) mkdir -p "$SHARD_CHECKPOINT"
  fill 2000000 > "$SHARD_CHECKPOINT/big"; sleep 0.05; fill 3000000 >> "$SHARD_CHECKPOINT/big" ;;
a) mkdir -p "$SHARD_WORK"
  for part in 1 2 3 4; do
    if [ ! -e "$SHARD_WORK/$part.done" ]; then
      fill "$(( part * 1000 ))" > "$SHARD_WORK/$part"; sleep 0.03; : > "$SHARD_WORK/$part.done"
    fi
  done
  cat "$SHARD_WORK/1" "$SHARD_WORK/2" "$SHARD_WORK/3" "$SHARD_WORK/4" > "$SHARD_CHECKPOINT" ;;
esac
`;

/** The files of a workspace. */
export const FILES: Readonly<Record<string, string>> = {
  "make.sh": MAKE,
  // The folder is there from the first, so that it can be watched.
  "out/readme": "",
  ...Object.fromEntries(IDS.map((id) => [`in/${id}.txt`, `the input ${id}`])),
};

/** The definition, but for its store and its name. */
export const DEFINITION = {
  shards: "in/*.txt",
  checkpoint: "out/{id}",
  work: "work/{id}",
  command: "sh make.sh",
  shell: "sh",
} as const;

interface Line {
  readonly id: string;
  readonly inputs: readonly string[];
  readonly checkpoint: string;
  readonly work: string;
  readonly resume: boolean;
}

/** What `restore` has started, from the file that it names. */
export function startedIn(shardsFile: string | undefined): readonly Line[] {
  const lines = readFileSync(shardsFile ?? "", "utf8").split("\n");
  return lines.filter(Boolean).map((line): Line => JSON.parse(line));
}

/** A user's own step for one shard; with `cut` it ends half-way, without the `.done`. */
export function predict(workspace: string, line: Line, options: PredictOptions): void {
  const checkpoint = resolve(workspace, line.checkpoint);
  if (options.cut) return writeFileSync(checkpoint, "half of");
  const env = {
    PATH: process.env["PATH"],
    SHARD_ID: line.id,
    SHARD_INPUT: resolve(workspace, line.inputs[0] ?? ""),
    SHARD_CHECKPOINT: checkpoint,
    SHARD_WORK: resolve(workspace, line.work),
    SHARD_RESUME: line.resume ? "1" : "0",
    SOAK_STARTS: options.starts,
  };
  execFileSync("sh", [join(workspace, "make.sh")], { cwd: workspace, env });
  return writeFileSync(`${checkpoint}.done`, "");
}

interface PredictOptions {
  readonly starts: string;
  readonly cut: boolean;
}

/** A start of a command. */
interface CommandStart {
  readonly id: string;
  readonly resumed: boolean;
}

export function readStarts(file: string): readonly CommandStart[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => {
    const [id = "", resumed = ""] = line.split(" ");
    return { id, resumed: resumed === "1" };
  });
}
