import { appendFileSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { workspace, type Workspace } from "../fixtures/cli/workspace.ts";
import { pickle } from "../helpers/pickle.ts";
import { torchFile } from "../helpers/torch-file.ts";

const RECORD = ".donemark/failed.jsonl";

const recordSchema = v.strictObject({
  path: v.string(),
  reason: v.string(),
  time: v.pipe(v.string(), v.isoTimestamp()),
});

/** `path word` of every line. */
function recorded(here: Workspace): readonly string[] {
  return here.lines(RECORD).map((line) => {
    const { path, reason } = v.parse(recordSchema, JSON.parse(line));
    return `${path} ${reason.split(":")[0]}`;
  });
}

function job(ids: readonly string[], more: Readonly<Record<string, unknown>> = {}): Workspace {
  const here = workspace();
  here.define({
    shards: ids.map((id) => ({ id })),
    checkpoint: "out/{id}.pt",
    command: 'cp whole.pt "$SHARD_CHECKPOINT"',
    shell: "sh",
    ...more,
  });
  here.write("whole.pt", WHOLE);
  return here;
}

const WHOLE = torchFile({
  pickle: pickle({ status: "complete" }),
  tensors: [Buffer.alloc(4096, 1)],
});
const CUT = WHOLE.subarray(0, 3000);

describe("a checkpoint that was found bad is recorded", () => {
  test("by verify, in a folder that keeps itself out of version control", async () => {
    const here = workspace();
    here.write("deep/a.pt", CUT);
    await here.verify("deep/a.pt", "none.pt");
    expect(recorded(here)).toEqual(["deep/a.pt truncated"]);
    expect(here.lines(RECORD)[0]).toContain("the end of the archive is missing");
    expect(here.read(".donemark/.gitignore")).toBe("*\n");
  });

  test("by the witness of a run, at every try, and not where there is none", async () => {
    const here = job(["a", "b"], {
      command: 'if [ $SHARD_ID = a ]; then cp cut.pt "$SHARD_CHECKPOINT"; fi',
      retries: 1,
      parallel: 1,
    });
    here.write("cut.pt", CUT);
    expect(await here.run()).toMatchObject({ code: 1, failed: 2 });
    expect(recorded(here)).toEqual(["out/a.pt truncated", "out/a.pt truncated"]);
  });

  test("by plan and run where a marked one is not what its marker says; status changes nothing", async () => {
    const here = job(["a", "b", "c", "new"]);
    await here.run("--only", '["a","b","c"]');
    here.write("out/a.pt", CUT);
    here.write("out/b.pt", torchFile({ pickle: pickle({ status: "complete", more: 1 }) }));
    here.write("out/c.pt");
    here.write("out/c.pt.done");
    await here.status();
    expect(here.has(RECORD)).toBe(false);
    expect((await here.donemark("plan")).code).toBe(0);
    const found = ["out/a.pt truncated", "out/b.pt changed-since-marker", "out/c.pt empty"];
    expect(recorded(here)).toEqual(found);
    expect(await here.run()).toMatchObject({ code: 0, ran: 4 });
    expect(recorded(here)).toEqual([...found, ...found]);
    await here.run();
    expect(recorded(here)).toHaveLength(6);
  });

  test("by a fetch whose bytes are not its marker's", async () => {
    const here = job(["a"], { store: "file:store" });
    await here.run();
    rmSync(here.path("out"), { recursive: true });
    const data = readdirSync(here.path("store"), { recursive: true, encoding: "utf8" }).filter(
      (name) => name.endsWith("/data"),
    );
    expect(data).toHaveLength(1);
    const bytes = Buffer.from(WHOLE);
    bytes.writeUInt8(77, bytes.length - 1500);
    here.write(`store/${data[0]}`, bytes);
    expect(await here.run()).toMatchObject({ code: 0, ran: 1 });
    expect(recorded(here)).toEqual(["out/a.pt damaged"]);
    expect(here.lines(RECORD)[0]).toContain("store");
  });

  test("by several processes at once, each line whole", async () => {
    const here = workspace();
    for (let one = 0; one < 20; one += 1) here.write(`out/${one}.pt`, CUT);
    await Promise.all(Array.from({ length: 6 }, () => here.donemark("verify", "out/*")));
    expect(recorded(here)).toHaveLength(120);
  });
});

describe("the next run shows", () => {
  const line = (path: string, reason = "empty: it holds no bytes", day = 1): string =>
    `${JSON.stringify({ path, reason, time: `2026-11-0${day}T10:00:00.000Z` })}\n`;

  test("the last five, once each, with time and reason", async () => {
    const here = job(["a"]);
    const lines = ["a", "b", "c", "d", "e", "f"].map((name) => line(`out/${name}`));
    here.write(
      RECORD,
      [line("out/f"), ...lines, "no record\n", line("out/f", undefined, 2)].join(""),
    );
    const { stdout } = await here.donemark("run");
    const shown = stdout.split("\n").filter((text) => text.startsWith("  2026-"));
    expect(shown).toEqual([
      ...["b", "c", "d", "e"].map(
        (name) => `  2026-11-01T10:00:00.000Z  out/${name}  empty: it holds no bytes`,
      ),
      "  2026-11-02T10:00:00.000Z  out/f  empty: it holds no bytes",
    ]);
    const { stdout: json, stderr } = await here.donemark("run", "--json");
    expect(() => JSON.parse(json)).not.toThrow();
    expect(stderr).toContain("out/f");
  });

  test("nothing where nothing was bad", async () => {
    const here = job(["a"]);
    await here.run();
    expect((await here.donemark("run")).stdout).not.toContain("failed.jsonl");
  });

  test("no line as a terminal or a runner would obey it", async () => {
    const here = job(["a"]);
    here.write(RECORD, line("\u001b[2J##[error]x"));
    const { stdout } = await here.donemark("run");
    expect(stdout).toContain("## [error]x");
    expect(stdout).not.toContain("\u001b");
  });
});

describe("nothing rests on the record", () => {
  test("a line that a full disk has cut off spoils no later one", async () => {
    const here = workspace();
    here.write("a.pt");
    await here.verify("a.pt");
    appendFileSync(here.path(RECORD), '{"path":"b.pt","rea');
    await here.verify("a.pt");
    const lines = here.lines(RECORD);
    expect(lines).toHaveLength(3);
    for (const whole of [lines[0], lines[2]])
      expect(JSON.parse(whole ?? "")).toMatchObject({ path: "a.pt" });
  });

  test.each([
    ["a folder in its place", (path: string) => void mkdirSync(path, { recursive: true })],
    ["a link in its place", (path: string) => symlinkSync("../kept", path)],
    ["a full device in its place", (path: string) => symlinkSync("/dev/full", path)],
  ])("%s fails neither a run nor a verify, and is left alone", async (_, put) => {
    const here = job(["a"]);
    await here.run();
    here.write("kept", "mine");
    put(here.path(RECORD));
    here.write("out/a.pt", CUT);
    expect(await here.verify()).toMatchObject({ code: 3, stderr: "" });
    expect((await here.donemark("plan")).code).toBe(0);
    expect(await here.run()).toMatchObject({ code: 0, ran: 1 });
    expect(here.read("kept")).toBe("mine");
  });
});
