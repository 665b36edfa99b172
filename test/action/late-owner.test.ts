import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startCacheService, type CacheService } from "../cache-service/service.ts";
import { until } from "../helpers/until.ts";
import { openPlace, PLACES, type Place, type Values } from "./places.ts";
import { createRunner, untilWritten, type Runner } from "./runner.ts";

let service: CacheService;

beforeAll(async () => {
  service = await startCacheService();
});

afterAll(() => service.close());

/** Sets the clock of every process that loads it. */
const CLOCK = `const real = Date.now.bind(Date);
Date.now = () => real() + Number(process.env.AHEAD_S) * 1000;
`;

/** An older owner waits in its command; the checkpoint says who made it. */
const COMMAND = [
  "if [ -e wait ]; then echo up > up; until [ -e go ]; do sleep 0.02; done; fi",
  'cat who "$SHARD_INPUT" > "$SHARD_CHECKPOINT"',
].join("\n");

const DAY_S = 86_400;

interface Machine {
  readonly who: string;
  /** The seconds that its clock is ahead. */
  readonly ahead: number;
  readonly run: string;
  readonly waits?: boolean;
}

function machine({ who, waits = false }: Machine): Runner {
  const files = { "in/a.txt": "aa\n", "clock.cjs": CLOCK, who: `${who}\n` };
  return createRunner(waits ? { ...files, wait: "" } : files);
}

function stepOf(place: Place, { workspace }: Runner, { ahead, run }: Machine): { env: Values } {
  return {
    env: {
      ...place.env,
      GITHUB_RUN_ID: run,
      NODE_OPTIONS: `--require ${join(workspace, "clock.cjs")}`,
      AHEAD_S: String(ahead),
    },
  };
}

const made = ({ workspace }: Runner): string =>
  readFileSync(join(workspace, "out/a.txt"), "utf8").split("\n")[0] ?? "";

const fenceOf = ({ workspace }: Runner): number =>
  JSON.parse(readFileSync(join(workspace, "out/a.txt.done"), "utf8")).fence;

describe.each(PLACES)("an owner that is late, with %s", (store) => {
  test.each([
    ["whose clocks go right", 0, 0],
    ["whose own clock is two days ahead", 2 * DAY_S, 0],
    ["whose successor's clock is two days behind", 0, -2 * DAY_S],
    ["whose own clock is behind, and its successor's further behind", -DAY_S, -2 * DAY_S],
    ["whose own clock is years ahead", 9000 * DAY_S, -9000 * DAY_S],
  ])("%s, hides and replaces no newer result", async (_, olderAhead, newerAhead) => {
    const place = openPlace(service, store);
    const inputs = { ...place.inputs, command: COMMAND };
    // The number of a run says nothing of when it started this shard.
    const old = { who: "older", ahead: olderAhead, run: "9000", waits: true };
    const young = { who: "newer", ahead: newerAhead, run: "7001" };
    const sleeper = machine(old);
    const older = sleeper.main({ inputs, ...stepOf(place, sleeper, old) });
    await untilWritten(join(sleeper.workspace, "up"));
    const upMs = Date.now();
    older.child.kill("SIGSTOP");
    writeFileSync(join(sleeper.workspace, "go"), "");
    // The cache service tells whole seconds: two starts within one of them are at the same time.
    await until("the next second but one", () => Date.now() > upMs + 2000);
    const successor = machine(young);
    const saved = await successor.main({ inputs, ...stepOf(place, successor, young) }).ended;
    expect(saved.outputs, saved.log).toMatchObject({ ran: "1", saved: "1" });
    older.child.kill("SIGCONT");
    const late = await older.ended;
    expect(late.code, late.log).toBe(0);
    expect([made(sleeper), made(successor)]).toEqual(["older", "newer"]);

    const third = { who: "third", ahead: 0, run: "9500" };
    const reader = machine(third);
    const brought = await reader.main({
      inputs: { ...inputs, fetch: "all" },
      ...stepOf(place, reader, third),
    }).ended;
    expect(brought.outputs, brought.log).toMatchObject({ skipped: "1", ran: "0" });
    expect(made(reader)).toBe("newer");
    expect(fenceOf(successor)).toBeGreaterThan(fenceOf(sleeper));
  });

  test("that has seen nothing of a result made by a clock years ahead is older than who replaces that", async () => {
    const place = openPlace(service, store);
    const inputs = { ...place.inputs, command: COMMAND };
    const first = { who: "ahead", ahead: 9000 * DAY_S, run: "7001" };
    // Without a store there is no clock to agree on.
    const before = machine(first);
    const alone = { ...inputs, store: "none" };
    await before.main({ inputs: alone, ...stepOf(place, before, first) }).ended;
    await before.main({ inputs, ...stepOf(place, before, first) }).ended;
    const second = { who: "forced", ahead: -DAY_S, run: "7002" };
    const after = machine(second);
    const force = { ...inputs, force: "a" };
    await after.main({ inputs: force, ...stepOf(place, after, second) }).ended;
    expect(fenceOf(after)).toBe(fenceOf(before) + 1);
    const third = { who: "third", ahead: 0, run: "7003" };
    const reader = machine(third);
    const brought = await reader.main({
      inputs: { ...inputs, fetch: "all" },
      ...stepOf(place, reader, third),
    }).ended;
    expect(brought.outputs, brought.log).toMatchObject({ skipped: "1", ran: "0" });
    expect(made(reader)).toBe("forced");
  });
});
