import { readdirSync, readFileSync, rmSync, utimesSync } from "node:fs";
import { formatDuration } from "../../src/core/text/duration.ts";
import { describe, expect, test } from "vitest";
import { parseStartRecord } from "../../src/core/model/start-record.ts";
import { canIsolate, container, hasStarted, shared } from "../fixtures/cli/container.ts";
import { outcomes, readRun, type Workspace } from "../fixtures/cli/workspace.ts";
import { until } from "../helpers/until.ts";

/** A reader that had to wait for a heartbeat would wait for hours. */
const NO_WAITING = { DONEMARK_HEARTBEAT_MS: "3600000" };

const recordOf = (here: Workspace, id: string) =>
  parseStartRecord(readFileSync(here.path(`out/${id}.txt.started`), "utf8"));

const DEFINITIONS = {
  shard: { "run-per": "shard" },
  job: {
    "run-per": "job",
    command:
      'while read -r line; do echo "$WHO" >> started.txt; until [ -e "go-$WHO" ]; do sleep 0.02; done; done < "$SHARDS_FILE"; for id in a b; do echo "$WHO" > out/$id.txt; done',
  },
} as const;

describe.skipIf(!canIsolate)("after a run that ended in good order (root makes containers)", () => {
  test.each(Object.entries(DEFINITIONS))(
    "by a signal, with run-per: %s, another container takes its shards at once",
    async (runPer, definition) => {
      const here = shared(["a", "b"], definition);
      const first = container(here, ["run", "--json"], { WHO: "first", ...NO_WAITING });
      const line = runPer === "job" ? "first" : "a first";
      await until("the first container's command", hasStarted(here, line));
      process.kill(first.pid(), "SIGINT");
      expect(outcomes(readRun(await first.ended)).toSorted()).toEqual(["a stopped", "b stopped"]);
      expect(recordOf(here, "a")).toMatchObject({ released: true, attempt: 1 });
      expect(readdirSync(here.path(".leases"))).toEqual([]);
      expect(readdirSync(here.path("out")).filter((name) => name.startsWith("."))).toEqual([]);
      here.write("go-second");
      const second = container(here, ["run", "--json"], { WHO: "second", ...NO_WAITING });
      expect(outcomes(readRun(await second.ended)).toSorted()).toEqual(["a done", "b done"]);
      expect(here.read("out/a.txt")).toBe("second\n");
    },
  );

  test("with parts that its command made, the next container goes on from them", async () => {
    const here = shared(["a"], {
      checkpoint: "out/{id}",
      command:
        'mkdir -p "$SHARD_CHECKPOINT"; echo part > "$SHARD_CHECKPOINT/p1"; : > "$SHARD_CHECKPOINT/p1.done"; echo "$SHARD_ID $WHO" >> started.txt; until [ -e "go-$WHO" ]; do sleep 0.02; done',
    });
    const first = container(here, ["run"], { WHO: "first", ...NO_WAITING });
    await until("the first container's part", hasStarted(here, "a first"));
    process.kill(first.pid(), "SIGTERM");
    await first.ended;
    here.write("go-second");
    const second = container(here, ["run", "--json"], { WHO: "second", ...NO_WAITING });
    expect(readRun(await second.ended)).toMatchObject({ resumed: 1 });
  });

  test("whose failures ended it, the shards that it had started are free as well", async () => {
    const here = shared(["a", "b"], {
      parallel: 2,
      "max-failures": 1,
      command:
        'echo "$SHARD_ID $WHO" >> started.txt; [ "$SHARD_ID$WHO" != afirst ] || { until grep -q "b first" started.txt; do sleep 0.02; done; touch go-first; exit 3; }; until [ -e "go-$WHO" ]; do sleep 0.02; done; echo "$WHO" > "$SHARD_CHECKPOINT"',
    });
    const first = container(here, ["run", "--json"], { WHO: "first", ...NO_WAITING });
    expect(outcomes(readRun(await first.ended)).toSorted()).toEqual(["a failed", "b done"]);
    here.write("go-second");
    const second = container(here, ["run", "--json"], { WHO: "second", ...NO_WAITING });
    expect(outcomes(readRun(await second.ended)).toSorted()).toEqual(["a done", "b skipped"]);
  });

  test("a shard whose marker could not be written is free as well", async () => {
    const here = shared(["a"], {
      command:
        'echo "$SHARD_ID $WHO" >> started.txt; [ "$WHO" != first ] || mkdir -p "$SHARD_CHECKPOINT.done/x"; echo "$WHO" > "$SHARD_CHECKPOINT"',
    });
    const first = container(here, ["run", "--json"], { WHO: "first", ...NO_WAITING });
    expect(outcomes(readRun(await first.ended))).toEqual(["a failed"]);
    expect(recordOf(here, "a")).toMatchObject({ released: true });
  });
});

test("status says of a run of this machine that it is alive, that it is gone, and nothing of one that has ended", async () => {
  const here = shared(["a"]);
  const asked = async () => (await here.status()).shards[0];
  const first = here.start(["run"], { WHO: "first" });
  await until("the command", hasStarted(here, "a first"));
  const alive = await asked();
  expect(alive?.owner).toMatchObject({ liveness: "alive", pid: first.child.pid });
  expect(alive?.detail).toBe(
    `running for ${formatDuration((alive?.owner?.startedSecondsAgo ?? 0) * 1000)} (pid ${first.child.pid})`,
  );
  first.child.kill("SIGKILL");
  await first.ended;
  // Its heart has beaten last before this shard was started.
  const [sign] = signs(here);
  if (sign !== undefined) utimesSync(here.path(`.leases/${sign}`), 1000, 1000);
  const gone = await asked();
  expect(gone?.owner?.lastSignSeconds).toBe(gone?.owner?.startedSecondsAgo);
  expect(gone?.owner).toMatchObject({ liveness: "gone" });
  expect(gone?.detail).toMatch(
    /^interrupted: started .+ ago, and its run \(pid \d+ on .+\) is gone, last sign of life .+ ago$/,
  );
  rmSync(here.path("started.txt"));
  const second = here.start(["run"], { WHO: "second" });
  await until("the command", hasStarted(here, "a second"));
  second.child.kill("SIGINT");
  await second.ended;
  const ended = await asked();
  expect(ended?.owner).toBe(undefined);
  expect(ended?.detail).toMatch(/^started .+ by pid \d+ on .+ and stopped$/);
});

const signs = (here: Workspace): readonly string[] =>
  readdirSync(here.path(".leases")).filter((name) => name.startsWith(".alive-"));

test("a run removes the heartbeat that a killed run of this machine has left beside the leases", async () => {
  const here = shared(["a"]);
  const first = here.start(["run"], { WHO: "first" });
  await until("the command", hasStarted(here, "a first"));
  first.child.kill("SIGKILL");
  await first.ended;
  expect(signs(here)).toHaveLength(1);
  here.write("go-second");
  expect((await here.start(["run"], { WHO: "second", ...NO_WAITING }).ended).code).toBe(0);
  expect(signs(here)).toEqual([]);
});

describe.skipIf(!canIsolate)("beside the leases (root makes containers)", () => {
  test("a heartbeat of another container goes once nobody has seen it change, and one that beats stays", async () => {
    const here = shared(["a", "b", "c"]);
    const beats = { DONEMARK_HEARTBEAT_MS: "500" };
    const dead = container(here, ["run", "--only", "a"], { WHO: "dead", ...beats });
    await until("the first container's command", hasStarted(here, "a dead"));
    const [left = ""] = signs(here);
    const text = here.read(`.leases/${left}`);
    dead.kill();
    await dead.ended;
    // An earlier version's names no process.
    here.write(".leases/.alive-0123", text.replace(/"startTime":"[^"]*",?/, ""));
    const living = container(here, ["run", "--only", "b"], { WHO: "living", ...beats });
    await until("the second container's command", hasStarted(here, "b living"));
    const beating = signs(here).find((name) => name !== left && name !== ".alive-0123");
    const sweeping = container(here, ["run", "--only", "c"], { WHO: "sweeping", ...beats });
    await until("the third container's command", hasStarted(here, "c sweeping"));
    await until("both are swept", () => !signs(here).some((name) => /0123/.test(name)));
    await until("both are swept", () => !signs(here).includes(left));
    expect(signs(here)).toContain(beating);
    for (const who of ["living", "sweeping"]) here.write(`go-${who}`);
    expect((await living.ended).code).toBe(0);
    expect((await sweeping.ended).code).toBe(0);
    expect(signs(here)).toEqual([]);
  });
});
