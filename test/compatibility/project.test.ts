import { appendFileSync, cpSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { decisions, outcomes, workspace, type Workspace } from "../fixtures/cli/workspace.ts";
import { GENERATIONS, layOut } from "./generation.ts";

const ADOPTED = ["old-marker.pt", "old-status.json"];

/** A copy of a kept tree: no file of it has the inode of its marker, and without `withTimes` none has its time. */
function copyOf(generation: string, name: string, withTimes = false): Workspace {
  const here = workspace();
  layOut(generation, { name, to: here.folder, withTimes });
  return here;
}

/** Gives a file another content of the same size, and keeps its time. */
function changeSecretly(path: string, content: string): void {
  const { size, mtime } = statSync(path);
  expect(content).toHaveLength(size);
  writeFileSync(path, content);
  utimesSync(path, mtime, mtime);
}

describe.each(GENERATIONS)("a project that %s has finished", (generation) => {
  test("is done wherever it is moved to, and nothing runs", async () => {
    const here = copyOf(generation, "project");
    const status = await here.status();
    expect(status).toMatchObject({ code: 0, total: 20, done: 20, pending: 0, inProgress: 0 });
    expect(new Set(status.shards.map(({ reason }) => reason))).toEqual(new Set(["done"]));
    const run = await here.run();
    expect(run).toMatchObject({ code: 0, total: 20, skipped: 20, ran: 0, allDone: true });
    expect(run.secondsSaved).toBeGreaterThan(0);
    expect(here.lines("ran.txt")).toEqual([]);
  });

  test("is done after a look at every byte, and each checkpoint is as it was", async () => {
    const here = copyOf(generation, "project");
    const status = await here.status("--validate", "deep");
    expect(new Set(decisions(status).map((line) => line.split(" ").slice(-2).join(" ")))).toEqual(
      new Set(["skip done"]),
    );
    const verified = await here.verify("--deep");
    expect(verified.code, verified.stderr).toBe(0);
    expect(verified.checkpoints).toHaveLength(20);
    for (const checkpoint of verified.checkpoints)
      expect(checkpoint).toMatchObject({ ok: true, marker: "full" });
    expect(verified.checkpoints.find(({ path }) => path.endsWith("state.pt"))).toMatchObject({
      format: "pytorch",
      structure: "sound",
      status: "complete",
      version: "1.2",
    });
  });

  test("whose files have their times is done as well, and what changed and kept its time is seen", async () => {
    const here = copyOf(generation, "project", true);
    expect(await here.status()).toMatchObject({ done: 20 });
    changeSecretly(here.path("out/tree-1/deep/er/two"), "TWO OF TREE-1\n");
    changeSecretly(here.path("out/plain-1.txt"), ">plain-1.txt\nacgt plain-1.txt\n");
    expect(decisions(await here.status()).filter((line) => !line.endsWith("skip done"))).toEqual([
      "plain-1.txt run changed-since-marker",
      "tree-1 run changed-since-marker",
    ]);
  });

  test("runs again where a checkpoint is not what its marker says, and only that shard", async () => {
    const here = copyOf(generation, "project");
    appendFileSync(here.path("out/plain-2.txt"), "more");
    rmSync(here.path("out/tree-2/one"));
    rmSync(here.path("out/plain-3.txt"));
    rmSync(here.path("out/plain-4.txt.done"));
    cpSync(here.path("out/plain-1.txt.done"), here.path("out/retried.txt.done"));
    const status = await here.status();
    expect(decisions(status).filter((line) => !line.endsWith("skip done"))).toEqual([
      "plain-2.txt run changed-since-marker",
      "plain-3.txt run marker-without-checkpoint",
      "plain-4.txt run no-marker",
      "retried.txt run foreign-marker",
      "tree-2 run changed-since-marker",
    ]);
    expect(await here.run("--retries", "1")).toMatchObject({ code: 0, skipped: 15, ran: 5 });
    expect(here.read("out/plain-3.txt")).toBe(">PLAIN-3.TXT\nACGT PLAIN-3.TXT\n");
  });

  test("runs again for what the results depend on, and the reason names it", async () => {
    const here = copyOf(generation, "project");
    appendFileSync(here.path("in/plain-1.txt.in"), "tt");
    const reasonOf = async (...args: readonly string[]) =>
      decisions(await here.status("--only", '["plain-1.txt","tree-1"]', ...args));
    expect(await reasonOf()).toEqual(["plain-1.txt run input-changed", "tree-1 skip done"]);
    expect((await reasonOf("--command", "sh other.sh"))[1]).toBe("tree-1 run command-changed");
    expect((await reasonOf("--fingerprint-text", "2.0"))[1]).toBe("tree-1 run text-changed");
    appendFileSync(here.path("models/state.json"), " ");
    const { shards } = await here.status("--only", "tree-1");
    expect(shards).toMatchObject([{ decision: "run", reason: "files-changed" }]);
    expect(shards[0]?.detail).toContain("models/state.json");
  });

  test("is known as adopted where a checkpoint lay there before Donemark", async () => {
    const here = copyOf(generation, "project");
    for (const id of ADOPTED)
      expect(JSON.parse(here.read(`out/${id}.done`))).toMatchObject({ shard: id, adopted: true });
    expect(
      decisions(await here.status("--adopt", "false", "--only", JSON.stringify(ADOPTED))),
    ).toEqual(ADOPTED.map((id) => `${id} skip done`));
  });
});

/** The ids of each definition whose fingerprints do not depend on times. */
const VARIANTS: Readonly<Record<string, readonly string[]>> = {
  name: ["a", "b"],
  number: ["0000", "0001", "0002"],
  list: ["both", "given", "none"],
  "rerun-on": ["a", "b"],
  elsewhere: ["a", "b"],
  template: ["a", "b"],
  slot: ["a", "b"],
  job: ["a", "b"],
  unnamed: ["a", "b"],
  status: ["a", "b"],
};

describe.each(GENERATIONS)("fingerprints that %s has computed", (generation) => {
  test.each(Object.entries(VARIANTS))("are the same for the definition %s", async (name, ids) => {
    const here = copyOf(generation, "variants");
    const run = await here.run("--config", `${name}.yml`);
    expect(run).toMatchObject({ code: 0, skipped: ids.length, ran: 0, allDone: true });
    expect(decisions(run)).toEqual(ids.map((id) => `${id} skip done`));
    expect(outcomes(run)).toEqual(ids.map((id) => `${id} skipped`));
  });

  test("of sizes and times are the same where inputs have their times, and differ where they do not", async () => {
    const kept = copyOf(generation, "variants", true);
    expect(decisions(await kept.status("--config", "stat.yml"))).toEqual([
      "a skip done",
      "b skip done",
    ]);
    const moved = copyOf(generation, "variants");
    expect(decisions(await moved.status("--config", "stat.yml"))).toEqual([
      "a run input-changed",
      "b run input-changed",
    ]);
  });
});

describe.each(GENERATIONS)("a text that is a number, marked by %s", (generation) => {
  test.each(["whole", "negative", "decimal", "small", "truth", "quoted"])(
    "is the same where it reads as it is written: %s",
    async (name) => {
      const here = copyOf(generation, "numbers");
      expect(await here.run("--config", `${name}.yml`)).toMatchObject({ skipped: 2, ran: 0 });
    },
  );

  test.each(["zero", "power", "hexadecimal", "long"])(
    "runs again where another number was read as the same: %s",
    async (name) => {
      const here = copyOf(generation, "numbers");
      expect(decisions(await here.status("--config", `${name}.yml`))).toEqual([
        "a run text-changed",
        "b run text-changed",
      ]);
    },
  );
});
