import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { start, temporaryFolder, terminalEnv } from "../helpers/program.ts";

const COUNTER = new URL("../helpers/count-calls.mjs", import.meta.url).href;

/** Calls of the file system by name, entries of listed folders, bytes of read files, and events. */
type Counts = Readonly<Record<string, number>>;

/** A workspace whose caches and leases lie elsewhere: how often these are renewed depends on the time alone. */
function workspaceIn(folder: string): string {
  const workspace = join(folder, "work");
  mkdirSync(workspace);
  return workspace;
}

/** Runs to its end in a workspace, and counts what is done with the files there. */
async function countRun(
  folder: string,
  args: readonly string[],
): Promise<{ readonly counts: Counts; readonly stderr: string }> {
  const calls = join(folder, "calls.json");
  const env = terminalEnv(folder, {
    NODE_OPTIONS: `--import=${COUNTER}`,
    DONEMARK_TEST_CALLS: calls,
    DONEMARK_HEARTBEAT_MS: "60000",
  });
  const workspace = join(folder, "work");
  const ended = await start(workspace, ["run", "--json-lines", ...args], { env }).ended;
  expect(ended.code, ended.stderr).toBe(0);
  const counts: Counts = JSON.parse(readFileSync(calls, "utf8"));
  const events = ended.stdout.split("\n").filter((line) => line !== "");
  return { counts: { ...counts, events: events.length }, stderr: ended.stderr };
}

const PER_SHARD = ["--checkpoint=out/{id}.txt", '--command=echo 1 > "$SHARD_CHECKPOINT"'];

/** Reads what it is to make from SHARDS_FILE. */
const PER_JOB = [
  "--run-per=job",
  "--checkpoint=out/{id}.txt",
  `--command=while read -r line; do
    place=\${line#*'"checkpoint":"'}; place=\${place%%'"'*}
    echo 1 > "$place"; : > "$place.done"
  done < "$SHARDS_FILE"`,
];

describe("the work of a run for a shard", () => {
  test.each([
    ["a command for each", PER_SHARD, { few: 20, many: 120 }],
    ["one program for all", PER_JOB, { few: 300, many: 3000 }],
  ])(
    "is the same however many shards run: %s",
    { timeout: 300_000 },
    async (_, args, { few, many }) => {
      const [little, much] = await Promise.all(
        [few, many].map(async (shards) => {
          const folder = temporaryFolder();
          workspaceIn(folder);
          const { counts } = await countRun(folder, [`--shards=${shards}`, ...args]);
          return counts;
        }),
      );
      expect(growing(little ?? {}, much ?? {}, many / few)).toEqual([]);
    },
  );

  test("is the same however many others are done", { timeout: 300_000 }, async () => {
    const counts = await Promise.all(
      [
        { done: 40, toRun: 4 },
        { done: 40, toRun: 24 },
        { done: 840, toRun: 4 },
        { done: 840, toRun: 24 },
      ].map(countRest),
    );
    const [base, runs, dones, both] = counts;
    for (const name of Object.keys(both ?? {})) {
      const [a = 0, b = 0, c = 0, d = 0] = [base, runs, dones, both].map((one) => one?.[name]);
      // What a shard costs beside 840 others, and what it costs beside 40.
      const [among, alone] = [(d - c) / 20, (b - a) / 20];
      expect([name, among <= alone * 1.05 + 1 ? "as many" : { alone, among }]).toEqual([
        name,
        "as many",
      ]);
    }
  });
});

/**
 * The counts that grow faster than the number of shards; few calls come at other times than with a shard. Looks for markers
 * (`existsSync`) come by a timer, and test/machine/watch.test.ts bounds those.
 */
function growing(few: Counts, many: Counts, times: number): readonly unknown[] {
  return Object.entries(many)
    .filter(([name]) => name !== "existsSync")
    .filter(([name, count]) => count > (few[name] ?? 0) * times * 1.05 + 40)
    .map(([name, count]) => ({ name, few: few[name] ?? 0, many: count }));
}

/** Counts a run of what remains where others are done. */
async function countRest(shards: {
  readonly done: number;
  readonly toRun: number;
}): Promise<Counts> {
  const folder = temporaryFolder();
  const workspace = workspaceIn(folder);
  const all = shards.done + shards.toRun;
  const list = Array.from({ length: all }, (_, place) => JSON.stringify({ id: `s${place}` }));
  writeFileSync(join(workspace, "list.jsonl"), `${list.join("\n")}\n`);
  const given = "--shards=@list.jsonl";
  const first = await countRun(folder, [given, ...PER_JOB, `--only=${range(0, shards.done)}`]);
  expect(first.stderr).toContain("0 skipped");
  const command = [given, ...PER_SHARD, "--rerun-on=input", `--parallel=2`];
  const { counts, stderr } = await countRun(folder, command);
  expect(stderr).toContain(`${shards.done.toLocaleString("en")} skipped`);
  return counts;
}

function range(from: number, to: number): string {
  return Array.from({ length: to - from }, (_, place) => `s${from + place}`).join("\n");
}
