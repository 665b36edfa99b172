import { renameSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { decisions, shardOf, workspace, type Workspace } from "../fixtures/cli/workspace.ts";
import { until } from "../helpers/until.ts";
import { pickle } from "../helpers/pickle.ts";
import { torchFile } from "../helpers/torch-file.ts";

/** Notes how it was started and what it found, then does what `next.sh` says. */
const COMMAND = [
  'part() { printf "%s" "$2" > "$SHARD_WORK/$1"; : > "$SHARD_WORK/$1.done"; }',
  'finish() { echo "$SHARD_ID" > "$SHARD_CHECKPOINT"; }',
  'echo "$SHARD_ATTEMPT resume=$SHARD_RESUME" $(ls "$SHARD_WORK" 2>/dev/null) >> ran.txt',
  ". ./next.sh",
].join("\n");

function worker(more: Readonly<Record<string, unknown>> = {}): Workspace {
  const here = workspace();
  here.write("in/a.fa", "A");
  here.write("model.txt", "1");
  here.define({
    shards: "in/*.fa",
    checkpoint: "out/{id}.txt",
    work: "work/{id}",
    command: COMMAND,
    shell: "sh",
    "fingerprint-files": "model.txt",
    ...more,
  });
  return here;
}

const TWO_PARTS = "part one 1; part two 2; echo 7 > $SHARD_WORK/state";

/** A shard that failed once, having finished two parts. */
async function failedOnce(more: Readonly<Record<string, unknown>> = {}): Promise<Workspace> {
  const here = worker(more);
  here.write("next.sh", `${TWO_PARTS}; exit 1`);
  expect(await here.run()).toMatchObject({ code: 1, failed: 1 });
  here.write("next.sh", "finish");
  return here;
}

const lastStart = (here: Workspace): string | undefined => here.lines("ran.txt").at(-1);
const ALL = "one one.done state two two.done";

describe("a shard whose finished parts lie under a start record of the same fingerprint", () => {
  test("is resumed: the command finds its work and is told so", async () => {
    const here = await failedOnce();
    const status = await here.status();
    expect(status).toMatchObject({ resumable: 1, inProgress: 1, pending: 1 });
    expect(decisions(status)).toEqual(["a resume new"]);
    const answer = await here.run();
    expect(answer).toMatchObject({ code: 0, ran: 1, resumed: 1 });
    expect(decisions(answer)).toEqual(["a resume new"]);
    expect(here.lines("ran.txt")).toEqual(["1 resume=0", `2 resume=1 ${ALL}`]);
    expect(await here.status()).toMatchObject({ done: 1, inProgress: 0 });
  });

  test("is resumed after a kill of everything", async () => {
    const here = worker();
    here.write("next.sh", `${TWO_PARTS}; touch ready; sleep 600`);
    const { child, ended } = here.start(["run"]);
    await until("the parts", () => here.has("ready"));
    child.kill("SIGKILL");
    await ended;
    here.write("next.sh", "finish");
    expect(await here.run()).toMatchObject({ code: 0, resumed: 1 });
    expect(lastStart(here)).toBe(`2 resume=1 ${ALL}`);
  });

  test("is resumed after a stop", async () => {
    const here = worker();
    here.write("next.sh", `${TWO_PARTS}; touch ready; exec sleep 600`);
    const { child, ended } = here.start(["run"]);
    await until("the parts", () => here.has("ready"));
    child.kill("SIGTERM");
    expect((await ended).code).toBe(143);
    here.write("next.sh", "finish");
    expect(await here.run()).toMatchObject({ code: 0, resumed: 1 });
  });

  test("is resumed by every try of the same run, as long as one of three makes a new part or fails otherwise", async () => {
    const here = worker({ retries: 3 });
    here.write("next.sh", `${TWO_PARTS}; exit 1`);
    expect(await here.run()).toMatchObject({ code: 1, failed: 1 });
    here.write("next.sh", "finish");
    expect(here.lines("ran.txt").map((line) => line.slice(0, 10))).toEqual([
      ...["1 resume=0", "2 resume=1", "3 resume=1", "4 resume=1"],
    ]);
    expect(decisions(await here.status())).toEqual(["a resume new"]);
  });

  test("counts as resumed where the try that finishes it was told so", async () => {
    const here = worker({ retries: 1 });
    here.write("next.sh", `${TWO_PARTS}; [ $SHARD_ATTEMPT -lt 2 ] && exit 1; finish`);
    expect(await here.run()).toMatchObject({ code: 0, ran: 1, resumed: 1 });
    expect(here.lines("ran.txt")).toEqual(["1 resume=0", `2 resume=1 ${ALL}`]);
  });

  test("keeps its parts over failures that make new ones", async () => {
    const here = await failedOnce();
    for (const name of ["three", "four", "five", "six", "seven"]) {
      here.write("next.sh", `part ${name} 1; exit 1`);
      expect((await here.run()).code).toBe(1);
      expect(lastStart(here)).toMatch(/^\d resume=1 .*one one.done/);
    }
    here.write("next.sh", "finish");
    expect(await here.run()).toMatchObject({ code: 0, resumed: 1 });
    expect(lastStart(here)).toBe(
      "7 resume=1 five five.done four four.done one one.done seven seven.done six six.done state three three.done two two.done",
    );
  });

  test("runs from scratch after a third failure of the same kind without a new part, and says so", async () => {
    const here = await failedOnce();
    here.write("next.sh", "exit 1");
    await here.run();
    expect(decisions(await here.status())).toEqual(["a resume new"]);
    const third = await here.run();
    expect(lastStart(here)).toBe(`3 resume=1 ${ALL}`);
    expect(third.stderr).not.toContain("starts from scratch");
    expect(decisions(await here.status())).toEqual(["a run new"]);
    here.write("next.sh", "part three 3; exit 1");
    const fourth = await here.run();
    expect(lastStart(here)).toBe("4 resume=0");
    expect(fourth.stderr).toContain("[a] starts from scratch: it failed 3 times in a row");
    const place = here.path("work/.a.attempt.stale");
    expect(fourth.stderr).toContain(`Its 2 parts are set aside in ${place}`);
    expect(here.names("work/.a.attempt.stale").join(" ")).toBe(ALL);
    expect(decisions(await here.status())).toEqual(["a resume new"]);
    here.write("next.sh", "finish");
    expect(await here.run()).toMatchObject({ resumed: 1 });
    expect(lastStart(here)).toBe("5 resume=1 three three.done");
  });

  test("does so as well where each failure was on another machine: the snapshot in the store counts", async () => {
    const store = workspace().path("store");
    const machine = async (next: string): Promise<Workspace> => {
      const here = worker({ store: `file:${store}` });
      here.write("next.sh", next);
      await here.run();
      return here;
    };
    await machine(`${TWO_PARTS}; exit 1`);
    for (const resumed of ["first", "second"])
      expect({ resumed, was: lastStart(await machine("exit 1")) }).toEqual({
        resumed,
        was: `1 resume=1 ${ALL}`,
      });
    expect(lastStart(await machine("part three 3; exit 1"))).toBe("1 resume=0");
    // A new part is progress: the count begins anew.
    for (const code of [1, 2, 2])
      expect(lastStart(await machine(`exit ${code}`))).toBe("1 resume=1 three three.done");
    expect(lastStart(await machine("finish"))).toBe("1 resume=1 three three.done");
  });

  test("keeps its parts where it fails in another way each time", async () => {
    const here = await failedOnce();
    for (const code of [1, 2, 3, 2, 1]) {
      here.write("next.sh", `exit ${code}`);
      await here.run();
      expect(lastStart(here)).toMatch(/^\d resume=1 /);
    }
    expect(decisions(await here.status())).toEqual(["a resume new"]);
  });

  test("keeps them where a part is made anew at the same path", async () => {
    const here = await failedOnce();
    for (let time = 0; time < 4; time += 1) {
      here.write("next.sh", "rm $SHARD_WORK/two.done; part two 2; exit 1");
      await here.run();
    }
    expect(decisions(await here.status())).toEqual(["a resume new"]);
  });

  test("runs from scratch when it is forced, and its old work is set aside", async () => {
    const here = await failedOnce();
    const answer = await here.run("--force", "a");
    expect(decisions(answer)).toEqual(["a run forced"]);
    expect(answer).toMatchObject({ code: 0, ran: 1, resumed: 0 });
    expect(lastStart(here)).toBe("2 resume=0");
  });
});

describe("what is no part in the work", () => {
  test.each([
    ["a link that leads out", 'ln -sfn "$PWD/in" "$SHARD_WORK/latest"'],
    [
      "a link to a part, as an absolute path",
      'ln -sfn "$PWD/$SHARD_WORK/one" "$SHARD_WORK/latest"',
    ],
    ["a link that leads nowhere", 'ln -sfn nowhere "$SHARD_WORK/latest"'],
    ["a pipe", 'mkfifo "$SHARD_WORK/pipe"'],
    [
      "a pipe in a folder with a marker of its own",
      'mkdir "$SHARD_WORK/d"; mkfifo "$SHARD_WORK/d/p"; echo 1 > "$SHARD_WORK/d/f"; : > "$SHARD_WORK/d.done"',
    ],
    ["a pipe with a marker", 'mkfifo "$SHARD_WORK/p"; : > "$SHARD_WORK/p.done"'],
    [
      "a marker that is a link",
      'ln -sfn "$PWD/in/a.fa" "$SHARD_WORK/x.done"; echo 1 > "$SHARD_WORK/x"',
    ],
  ])("costs no part: %s", async (_, leave) => {
    const here = worker();
    here.write("next.sh", `${TWO_PARTS}; ${leave}; touch ready; exec sleep 600`);
    const { child, ended } = here.start(["run"]);
    await until("the parts", () => here.has("ready"));
    child.kill("SIGKILL");
    await ended;
    expect(decisions(await here.status())).toEqual(["a resume new"]);
    here.write("next.sh", "finish");
    expect(await here.run()).toMatchObject({ code: 0, resumed: 1 });
    expect(lastStart(here)).toMatch(/^2 resume=1 .*one one\.done .*two two\.done/);
  });
});

describe("work is not handed on", () => {
  test.each([
    ["the input", (here: Workspace) => here.write("in/a.fa", "AA"), []],
    ["a file", (here: Workspace) => here.write("model.txt", "2"), []],
    ["the text", () => undefined, ["--fingerprint-text", "v2"]],
    ["the command", () => undefined, ["--command", `${COMMAND}\n:`]],
    ["the shell", () => undefined, ["--shell", "bash"]],
  ] as const)(
    "when %s changed: it starts from scratch and the old work is set aside",
    async (_, change, args) => {
      const here = await failedOnce();
      change(here);
      here.write("next.sh", "exit 1");
      expect(decisions(await here.status(...args))).toEqual(["a run new"]);
      await here.run(...args);
      expect(lastStart(here)).toBe("2 resume=0");
      expect(here.names("work")).toEqual([".a.attempt.stale", "a"]);
      expect(here.names("work/.a.attempt.stale").join(" ")).toBe(ALL);
      here.write("next.sh", "finish");
      expect(await here.run(...args)).toMatchObject({ code: 0, ran: 1, resumed: 0 });
      expect(here.names("work")).toEqual([]);
    },
  );

  test("when a part changed that rerun-on does not name", async () => {
    const here = await failedOnce({ "rerun-on": "input" });
    expect(decisions(await here.status("--fingerprint-text", "v2"))).toEqual(["a run new"]);
  });

  test("of an older generation, also when the definition is changed back", async () => {
    const here = await failedOnce();
    here.write("next.sh", "part newer 2; exit 1");
    await here.run("--fingerprint-text", "v2");
    expect(decisions(await here.status())).toEqual(["a run new"]);
    expect(decisions(await here.status("--fingerprint-text", "v2"))).toEqual(["a resume new"]);
    here.write("next.sh", "finish");
    expect(await here.run()).toMatchObject({ code: 0, resumed: 0 });
    expect(lastStart(here)).toBe("3 resume=0");
  });

  test("where no part is finished", async () => {
    const here = worker();
    here.write("next.sh", "echo half > $SHARD_WORK/one; exit 1");
    await here.run();
    expect(decisions(await here.status())).toEqual(["a run new"]);
    here.write("next.sh", "finish");
    await here.run();
    expect(lastStart(here)).toBe("2 resume=0");
  });

  test("that nobody started: parts without a start record are set aside", async () => {
    const here = worker();
    here.write("work/a/one", "1");
    here.write("work/a/one.done");
    expect(decisions(await here.status())).toEqual(["a run new"]);
    here.write("next.sh", "finish");
    await here.run();
    expect(lastStart(here)).toBe("1 resume=0");
  });
});

describe("a part marker that lies", () => {
  const part = torchFile({ pickle: pickle({ layer: 1 }), tensors: [Buffer.alloc(4096, 1)] });

  async function withParts(
    parts: Readonly<Record<string, Uint8Array | string>>,
  ): Promise<Workspace> {
    const here = await failedOnce();
    for (const [name, content] of Object.entries(parts)) here.write(`work/a/${name}`, content);
    return here;
  }

  test("of a truncated part is taken away before the command starts, the others stay", async () => {
    const here = await withParts({
      "x.pt": part.subarray(0, 3000),
      "x.pt.done": "",
      "y.pt": part,
      "y.pt.done": "",
    });
    expect(await here.run()).toMatchObject({ code: 0, resumed: 1 });
    expect(lastStart(here)).toBe("2 resume=1 one one.done state two two.done x.pt y.pt y.pt.done");
  });

  test("of an empty part, of none, or of other bytes is taken away as well", async () => {
    const here = await withParts({
      empty: "",
      "empty.done": "",
      "none.done": "",
      "y.pt": part,
      "y.pt.done": '{"donemark":1}',
    });
    await here.run();
    expect(lastStart(here)).toBe("2 resume=1 empty one one.done state two two.done y.pt");
  });

  test("does not make a shard resume where no other part is whole", async () => {
    const here = worker();
    here.write("next.sh", "exit 1");
    await here.run();
    here.write("work/a/x.pt", part.subarray(0, 3000));
    here.write("work/a/x.pt.done");
    expect(decisions(await here.status())).toEqual(["a run new"]);
    here.write("next.sh", "finish");
    await here.run();
    expect(lastStart(here)).toBe("2 resume=0");
  });
});

describe("a checkpoint that is a directory", () => {
  const inside = { work: undefined, checkpoint: "out/{id}" };
  const setUp = "mkdir -p $SHARD_WORK";

  test("is the work itself: its parts are kept over a failure, and it is done as a whole", async () => {
    const here = worker(inside);
    here.write("next.sh", `${setUp}; ${TWO_PARTS}; exit 1`);
    await here.run();
    expect(decisions(await here.status())).toEqual(["a resume no-marker"]);
    here.write("next.sh", "part three 3");
    const answer = await here.run();
    expect(answer).toMatchObject({ code: 0, resumed: 1 });
    expect(lastStart(here)).toBe(`2 resume=1 ${ALL}`);
    expect(here.names("out/a")).toEqual([
      "one",
      "one.done",
      "state",
      "three",
      "three.done",
      "two",
      "two.done",
    ]);
    expect(decisions(await here.run())).toEqual(["a skip done"]);
  });

  test("is set aside whole where it is not resumed", async () => {
    const here = worker(inside);
    here.write("next.sh", `${setUp}; ${TWO_PARTS}; exit 1`);
    await here.run();
    here.write("next.sh", `${setUp}; exit 1`);
    await here.run("--fingerprint-text", "v2");
    expect(lastStart(here)).toBe("2 resume=0");
    expect(here.names("out")).toEqual([".a.attempt.stale", "a", "a.started"]);
    expect(here.names("out/.a.attempt.stale").join(" ")).toBe(ALL);
  });

  test("that changed after it was marked runs again", async () => {
    const here = worker(inside);
    here.write("next.sh", `${setUp}; part one 1`);
    await here.run();
    renameSync(here.path("out/a/one"), here.path("elsewhere"));
    here.write("out/a/one", "other");
    expect(decisions(await here.status())).toEqual(["a run changed-since-marker"]);
    renameSync(here.path("elsewhere"), here.path("out/a/one"));
    expect(decisions(await here.status())).toEqual(["a skip done"]);
  });
});

test("a finished shard's marker is not undone by work that lies about", async () => {
  const here = await failedOnce();
  expect(await here.run()).toMatchObject({ code: 0 });
  here.write("work/a/late", "1");
  here.write("work/a/late.done");
  expect(shardOf(await here.status(), "a")).toMatchObject({ decision: "skip", reason: "done" });
});
