import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createRunner } from "../action/runner.ts";
import {
  decisions,
  readRun,
  shardOf,
  workspace,
  type Workspace,
} from "../fixtures/cli/workspace.ts";
import { GENERATIONS, keptText, layOut } from "./generation.ts";
import { MARKER_KEY } from "./make/signed.ts";

function copyOf(generation: string, name: string): Workspace {
  const here = workspace();
  layOut(generation, { name, to: here.folder });
  return here;
}

describe.each(GENERATIONS)("what a killed run of %s has left", (generation) => {
  test("is decided by its start records, and its failure is known", async () => {
    const here = copyOf(generation, "unfinished");
    const status = await here.status();
    expect(status).toMatchObject({ total: 7, done: 1, inProgress: 5, resumable: 1, pending: 6 });
    expect(decisions(status)).toEqual([
      "broken run new",
      "done skip done",
      "killed run no-marker",
      "nothing run new",
      "parts resume no-marker",
      "replaced run no-marker",
      "unmarked run no-marker",
    ]);
    expect(shardOf(status, "broken").detail).toContain("exit code 3");
    const failed = await here.status("--only", "status:failed");
    expect(decisions(failed)).toEqual(["broken run new"]);
  });

  test("goes on from its parts, and everything else of it is done from scratch", async () => {
    const here = copyOf(generation, "unfinished");
    rmSync(here.path("stuck"), { recursive: true });
    const run = await here.run();
    expect(run).toMatchObject({ code: 1, skipped: 1, ran: 5, resumed: 1, failed: 1, remaining: 1 });
    // The attempts go on where the killed run left them.
    expect([...here.lines("ran.txt")].toSorted()).toEqual([
      "broken 2 0",
      "killed 2 0",
      "nothing 1 0",
      "parts 2 1",
      "replaced 2 0",
      "unmarked 1 0",
    ]);
    expect(here.read("out/parts.txt")).toBe("first of parts\nsecond of parts\ninput of parts\n");
    expect(here.read("out/killed.txt")).toBe("input of killed\n");
    expect(here.read("out/replaced.txt")).toBe("another input of replaced\n");
    expect(JSON.parse(here.read("out/broken.txt.started"))).toMatchObject({
      attempt: 2,
      failure: { times: 2, exitCode: 3 },
    });
    expect(here.names("out").filter((name) => name.endsWith(".stale"))).toEqual([
      ".broken.txt.attempt.stale",
      ".broken.txt.stale",
      ".replaced.txt.kept.stale",
      ".unmarked.txt.kept.stale",
    ]);
    expect(here.names("out").filter((name) => name.endsWith(".started"))).toEqual([
      "broken.txt.started",
    ]);
  });

  test("goes on in a directory that is checkpoint and work at once", async () => {
    const here = copyOf(generation, "unfinished");
    const run = await here.run("--config", "folders.yml");
    expect(run).toMatchObject({ code: 0, ran: 1, resumed: 1, allDone: true });
    expect(here.lines("ran.txt")).toEqual(["parts-in-folder 2 1"]);
    expect(here.read("folders/parts-in-folder/whole")).toBe(
      "first of parts-in-folder\nsecond of parts-in-folder\ninput of parts-in-folder\n",
    );
  });

  test("is not adopted, though its checkpoints are there", async () => {
    const here = copyOf(generation, "unfinished");
    const adopted = await here.adopt("--all");
    expect(adopted.changed).toEqual([]);
    expect(here.names("out").filter((name) => name.endsWith(".done"))).toEqual(["done.txt.done"]);
  });
});

describe.each(GENERATIONS)("markers that %s has signed", (generation) => {
  const withKey = async (here: Workspace, key: string | undefined, ...args: readonly string[]) => {
    const env = key === undefined ? {} : { DONEMARK_MARKER_KEY: key };
    return readRun(await here.start(["run", "--json", ...args], env).ended);
  };

  test("are taken with the key, and without any", async () => {
    const here = copyOf(generation, "signed");
    expect(await withKey(here, MARKER_KEY)).toMatchObject({ skipped: 3, ran: 0, allDone: true });
    expect(await withKey(here, undefined)).toMatchObject({ skipped: 3, ran: 0 });
    expect(here.lines("ran.txt")).toEqual([]);
  });

  test("are refused with another key, and where a word of them was changed", async () => {
    const other = copyOf(generation, "signed");
    expect(decisions(await withKey(other, "another key that is as long"))).toEqual([
      "a run corrupt-marker",
      "b run corrupt-marker",
      "tree run corrupt-marker",
    ]);
    const changed = copyOf(generation, "signed");
    changed.write(
      "out/b.done",
      changed.read("out/b.done").replace('"host":"gpu-1"', '"host":"gpu-2"'),
    );
    expect(decisions(await withKey(changed, MARKER_KEY))).toEqual([
      "a skip done",
      "b run corrupt-marker",
      "tree skip done",
    ]);
  });

  test("are found in a store with the key, and not with another one", async () => {
    const kept = copyOf(generation, "signed");
    const here = workspace();
    for (const name of ["donemark.yml", "predict.sh", "store"])
      cpSync(kept.path(name), here.path(name), { recursive: true });
    expect(decisions(await withKey(here, MARKER_KEY, "--store", "file:store"))).toEqual([
      "a skip done-in-store",
      "b skip done-in-store",
      "tree skip done-in-store",
    ]);
    expect(here.read("out/tree/leaf")).toBe("leaf\n");
    const other = workspace();
    for (const name of ["donemark.yml", "predict.sh", "store"])
      cpSync(kept.path(name), other.path(name), { recursive: true });
    const run = await withKey(other, "another key that is as long", "--store", "file:store");
    expect(run).toMatchObject({ skipped: 0, ran: 3 });
  });
});

describe.each(GENERATIONS)("hashes and proofs that %s has kept", (generation) => {
  /** The caches as they would lie there if the project had always been in this folder. */
  function withCaches(): Workspace {
    const here = copyOf(generation, "caches");
    const cache = here.path("cache");
    const [, before = ""] = /"(\/[^"]*)\/in\/a\.fa"/.exec(read(cache, "hashes-")) ?? [];
    for (const name of readdirSync(cache).filter((one) => /^(?:hashes|proofs)-/.test(one))) {
      const text = readFileSync(join(cache, name), "utf8").replaceAll(before, here.folder);
      const own = name.replace(digest(before), digest(here.folder));
      expect(own).not.toBe(name);
      writeFileSync(join(cache, name), text);
      renameSync(join(cache, name), join(cache, own));
    }
    renameSync(cache, here.path(".cache"));
    return here;
  }

  test("do no harm: what is done is done, what has changed runs", async () => {
    const here = withCaches();
    expect(await here.status()).toMatchObject({ total: 3, done: 3 });
    here.write("in/a.fa", ">A\n");
    here.write("out/b.txt", ">B\n");
    expect(decisions(await here.status())).toEqual([
      "a run input-changed",
      "b run changed-since-marker",
      "c skip done",
    ]);
  });
});

describe.each(GENERATIONS)("a job that %s has begun with restore", (generation) => {
  test("is ended by save: it marks and saves what the steps between have finished", async () => {
    const job = createRunner();
    layOut(generation, { name: "halves", to: job.workspace });
    for (const id of ["a", "b"]) {
      writeFileSync(join(job.workspace, `out/${id}.txt`), `made of ${id}\n`);
      writeFileSync(join(job.workspace, `out/${id}.txt.done`), "");
    }
    const inputs: Record<string, string> = JSON.parse(keptText(generation, "halves.inputs.json"));
    const saved = await job.step("save", { inputs }).ended;
    expect(saved.code, saved.log).toBe(0);
    expect(saved.outputs).toEqual({ saved: "2", unsaved: "0", remaining: "1" });
    expect(existsSync(join(job.workspace, "out/a.txt.started"))).toBe(false);
    expect(existsSync(join(job.workspace, "out/c.txt.started"))).toBe(true);
  });
});

function read(folder: string, prefix: string): string {
  const name = readdirSync(folder).find((one) => one.startsWith(prefix)) ?? "";
  return readFileSync(join(folder, name), "utf8");
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
