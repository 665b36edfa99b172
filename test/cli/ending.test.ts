import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { start, temporaryFolder, terminalEnv } from "../helpers/program.ts";

/** Notes in a file that the process was made to exit. */
const PROBE = `
import { appendFileSync } from "node:fs";
const { exit } = process;
process.exit = (code) => {
  appendFileSync(process.env.FORCED, "forced\\n");
  exit.call(process, code);
};
`;

const JOB = ["--shards", "6", "--checkpoint", "out/{id}.txt", "--parallel", "2"];
const EACH = 'echo 1 > "$SHARD_CHECKPOINT"';
const WORKER = `exec "${process.execPath}" -e '
const { createInterface } = require("node:readline");
const { writeFileSync } = require("node:fs");
createInterface({ input: process.stdin }).on("line", (line) => {
  const { checkpoint } = JSON.parse(line);
  writeFileSync(checkpoint, "1");
  writeFileSync(checkpoint + ".done", "");
});'`;

const CASES: readonly (readonly [string, number, readonly string[]])[] = [
  ["run", 0, ["run", ...JOB, "--command", EACH]],
  ["run with failures", 1, ["run", ...JOB, "--command", "exit 3"]],
  ["run per slot", 0, ["run", ...JOB, "--command", WORKER, "--run-per", "slot"]],
  ["run with a store", 0, ["run", ...JOB, "--command", EACH, "--store", "file:store"]],
  ["plan", 0, ["plan", ...JOB, "--command", EACH]],
  ["status", 0, ["status", ...JOB, "--command", EACH]],
  ["an unknown command", 2, ["perdict"]],
];

// An exit by force can hang for ever under Node 24 (nodejs/node#54918).
test.each(CASES)("%s: the process runs out, it is not made to exit", async (_, exitCode, args) => {
  const folder = temporaryFolder();
  const probe = join(folder, "probe.mjs");
  const forced = join(folder, "forced");
  writeFileSync(probe, PROBE);
  writeFileSync(forced, "");
  const env = terminalEnv(folder, { NODE_OPTIONS: `--import=${probe}`, FORCED: forced });
  const { code } = await start(folder, args, { env }).ended;
  expect(code).toBe(exitCode);
  expect(readFileSync(forced, "utf8")).toBe("");
});
