import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { donemark, temporaryFolder } from "../helpers/program.ts";

/** Two shards, one after the other; the first one's command writes to a file that the second depends on. */
function scene(change: string): { readonly folder: string; readonly job: readonly string[] } {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "in"));
  writeFileSync(join(folder, "in", "a"), "a");
  writeFileSync(join(folder, "in", "b"), "b");
  writeFileSync(join(folder, "model"), "1");
  writeFileSync(join(folder, "change.sh"), change);
  const command = 'sh change.sh; cat "$SHARD_INPUT" > "$SHARD_CHECKPOINT"';
  const job = [
    "--shards=in/*",
    "--checkpoint=out/{id}",
    "--fingerprint-files=model",
    `--command=${command}`,
  ];
  return { folder, job };
}

interface Result {
  readonly id: string;
  readonly outcome: string;
  readonly attempts: number;
  readonly why?: string;
}

async function results(folder: string, job: readonly string[]): Promise<readonly Result[]> {
  const { stdout } = await donemark(folder, "run", "--json", "--parallel=1", ...job);
  const { shards }: { readonly shards: readonly Result[] } = JSON.parse(stdout);
  return shards;
}

async function outcomes(folder: string, job: readonly string[]): Promise<Record<string, string>> {
  const shards = await results(folder, job);
  return Object.fromEntries(shards.map(({ id, outcome }) => [id, outcome]));
}

test("a shard whose input changed since the run began is not started; the next run decides anew", async () => {
  const { folder, job } = scene('if [ "$SHARD_ID" = a ]; then printf other > in/b; fi');
  expect(await outcomes(folder, job)).toEqual({ a: "done", b: "stopped" });
  expect(await outcomes(folder, job)).toEqual({ a: "skipped", b: "done" });
});

test("a shard whose own input changed while its command ran is not marked", async () => {
  const { folder, job } = scene('if [ "$SHARD_ID" = b ]; then printf other > in/b; fi');
  expect(await outcomes(folder, job)).toEqual({ a: "done", b: "failed" });
});

test("a shard is not marked when a fingerprint file changed while its command ran", async () => {
  const { folder, job } = scene('if [ "$SHARD_ID" = b ]; then printf 2 > model; fi');
  expect(await outcomes(folder, job)).toEqual({ a: "done", b: "failed" });
});

test("a shard whose own input changed is not tried again by this run, and is made by the next one", async () => {
  const { folder, job } = scene('if [ "$SHARD_ID" = b ]; then printf other > in/b; fi');
  const [, b] = await results(folder, [...job, "--retries=3"]);
  expect(b).toMatchObject({ id: "b", outcome: "failed", attempts: 1 });
  expect(b?.why).toContain("while the command ran");
  expect(await outcomes(folder, job)).toEqual({ a: "skipped", b: "done" });
});

test.skipIf(process.platform !== "linux")(
  "a shard whose command left something running is tried again, unless retry-on names other failures (Linux)",
  async () => {
    const change = "if [ $SHARD_ID = b ]; then (exec 5> out/b.part; sleep 60) & fi";
    for (const [flags, attempts] of [
      [["--retries=1"], 2],
      [["--retries=1", "--retry-on=75"], 1],
    ] as const) {
      const { folder, job } = scene(change);
      const rules = ["--shard-timeout=1s", "--stop-grace=6s", ...flags];
      const [, b] = await results(folder, [...job, ...rules]);
      expect(b).toMatchObject({ id: "b", outcome: "failed", attempts });
      expect(b?.why).toContain("still-running");
    }
  },
);
