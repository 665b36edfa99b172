import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sampleOrFull } from "../helpers/campaign.ts";
import { start, temporaryFolder, terminalEnv } from "../helpers/program.ts";
import { tally } from "../helpers/tally.ts";

/** The largest number that `shards` takes is 300,000. */
const SHARDS = sampleOrFull(3000, 300_000);
const LEFT = [7, SHARDS - 1];

const checkpointOf = (workspace: string, shard: number): string =>
  join(workspace, "out", `${String(shard).padStart(String(SHARDS - 1).length, "0")}.txt`);

/** Runs the command of those shards that are left, and of no other. */
async function runRest(folder: string, workspace: string): Promise<readonly string[]> {
  const args = [
    `--shards=${SHARDS}`,
    "--checkpoint=out/{id}.txt",
    '--command=echo "$SHARD_ID" >> ran.txt; echo made > "$SHARD_CHECKPOINT"',
    "--json-lines",
  ];
  const ended = await start(workspace, ["run", ...args], { env: terminalEnv(folder) }).ended;
  expect(ended.code, ended.stderr.slice(-2000)).toBe(0);
  const events = ended.stdout.split("\n").filter((line) => line !== "");
  return events.map((line): string => JSON.parse(line).kind).filter((kind) => kind === "executing");
}

test(
  "of the most shards that there may be, the one that is left starts, and the run ends with 0",
  { timeout: 3_600_000 },
  async () => {
    const folder = temporaryFolder();
    const workspace = join(folder, "work");
    mkdirSync(join(workspace, "out"), { recursive: true });
    const [first = 0, last = 0] = LEFT;
    for (let shard = 0; shard < SHARDS; shard += 1) {
      if (shard === last) continue;
      writeFileSync(checkpointOf(workspace, shard), "made before");
      writeFileSync(`${checkpointOf(workspace, shard)}.done`, "");
    }
    // The others have old empty markers, which become full ones.
    expect(await runRest(folder, workspace)).toHaveLength(1);
    rmSync(checkpointOf(workspace, first));
    rmSync(`${checkpointOf(workspace, first)}.done`);
    expect(await runRest(folder, workspace)).toHaveLength(1);
    for (const shard of LEFT) expect(existsSync(checkpointOf(workspace, shard))).toBe(true);
    tally("the most shards, all but one done", { shards: SHARDS, runs: 2, started: 2 });
  },
);
