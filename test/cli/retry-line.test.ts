import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { workspace, type Workspace } from "../fixtures/cli/workspace.ts";
import { DIST } from "../helpers/program.ts";

/** Makes three parts, and fails at the third one as long as `fixed` is not there. */
const COMMAND = [
  'for i in 1 2 3; do p="$SHARD_WORK/p$i"; [ -e "$p.done" ] && continue',
  "if [ $i = 3 ] && [ ! -e fixed ]; then exit 1; fi",
  'echo $i > "$p"; : > "$p.done"; echo "$SHARD_ID $i" >> parts; done',
  'cat "$SHARD_WORK"/p? > "$SHARD_CHECKPOINT"',
].join("; ");

const DEFINITION = {
  shards: "in/*.txt",
  checkpoint: "out/{id}.txt",
  work: "work/{id}",
  shell: "sh",
  command: COMMAND,
};

/** Pastes the line that stands under the failure into a shell. */
function paste(here: Workspace, stderr: string): string {
  const line = /^To go on once that is mended: (donemark .*)$/m.exec(stderr)?.[1] ?? "";
  const cli = `${DIST}/cli.js`;
  const script = `donemark() { "$NODE" "$CLI" "$@"; }\n${line}\n`;
  const env = { ...process.env, NODE: process.execPath, CLI: cli };
  execFileSync("sh", ["-c", script], { cwd: here.folder, env, stdio: "pipe" });
  return line;
}

function expectGoneOn(here: Workspace): void {
  expect(here.lines("parts")).toEqual(["it's 1", "it's 2", "it's 3"]);
  expect(here.read("out/it's.txt")).toBe("1\n2\n3\n");
}

test("the line under a failure goes on from the finished parts", async () => {
  const here = workspace();
  here.write("in/it's.txt", "a");
  here.define(DEFINITION);
  const failed = await here.run();
  expect(failed.code).toBe(1);
  here.write("fixed");
  expect(paste(here, failed.stderr)).not.toContain("--force");
  expectGoneOn(here);
});

test("carries the config file, where it is not the usual one", async () => {
  const here = workspace();
  here.write("in/it's.txt", "a");
  here.define({ ...DEFINITION, command: "exit 9" });
  here.write("sets/the second one.yml", JSON.stringify(DEFINITION));
  const failed = await here.run("--config", "sets/the second one.yml");
  here.write("fixed");
  paste(here, failed.stderr);
  expectGoneOn(here);
});

test("carries the flags that were the definition", async () => {
  const here = workspace();
  here.write("in/it's.txt", "a");
  const flags = Object.entries(DEFINITION).map(([name, value]) => `--${name}=${value}`);
  const failed = await here.run(...flags, "--max-failures=0", "--only=it*");
  here.write("fixed");
  paste(here, failed.stderr);
  expectGoneOn(here);
});
