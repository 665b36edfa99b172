import { readdirSync, readFileSync, rmSync } from "node:fs";
import { extname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { eventually } from "../action/runner.ts";
import { startCacheService, type CacheService } from "../cache-service/service.ts";
import { node } from "../examples/script.ts";
import { donemark, temporaryFolder } from "../helpers/program.ts";
import { ACT, jobsOf, matrixOf, outputsIn, preparePlace, startAttempt } from "./act.ts";
import type { Attempt, Place } from "./act.ts";

const CONFIG = "examples/workflows/lambda.donemark.yml";
const SHARDS = Array.from({ length: 12 }, (_, place) => `shard-${String(place).padStart(2, "0")}`);

describe.skipIf(ACT === undefined || process.platform !== "linux")(
  "under act (skipped where it is not there: .ci/run installs it with Go)",
  { timeout: 120_000 },
  () => {
    test("12 shards in 3 jobs whose machines vanish half-way go on with exactly what is missing", async () => {
      const { place, service, start, saved } = await rig("write");

      const first = start(1, 1);
      await eventually(() => saved().size >= 5, "five shards are saved");
      await first.vanish();
      await quiet(service);
      const before = saved();
      const rest = without(before);
      expect(jobsOf(first.log())).toEqual(["1 of 3", "2 of 3", "3 of 3"]);
      expect(rest.length, "shards that were not finished").toBeGreaterThan(0);
      expect(readdirSync(place.kept)).toEqual([]);

      service.resetTraffic();
      const { code, log } = await start(2, 0).ended;
      expect(code, log).toBe(0);
      expect(plannedIn(log)).toEqual(rest);
      expect(without(saved())).toEqual([]);
      expect(savedSince(before, saved())).toEqual(rest);
      expect(service.traffic().listRequests).toBeGreaterThan(0);
      await expectWhole(place);
      for (const secret of secretsOf(service)) expect(first.log() + log).not.toContain(secret);
    });

    test("where one job is killed, the others go on, collect names what is missing, and attempt 2 makes it", async () => {
      // Without the right to list, every shard is looked up.
      const { place, start, saved } = await rig("none");

      const first = start(1, 1);
      await eventually(() => saved().size >= 5, "five shards are saved");
      first.killOneMain();
      const { code: failed, log: logOfFirst } = await first.ended;
      const before = saved();
      const rest = without(before);
      expect(failed).toBe(1);
      expect(rest.length, "shards that were not finished").toBeGreaterThan(0);
      expect(before.size).toBeGreaterThanOrEqual(8);
      expect(outputsIn(logOfFirst, "missing-ids")).toEqual([JSON.stringify(rest)]);
      expect(readdirSync(place.kept)).toEqual([]);
      // The job that was killed leaves what it has told, and no page; one page is of all jobs.
      const reports = readdirSync(join(place.folder, "reports")).map((name) => extname(name));
      expect(reports.toSorted()).toEqual([
        ...[".html", ".html", ".html"],
        ...[".jsonl", ".jsonl", ".jsonl"],
      ]);

      const { code, log } = await start(2, 0).ended;
      expect(code, log).toBe(0);
      expect(plannedIn(log)).toEqual(rest);
      expect(savedSince(before, saved())).toEqual(rest);
      await expectWhole(place);
    });

    test("where nothing remains, no GPU job starts, and the results are collected all the same", async () => {
      const { place, service, start } = await rig("write");
      const first = await start(1, 0).ended;
      expect(first.code, first.log).toBe(0);
      expect(service.traffic().uploadedBytes).toBeGreaterThan(0);
      rmSync(place.kept, { recursive: true });
      service.resetTraffic();

      const { code, log } = await start(2, 0).ended;
      expect(code, log).toBe(0);
      expect(plannedIn(log)).toEqual([]);
      expect(jobsOf(log)).toEqual([]);
      expect(service.traffic().uploadedBytes).toBe(0);
      await expectWhole(place);
    });

    test("one job without plan whose machine vanishes goes on on another", async () => {
      const { service, start, saved } = await rig("write", "one-job.yml");

      const first = start(1, 0.3);
      await eventually(() => saved().size >= 3, "three shards are saved");
      await first.vanish();
      await quiet(service);
      const before = saved();

      const { code, log } = await start(2, 0).ended;
      expect(code, log).toBe(0);
      expect(outputsIn(log, "skipped")).toEqual([String(before.size)]);
      expect(outputsIn(log, "ran")).toEqual([String(without(before).length)]);
      expect(without(before).length).toBeGreaterThan(0);
      expect(savedSince(before, saved())).toEqual(without(before));
    });
  },
);

/** A workflow that runs again and again, each of its jobs with a workspace of its own: only the cache is shared. */
interface Rig {
  readonly place: Place;
  readonly service: CacheService;
  /** Starts an attempt whose commands take so long for each shard. */
  readonly start: (attempt: number, secondsPerShard: number) => Attempt;
  readonly saved: () => Saved;
}

async function rig(token: "write" | "none", workflow = "lambda.yml"): Promise<Rig> {
  const service = await startCacheService();
  onTestFinished(() => service.close());
  const place = preparePlace(temporaryFolder(), workflow);
  return {
    place,
    service,
    start: (attempt, seconds) =>
      startAttempt(place, {
        workflow,
        env: {
          ...service.env({ token, run: { id: "7001", attempt } }),
          PREDICT_SECONDS: String(seconds),
        },
      }),
    saved: () => savedIn(service),
  };
}

/** The keys of finished shards' entries, by shard. */
type Saved = ReadonlyMap<string, readonly string[]>;

function savedIn({ entries }: CacheService): Saved {
  const saved = new Map<string, string[]>();
  for (const { key, finalized } of entries()) {
    const shard = /^dm1-[0-9a-f]+-shard(\d\d)-.*-s\w+\.b\w+-/.exec(key)?.[1];
    if (!finalized || shard === undefined) continue;
    const id = `shard-${shard}`;
    saved.set(id, [...(saved.get(id) ?? []), key]);
  }
  return saved;
}

function without(saved: Saved): readonly string[] {
  return SHARDS.filter((id) => !saved.has(id));
}

/** The shard of every entry that is new. */
function savedSince(before: Saved, after: Saved): readonly string[] {
  return [...after]
    .flatMap(([id, keys]) => keys.filter((key) => !before.get(id)?.includes(key)).map(() => id))
    .toSorted();
}

/** The ids in the matrix that plan has put out. */
function plannedIn(log: string): readonly string[] | undefined {
  return matrixOf(log)
    ?.flatMap(({ only }) => only)
    .toSorted();
}

function secretsOf(service: CacheService): readonly string[] {
  const { ACTIONS_RUNTIME_TOKEN, GITHUB_TOKEN } = service.env({ token: "write" });
  return [ACTIONS_RUNTIME_TOKEN, GITHUB_TOKEN].filter((value) => value !== undefined);
}

/** What a machine has sent may arrive after it vanished: comes back when a while has passed without a request. */
async function quiet({ traffic }: CacheService): Promise<void> {
  let seen = -1;
  while (traffic().requests !== seen) {
    seen = traffic().requests;
    await sleep(300);
  }
}

/** What was uploaded is what one uninterrupted run makes, byte for byte. */
async function expectWhole(place: Place): Promise<void> {
  const expected = await uninterrupted(place);
  for (const id of SHARDS) {
    const name = `${id}.safetensors`;
    expect(readFileSync(join(place.kept, "out", name)).equals(expected(name)), name).toBe(true);
  }
}

/** What the same shards come to in one run on one machine that nobody interrupts. */
async function uninterrupted({ user }: Place): Promise<(name: string) => Buffer> {
  await node("cut.mjs", [join(user, "examples/lambda/lambda.fa"), join(user, "shards"), "12"], {});
  const { code, stderr } = await donemark(user, "run", "--config", CONFIG);
  expect(code, stderr).toBe(0);
  return (name) => readFileSync(join(user, "out", name));
}
