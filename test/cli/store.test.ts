import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  decisions,
  outcomes,
  readRun,
  shardOf,
  workspace,
  type Workspace,
} from "../fixtures/cli/workspace.ts";
import { until } from "../helpers/until.ts";

interface Machines {
  readonly store: string;
  /** A fresh workspace with the same inputs, definition and store, as on another runner. */
  readonly machine: (more?: Readonly<Record<string, unknown>>) => Workspace;
}

function machines(more: Readonly<Record<string, unknown>> = {}): Machines {
  const store = workspace().path("store");
  const machine = (own: Readonly<Record<string, unknown>> = {}): Workspace => {
    const here = workspace();
    for (const name of ["a", "b", "c"]) here.write(`in/${name}.fa`, name);
    here.define({
      shards: "in/*.fa",
      checkpoint: "out/{id}.txt",
      command: 'echo "$SHARD_ID" >> ran.txt; cp "$SHARD_INPUT" "$SHARD_CHECKPOINT"',
      shell: "sh",
      store: `file:${store}`,
      ...more,
      ...own,
    });
    return here;
  };
  return { store, machine };
}

/** The data files of a store. */
function dataIn(store: string): readonly string[] {
  return readdirSync(store, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name === "data")
    .map(({ parentPath, name }) => join(parentPath, name));
}

const STORED = ["a skip done-in-store", "b skip done-in-store", "c skip done-in-store"];

describe("what one machine has finished", () => {
  test("is saved as it is finished, and another machine skips it and brings it", async () => {
    const { machine } = machines();
    const first = await machine().run();
    expect(first).toMatchObject({ code: 0, ran: 3, saved: 3 });
    const there = machine();
    expect(decisions(await there.status())).toEqual(STORED);
    expect(there.has("out")).toBe(false);
    const second = await there.run();
    expect(second).toMatchObject({ code: 0, skipped: 3, ran: 0, saved: 0, allDone: true });
    expect(decisions(second)).toEqual(STORED);
    expect(there.names("out")).toEqual([
      "a.txt",
      "a.txt.done",
      "b.txt",
      "b.txt.done",
      "c.txt",
      "c.txt.done",
    ]);
    expect(there.read("out/b.txt")).toBe("b");
    expect(decisions(await there.run())).toEqual(["a skip done", "b skip done", "c skip done"]);
    expect(there.has("ran.txt")).toBe(false);
  });

  test("is not brought with fetch: none, nor with only unless fetch says so", async () => {
    const { machine } = machines();
    await machine().run();
    const there = machine();
    expect(await there.run("--fetch", "none")).toMatchObject({ skipped: 3 });
    expect(await there.run("--only", "*")).toMatchObject({ skipped: 3 });
    expect(there.names("out")).toEqual([]);
    expect(await there.run("--only", "a", "--fetch", "missing")).toMatchObject({ skipped: 1 });
    expect(there.names("out")).toEqual(["a.txt", "a.txt.done"]);
  });

  test("counts only where the fingerprint is the same", async () => {
    const { machine } = machines();
    await machine().run();
    const there = machine({ "fingerprint-text": "v2" });
    there.write("in/b.fa", "other");
    expect(decisions(await there.status())).toEqual(["a run new", "b run new", "c run new"]);
    expect(decisions(await there.status("--fingerprint-text", ""))).toEqual([
      "a run new",
      "b run new",
      "c run new",
    ]);
    expect(decisions(await there.status("--rerun-on", "input,command"))[0]).toBe("a run new");
    expect(await there.run()).toMatchObject({ ran: 3, saved: 3 });
    expect(decisions(await machine().status())).toEqual(STORED);
  });

  test("is another definition's affair where the names differ", async () => {
    const { machine } = machines();
    await machine({ name: "one" }).run();
    expect(decisions(await machine({ name: "two" }).status())[0]).toBe("a run new");
    expect(
      decisions(await machine({ name: "one", checkpoint: "results/{id}.txt" }).status()),
    ).toEqual(STORED);
  });

  test("may be a directory", async () => {
    const { machine } = machines({
      checkpoint: "out/{id}",
      command: 'mkdir -p "$SHARD_CHECKPOINT/deep"; cp "$SHARD_INPUT" "$SHARD_CHECKPOINT/deep/x"',
    });
    await machine().run();
    const there = machine();
    expect(await there.run()).toMatchObject({ skipped: 3 });
    expect(there.read("out/a/deep/x")).toBe("a");
    expect(decisions(await there.run())).toEqual(["a skip done", "b skip done", "c skip done"]);
  });
});

describe("another generation's file at the checkpoint's path", () => {
  async function withOld(): Promise<Workspace> {
    const { machine } = machines();
    await machine().run();
    const there = machine();
    there.write("in/a.fa", "old a");
    await there.run("--store", "none", "--only", "a");
    there.write("in/a.fa", "a");
    expect(decisions(await there.status())).toEqual(STORED);
    return there;
  }

  test("is set aside with its marker where the entry is not brought", async () => {
    const there = await withOld();
    await there.run("--fetch", "none");
    expect(there.names("out")).toEqual([".a.txt.done-1.marker.stale", ".a.txt.done-1.stale"]);
    expect(there.read("out/.a.txt.done-1.stale")).toBe("old a");
  });

  test("is replaced where the entry is brought", async () => {
    const there = await withOld();
    await there.run();
    expect(there.read("out/a.txt")).toBe("a");
    expect(there.names("out")).toContain(".a.txt.done-1.stale");
    expect(decisions(await there.status("--store", "none"))[0]).toBe("a skip done");
  });

  test("that has no marker is set aside as well", async () => {
    const { machine } = machines();
    await machine().run();
    const there = machine();
    there.write("out/b.txt", "whose is this?");
    await there.run("--fetch", "none");
    expect(there.names("out")).toEqual([".b.txt.kept.stale"]);
  });
});

describe("a damaged entry", () => {
  test("is revoked when it is brought, its shard runs, and its new result is saved", async () => {
    const { machine, store } = machines();
    await machine().run();
    const damaged = dataIn(store).find((path) => readFileSync(path, "utf8") === "b") ?? "";
    writeFileSync(damaged, "X");
    const there = machine();
    const answer = await there.run();
    expect(answer).toMatchObject({ code: 0, skipped: 2, ran: 1, saved: 1, allDone: true });
    expect(answer.stderr).toContain("[b] was not brought");
    expect(there.lines("ran.txt")).toEqual(["b"]);
    expect(there.read("out/b.txt")).toBe("b");
    const third = machine();
    expect(await third.run()).toMatchObject({ skipped: 3, ran: 0 });
    expect(third.read("out/b.txt")).toBe("b");
  });

  test("of another size is not even found", async () => {
    const { machine, store } = machines();
    await machine().run();
    for (const path of dataIn(store)) writeFileSync(path, "longer than before");
    expect(await machine().run()).toMatchObject({ code: 0, skipped: 0, ran: 3 });
  });
});

describe("a save that did not happen", () => {
  test("because there was no store then, is made up for by the next run", async () => {
    const { machine } = machines();
    const here = machine();
    expect(await here.run("--store", "none")).toMatchObject({ ran: 3, saved: 0 });
    expect(await here.run()).toMatchObject({ code: 0, skipped: 3, ran: 0, saved: 3 });
    expect(await here.run()).toMatchObject({ saved: 0 });
    expect(decisions(await machine().status())).toEqual(STORED);
  });

  test("because the run was killed after the marker, is made up for without running the shard", async () => {
    const { machine } = machines();
    const here = machine();
    const { child, ended } = here.start(["run"], { DONEMARK_DEBUG: "1" });
    child.stderr?.on("data", (text: string) => {
      if (text.includes('"kind":"marked","shard":"b"')) child.kill("SIGKILL");
    });
    await ended;
    const before = here.lines("ran.txt");
    const answer = await here.run();
    expect(answer).toMatchObject({ code: 0, allDone: true });
    expect(shardOf(answer, "b").outcome).toBe("skipped");
    expect(here.lines("ran.txt").slice(before.length)).not.toContain("b");
    expect(decisions(await machine().status())).toEqual(STORED);
  });

  test("because the store refused, is a warning and no failure", async () => {
    const { machine, store } = machines();
    const here = machine();
    writeFileSync(store, "a file where the store's folder must be");
    const answer = await here.run();
    expect(answer).toMatchObject({ code: 0, ran: 3, saved: 0, allDone: true });
    expect(answer.stderr.match(/were not saved/g)).toHaveLength(1);
    expect(answer.stderr).toContain("3 shards ([a], [b], [c]) are done, but were not saved");
    rmSync(store);
    expect(await here.run()).toMatchObject({ code: 0, skipped: 3, saved: 3 });
  });

  test("because the store refused, fails the run where other jobs take the results from it", async () => {
    const { machine, store } = machines();
    const here = machine();
    writeFileSync(store, "a file where the store's folder must be");
    const answer = await here.run("--hand-over=true");
    expect(answer).toMatchObject({ code: 3, ran: 3, saved: 0, unsaved: 3, allDone: false });
    expect(shardOf(answer, "b")).toMatchObject({ outcome: "done", unsaved: expect.any(String) });
    expect(answer.stderr).toContain("To save them, run this job again");
    rmSync(store);
    const again = await here.run("--hand-over=true");
    expect(again).toMatchObject({ code: 0, skipped: 3, saved: 3, unsaved: 0, allDone: true });
  });

  test("because the store refused for a while, is tried again at the end of the run", async () => {
    const { machine, store } = machines({
      command:
        'until [ "$SHARD_ID" != c ] || [ -e go ]; do sleep 0.02; done; cp "$SHARD_INPUT" "$SHARD_CHECKPOINT"',
      parallel: 1,
    });
    const here = machine();
    writeFileSync(store, "a file where the store's folder must be");
    const { child, ended } = here.start(["run", "--json"]);
    const said: string[] = [];
    child.stderr?.on("data", (text: string) => said.push(text));
    await until("the first save has failed", () => said.join("").includes("could not be saved"));
    rmSync(store);
    here.write("go");
    const end = await ended;
    expect(readRun(end)).toMatchObject({ ran: 3, saved: 3, allDone: true });
    expect(end.stderr).not.toContain("not saved");
    expect(decisions(await machine().status())).toEqual(STORED);
  });

  test("never makes a store that does not answer look like one that has nothing", async () => {
    const { machine, store } = machines();
    await machine().run();
    rmSync(store, { recursive: true });
    writeFileSync(store, "x");
    const status = await machine().status();
    expect(decisions(status)[0]).toBe("a run new");
    expect(shardOf(status, "a").detail).toContain("the store did not answer");
  });
});

test("a result that is here is saved where the store has only an older owner's", async () => {
  const { machine } = machines({
    command: 'cat who "$SHARD_INPUT" > "$SHARD_CHECKPOINT"; echo "$SHARD_ID" >> ran.txt',
  });
  const [older, newer, reader] = [machine(), machine(), machine()];
  older.write("who", "older ");
  newer.write("who", "newer ");
  for (const one of [older, newer])
    expect(await one.run("--store=none", "--only=a")).toMatchObject({ ran: 1 });
  expect(await older.run("--only=a")).toMatchObject({ skipped: 1, saved: 1 });
  expect(await newer.run("--only=a")).toMatchObject({ skipped: 1, saved: 1 });
  for (const late of [older, newer])
    expect(await late.run("--only=a")).toMatchObject({ skipped: 1, saved: 0 });
  await reader.run("--only=a", "--fetch=missing");
  expect(reader.read("out/a.txt")).toBe("newer a");
});

describe("what is taken back", () => {
  test("by unmark is taken back in the store as well", async () => {
    const { machine } = machines();
    const here = machine();
    await here.run();
    expect(await here.unmark("b")).toMatchObject({ code: 0, changed: ["b"] });
    const there = machine();
    expect(decisions(await there.status())).toEqual([
      "a skip done-in-store",
      "b run new",
      "c skip done-in-store",
    ]);
    expect(await there.unmark("--all")).toMatchObject({ changed: ["a", "c"] });
    expect(decisions(await machine().status())).toEqual(["a run new", "b run new", "c run new"]);
  });

  test("by force is never found again, also when the forced run fails", async () => {
    const { machine } = machines({
      command: '[ ! -e fail ] || exit 1; cp "$SHARD_INPUT" "$SHARD_CHECKPOINT"',
    });
    await machine().run();
    const there = machine();
    there.write("fail");
    expect(await there.run("--force", "a")).toMatchObject({ code: 1, skipped: 2, failed: 1 });
    expect(decisions(await machine().status())).toEqual([
      "a run new",
      "b skip done-in-store",
      "c skip done-in-store",
    ]);
    const here = machine();
    expect(await here.run("--force", "c")).toMatchObject({ code: 0, ran: 2, saved: 2 });
    expect(decisions(await machine().status())[2]).toBe("c skip done-in-store");
  });
});

test("a slow store does not hold up the shards, and all is saved before the run ends", async () => {
  const { machine } = machines({
    checkpoint: "out/{id}",
    command:
      'mkdir "$SHARD_CHECKPOINT"; i=0; while [ $i -lt 150 ]; do echo $i > "$SHARD_CHECKPOINT/$i"; i=$((i+1)); done',
    parallel: 2,
  });
  const here = machine();
  const ended = await here.start(["run", "--json"]).ended;
  expect(readRun(ended)).toMatchObject({ ran: 3, saved: 3 });
  expect(outcomes(readRun(ended))).toEqual(["a done", "b done", "c done"]);
  expect(decisions(await machine().status())).toEqual(STORED);
});

test("work of a killed run goes on on another machine", async () => {
  const { machine } = machines({
    work: "work/{id}",
    "work-every": "1s",
    command: [
      'echo "$SHARD_ID $SHARD_RESUME $(cat "$SHARD_WORK/part" 2>/dev/null)" >> ran.txt',
      "if [ $SHARD_RESUME = 0 ] && [ $SHARD_ID = b ]; then",
      '  echo half > "$SHARD_WORK/part"; : > "$SHARD_WORK/part.done"; touch ready; while :; do sleep 0.1; done',
      "fi",
      'cp "$SHARD_INPUT" "$SHARD_CHECKPOINT"',
    ].join("\n"),
  });
  const here = machine();
  const { child, ended } = here.start(["run"]);
  await until("the part", () => here.has("ready"));
  const there = machine();
  // The first run goes on saving; once its snapshot is there, it is killed with its machine.
  let seen = await there.status();
  for (let round = 0; round < 100 && shardOf(seen, "b").decision !== "resume"; round += 1)
    seen = await there.status();
  child.kill("SIGKILL");
  await ended;
  expect(decisions(seen)).toEqual(["a skip done-in-store", "b resume new", "c run new"]);
  const answer = await there.run();
  expect(answer).toMatchObject({ code: 0, skipped: 1, ran: 2, resumed: 1 });
  expect(there.lines("ran.txt").map((line) => line.trim())).toEqual(["b 1 half", "c 0"]);
});

test.each([
  ["empty", ":"],
  ["without a whole part", 'echo half > "$SHARD_WORK/part"; echo 7 > "$SHARD_WORK/state"'],
] as const)(
  "work that is brought %s is not gone on from, and its shard does not count as resumed",
  async (_, work) => {
    const { machine } = machines({
      shards: [{ id: "a" }],
      work: "work/{id}",
      command: [
        'echo "$SHARD_RESUME" >> ran.txt',
        `if [ -e finish ]; then echo a > "$SHARD_CHECKPOINT"; else ${work}; exit 1; fi`,
      ].join("\n"),
    });
    expect(await machine().run()).toMatchObject({ code: 1, failed: 1 });
    const there = machine();
    there.write("finish");
    expect(await there.run()).toMatchObject({ code: 0, ran: 1, resumed: 0 });
    expect(there.lines("ran.txt")).toEqual(["0"]);
  },
);

describe("what failed on another runner", () => {
  const command =
    'echo "$SHARD_ID" >> ran.txt; [ "$SHARD_ID" != a ] || [ -e good ] || exit 3; cp "$SHARD_INPUT" "$SHARD_CHECKPOINT"';

  test("comes last, until its fingerprint changes", async () => {
    const { machine } = machines({ command, "max-failures": 1 });
    const first = machine();
    expect(outcomes(await first.run())).toEqual(["a failed", "b stopped", "c stopped"]);
    const changed = machine({ "fingerprint-text": "another model" });
    await changed.run();
    expect(changed.lines("ran.txt")).toEqual(["a"]);
    const second = machine();
    expect(await second.run()).toMatchObject({ code: 1, ran: 2, failed: 1 });
    expect(second.lines("ran.txt")).toEqual(["b", "c", "a"]);
  });

  test("is forgotten when it is done, and no shard that never failed costs anything", async () => {
    const { machine, store } = machines({ command, "max-failures": 1 });
    const remembered = (): readonly string[] =>
      readdirSync(store, { recursive: true, encoding: "utf8" }).filter((name) =>
        name.includes("/failed/"),
      );
    await machine().run();
    expect(remembered()).toHaveLength(1);
    const second = machine();
    second.write("good", "");
    expect(await second.run()).toMatchObject({ code: 0, ran: 3 });
    expect(remembered()).toEqual([]);
  });
});
