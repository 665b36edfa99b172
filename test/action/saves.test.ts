import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../helpers/program.ts";
import { cancel, createRunner, untilWritten } from "./runner.ts";

const FILES = { "in/a.txt": "aa\n", "in/b.txt": "bb\n" };
const INPUTS = {
  shards: "in/*.txt",
  checkpoint: "out/{id}.txt",
  command: 'cp "$SHARD_INPUT" "$SHARD_CHECKPOINT"',
};

describe("what main could not save", () => {
  test("is tried again by post, also where the run was never stopped", async () => {
    const runner = createRunner({ ...FILES, store: "a file where the store should be" });
    const main = await runner.main({ inputs: { ...INPUTS, store: "file:store" } }).ended;
    expect(main).toMatchObject({ code: 0, outputs: { ran: "2", saved: "0", "all-done": "true" } });
    expect(main.state).not.toHaveProperty("finished");
    expect(main.log.match(/^::warning::.*not saved.*$/gm)).toHaveLength(1);
    const refused = await runner.post().ended;
    expect(refused).toMatchObject({ code: 0 });
    expect(refused.log.match(/^::warning::.* not saved .*$/gm)).toEqual([
      expect.stringMatching(/2 shards \(\[a\], \[b\]\) are done, but were not saved to file:/),
    ]);
    rmSync(join(runner.workspace, "store"));
    const post = await runner.post().ended;
    expect(post).toMatchObject({ code: 0, log: "Saved 2 finished shards after the stop.\n" });
  });

  test("is nothing where every save went well: post does nothing", async () => {
    const runner = createRunner(FILES);
    const main = await runner.main({ inputs: { ...INPUTS, store: "file:store" } }).ended;
    expect(main).toMatchObject({ outputs: { saved: "2" }, state: { finished: "true" } });
    expect(await runner.post().ended).toMatchObject({ code: 0, log: "" });
  });
});

test("the work of a shard that a cancel has cut off is saved by post, and another runner goes on from it", async () => {
  const store = `file:${temporaryFolder("donemark-store-")}`;
  const command = [
    'if [ "$SHARD_RESUME" = 1 ]; then cat "$SHARD_WORK/one" > "$SHARD_CHECKPOINT"; exit; fi',
    'echo 1 > "$SHARD_WORK/one"; : > "$SHARD_WORK/one.done"',
    "trap 'exit 1' INT TERM",
    "echo started > started",
    "while :; do sleep 0.05; done",
  ].join("\n");
  const inputs = { ...INPUTS, work: "work/{id}", command, store };
  const first = createRunner({ "in/a.txt": "aa\n" });
  const step = first.main({ inputs });
  await untilWritten(join(first.workspace, "started"));
  await cancel(step);
  const post = await first.post().ended;
  expect(post.log).toContain("Saved the work of 1 unfinished shard after the stop.\n");

  const second = createRunner({ "in/a.txt": "aa\n" });
  const { code, outputs } = await second.main({ inputs }).ended;
  expect({ code, outputs }).toMatchObject({ code: 0, outputs: { resumed: "1", ran: "1" } });
  expect(existsSync(join(second.workspace, "out/a.txt.done"))).toBe(true);
});
