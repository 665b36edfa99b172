import { spawnSync } from "node:child_process";
import { lstatSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { decisions, outcomes, shardOf, workspace } from "../fixtures/cli/workspace.ts";
import type { Workspace } from "../fixtures/cli/workspace.ts";

function project(checkpoint: string, make = 'echo made > "$SHARD_CHECKPOINT"'): Workspace {
  const here = workspace();
  here.define({
    ...{ shards: [{ id: "a" }], checkpoint, shell: "sh" },
    command: `echo "$SHARD_ID" >> ran.txt; ${make}`,
  });
  return here;
}

/** What is no file, as programs and people leave it. */
const NO_FILES: Readonly<Record<string, (path: string) => void>> = {
  "a pipe": (path) => spawnSync("mkfifo", [path]),
  "a link that leads nowhere": (path) => symlinkSync("/nowhere/at/all", path),
};

describe.skipIf(process.platform === "win32")("no file in the place of (not on Windows)", () => {
  const records = ["out/a.txt.done", "out/a.txt.started"];
  const cases = records.flatMap((record) =>
    Object.entries(NO_FILES).map(([what, lay]) => ({ record, what, lay })),
  );
  test.each(cases)("$record: $what is kept and named, and the shard is made once", async (one) => {
    const here = project("out/{id}.txt");
    mkdirSync(here.path("out"));
    one.lay(here.path(one.record));
    const ran = await here.run();
    expect(outcomes(ran)).toEqual(["a done"]);
    const kept = here.names("out").filter((name) => name.endsWith(".stale"));
    expect(kept).toHaveLength(1);
    expect(ran.stderr).toContain(`out/${kept[0] ?? ""}`);
    expect(decisions(await here.status())).toEqual(["a skip done"]);
    await here.run();
    expect(here.lines("ran.txt")).toEqual(["a"]);
  });

  test.each(Object.entries(NO_FILES))(
    "a marker, beside a file of somebody: with %s there both are kept",
    async (_, lay) => {
      const here = project("out/{id}.txt");
      here.write("out/a.txt", "mine");
      lay(here.path("out/a.txt.done"));
      expect(outcomes(await here.run())).toEqual(["a done"]);
      expect(here.read("out/.a.txt.kept.stale")).toBe("mine");
      expect(() => lstatSync(here.path("out/.a.txt.kept.marker.stale"))).not.toThrow();
    },
  );

  test.each(Object.entries(NO_FILES))(
    "a record of a folder that is its own work, after a failure: %s",
    async (_, lay) => {
      const part = 'mkdir -p "$SHARD_WORK"; cd "$SHARD_WORK"; echo 1 > p; : > p.done';
      const here = project("out/{id}/", `${part}; [ "$SHARD_RESUME" = 1 ]`);
      expect(outcomes(await here.run())).toEqual(["a failed"]);
      lay(here.path("out/a.done"));
      expect(outcomes(await here.run())).toEqual(["a done"]);
      expect(decisions(await here.status())).toEqual(["a skip done"]);
    },
  );
});

describe("no folder above a checkpoint", () => {
  const ways: Readonly<Record<string, (here: Workspace) => string>> = {
    "a file": (here) => (here.write("out", "mine"), "out"),
    "a file further down": (here) => (here.write("out/deep", "mine"), "out/deep"),
  };
  test.each(Object.entries(ways))("%s: the shard is blocked, and it is named", async (_, lay) => {
    const here = project("out/deep/{id}.txt");
    const place = lay(here);
    const ran = await here.run();
    expect(ran).toMatchObject({ code: 3, failed: 0 });
    expect(decisions(ran)).toEqual(["a blocked cannot-clear"]);
    const { why } = shardOf(ran, "a");
    expect(why).toContain(`mv -- ${here.path(place)} ${here.path(place)}.old`);
    expect(here.read(place)).toBe("mine");
    expect(here.has("ran.txt")).toBe(false);
  });

  test.skipIf(process.platform === "win32")(
    "a link that leads nowhere is named, and once it leads somewhere the shard is made",
    async () => {
      const here = project("out/deep/{id}.txt");
      mkdirSync(here.path("out"));
      symlinkSync(here.path("disk"), here.path("out/deep"));
      const ran = await here.run();
      expect(decisions(ran)).toEqual(["a blocked cannot-clear"]);
      expect(shardOf(ran, "a").why).toContain("a link that leads nowhere");
      mkdirSync(here.path("disk"));
      expect(outcomes(await here.run())).toEqual(["a done"]);
      rmSync(here.path("out/deep"));
      expect(here.read("disk/a.txt")).toBe("made\n");
    },
  );
});
