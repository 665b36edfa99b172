import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { temporaryFolder } from "../helpers/program.ts";
import { fullMarkerOf, namesBelow } from "./disk-look.ts";

const SHARDS = Array.from({ length: 100 }, (_, place) => String(place).padStart(4, "0"));
const SLOTS = 2;
const START_MS = 1000;
const SHARD_MS = 50;

/** A worker with a second to load its model, its own start included, and waits that timers do not lengthen. */
const WORKER = `
import { appendFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";

const nobody = new Int32Array(new SharedArrayBuffer(4));
const compute = (ms) => Atomics.wait(nobody, 0, 0, ms);

compute(${START_MS} - performance.now());
for await (const line of createInterface({ input: process.stdin })) {
  const { id, checkpoint } = JSON.parse(line);
  appendFileSync("handed-out.txt", \`\${id}\\n\`);
  compute(${SHARD_MS});
  writeFileSync(checkpoint, \`result of \${id}\\n\`);
  writeFileSync(\`\${checkpoint}.done\`, "");
}
`;

/** The same workers with nobody who looks after shards: each is told its half at once. */
const BARE = `
import { spawn } from "node:child_process";

const halves = [0, 1].map((half) => ${JSON.stringify(SHARDS)}.filter((_, place) => place % 2 === half));
for (const ids of halves) {
  const { stdin } = spawn(process.execPath, ["worker.mjs"], { stdio: ["pipe", "inherit", "inherit"] });
  stdin.end(ids.map((id) => JSON.stringify({ id, checkpoint: \`out/\${id}.txt\` }) + "\\n").join(""));
}
`;

/** A run of them, with a worker for each slot. */
export const RUN = [
  "run",
  "--json",
  "--run-per=slot",
  `--parallel=${SLOTS}`,
  `--shards=${SHARDS.length}`,
  "--checkpoint=out/{id}.txt",
  "--command=node worker.mjs",
  "--store=none",
] as const;

/** Runs the workers bare, in a folder of their own. */
export function runBare(): void {
  const folder = prepare();
  mkdirSync(join(folder, "out"));
  writeFileSync(join(folder, "bare.mjs"), BARE);
  execFileSync(process.execPath, ["bare.mjs"], { cwd: folder });
  expect(handedOut(folder)).toHaveLength(SHARDS.length);
}

/** A folder with the worker. */
export function prepare(): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "worker.mjs"), WORKER);
  return folder;
}

function checkpointOf(folder: string, id: string): string {
  return join(folder, "out", `${id}.txt`);
}

/** Shards with a full marker. */
export function markedIn(folder: string): ReadonlySet<string> {
  return new Set(SHARDS.filter((id) => fullMarkerOf(checkpointOf(folder, id)) !== undefined));
}

/** What the workers were told, in order. */
export function handedOut(folder: string): readonly string[] {
  const file = join(folder, "handed-out.txt");
  return existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : [];
}

export function expectAllDone(folder: string): void {
  for (const id of SHARDS) {
    expect(readFileSync(checkpointOf(folder, id), "utf8")).toBe(`result of ${id}\n`);
  }
  expect(markedIn(folder).size).toBe(SHARDS.length);
  expect(namesBelow(folder, /^\.donemark-tmp-|\.stale$|\.started$/)).toEqual([]);
}
