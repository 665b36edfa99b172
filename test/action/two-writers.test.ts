import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startCacheService, type CacheService } from "../cache-service/service.ts";
import { openPlace, PLACES, type Place, type Values } from "./places.ts";
import { createRunner, untilWritten, type Runner } from "./runner.ts";

const FILES = { "in/a.txt": "aa\n", "in/b.txt": "bb\n", "in/c.txt": "cc\n", "in/d.txt": "dd\n" };
const IDS = ["a", "b", "c", "d"] as const;

let service: CacheService;

beforeAll(async () => {
  service = await startCacheService();
});

afterAll(() => service.close());

const attemptOf = (place: Place, attempt: number, run = "7001"): Values => ({
  ...place.env,
  GITHUB_RUN_ID: run,
  GITHUB_RUN_ATTEMPT: String(attempt),
});

const out = ({ workspace }: Runner, name: string): string =>
  readFileSync(join(workspace, "out", name), "utf8");

describe.each(PLACES)("two writers with %s", (store) => {
  test("that run at once in one workspace never do a shard twice, and each entry holds its own shard", async () => {
    const place = openPlace(service, store);
    const command =
      'echo "$SHARD_ID" >> ran.txt; sleep 0.1; cp "$SHARD_INPUT" "$SHARD_CHECKPOINT"; ';
    const runner = createRunner(FILES);
    const inputs = { ...place.inputs, command };
    const ends = await Promise.all(
      ["1", "2"].map((run) => runner.main({ inputs, env: attemptOf(place, 1, run) }).ended),
    );
    for (const { code, log } of ends) expect(code, log).toBe(0);
    const ran = readFileSync(join(runner.workspace, "ran.txt"), "utf8").trim().split("\n");
    expect(ran.toSorted()).toEqual(IDS);
    const other = createRunner(FILES);
    const env = attemptOf(place, 1, "3");
    const collected = await other.step("collect", { inputs: { ...place.inputs, command }, env })
      .ended;
    expect(collected.outputs).toMatchObject({ complete: "true" });
    for (const id of IDS) expect(out(other, `${id}.txt`)).toBe(FILES[`in/${id}.txt`]);
  });

  test("of which the older attempt finishes last: its result never takes the place of the newer one's", async () => {
    const place = openPlace(service, store);
    // The older attempt waits in its command; what is made says which attempt made it.
    const command = [
      "if [ -e wait ]; then echo up > up; until [ -e go ]; do sleep 0.02; done; fi",
      'cat who "$SHARD_INPUT" > "$SHARD_CHECKPOINT"',
    ].join("\n");
    const inputs = { ...place.inputs, command, only: "a" };
    const zombie = createRunner({ ...FILES, who: "older\n", wait: "" });
    const older = zombie.main({ inputs, env: attemptOf(place, 1) });
    await untilWritten(join(zombie.workspace, "up"));
    const newer = createRunner({ ...FILES, who: "newer\n" });
    const saved = await newer.main({ inputs, env: attemptOf(place, 2) }).ended;
    expect(saved.outputs).toMatchObject({ ran: "1", saved: "1" });
    writeFileSync(join(zombie.workspace, "go"), "");
    expect((await older.ended).code).toBe(0);
    expect(out(zombie, "a.txt")).toBe("older\naa\n");

    const next = createRunner({ ...FILES, who: "newest\n" });
    const brought = await next.main({
      inputs: { ...inputs, fetch: "all" },
      env: attemptOf(place, 3),
    }).ended;
    expect(brought.outputs).toMatchObject({ skipped: "1", ran: "0" });
    expect(out(next, "a.txt")).toBe("newer\naa\n");
  });

  test("of which the older attempt is killed after its marker: what saves it later does not replace the newer one's", async () => {
    const place = openPlace(service, store);
    const command = 'cat who "$SHARD_INPUT" > "$SHARD_CHECKPOINT"';
    const inputs = { ...place.inputs, command, only: "a" };
    const zombie = createRunner({ ...FILES, who: "older\n" });
    // Marked and not saved: as if it was killed in between.
    const marked = { ...inputs, store: "none" };
    await zombie.main({ inputs: marked, env: attemptOf(place, 1) }).ended;
    const newer = createRunner({ ...FILES, who: "newer\n" });
    await newer.main({ inputs, env: attemptOf(place, 2) }).ended;
    await zombie.main({ inputs, env: attemptOf(place, 3) }).ended;
    const next = createRunner({ ...FILES, who: "newest\n" });
    const all = { ...inputs, fetch: "all" };
    await next.main({ inputs: all, env: attemptOf(place, 4) }).ended;
    expect(out(next, "a.txt")).toBe("newer\naa\n");
  });
});
