import { createHash } from "node:crypto";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, test } from "vitest";
import {
  decisions,
  outcomes,
  shardOf,
  workspace,
  type Workspace,
} from "../fixtures/cli/workspace.ts";

const OBJECT = ">a\nthe real protein\n";
const SHA256 = createHash("sha256").update(OBJECT).digest("hex");
const MD5 = createHash("md5").update(OBJECT).digest("hex");
const LFS = `version https://git-lfs.github.com/spec/v1\noid sha256:${SHA256}\nsize ${OBJECT.length}\n`;
const READ_ALL = 'cat set/*.fa set/more/*.fa > "$SHARD_CHECKPOINT"';
const COPY = 'cat "$SHARD_INPUT" > "$SHARD_CHECKPOINT"';

function project(more: Readonly<Record<string, unknown>> = {}): Workspace {
  const here = workspace();
  here.define({
    shards: "in/*.fa",
    checkpoint: "out/{id}.txt",
    command: COPY,
    shell: "sh",
    ...more,
  });
  here.write("in/b.fa", ">b\n");
  return here;
}

function link(here: Workspace, path: string, target: string): void {
  mkdirSync(dirname(here.path(path)), { recursive: true });
  symlinkSync(target, here.path(path));
}

interface Kind {
  readonly tool: string;
  readonly command: string;
  readonly point: (here: Workspace) => void;
  /** The pointer names the object's SHA-256. */
  readonly isNamed: boolean;
}

const annexLink = (key: string) => (here: Workspace) =>
  link(here, "in/a.fa", `../.git/annex/objects/Kx/2q/${key}/${key}`);

const KINDS: readonly Kind[] = [
  {
    tool: "Git LFS",
    command: "git lfs pull",
    point: (here) => here.write("in/a.fa", LFS),
    isNamed: true,
  },
  {
    tool: "git-annex",
    command: "git annex get",
    point: annexLink(`SHA256E-s${OBJECT.length}--${SHA256}.fa`),
    isNamed: true,
  },
  {
    tool: "git-annex",
    command: "git annex get",
    point: (here) =>
      here.write("in/a.fa", `/annex/objects/SHA256E-s${OBJECT.length}--${SHA256}.fa\n`),
    isNamed: true,
  },
  {
    tool: "git-annex",
    command: "git annex get",
    point: annexLink(`MD5E-s${OBJECT.length}--${MD5}.fa`),
    isNamed: false,
  },
  {
    tool: "DVC",
    command: "dvc pull",
    point: (here) =>
      here.write("in/a.fa.dvc", `outs:\n- md5: ${MD5}\n  size: 21\n  hash: md5\n  path: a.fa\n`),
    isNamed: false,
  },
];

describe.each(KINDS)("a pointer of $tool (SHA-256: $isNamed)", ({ command, point, isNamed }) => {
  test("is a shard whose command does not start, and the others run", async () => {
    const here = project();
    point(here);
    const ran = await here.run();
    expect(ran).toMatchObject({ code: 1, total: 2, ran: 1, failed: 1 });
    expect(outcomes(ran)).toEqual(["a failed", "b done"]);
    expect(shardOf(ran, "a").why).toContain(command);
    expect(here.names("out")).toEqual(["b.txt", "b.txt.done"]);
    rmSync(here.path("in/a.fa"), { force: true });
    here.write("in/a.fa", OBJECT);
    expect(await here.run()).toMatchObject({ code: 0, ran: 1, skipped: 1 });
    expect(here.read("out/a.txt")).toBe(OBJECT);
  });

  test("counts for planning as its object, where it names the object's SHA-256", async () => {
    const here = project();
    here.write("in/a.fa", OBJECT);
    await here.run();
    rmSync(here.path("in/a.fa"));
    point(here);
    expect(decisions(await here.status())).toEqual([
      isNamed ? "a skip done" : "a run fingerprint-unknown",
      "b skip done",
    ]);
  });
});

test("a pointer in fingerprint-files stops the run before anything starts", async () => {
  const here = project({ "fingerprint-files": "weights.pt" });
  here.write("weights.pt", LFS);
  const ended = await here.donemark("run");
  expect(ended.code).toBe(2);
  expect(ended.stderr).toContain("git lfs pull");
  expect(here.has("out")).toBe(false);
});

test.each([
  ["the config", "donemark.yml", {}],
  ["a list of shards", "list.jsonl", { shards: "@list.jsonl" }],
])(
  "a pointer in the place of %s is named, with the command that brings it",
  async (_, file, more) => {
    const here = project(more);
    here.write(file, LFS);
    const ended = await here.donemark("status");
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain(`"${file}" is a pointer of Git LFS`);
    expect(ended.stderr).toContain("`git lfs pull`");
  },
);

test("a pointer in a folder that is an input keeps its command from starting", async () => {
  const here = project({
    shards: [{ id: "x", inputs: ["in"] }],
    command: 'ls > "$SHARD_CHECKPOINT"',
  });
  here.write("in/deep/a.fa", LFS);
  const ran = await here.run();
  expect(outcomes(ran)).toEqual(["x failed"]);
  expect(shardOf(ran, "x").why).toContain("git lfs pull");
});

describe("a folder that is an input and holds links to data elsewhere", () => {
  const linked = (): Workspace => {
    const here = project({ shards: [{ id: "x", inputs: ["set"] }], command: READ_ALL });
    here.write("data/a.fa", ">a\n");
    here.write("data/more/b.fa", ">b\n");
    link(here, "set/a.fa", here.path("data/a.fa"));
    link(here, "set/more", "../data/more");
    return here;
  };

  test("is what is read through them: it runs once, and again when that changes", async () => {
    const here = linked();
    expect(await here.run()).toMatchObject({ code: 0, ran: 1, allDone: true });
    expect(await here.run()).toMatchObject({ code: 0, ran: 0, skipped: 1 });
    here.write("data/more/b.fa", ">b, longer\n");
    expect(decisions(await here.status())).toEqual(["x run input-changed"]);
  });

  test("is the same as one that holds the data itself", async () => {
    const here = linked();
    await here.run();
    rmSync(here.path("set"), { recursive: true });
    here.write("set/a.fa", ">a\n");
    here.write("set/more/b.fa", ">b\n");
    expect(decisions(await here.status())).toEqual(["x skip done"]);
  });

  test("keeps its command from starting where one leads to a pointer", async () => {
    const here = linked();
    here.write("data/a.fa", LFS);
    expect(shardOf(await here.run(), "x").why).toContain("git lfs pull");
  });

  test("is not known, and so never skipped, where one leads nowhere or to a folder above it", async () => {
    for (const target of ["/nowhere", ".."]) {
      const here = linked();
      link(here, "set/odd", target);
      expect(decisions(await here.run())).toEqual(["x run fingerprint-unknown"]);
      expect(decisions(await here.status())).toEqual(["x run fingerprint-unknown"]);
    }
  });
});

describe("a list", () => {
  test("that names an input which is not there is an error, and no smaller total", async () => {
    const shards = [
      { id: "a", inputs: ["in/gone.fa"] },
      { id: "b", inputs: ["in/b.fa"] },
    ];
    const here = project({ shards });
    for (const command of ["run", "plan", "collect"]) {
      const ended = await here.donemark(command);
      expect(ended.code).toBe(2);
      expect(ended.stderr).toContain('"in/gone.fa" (of shard "a")');
    }
    expect(await here.run("--only", "b")).toMatchObject({ code: 0, ran: 1 });
    expect(await here.status("--input-fingerprint", "name")).toMatchObject({ total: 2 });
  });

  test("hands a URI on letter by letter, where a digest or its name stands for it", async () => {
    const uri = "s3://bucket//a/../b.fa?v=1";
    const here = project({
      shards: [{ id: "a", inputs: [uri] }],
      command: 'printf %s "$SHARD_INPUT" > "$SHARD_CHECKPOINT"',
    });
    expect((await here.donemark("run")).stderr).toContain("input-fingerprint: name");
    expect(await here.run("--input-fingerprint", "name")).toMatchObject({ code: 0, ran: 1 });
    expect(here.read("out/a.txt")).toBe(uri);
    const elsewhere = await here.donemark("plan", "--checkpoint", "s3://bucket/{id}");
    expect(elsewhere.code).toBe(2);
    expect(elsewhere.stderr).toContain("must be a path");
  });

  test("gives each shard its parameters, and a changed one runs that shard alone", async () => {
    const line = (id: string, params: string): string => `{"id":"${id}","params":${params}}\n`;
    const here = project({
      shards: "@list.jsonl",
      command:
        'printf %s "$SHARD_PARAM_LR $SHARD_PARAM_SEED $SHARD_PARAM_NOTE" > "$SHARD_CHECKPOINT"',
    });
    const rest = '"Seed":12345678901234567890,"note":"$(touch x); \'q\'"';
    here.write("list.jsonl", line("a", `{"lr":1.1,${rest}}`) + line("b", '{"lr":2}'));
    expect(await here.run()).toMatchObject({ code: 0, ran: 2 });
    expect(here.read("out/a.txt")).toBe("1.1 12345678901234567890 $(touch x); 'q'");
    expect(here.read("out/b.txt")).toBe("2  ");
    here.write("list.jsonl", line("a", `{${rest},"lr":1.1}`) + line("b", '{"lr":2}'));
    expect(await here.status()).toMatchObject({ done: 2 });
    here.write("list.jsonl", line("a", `{"lr":1.10,${rest}}`) + line("b", '{"lr":2}'));
    expect(decisions(await here.status())).toEqual(["a run input-changed", "b skip done"]);
    here.write("list.jsonl", line("a", '{"lr":null}'));
    expect((await here.donemark("plan")).stderr).toContain('"lr" is null');
  });

  test("in a config file keeps parameters as they are written", async () => {
    const here = project();
    const config = (version: string): void =>
      here.write(
        "donemark.yml",
        `shards:\n- id: a\n  params: {version: ${version}, on: true}\ncheckpoint: out/{id}.txt\n` +
          'command: printf %s "$SHARD_PARAM_VERSION $SHARD_PARAM_ON" > "$SHARD_CHECKPOINT"\n',
      );
    config("1.10");
    expect(await here.run()).toMatchObject({ ran: 1 });
    expect(here.read("out/a.txt")).toBe("1.10 true");
    config("1.1");
    expect(decisions(await here.status())).toEqual(["a run input-changed"]);
  });

  test("gives parameters to long-lived programs as JSON", async () => {
    const here = project({
      shards: [{ id: "a", params: { lr: "0.10" } }],
      "run-per": "job",
      command: 'cp "$SHARDS_FILE" seen; echo x > out/a.txt; : > out/a.txt.done',
    });
    expect(await here.run()).toMatchObject({ code: 0, ran: 1 });
    expect(JSON.parse(here.read("seen"))).toMatchObject({ id: "a", params: { lr: "0.10" } });
  });
});

describe("text that is not UTF-8", () => {
  const WRONG = Buffer.from([0x23, 0x20, 0xe9, 0x0a]);

  test.each([
    ["a config file", "donemark.yml", Buffer.concat([WRONG, Buffer.from("shards: 1\n")])],
    ["a list", "list.jsonl", Buffer.concat([WRONG.subarray(2), Buffer.from('{"id":"a"}\n')])],
  ])("is refused in %s with the place of the first wrong byte", async (_, name, bytes) => {
    const here = project({ shards: "@list.jsonl" });
    here.write(name, bytes);
    const ended = await here.donemark("run");
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain(name);
    expect(ended.stderr).toContain(`offset ${bytes.indexOf(0xe9)} is 0xe9`);
  });

  test("is refused as a file's name: it would reach the command as another one", async () => {
    const here = project();
    const name = Buffer.concat([
      Buffer.from(here.path("in/")),
      Buffer.from([0x61, 0xe9]),
      Buffer.from(".fa"),
    ]);
    writeFileSync(name, "x");
    const ended = await here.donemark("plan");
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain("not UTF-8");
  });
});

describe("a command that names files of the workspace", () => {
  const warned = async (here: Workspace, ...args: readonly string[]) =>
    (await here.donemark(...args)).stderr
      .split("\n")
      .filter((line) => line.includes("no fingerprint"));

  test("which no fingerprint covers is told once, with what to do", async () => {
    const here = project({
      command: `sh ./predict.sh --weights=weights.pt > ran.log\n# other.sh\n${COPY}; cat ran.log in/b.fa`,
    });
    here.write("predict.sh", "true\n");
    here.write("weights.pt", "1");
    here.write("other.sh", "");
    here.write("ran.log", "");
    for (const command of ["plan", "run"]) {
      const lines = await warned(here, command);
      expect(lines).toHaveLength(1);
      expect(lines[0]).toContain('"predict.sh", "weights.pt"');
      expect(lines[0]).toContain("fingerprint-files");
      expect(lines[0]).not.toContain("other.sh");
    }
    const covered = ["--fingerprint-files", "predict.sh\nweights.pt\nran.log"];
    expect(await warned(here, "run", ...covered)).toEqual([]);
    expect(await warned(here, "status")).toEqual([]);
  });
});

describe("collect with a plan's definition", () => {
  test("proves the plan's list: an input that has vanished since is no smaller total", async () => {
    const here = project();
    here.write("in/a.fa", "a");
    const planned = await here.donemark("plan", "--json");
    const { definition }: { definition: unknown } = JSON.parse(planned.stdout);
    const given = ["--definition", JSON.stringify(definition)];
    expect(await here.run(...given)).toMatchObject({ code: 0, ran: 2 });
    expect((await here.donemark("collect", ...given)).code).toBe(0);
    rmSync(here.path("in/a.fa"));
    const ended = await here.donemark("collect", ...given);
    expect(ended.code).toBe(3);
    expect(ended.stderr).toContain("it had 2 shards, and here is 1 shard");
    expect((await here.donemark("collect")).code).toBe(0);
  });
});
