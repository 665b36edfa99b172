import { existsSync, readFileSync, rmSync, symlinkSync, utimesSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { workspace, type Workspace } from "../fixtures/cli/workspace.ts";
import { pickle, type Picklable } from "../helpers/pickle.ts";
import { torchFile } from "../helpers/torch-file.ts";

/** What the marker convention of VirNucPro promises, and what broke it there: docs/convention.md has the whole list. */

function torch(fields: Readonly<Record<string, Picklable>>): Buffer {
  return torchFile({ pickle: pickle(fields), tensors: [Buffer.alloc(4096, 1)] });
}

function job(ids: readonly string[], more: Readonly<Record<string, unknown>> = {}): Workspace {
  const here = workspace();
  here.define({
    shards: ids.map((id) => ({ id })),
    checkpoint: "out/{id}.pt",
    command: 'echo "$SHARD_ID" >> ran.txt; cp whole.pt "$SHARD_CHECKPOINT"',
    shell: "sh",
    ...more,
  });
  here.write("whole.pt", torch({ status: "complete", version: "1.0" }));
  return here;
}

describe("the marker", () => {
  test("has the checkpoint's whole name and `.done`, however many dots it has", async () => {
    const here = job(["a"], { checkpoint: "out/{id}.tar.pt" });
    expect(await here.run()).toMatchObject({ code: 0, ran: 1 });
    expect(here.names("out")).toEqual(["a.tar.pt", "a.tar.pt.done"]);
  });

  test("is written anew when its shard runs again", async () => {
    const here = job(["a"]);
    await here.run();
    const before = here.read("out/a.pt.done");
    expect(await here.run("--force", '["a"]')).toMatchObject({ ran: 1 });
    expect(here.read("out/a.pt.done")).not.toBe(before);
  });

  test("lies beside the link where the checkpoint is one, and vouches for what the link leads to", async () => {
    const here = job(["a"], {
      command:
        'echo "$SHARD_ID" >> ran.txt; cp whole.pt real.pt; ln -s ../real.pt "$SHARD_CHECKPOINT"',
    });
    expect(await here.run()).toMatchObject({ code: 0, ran: 1 });
    expect(existsSync(here.path("out/a.pt.done"))).toBe(true);
    expect(await here.run()).toMatchObject({ skipped: 1, ran: 0 });
    here.write("other.pt", torch({ status: "complete", version: "1.0", epoch: 2 }));
    rmSync(here.path("out/a.pt"));
    symlinkSync("../other.pt", here.path("out/a.pt"));
    expect(await here.run()).toMatchObject({ skipped: 0, ran: 1 });
  });

  test("of an earlier checkpoint does not vouch for what was written over it", async () => {
    const here = job(["a"]);
    await here.run();
    here.write("out/a.pt", torch({ status: "in_progress", version: "1.0" }));
    expect(await here.run()).toMatchObject({ skipped: 0, ran: 1 });
  });

  test("stays true for a checkpoint that was only touched", async () => {
    const here = job(["a"]);
    await here.run();
    utimesSync(here.path("out/a.pt"), 1_700_000_000, 1_700_000_000);
    expect(await here.run()).toMatchObject({ skipped: 1, ran: 0 });
  });
});

describe("a checkpoint's own words", () => {
  test("are taken by default for a version that is not there, and left as they are", async () => {
    const here = job(["a"]);
    const old = torch({ status: "complete" });
    here.write("out/a.pt", old);
    expect(await here.run()).toMatchObject({ skipped: 1, ran: 0 });
    expect(readFileSync(here.path("out/a.pt"))).toEqual(old);
  });

  test.each([
    ["10.0", "2.0"],
    ["2.0", "1.0"],
    ["later", "1.0"],
  ])(
    "of version %s where %s is the highest are not touched, and the reason says so",
    async (version, highest) => {
      const here = job(["a"], { status: { "highest-version": highest } });
      const newer = torch({ status: "complete", version });
      here.write("out/a.pt", newer);
      const { shards } = await here.run();
      expect(shards[0]).toMatchObject({ decision: "blocked", reason: "incompatible" });
      expect(readFileSync(here.path("out/a.pt"))).toEqual(newer);
    },
  );

  test.each(["Complete", "completed", "done", "SUCCESS"])(
    "of status %s count as done where there is no marker",
    async (status) => {
      const here = job(["a"]);
      here.write("out/a.pt", torch({ status }));
      expect(await here.run()).toMatchObject({ skipped: 1, ran: 0 });
    },
  );

  test.each(["in_progress", "running", "Partial", "failed", "Error: no memory", "exploded"])(
    "of status %s do not, also beside an old empty marker",
    async (status) => {
      const here = job(["a"]);
      here.write("out/a.pt", torch({ status }));
      here.write("out/a.pt.done", "");
      expect(await here.run()).toMatchObject({ skipped: 0, ran: 1 });
    },
  );

  test("may stand in fields of other names, with other values", async () => {
    const status = { field: "state", complete: ["fertig"], "in-progress": ["offen"] };
    const here = job(["a", "b"], { status });
    here.write("out/a.pt", torch({ state: "fertig" }));
    here.write("out/b.pt", torch({ state: "offen", status: "complete" }));
    const { shards } = await here.run();
    expect(shards.map(({ id, decision }) => [id, decision])).toEqual([
      ["a", "skip"],
      ["b", "run"],
    ]);
  });
});

test("a bit that flipped in a tensor is found by the archive's own checksums, where every byte is to be read", async () => {
  const flipped = torch({ status: "complete" });
  const at = flipped.indexOf(Buffer.alloc(64, 1));
  flipped[at + 8] = 3;
  for (const [validate, ran] of [
    ["structure", 0],
    ["deep", 1],
  ] as const) {
    const here = job(["a"], { validate });
    here.write("out/a.pt", flipped);
    expect(await here.run()).toMatchObject({ ran });
  }
});

describe("how the job is cut", () => {
  test("does not matter: what is done stays done with another number of jobs and slots", async () => {
    const ids = ["a", "b", "c", "d", "e", "f"];
    const here = job(ids);
    expect(await here.run("--only", "slice:1/2")).toMatchObject({ code: 0, ran: 3 });
    expect(await here.run("--parallel", "3")).toMatchObject({ code: 0, skipped: 3, ran: 3 });
    expect(here.lines("ran.txt").toSorted()).toEqual(ids);
  });
});

test("no pickle is run by looking at it, marking it or skipping it", async () => {
  const here = job(["a"]);
  const text = (value: string): string => `X${String.fromCharCode(value.length)}\0\0\0${value}`;
  const call = `cposix\nsystem\n(${text("touch owned")}tR`;
  const evil = `\x80\x02}(${text("status")}${text("complete")}${text("x")}${call}u.`;
  here.write("out/a.pt", torchFile({ pickle: Buffer.from(evil, "latin1"), tensors: [] }));
  here.write("out/a.pt.done", "");
  await here.donemark("plan");
  await here.mark("a");
  expect(await here.run()).toMatchObject({ skipped: 1, ran: 0 });
  expect(existsSync(here.path("owned"))).toBe(false);
});
