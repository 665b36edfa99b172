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

describe("files that come into a folder that is an input, while its command runs", () => {
  const LEFT = [
    "ref.fa.fai",
    ".DS_Store",
    "deep/cache-1.arrow",
    ".ipynb_checkpoints/x",
    "deep/ref.bam.bai",
  ];
  const leave = (names: readonly string[]): string =>
    names.map((name) => `mkdir -p "in/$(dirname '${name}')"; echo left > 'in/${name}'`).join("; ");

  function folderInput(command: string, more: Readonly<Record<string, unknown>> = {}): Workspace {
    const here = project({
      shards: [{ id: "a", inputs: ["in"] }],
      checkpoint: "out/{id}.txt",
      command: `echo ran >> ran.txt; ${command}; cat in/*.fa > "$SHARD_CHECKPOINT"`,
      ...more,
    });
    here.write("in/ref.fa", ">a");
    return here;
  }

  test.each([[{}], [{ "input-fingerprint": "stat" }], [{ work: "work/{id}" }]])(
    "what well-known programs leave fails nothing and makes nothing run again: %j",
    async (more) => {
      const here = folderInput(leave(LEFT), more);
      expect(await here.run()).toMatchObject({ code: 0, ran: 1, failed: 0 });
      for (const _ of [1, 2])
        expect(await here.run()).toMatchObject({ code: 0, skipped: 1, ran: 0 });
      expect(decisions(await here.status("--validate", "deep"))).toEqual(["a skip done"]);
      expect(here.lines("ran.txt")).toEqual(["ran"]);
      here.write("in/more.fa", ">b");
      expect(decisions(await here.status())).toEqual(["a run input-changed"]);
    },
  );

  test("they are named once", async () => {
    const here = folderInput(leave(LEFT));
    const { stderr } = await here.run();
    expect(stderr).toMatch(
      /\[?a\]? "in\/\.DS_Store" and 4 more came into its input while the command ran: no part/,
    );
  });

  test("a file of another name fails nothing, is named, and counts from the next run on", async () => {
    const here = folderInput(leave(["made.mmi"]));
    const ended = await here.run();
    expect(ended).toMatchObject({ code: 0, ran: 1, failed: 0 });
    expect(ended.stderr).toMatch(
      /"in\/made\.mmi" came into its input.*runs again for "in\/made\.mmi", unless `ignore`/,
    );
    expect(decisions(await here.status())).toEqual(["a run input-changed"]);
    expect(decisions(await here.status("--ignore", "*.mmi"))).toEqual(["a skip done"]);
    expect(await here.run()).toMatchObject({ ran: 1 });
    expect(await here.run()).toMatchObject({ ran: 0, skipped: 1 });
  });

  test.each([
    ["a file that was there is changed", "echo x >> in/ref.fa"],
    ["a file that was there is gone", "mv in/old.fa elsewhere"],
    ["an index that was there is made anew", "echo other > in/old.fa.fai"],
  ])("it does not hide that %s", async (_, spoil) => {
    const here = folderInput(`${leave(["new.fai"])}; ${spoil}`);
    here.write("in/old.fa", ">old");
    here.write("in/old.fa.fai", "index");
    const ended = await here.run();
    expect(ended).toMatchObject({ code: 1, failed: 1 });
    expect(ended.shards[0]?.why).toMatch(/its input has changed while the command ran/);
  });

  test("an index that was there when the fingerprint was taken counts", async () => {
    const here = folderInput("true");
    here.write("in/ref.fa.fai", "index");
    await here.run();
    here.write("in/ref.fa.fai", "INDEX");
    expect(decisions(await here.status())).toEqual(["a run input-changed"]);
  });

  test("shards that share the folder: the first one's index keeps no other from its start", async () => {
    const here = folderInput("test -e in/ref.fa.fai || echo index > in/ref.fa.fai", {
      shards: ["a", "b", "c"].map((id) => ({ id, inputs: ["in"] })),
    });
    expect(await here.run()).toMatchObject({ code: 0, ran: 3, failed: 0 });
    expect(await here.run()).toMatchObject({ code: 0, ran: 0, skipped: 3 });
  });

  test("another file that came keeps those from their start that have not begun: what they would read is not known", async () => {
    const here = folderInput('test "$SHARD_ID" != a || echo x > in/data.fa', {
      shards: ["a", "b"].map((id) => ({ id, inputs: ["in"] })),
      parallel: 1,
      "run-per": "shard",
    });
    const ended = await here.run();
    expect(ended).toMatchObject({ ran: 1, failed: 0, remaining: 1 });
    expect(ended.stderr).toContain('"in/data.fa" has come into its input');
    expect(await here.run()).toMatchObject({ code: 0, ran: 2 });
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

describe("what came later, and what is no part of a result,", () => {
  test("is not saved when a finished folder is saved later: what its marker covers is", async () => {
    const here = project({ name: "x" });
    await here.run();
    addTo(here, "out/a");
    const store = `file:${workspace().folder}`;
    const saved = await here.run("--store", store);
    expect(saved).toMatchObject({ code: 0, ran: 0, skipped: 1, unsaved: 0 });
    rmSync(here.path("out"), { recursive: true });
    expect(await here.run("--store", store)).toMatchObject({ code: 0, ran: 0, skipped: 1 });
    expect(here.names("out/a")).toEqual(["deep", "one"]);
    expect(here.names("out/a/deep")).toEqual(["two"]);
  });

  test.each(["run", "adopt"])("is no part of a folder that %s adopts", async (command) => {
    const here = project({ ignore: [".DS_Store", "*.fai"] });
    here.write("out/a/config.json", JSON.stringify({ status: "complete" }));
    here.write("out/a/one.fai", "index");
    here.write("out/a.done");
    const { code } = await here.donemark(command, ...(command === "adopt" ? ["--all"] : []));
    expect(code).toBe(0);
    const marker: { adopted: boolean; checkpoint: unknown } = JSON.parse(here.read("out/a.done"));
    expect(marker).toMatchObject({
      adopted: true,
      checkpoint: { files: 1, ignore: [".DS_Store", "*.fai"] },
    });
    here.write("out/a/one.fai", "another index");
    here.write("out/a/.DS_Store", "later");
    expect(decisions(await here.status("--validate", "deep"))).toEqual(["a skip done"]);
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
