import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startCacheService, type CacheService } from "../cache-service/service.ts";
import { parseFailureKey } from "../../src/core/keys/failure-key.ts";
import { until } from "../helpers/until.ts";
import { openPlace, PLACES, type Place, type Values } from "./places.ts";
import { createRunner, untilWritten, type Runner } from "./runner.ts";

let service: CacheService;

beforeAll(async () => {
  service = await startCacheService();
});

afterAll(() => service.close());

const IDS = ["a", "b", "c", "d"];
const FILES = Object.fromEntries(IDS.map((id) => [`in/${id}.txt`, `${id}\n`]));

/** `a` and `b` fail until `good` is there; `c` waits where `wait` is there. */
const COMMAND = [
  'echo "$SHARD_ID" >> ran.txt',
  'case "$SHARD_ID" in [ab]) [ -e good ] || exit 3;; esac',
  'if [ "$SHARD_ID" = c ] && [ -e wait ]; then echo up > up; while :; do sleep 0.1; done; fi',
  'cp "$SHARD_INPUT" "$SHARD_CHECKPOINT"',
].join("\n");

const ran = ({ workspace }: Runner): readonly string[] =>
  existsSync(join(workspace, "ran.txt"))
    ? readFileSync(join(workspace, "ran.txt"), "utf8").trim().split("\n")
    : [];

/** What the store says of failures, whatever it calls them. */
function records({ inputs: { store = "" } }: Place): readonly string[] {
  if (store === "github")
    return service
      .entries()
      .filter(({ key, finalized }) => finalized && key.startsWith("dm1f-"))
      .map(({ key }) => key);
  const folder = store.slice("file:".length);
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.includes("/failed/"));
}

/** So many shards are known to have failed by what came after the first records. */
function marksAfter(place: Place, before: number): number {
  const added = records(place).slice(before);
  if (place.inputs["store"] !== "github") return added.length;
  return parseFailureKey(added.at(-1) ?? "")?.marks.length ?? 0;
}

function inputsOf(place: Place, more: Values = {}): Values {
  return { ...place.inputs, parallel: "1", command: COMMAND, ...more };
}

describe.each(PLACES)("what failed on another runner, with %s", (store) => {
  test("comes last on a fresh one, until it is done", async () => {
    const place = openPlace(service, store);
    const inputs = inputsOf(place);
    const before = records(place);
    const first = createRunner(FILES);
    const failed = await first.main({ inputs: { ...inputs, "max-failures": "2" }, env: place.env })
      .ended;
    expect(failed, failed.log).toMatchObject({ code: 1, outputs: { failed: "2" } });
    const second = createRunner(FILES);
    await second.main({ inputs, env: { ...place.env, GITHUB_RUN_ID: "2" } }).ended;
    expect(ran(second)).toEqual(["c", "d", "a", "b"]);

    const kept = records(place);
    const third = createRunner({ ...FILES, good: "" });
    const done = await third.main({ inputs, env: { ...place.env, GITHUB_RUN_ID: "3" } }).ended;
    expect(done.outputs, done.log).toMatchObject({ "all-done": "true", ran: "2" });
    const forced = createRunner({ ...FILES, good: "" });
    const force = { ...inputs, force: "*" };
    await forced.main({ inputs: force, env: { ...place.env, GITHUB_RUN_ID: "4" } }).ended;
    expect(ran(forced)).toEqual(IDS);
    if (store === "a directory") expect(records(place)).toEqual([]);
    // With a token that may delete, one record is there at most.
    if (store.includes("list")) expect(records(place).length).toBe(before.length + 1);
    expect(kept.length).toBeGreaterThan(before.length);
  });

  test("is known soon after it failed, also where the runner is lost then", async () => {
    const place = openPlace(service, store);
    const inputs = inputsOf(place);
    const before = records(place).length;
    const first = createRunner({ ...FILES, wait: "" });
    const main = first.main({ inputs, env: place.env });
    await untilWritten(join(first.workspace, "up"));
    await until("both failures are noted", () => marksAfter(place, before) === 2);
    main.child.kill("SIGKILL");
    await main.ended;
    const second = createRunner(FILES);
    await second.main({ inputs, env: { ...place.env, GITHUB_RUN_ID: "2" } }).ended;
    expect(ran(second)).toEqual(["c", "d", "a", "b"]);
  });

  test("is nothing to others where anybody may have started the run", async () => {
    const place = openPlace(service, store);
    const inputs = inputsOf(place);
    const before = records(place).length;
    const first = createRunner(FILES);
    const env = { ...place.env, GITHUB_EVENT_NAME: "pull_request_target" };
    await first.main({ inputs: { ...inputs, only: "b" }, env }).ended;
    expect(ran(first)).toEqual(["b"]);
    if (store !== "a directory") expect(records(place)).toHaveLength(before);
    const second = createRunner(FILES);
    await second.main({ inputs, env: { ...place.env, GITHUB_RUN_ID: "2" } }).ended;
    expect(ran(second)).toEqual(IDS);
  });
});

test("a record that GitHub's cache refuses is no error", async () => {
  const place = openPlace(service, "GitHub's cache by look-ups");
  const inputs = inputsOf(place, { only: "a" });
  const end = service.fault("create", { status: 403 });
  const runner = createRunner(FILES);
  const main = await runner.main({ inputs, env: place.env }).ended;
  end();
  expect(main, main.log).toMatchObject({ code: 1, outputs: { failed: "1" } });
  expect(main.log).not.toMatch(/::(?:warning|error)::.*remember/);
});
