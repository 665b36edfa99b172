import { spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { createInterface } from "node:readline";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { EXIT, UserError } from "../core/text/problem.ts";
import { endProcesses, findTagged } from "../machine/processes.ts";
import { painter } from "../ui/terminal/terminal.ts";
import type { Call } from "./cli/call.ts";
import { lastingStream } from "../ui/terminal/streams.ts";
import type { Command } from "./cli/command.ts";

const SHARDS = 12;
const KILL_AFTER_DONE = 5;
/** Stands for GPU time, so that there is a half-way to be killed at. */
const SECONDS_A_SHARD = "0.4";

/** Runs the main job on a real genome, kills it half-way with SIGKILL, and runs it again. */
async function runDemo({ invocation }: Call): Promise<number> {
  const folder = prepare(fileURLToPath(new URL("../examples/lambda/", invocation.home)));
  const paint = painter("stdout", process.env);
  const say = (text: string): void =>
    void lastingStream("stdout").write(`\n${paint("bold", text)}\n`);
  const cli = fileURLToPath(new URL("cli.js", invocation.home));
  const donemark = (...args: string[]): readonly string[] => [process.execPath, cli, ...args];

  say(
    `The genome of phage lambda (GenBank NC_001416, 48,502 bases), cut into ${SHARDS} shards in ${folder}`,
  );
  await start(folder, [process.execPath, "cut.mjs", "lambda.fa", "shards", String(SHARDS)]).exit;
  say("1. donemark run: one command per shard, two at a time");
  const first = start(folder, donemark("run", "--parallel=2"));
  await untilHalfway(folder);
  await killAll(first);
  say(
    `2. kill -9, with ${markersIn(folder)} shards done: Donemark and its commands are gone at once`,
  );
  say("3. donemark status: what is complete, and what the kill interrupted");
  await start(folder, donemark("status")).exit;
  say("4. donemark run again: only the unfinished shards run");
  const exitCode = await start(folder, donemark("run", "--parallel=2")).exit;
  say("5. donemark run once more: nothing is left to do");
  await start(folder, donemark("run")).exit;
  say(`Look around in ${folder}: out/*.done are the markers, donemark.yml is the definition.`);
  return exitCode === 0 ? EXIT.done : EXIT.failed;
}

/** Copies the example to a new folder. @throws {UserError} where the example is not beside the program. */
function prepare(example: string): string {
  if (!existsSync(join(example, "lambda.fa"))) {
    throw new UserError([
      `The demo needs ${example}, which is not there: run it from a clone of the repository.`,
    ]);
  }
  const folder = mkdtempSync(join(tmpdir(), "donemark-demo-"));
  for (const name of readdirSync(example)) {
    if (/\.(mjs|fa|yml)$/.test(name)) copyFileSync(join(example, name), join(folder, name));
  }
  mkdirSync(join(folder, "out"));
  return folder;
}

interface Started {
  readonly pid: number;
  readonly exit: Promise<number | null>;
}

function start(folder: string, argv: readonly string[]): Started {
  const [program = "", ...args] = argv;
  const env = { ...process.env, PREDICT_SECONDS: SECONDS_A_SHARD, CUDA_VISIBLE_DEVICES: "" };
  const child = spawn(program, args, { cwd: folder, env, stdio: ["ignore", "pipe", "inherit"] });
  createInterface({ input: child.stdout }).on("line", (line) => {
    // The predictor's own lines are in the logs.
    if (!line.startsWith("[")) lastingStream("stdout").write(`${line}\n`);
  });
  const exit = new Promise<number | null>((done) => {
    child.on("close", done);
    child.on("error", () => done(null));
  });
  return { pid: child.pid ?? 0, exit };
}

/** Until some shards are done, and the next ones have finished parts to go on from. */
async function untilHalfway(folder: string): Promise<void> {
  while (markersIn(folder) < KILL_AFTER_DONE) await pause(20);
  await pause((Number(SECONDS_A_SHARD) / 2) * 1000);
}

function markersIn(folder: string): number {
  return readdirSync(join(folder, "out")).filter((name) => name.endsWith(".done")).length;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/** SIGKILL for the run and for every process that it has started. */
async function killAll({ pid, exit }: Started): Promise<void> {
  process.kill(pid, "SIGKILL");
  await exit;
  await endProcesses(findTagged("PREDICT_SECONDS", SECONDS_A_SHARD), { graceMs: 0 });
}

export const demoCommand: Command = {
  name: "demo",
  about: "run the main job on a real genome, kill it half-way, run it again",
  positionals: { kind: "none" },
  switches: [],
  takesInputs: false,
  example: ["donemark demo", "takes about ten seconds, in a temporary folder"],
  run: runDemo,
};
