import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sampleOrFull } from "../helpers/campaign.ts";
import type { Chance } from "../helpers/random.ts";
import { contentOf, fullMarkerOf } from "./disk-look.ts";
import { lastSteps, observeRun, type ObservedRun, type Step } from "./observed-run.ts";

const EXAMPLE = fileURLToPath(new URL("../../examples/lambda", import.meta.url));

export const SHARDS = Array.from(
  { length: sampleOrFull(12, 40) },
  (_, place) => `shard-${String(place).padStart(2, "0")}`,
);

export const RUN = [
  "run",
  "--json",
  "--parallel=2",
  "--store=file:store",
  "--command=node padded.mjs",
] as const;

/**
 * The example's predictor, with a note of each start in a file that is no part of the definition. Two of five
 * checkpoints are directories with some megabytes beside the prediction, so that flushing, digesting and saving take
 * as long as they do with real ones: 5 MB are above the size up to which the digest is part of the first marker.
 */
const PADDED = `
import { appendFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";

const { SHARD_ID, SHARD_RESUME, SHARD_CHECKPOINT, SOAK_STARTS, SOAK_ROUND } = process.env;
appendFileSync(SOAK_STARTS, \`\${SOAK_ROUND} \${SHARD_ID} \${SHARD_RESUME}\\n\`);
const kind = Number(SHARD_ID.slice(-2)) % 5;
if (kind < 3) await import("./predict.mjs");
else {
  const whole = \`\${SHARD_CHECKPOINT}.tmp\`;
  rmSync(whole, { recursive: true, force: true });
  mkdirSync(whole);
  process.env.SHARD_CHECKPOINT = \`\${whole}/prediction.safetensors\`;
  await import("./predict.mjs");
  writeFileSync(\`\${whole}/padding.bin\`, Buffer.alloc(kind === 3 ? 1_000_000 : 5_000_000, SHARD_ID));
  renameSync(whole, SHARD_CHECKPOINT);
}
`;

/** Cuts the genome into shards in a folder that holds the example and the command with its notes. */
export function prepareLambda(folder: string): string {
  cpSync(EXAMPLE, folder, { recursive: true });
  writeFileSync(join(folder, "padded.mjs"), PADDED);
  const cut = ["cut.mjs", "lambda.fa", "shards", String(SHARDS.length)];
  execFileSync(process.execPath, cut, { cwd: folder });
  return folder;
}

export function checkpointOf(folder: string, id: string): string {
  return join(folder, "out", `${id}.safetensors`);
}

/** The content of every checkpoint that has a full marker. */
export function markedIn(folder: string): ReadonlyMap<string, string> {
  const marked = SHARDS.filter((id) => fullMarkerOf(checkpointOf(folder, id)) !== undefined);
  return new Map(marked.map((id) => [id, contentOf(checkpointOf(folder, id))]));
}

/** One start of a command: the round it was in, and what it was told. */
export interface CommandStart {
  readonly round: number;
  readonly id: string;
  readonly resumed: boolean;
}

export function startsIn(folder: string): readonly CommandStart[] {
  const file = startsFile(folder);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => {
    const [round = "", id = "", resumed = ""] = line.split(" ");
    return { round: Number(round), id, resumed: resumed === "1" };
  });
}

/** When a run is taken away: some time after its start, or right after it said a step for the n-th time. */
export interface Moment {
  readonly after: "start-up" | "executed" | "committing" | "saving";
  /** Of the step, from 1. */
  readonly time: number;
  readonly delayMs: number;
}

const STEPS = ["start-up", "executed", "saving", "committing"] as const;
const AFTER = [...STEPS, "start-up", "saving", "executed", "committing"] as const;

/** The moments take turns in kind, and are scattered within it. */
export function momentOf(round: number, chance: Chance): Moment {
  const after = AFTER[round % AFTER.length] ?? "start-up";
  if (after === "start-up") return { after, time: 1, delayMs: 60 + chance.below(900) };
  return { after, time: 1 + chance.below(2), delayMs: chance.unit() * 3 };
}

/** How a round ended. */
export interface Round {
  readonly isKilled: boolean;
  /** The last step of every shard that was in hand. */
  readonly last: ReadonlyMap<string, string>;
  readonly tag: string;
}

/** Starts the program and takes it away at this moment, if it does not come to its end before. */
export async function playRound(folder: string, round: number, moment: Moment): Promise<Round> {
  let left = moment.time;
  const onStep = ({ phase }: Step, run: ObservedRun): void => {
    if (phase !== moment.after || run.isKilled()) return;
    left -= 1;
    if (left > 0) return;
    pause(moment.delayMs);
    run.kill();
  };
  const run = observeRun({ folder, args: RUN, env: envOf(folder, round), onStep });
  const timer =
    moment.after === "start-up" ? setTimeout(() => run.kill(), moment.delayMs) : undefined;
  await run.ended;
  clearTimeout(timer);
  return { isKilled: run.isKilled(), last: lastSteps(run.steps), tag: run.tag };
}

/** The environment of a round, in which each shard takes some time, as it would on a GPU. */
export function envOf(folder: string, round: number): Record<string, string> {
  return { SOAK_STARTS: startsFile(folder), SOAK_ROUND: String(round), PREDICT_SECONDS: "0.15" };
}

function startsFile(folder: string): string {
  return join(folder, "starts.txt");
}

/** Timers are whole milliseconds, and a commit takes three. */
function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
