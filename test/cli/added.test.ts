import { appendFileSync, cpSync, rmSync, utimesSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { decisions, shardOf, workspace, type Workspace } from "../fixtures/cli/workspace.ts";

const MAKE =
  'mkdir -p "$SHARD_CHECKPOINT/deep"; echo one > "$SHARD_CHECKPOINT/one"; echo two > "$SHARD_CHECKPOINT/deep/two"';

function project(more: Readonly<Record<string, unknown>> = {}): Workspace {
  const here = workspace();
  here.define({
    shards: [{ id: "a" }],
    checkpoint: "out/{id}",
    command: MAKE,
    shell: "sh",
    ...more,
  });
  return here;
}

/** An index, a viewer's notes and what the system leaves, a moment after the result. */
function addTo(here: Workspace, folder: string): void {
  for (const name of [".DS_Store", "one.fai", ".ipynb_checkpoints/x", "deep/cache-1.arrow"])
    here.write(`${folder}/${name}`, "added");
}

describe("files that come into a finished folder", () => {
  test("are no damage: the shard stays done, and they are named", async () => {
    const here = project();
    await here.run();
    addTo(here, "out/a");
    const status = await here.status();
    expect(decisions(status)).toEqual(["a skip done"]);
    expect(shardOf(status, "a").detail).toMatch(/"\.DS_Store".* and 1 more came into it since/);
    expect(decisions(await here.status("--validate", "deep"))).toEqual(["a skip done"]);
    expect(await here.verify("--deep")).toMatchObject({ code: 0 });
    expect(await here.run()).toMatchObject({ code: 0, skipped: 1, ran: 0 });
    expect(here.has("out/a/one.fai")).toBe(true);
  });

  test.each([
    ["a member was changed", (here: Workspace) => appendFileSync(here.path("out/a/one"), "x")],
    ["a member is gone", (here: Workspace) => rmSync(here.path("out/a/deep/two"))],
    [
      "a member was changed and has its old size",
      (here: Workspace) => here.write("out/a/one", "ONE\n"),
    ],
    [
      "a member was changed, has its old size and its old time",
      (here: Workspace) => {
        here.write("out/a/one", "ONE\n");
        utimesSync(here.path("out/a/one"), 1, 1);
      },
    ],
  ])("do not hide that %s", async (_, spoil) => {
    const here = project();
    await here.run();
    addTo(here, "out/a");
    spoil(here);
    expect(decisions(await here.status())).toEqual(["a run changed-since-marker"]);
  });
});

describe("ignore", () => {
  const IGNORE = [".DS_Store", "*.fai", ".ipynb_checkpoints", "deep/cache-*.arrow"];

  test("leaves files out of marker and digests, also of those that lay there before", async () => {
    const here = project({
      ignore: IGNORE,
      command: `${MAKE}; echo index > "$SHARD_CHECKPOINT/one.fai"`,
    });
    await here.run();
    const marker: { checkpoint: unknown } = JSON.parse(here.read("out/a.done"));
    expect(marker.checkpoint).toMatchObject({ files: 2, sizeBytes: 8, ignore: IGNORE });
    here.write("out/a/one.fai", "another index");
    addTo(here, "out/a");
    for (const args of [[], ["--validate", "deep"], ["--ignore", ".DS_Store"]])
      expect(shardOf(await here.status(...args), "a")).toMatchObject({
        reason: "done",
        detail: "",
      });
    rmSync(here.path("out/a/one.fai"));
    cpSync(here.path("out"), here.path("copy"), { recursive: true });
    rmSync(here.path("out"), { recursive: true });
    cpSync(here.path("copy"), here.path("out"), { recursive: true });
    expect(decisions(await here.status())).toEqual(["a skip done"]);
    expect(await here.run()).toMatchObject({ skipped: 1 });
    expect(shardOf(await here.status(), "a").detail).toBe("");
    appendFileSync(here.path("out/a/one"), "x");
    expect(decisions(await here.status())).toEqual(["a run changed-since-marker"]);
  });

  test("leaves files out of the fingerprint of a folder", async () => {
    const here = project({ shards: [{ id: "a", inputs: ["in"] }], ignore: IGNORE });
    here.write("in/ref.fa", ">a");
    await here.run();
    addTo(here, "in");
    expect(decisions(await here.status())).toEqual(["a skip done"]);
    here.write("in/more.fa", ">b");
    expect(decisions(await here.status())).toEqual(["a run input-changed"]);
  });

  test("saves no ignored file to a store, as no digest vouches for it", async () => {
    const here = project({
      ignore: IGNORE,
      command: `${MAKE}; echo index > "$SHARD_CHECKPOINT/one.fai"`,
      store: `file:${workspace().folder}`,
      name: "x",
    });
    expect(await here.run()).toMatchObject({ code: 0, saved: 1 });
    rmSync(here.path("out"), { recursive: true });
    expect(await here.run()).toMatchObject({ code: 0, skipped: 1, ran: 0 });
    expect(here.names("out/a")).toEqual(["deep", "one"]);
  });
});

describe("allow-empty", () => {
  test.each([
    ["a file", ': > "$SHARD_CHECKPOINT"'],
    ["a folder", 'mkdir "$SHARD_CHECKPOINT"'],
  ])("takes %s without anything in it for a result", async (_, command) => {
    const here = project({ command });
    expect(await here.run()).toMatchObject({ code: 1, failed: 1 });
    expect(await here.run("--allow-empty", "true")).toMatchObject({ code: 0, ran: 1 });
    expect(await here.status("--allow-empty", "true")).toMatchObject({ done: 1 });
    expect(decisions(await here.status())).toEqual(["a run empty"]);
  });
});
