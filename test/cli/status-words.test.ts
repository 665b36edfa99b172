import { expect, test } from "vitest";
import {
  decisions,
  outcomes,
  shardOf,
  workspace,
  type Workspace,
} from "../fixtures/cli/workspace.ts";

function job(status: unknown, more: Readonly<Record<string, unknown>> = {}): Workspace {
  const here = workspace();
  here.define({
    ...{ shards: [{ id: "a" }, { id: "b" }], checkpoint: "out/{id}.json", shell: "sh" },
    command: 'cp said "$SHARD_CHECKPOINT"',
    "max-failures": 0,
    ...more,
  });
  here.write("said", JSON.stringify({ status, data: 1 }));
  return here;
}

test.each([
  "failed",
  "Error: CUDA out of memory",
  "aborted",
  "cancelled",
  "incomplete",
  "pending",
  "OUT_OF_MEMORY",
  "OOMKilled",
  "Preempted",
  "NODE_FAIL",
  "evicted",
  "stopped",
  "suspended",
  "TimedOut",
  "CUDA out of memory. Tried to allocate 2 GiB",
  "Traceback (most recent call last):",
  false,
])("a command that ends with 0 and leaves a checkpoint of status %j has failed", async (status) => {
  const here = job(status);
  const ran = await here.run();
  expect(ran.code).toBe(1);
  expect(outcomes(ran)).toEqual(["a failed", "b failed"]);
  expect(ran.shards[0]?.why).toMatch(/status-(?:failed|in-progress): .*own status is/);
  expect(here.has("out/a.json.done")).toBe(false);
});

test("a word that the definition gives as complete is one, and the shards are done", async () => {
  const here = job("partial", { status: { complete: ["complete", "partial"] } });
  expect(await here.run()).toMatchObject({ code: 0, ran: 2 });
  expect(decisions(await here.status())).toEqual(["a skip done", "b skip done"]);
  const number = job(0, { status: { complete: [0] } });
  expect(await number.run()).toMatchObject({ code: 0, ran: 2 });
});

test("a word that nobody knows is marked on the exit code, with one warning for the run", async () => {
  const here = job("gathered");
  const ran = await here.run();
  expect(ran).toMatchObject({ code: 0, ran: 2 });
  expect(ran.stderr.match(/does not know/g)).toHaveLength(1);
  expect(ran.stderr).toContain('status: {complete: ["gathered"]}');
  expect(decisions(await here.status())).toEqual(["a skip done", "b skip done"]);
});

test("a marker that was written before its word counted as failure proves nothing any more", async () => {
  const here = job("failed", { status: { failed: [] } });
  expect(await here.run()).toMatchObject({ code: 0, ran: 2 });
  here.define({
    ...{ shards: [{ id: "a" }], checkpoint: "out/{id}.json", shell: "sh" },
    command: 'cp said "$SHARD_CHECKPOINT"',
  });
  expect(shardOf(await here.status(), "a")).toMatchObject({ reason: "status-failed" });
});

test("a traceback, a web page or a pointer in the place of a checkpoint is damaged", async () => {
  const here = job("complete");
  for (const text of [
    "Traceback (most recent call last):\n",
    "<html>\n",
    "version https://git-lfs.github.com/spec/v1\n",
  ]) {
    here.write("said", text);
    const ran = await here.run();
    expect(ran.code).toBe(1);
    expect(ran.shards[0]?.why).toContain(`damaged: it begins as`);
    expect(ran.shards[0]?.why).toContain(text.trim().slice(0, 30));
  }
});
