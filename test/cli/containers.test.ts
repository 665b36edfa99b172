import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { describe, expect, test } from "vitest";
import {
  formatStartRecord,
  parseStartRecord,
  type StartRecord,
} from "../../src/core/model/start-record.ts";
import { claimRecord } from "../../src/protocol/claim-record.ts";
import {
  canIsolate,
  container,
  fakeDriver,
  hasStarted,
  PATIENT,
  shared,
  STARTED,
} from "../fixtures/cli/container.ts";
import { outcomes, readRun, type Workspace } from "../fixtures/cli/workspace.ts";
import { until } from "../helpers/until.ts";
import { systemError, tappedDisk } from "../store/disks.ts";

describe.skipIf(!canIsolate)("two containers with one workspace (root makes them)", () => {
  test("a shard that the other one works on is left alone, with its machine and its last sign of life", async () => {
    const here = shared(["a", "b"]);
    const first = container(here, ["run", "--only", "a"], { WHO: "first", ...PATIENT });
    await until("the first container's command", hasStarted(here, "a first"));
    here.write("go-second");
    const second = container(here, ["run", "--json"], { WHO: "second", ...PATIENT });
    const end = await second.ended;
    const answer = readRun(end);
    expect(end.code).toBe(4);
    expect(outcomes(answer).toSorted()).toEqual(["a stopped", "b done"]);
    const why = answer.shards.find(({ id }) => id === "a")?.why;
    expect(why).toMatch(/^another run \(pid 1 on .+, last sign of life .+ ago\) is working on it/);
    expect(why).toContain(hostname());
    here.write("go-first");
    expect((await first.ended).code).toBe(0);
    expect(here.read("out/a.txt")).toBe("first\n");
    expect(here.lines("started.txt").toSorted()).toEqual(["a first", "b second"]);
    expect(readdirSync(here.path("out")).filter((name) => name.startsWith("."))).toEqual([]);
  });

  test("mark and unmark wait until it is known whether the run lives, and refuse while it does", async () => {
    const here = shared(["a"]);
    const first = container(here, ["run"], { WHO: "first", ...PATIENT });
    await until("the first container's command", hasStarted(here, "a first"));
    here.write("out/a.txt", "by hand\n");
    const status = await here.status();
    expect(status.shards[0]?.detail).toContain(
      `whether its run (pid 1 on ${hostname()}) lives is not known`,
    );
    for (const command of ["mark", "unmark"]) {
      const marked = container(here, [command, "--json", "a"], PATIENT);
      const end = await marked.ended;
      expect(end.code).toBe(3);
      expect(end.stdout).toMatch(/a run \(pid 1 on .+, last sign of life .+\) is working on it/);
      expect(end.stderr).toMatch(/waiting/);
    }
    first.kill();
    await first.ended;
    const marked = await here.mark("a");
    expect(marked).toMatchObject({ code: 0, changed: ["a"] });
  });

  test("a shard of a container that was killed is taken over, after the others", async () => {
    const here = shared(["a", "b", "c"]);
    const first = container(here, ["run", "--only", "a"], { WHO: "first" });
    await until("the first container's command", hasStarted(here, "a first"));
    first.kill();
    await first.ended;
    here.write("go-second");
    const second = container(here, ["run", "--json"], { WHO: "second" });
    const end = await second.ended;
    expect(end.code).toBe(0);
    expect(here.lines("started.txt")).toEqual(["a first", "b second", "c second", "a second"]);
    expect(here.read("out/a.txt")).toBe("second\n");
  });

  test("a shard whose claim a killed container has left holds up no other one, and the wait for it is said", async () => {
    const here = shared(["a", "b", "c"]);
    const first = container(here, ["run", "--only", "a"], { WHO: "first", ...PATIENT });
    await until("the first container's command", hasStarted(here, "a first"));
    first.kill();
    await first.ended;
    // Its claim alone is left, so that the shard is not seen to be another's before its turn comes.
    rmSync(here.path("out/a.txt.started"));
    here.write("go-second");
    const second = container(here, ["run", "--json-lines"], { WHO: "second", ...PATIENT });
    const end = await second.ended;
    expect(end.code).toBe(0);
    expect(here.lines("started.txt")).toEqual(["a first", "b second", "c second", "a second"]);
    const told = end.stderr.split("\n").filter((line) => line.includes("owner-unknown"));
    expect(told).toEqual([]);
    const events = end.stdout.split("\n").filter((line) => line.includes('"owner-unknown"'));
    expect(events).toHaveLength(1);
    expect(JSON.parse(events[0] ?? "")).toMatchObject({
      shard: "a",
      who: expect.stringMatching(/^pid 1 on .+, last sign of life .+ ago$/),
      knownInMs: expect.any(Number),
    });
    expect(end.stderr).toMatch(
      /\[a\] another run \(pid 1 on .+ ago\) has started it, and whether .+ It is known in .+ at most/,
    );
  });

  test("status and plan say whether the run lives that has started a shard, and change nothing", async () => {
    const here = shared(["a", "b"]);
    const first = container(here, ["run", "--only", "a"], { WHO: "first", ...PATIENT });
    await until("the first container's command", hasStarted(here, "a first"));
    const record = here.read("out/a.txt.started");
    for (const command of ["status", "plan"]) {
      const asked = await container(here, [command, "--json"], PATIENT).ended;
      const [a, b] = JSON.parse(asked.stdout).shards;
      expect(a.owner).toEqual({
        liveness: "unknown",
        pid: 1,
        host: hostname(),
        startedAt: parseStartRecord(record)?.startedAt,
        startedSecondsAgo: expect.any(Number),
        lastSignSeconds: expect.any(Number),
      });
      expect([a.state, b.state]).toEqual(["unknown", "new"]);
      expect(b.owner).toBe(undefined);
      const lines = (await container(here, [command], PATIENT).ended).stdout;
      expect(lines).toMatch(
        /whether its run \(pid 1 on .+\) lives is not known here, last sign of life .+ ago/,
      );
    }
    first.kill();
    await first.ended;
    expect(here.read("out/a.txt.started")).toBe(record);
  });

  test("a run that was stopped for so long that it counts as gone does not commit when it goes on", async () => {
    const here = shared(["a"]);
    const first = container(here, ["run", "--json"], { WHO: "first" });
    await until("the first container's command", hasStarted(here, "a first"));
    const pid = first.pid();
    process.kill(pid, "SIGSTOP");
    here.write("go-second");
    const second = container(here, ["run"], { WHO: "second" });
    expect((await second.ended).code).toBe(0);
    const marker = here.read("out/a.txt.done");
    // The late command writes over the new checkpoint at worst: it must not be marked.
    here.write("go-first");
    process.kill(pid, "SIGCONT");
    const late = await first.ended;
    expect(outcomes(readRun(late))).toEqual(["a stopped"]);
    expect(readRun(late).shards[0]?.why).toMatch(/not this run's any more/);
    expect(here.read("out/a.txt.done")).toBe(marker);
  });

  test("a run that slept so and whose command fails records no failure over the one that finished, and removes nothing", async () => {
    const here = shared(["a"], {
      command: `${STARTED}until [ -e "go-$WHO" ]; do sleep 0.02; done; [ "$WHO" = second ] || exit 7; echo "$WHO" > "$SHARD_CHECKPOINT"`,
    });
    const first = container(here, ["run", "--json"], { WHO: "first" });
    await until("the first container's command", hasStarted(here, "a first"));
    const pid = first.pid();
    process.kill(pid, "SIGSTOP");
    here.write("go-second");
    const second = container(here, ["run"], { WHO: "second" });
    expect((await second.ended).code).toBe(0);
    const left = (): readonly string[] => readdirSync(here.path("out")).toSorted();
    const marker = here.read("out/a.txt.done");
    here.write("go-first");
    process.kill(pid, "SIGCONT");
    expect(outcomes(readRun(await first.ended))).toEqual(["a stopped"]);
    expect(left()).toEqual(["a.txt", "a.txt.done"]);
    expect(here.read("out/a.txt.done")).toBe(marker);
    expect(here.read("out/a.txt")).toBe("second\n");
  });

  test("each GPU is one container's, and the other one waits for it", async () => {
    const here = shared(["a", "b"], {
      command: `${STARTED}echo "start $WHO" >> gpu.txt; until [ -e "go-$WHO" ]; do sleep 0.02; done; echo "end $WHO" >> gpu.txt; echo x > "$SHARD_CHECKPOINT"`,
    });
    const env = { ...fakeDriver(here), ...PATIENT };
    const first = container(here, ["run", "--only", "a"], { WHO: "first", ...env });
    await until("the first container's command", () =>
      here.lines("gpu.txt").includes("start first"),
    );
    here.write("go-second");
    const second = container(here, ["run", "--only", "b"], { WHO: "second", ...env });
    await until("a word about the GPU", () =>
      /1 of 1 GPU is leased/.test(second.stdout() + second.stderr()),
    );
    expect(second.stdout() + second.stderr()).toMatch(/another run \(pid 1 on /);
    here.write("go-first");
    expect((await first.ended).code).toBe(0);
    expect((await second.ended).code).toBe(0);
    expect(here.lines("gpu.txt")).toEqual([
      "start first",
      "end first",
      "start second",
      "end second",
    ]);
  });

  test("the GPU of a container that was killed is free after its heart has stopped", async () => {
    const here = shared(["a", "b"]);
    const env = fakeDriver(here);
    const first = container(here, ["run", "--only", "a"], { WHO: "first", ...env });
    await until("the first container's command", hasStarted(here, "a first"));
    first.kill();
    await first.ended;
    here.write("go-second");
    const second = container(here, ["run", "--only", "b"], { WHO: "second", ...env });
    expect((await second.ended).code).toBe(0);
  });
});

test("the folder of leases that a cleaner removes is made anew with a warning, and the run goes on", async () => {
  const here = shared(["a", "b", "c"], {
    command: 'if [ $SHARD_ID = a ]; then rm -rf .leases; fi; cp "$SHARD_INPUT" "$SHARD_CHECKPOINT"',
  });
  const ended = await here.donemark("run");
  expect(ended.code).toBe(0);
  expect(ended.stdout + ended.stderr).toMatch(/folder of leases .+ was removed .+ made anew/);
  expect(here.has("out/c.txt.done")).toBe(true);
});

test("a start record of an earlier boot is taken over once nobody has shown a sign of life", async () => {
  const here = shared(["a"]);
  const first = here.start(["run"], { WHO: "first" });
  await until("the command", hasStarted(here, "a first"));
  first.child.kill("SIGKILL");
  await first.ended;
  const record = here.path("out/a.txt.started");
  writeFileSync(record, readFileSync(record, "utf8").replace(/"boot":"[^"]*"/, '"boot":"another"'));
  rmSync(here.path("started.txt"));
  here.write("go-second");
  const second = here.start(["run"], { WHO: "second" });
  expect((await second.ended).code).toBe(0);
  expect(here.lines("started.txt")).toEqual(["a second"]);
});

test.each([
  ["boot", (record: StartRecord) => record.owner],
  ["earlier boot", ({ owner }: StartRecord) => ({ ...owner, boot: "another" })],
])(
  "a shard whose dead run of this %s was taking it over when it died is taken by the next run",
  async (_, ownerOf) => {
    const here = shared(["a"]);
    const first = here.start(["run"], { WHO: "first" });
    await until("the command", hasStarted(here, "a first"));
    first.child.kill("SIGKILL");
    await first.ended;
    rmSync(here.path("started.txt"));
    await dieInClaim(here, ownerOf);
    here.write("go-second");
    const second = await here.start(["run"], { WHO: "second" }).ended;
    expect(second.stdout + second.stderr).not.toContain("another run");
    expect(second.code).toBe(0);
    expect(here.lines("started.txt")).toEqual(["a second"]);
    expect(here.has("out/a.txt.done")).toBe(true);
    expect(readdirSync(here.path("out")).filter((name) => name.includes("-next-"))).toEqual([]);
  },
);

/** Leaves what a run leaves that took over the shard `a` and died before its record was in its place. */
async function dieInClaim(
  here: Workspace,
  ownerOf: (record: StartRecord) => StartRecord["owner"],
): Promise<void> {
  const place = { started: here.path("out/a.txt.started"), marker: here.path("out/a.txt.done") };
  const seen = readFileSync(place.started, "utf8");
  const record = parseStartRecord(seen);
  if (record === undefined) throw new Error("there is a start record");
  const own = formatStartRecord({ ...record, token: "dead", owner: ownerOf(record) });
  let isDead = false;
  const dying = tappedDisk((operation) => {
    isDead ||= operation === "rename";
    if (isDead) throw systemError("EIO", operation, "");
  });
  const claim = claimRecord(dying, place, {
    claimant: { seen, own, earlier: [] },
    judge: () => "gone",
  });
  await expect(claim).rejects.toThrow(/EIO/);
  expect(readdirSync(here.path("out")).filter((name) => name.includes("-next-"))).toHaveLength(1);
}
