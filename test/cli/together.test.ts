import { expect, test } from "vitest";
import { outcomes, readRun, workspace, type Workspace } from "../fixtures/cli/workspace.ts";
import { until } from "../helpers/until.ts";

const NAMES = Array.from({ length: 10 }, (_, place) => `s${place}`);

/** Notes start and end of each command in one file; an append of a line is one write. */
const NOTED = (act: string): string =>
  `echo "start $SHARD_ID $$" >> ran.txt\n${act}\necho "end $SHARD_ID $$" >> ran.txt`;

function shared(command: string, more: Readonly<Record<string, unknown>> = {}): Workspace {
  const here = workspace();
  for (const name of NAMES) here.write(`in/${name}.fa`, name);
  here.define({ shards: "in/*.fa", checkpoint: "out/{id}.txt", command, shell: "sh", ...more });
  return here;
}

/** The most commands of one shard that ran at the same time, and how often each shard was started. */
function history(here: Workspace): {
  readonly atOnce: number;
  readonly starts: ReadonlyMap<string, number>;
} {
  const running = new Map<string, number>();
  const starts = new Map<string, number>();
  let atOnce = 0;
  for (const line of here.lines("ran.txt")) {
    const [what, id = ""] = line.split(" ");
    const now = (running.get(id) ?? 0) + (what === "start" ? 1 : -1);
    running.set(id, now);
    if (what === "start") starts.set(id, (starts.get(id) ?? 0) + 1);
    atOnce = Math.max(atOnce, now);
  }
  return { atOnce, starts };
}

test("two runs at once on one workspace share the shards, and never have the same one in hand", async () => {
  const here = shared(NOTED('sleep 0.05; cp "$SHARD_INPUT" "$SHARD_CHECKPOINT"'), { parallel: 2 });
  const runs = [here.start(["run", "--json"]), here.start(["run", "--json"])];
  const ends = await Promise.all(runs.map(({ ended }) => ended));
  for (const { code } of ends) expect([0, 4]).toContain(code);
  const { atOnce, starts } = history(here);
  expect(atOnce).toBe(1);
  expect(starts).toEqual(new Map(NAMES.map((name) => [name, 1])));
  const answers = ends.map(readRun);
  expect(answers.reduce((sum, { ran }) => sum + ran, 0)).toBe(NAMES.length);
  expect(await here.run()).toMatchObject({ code: 0, skipped: NAMES.length, allDone: true });
});

test("of two runs at once after a change, each shard is run by one of them", async () => {
  const here = shared(NOTED('sleep 0.05; cp "$SHARD_INPUT" "$SHARD_CHECKPOINT"'));
  await here.run();
  here.write("ran.txt");
  const args = ["run", "--json", "--fingerprint-text", "v2"];
  const ends = await Promise.all([here.start(args).ended, here.start(args).ended]);
  for (const { code } of ends) expect([0, 4]).toContain(code);
  const { atOnce, starts } = history(here);
  expect(atOnce).toBe(1);
  expect(starts).toEqual(new Map(NAMES.map((name) => [name, 1])));
});

test("a shard stays in one hand until its marker is written", async () => {
  const here = shared(
    NOTED(
      'if [ $SHARD_ID = s0 ]; then touch waiting; until [ -e go ]; do sleep 0.01; done; fi; mkdir "$SHARD_CHECKPOINT"; i=0; while [ $i -lt 1000 ]; do echo $i > "$SHARD_CHECKPOINT/$i"; i=$((i+1)); done',
    ),
    { checkpoint: "out/{id}" },
  );
  // The first run has decided about s1 before the second one touches it.
  const first = here.start(["run", "--json", "--only", '["s0","s1"]']);
  await until("the first run's command", () => here.has("waiting"));
  const second = here.start(["run", "--json", "--only", "s1"], { DONEMARK_DEBUG: "1" });
  second.child.stderr?.on("data", (text: string) => {
    // s1's command has ended, its files are being flushed: now the first run comes to it.
    if (text.includes('"kind":"executed","shard":"s1"')) here.write("go");
  });
  expect(outcomes(readRun(await second.ended))).toEqual(["s1 done"]);
  const end = await first.ended;
  expect([0, 4]).toContain(end.code);
  expect(history(here).starts.get("s1")).toBe(1);
  expect(await here.run("--only", '["s0","s1"]')).toMatchObject({ code: 0, skipped: 2 });
});

test("a run leaves a shard alone that another one has in hand, says so, and ends with 4", async () => {
  const here = shared(
    NOTED(
      'touch "busy-$SHARD_ID"; until [ -e go ]; do sleep 0.01; done; cp "$SHARD_INPUT" "$SHARD_CHECKPOINT"',
    ),
  );
  const first = here.start(["run", "--only", "s3"]);
  await until("the first run's command", () => here.has("busy-s3"));
  const second = await here.run("--only", "s3");
  expect(second).toMatchObject({ code: 4, ran: 0, remaining: 1 });
  expect(second.shards[0]).toMatchObject({ outcome: "stopped", attempts: 0 });
  expect(second.shards[0]?.why).toContain(`another run (pid ${first.child.pid}) is working on it`);
  expect((await here.mark("s3")).refused[0]?.why).toContain("is working on it");
  here.write("go");
  expect((await first.ended).code).toBe(0);
});
