import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { UserError } from "../../src/core/text/problem.ts";
import { timesFor } from "../../src/core/ownership/heartbeat.ts";
import { watchOwners } from "../../src/machine/owner-watch.ts";
import {
  acquireLease,
  discardSpares,
  type Held,
  type Lease,
  leaseFolder,
  type LeaseTaker,
  sweepSpares,
} from "../../src/machine/lease.ts";
import { identify, type ProcessId, thisProcess } from "../../src/machine/processes.ts";

const LEASER = fileURLToPath(new URL("../fixtures/machine/leaser.mjs", import.meta.url));
const started: ChildProcess[] = [];
let folder = "";
let remade = 0;
const spares: LeaseTaker["spares"] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lease-test-"));
  mkdirSync(join(folder, "leases"));
  mkdirSync(join(folder, "inside"));
  writeFileSync(join(folder, "inside.count"), "0");
  spares.length = 0;
});
afterEach(async () => {
  for (const child of started.splice(0)) {
    child.kill("SIGKILL");
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  }
  rmSync(folder, { recursive: true, force: true });
});

const dead = (): ProcessId => ({ ...thisProcess(), startTime: "1" });
const leases = (): string => join(folder, "leases");
const owners = watchOwners(timesFor(200));
afterAll(() => owners.close());
const takerOf = (holder: ProcessId): LeaseTaker => ({
  folder: leases(),
  holder,
  owners,
  onRemade: () => (remade += 1),
  spares,
});
const acquire = (resource: string, holder: ProcessId = thisProcess()): Promise<Lease | Held> =>
  acquireLease(takerOf(holder), resource);
const heldHere = (by: ProcessId): unknown => expect.objectContaining({ kind: "held", by });

async function take(resource: string, holder: ProcessId = thisProcess()): Promise<Lease> {
  const lease = await acquire(resource, holder);
  if (lease.kind === "held") throw new Error(`held by ${lease.by.pid}`);
  return lease;
}

function sleeper(): ProcessId & { readonly end: () => Promise<unknown> } {
  const child = spawn("sleep", ["60"]);
  started.push(child);
  return {
    ...identify(child.pid ?? 0),
    end: () => {
      child.kill("SIGKILL");
      return once(child, "exit");
    },
  };
}

test("a file that names nobody, whoever put it into the folder of a lease, holds nothing and ends nobody", async () => {
  const lease = await take("gpu 0");
  const [place = ""] = readdirSync(leases());
  for (const name of ["+1~%~1,2~", "%zz~1,%~x", "~~", "+", "x~y~z"])
    writeFileSync(join(leases(), place, name), "");
  expect(await acquire("gpu 0")).toEqual(heldHere(thisProcess()));
  await lease.release();
  const next = await take("gpu 0");
  await next.release();
});

function leaser(rounds: number, manner: "release" | "abandon" | "hold"): ChildProcess {
  const inside = join(folder, "inside");
  const child = spawn(process.execPath, [LEASER, leases(), inside, String(rounds), manner], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.push(child);
  return child;
}

async function endOf(child: ChildProcess): Promise<string> {
  let said = "";
  child.stderr?.on("data", (chunk) => (said += String(chunk)));
  await once(child, "close");
  return `exit ${child.signalCode ?? child.exitCode} ${said}`;
}

describe("a lease", () => {
  test("is taken once, also by the same process, until it is given back", async () => {
    const lease = await take("gpu 0");
    expect(await acquire("gpu 0")).toEqual(heldHere(thisProcess()));
    const other = await take("gpu 1");
    await lease.release();
    await lease.release();
    await (await take("gpu 0")).release();
    await other.release();
    discardSpares(takerOf(thisProcess()));
    expect(readdirSync(leases())).toEqual([]);
  });

  test("that was given back lends its folder to the next one, unless a cleaner has taken it", async () => {
    await (await take("gpu 0")).release();
    const { ino } = statSync(join(leases(), readdirSync(leases())[0] ?? ""));
    const next = await take("gpu 1");
    const [place = "", ...others] = readdirSync(leases());
    expect([statSync(join(leases(), place)).ino, others]).toEqual([ino, []]);
    expect(await acquire("gpu 1")).toEqual(heldHere(thisProcess()));
    await next.release();
    for (const name of readdirSync(leases())) rmSync(join(leases(), name), { recursive: true });
    await (await take("gpu 0")).release();
  });

  test("folders that killed runs kept are removed, those of living ones and what others put there stay", async () => {
    await (await take("gpu 0", dead())).release();
    spares.length = 0;
    await (await take("gpu 0")).release();
    const [own] = spares;
    writeFileSync(join(leases(), ".old-file"), "");
    mkdirSync(join(leases(), ".new-just-made"));
    sweepSpares(takerOf(thisProcess()));
    const left = readdirSync(leases()).map((name) => join(leases(), name));
    const others = [".old-file", ".new-just-made"].map((name) => join(leases(), name));
    expect(left.toSorted()).toEqual([own?.path ?? "", ...others].toSorted());
  });

  test("of a dead holder is free", async () => {
    await take("gpu 0", dead());
    const lease = await take("gpu 0");
    expect(await acquire("gpu 0")).toEqual(heldHere(thisProcess()));
    await lease.release();
  });

  test("lives on with any process that was noted, and names it", async () => {
    const [first, second] = [sleeper(), sleeper()];
    const { end: _first, ...firstId } = first;
    const { end: _second, ...secondId } = second;
    const lease = await take("gpu 0", dead());
    lease.note(firstId);
    lease.note(secondId);
    expect(await acquire("gpu 0")).toEqual(heldHere(firstId));
    await first.end();
    expect(await acquire("gpu 0")).toEqual(heldHere(secondId));
    await second.end();
    expect((await acquire("gpu 0")).kind).toBe("lease");
  });

  test("lives on with each of many commands at once", async () => {
    const sleepers = Array.from({ length: 20 }, sleeper);
    const lease = await take("gpu 0", dead());
    for (const { end: _end, ...id } of sleepers) lease.note(id);
    const last = sleepers.at(-1);
    for (const each of sleepers.slice(0, -1)) await each.end();
    expect(await acquire("gpu 0")).toMatchObject({ kind: "held", by: { pid: last?.pid } });
    await last?.end();
    expect((await acquire("gpu 0")).kind).toBe("lease");
  });

  test("that is given back stays with a command that still runs, and with no one else", async () => {
    const left = sleeper();
    const { end: _end, ...id } = left;
    const lease = await take("gpu 0");
    lease.note(id);
    await lease.release();
    expect(await acquire("gpu 0")).toEqual(heldHere(id));
    await left.end();
    const next = await take("gpu 0");
    expect(await acquire("gpu 0")).toEqual(heldHere(thisProcess()));
    await next.release();
    expect(readdirSync(leases())).toEqual([]);
  });

  test("holds however many commands come and go, and gives back after them", async () => {
    const lease = await take("gpu 0");
    for (let command = 0; command < 200; command += 1) lease.note({ ...dead(), pid: command + 2 });
    expect((await acquire("gpu 0")).kind).toBe("held");
    await lease.release();
    lease.note(thisProcess());
    expect((await acquire("gpu 0")).kind).toBe("lease");
  });

  test("that a cleaner of temporary files took away is made anew for the next command", async () => {
    const lease = await take("gpu 0");
    rmSync(leases(), { recursive: true });
    const before = remade;
    lease.note(dead());
    expect(remade).toBe(before + 1);
    expect(statSync(leases()).mode & 0o7777).toBe(0o1777);
    expect(await acquire("gpu 0")).toEqual(heldHere(thisProcess()));
    await lease.release();
    expect((await acquire("gpu 0")).kind).toBe("lease");
  });

  test("that a cleaner took away and another one has taken since: no command starts, and nothing is given back in its name", async () => {
    const lease = await take("gpu 0");
    rmSync(leases(), { recursive: true });
    const later = await take("gpu 0");
    expect(() => lease.note(thisProcess())).toThrow(/another run \(pid \d+\) has taken its GPU/);
    await lease.release();
    expect((await acquire("gpu 0")).kind).toBe("held");
    await later.release();
  });

  test("that is stale goes to exactly one of those who want it", async () => {
    for (let round = 0; round < 100; round += 1) {
      await take(`gpu ${round}`, dead());
      const answers = await Promise.all(Array.from({ length: 8 }, () => acquire(`gpu ${round}`)));
      expect(answers.filter(({ kind }) => kind === "lease")).toHaveLength(1);
    }
  });

  test("that nobody had goes to exactly one of those who want it", async () => {
    for (let round = 0; round < 100; round += 1) {
      const answers = await Promise.all(Array.from({ length: 8 }, () => acquire(`gpu ${round}`)));
      expect(answers.filter(({ kind }) => kind === "lease")).toHaveLength(1);
    }
  });
});

describe("among processes", () => {
  test("eight that take one lease 200 times each never meet", async () => {
    const racers = Array.from({ length: 8 }, () => leaser(200, "release"));
    const ends = await Promise.all(racers.map(endOf));
    expect(ends).toEqual(racers.map(() => "exit 0 "));
    expect(readFileSync(join(folder, "inside.count"), "utf8")).toBe("1600");
    expect(readdirSync(leases())).toEqual([]);
  });

  test("they never meet either when every holder dies with its lease", async () => {
    const racers = Array.from({ length: 6 }, () => leaser(40, "abandon"));
    const ends = await Promise.all(racers.map(endOf));
    expect(ends).toEqual(racers.map(() => "exit 0 "));
    expect(readFileSync(join(folder, "inside.count"), "utf8")).toBe("240");
  });

  test("they never meet either when holders are killed at any moment", async () => {
    const victims: Promise<string>[] = [];
    const racers = Array.from({ length: 4 }, () => endOf(leaser(100, "release")));
    for (let kill = 0; kill < 12; kill += 1) {
      const victim = leaser(1_000_000, "release");
      victims.push(endOf(victim));
      await sleep(60 + kill * 10);
      victim.kill("SIGKILL");
    }
    expect(await Promise.all(victims)).toEqual(victims.map(() => "exit SIGKILL "));
    expect(await Promise.all(racers)).toEqual(racers.map(() => "exit 0 "));
  });

  test("the holder is named, and a killed one has lost it", async () => {
    const holder = leaser(0, "hold");
    await once(holder.stdout ?? holder, "data");
    const resource = "the resource";
    expect(await acquire(resource)).toEqual(heldHere(identify(holder.pid ?? 0)));
    holder.kill("SIGKILL");
    await once(holder, "exit");
    expect((await acquire(resource)).kind).toBe("lease");
  });
});

describe("the folder of leases", () => {
  test("is made for all users, and taken as it is where it is there", () => {
    const own = join(folder, "a", "b");
    expect(leaseFolder({ DONEMARK_LEASE_DIR: own })).toBe(own);
    expect(statSync(own).mode & 0o7777).toBe(0o1777);
    expect(leaseFolder({ DONEMARK_LEASE_DIR: leases() })).toBe(leases());
  });

  test("may not be a link, a file or a relative path", () => {
    symlinkSync(leases(), join(folder, "link"));
    symlinkSync(join(folder, "nowhere"), join(folder, "dangling"));
    for (const name of ["link", "dangling", "inside.count"]) {
      expect(() => leaseFolder({ DONEMARK_LEASE_DIR: join(folder, name) })).toThrow(UserError);
    }
    expect(() => leaseFolder({ DONEMARK_LEASE_DIR: "leases" })).toThrow(/absolute path/);
  });
});
