// Sample: four of the kinds of fault.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test, type TestContext } from "vitest";
import type { Fault, ServiceCall } from "../cache-service/faults.ts";
import { startCacheService } from "../cache-service/service.ts";
import { chosenOf } from "../helpers/campaign.ts";
import { tally } from "../helpers/tally.ts";
import { createRunner, type Runner } from "./runner.ts";

let steps = 0;

afterAll(() => {
  tally("faults of the cache service at whole steps", {
    "kinds of fault": TRIED.length,
    "steps that met one": steps,
  });
});

const IDS = ["a", "b", "c"];
const FILES = Object.fromEntries(IDS.map((id) => [`in/${id}.fa`, `${id} `.repeat(2000)]));

const DEFINITION = {
  shards: "in/*.fa",
  checkpoint: "out/{id}.txt",
  command: 'cp "$SHARD_INPUT" "$SHARD_CHECKPOINT"',
  shell: "sh",
  store: "github",
};

interface Trouble {
  readonly name: string;
  readonly calls: readonly ServiceCall[];
  readonly fault: Fault;
  /** So many calls of each kind meet it; all of a step where it is not given. */
  readonly times?: number;
}

const LIMITED: Fault = { status: 429, headers: { "retry-after": "1" } };

const TROUBLES: readonly Trouble[] = [
  // The library tries again for a minute: a service that is down for a moment only is as much as a test can wait for.
  {
    name: "calls answered with 500",
    calls: ["lookup", "create", "finalize"],
    fault: { status: 500 },
    times: 1,
  },
  { name: "lists answered with 500", calls: ["list"], fault: { status: 500 } },
  {
    name: "answers that are pages of a proxy",
    calls: ["lookup", "create", "list"],
    fault: "not-json",
    times: 1,
  },
  { name: "uploads that break off", calls: ["upload"], fault: "reset", times: 1 },
  {
    name: "calls answered with 403",
    calls: ["lookup", "create", "finalize", "list"],
    fault: { status: 403 },
  },
  { name: "calls limited", calls: ["lookup", "create", "list"], fault: LIMITED, times: 4 },
  { name: "entries that are said to exist", calls: ["create"], fault: { status: 409 } },
  { name: "uploads that are changed on their way", calls: ["upload"], fault: "corrupt" },
  { name: "downloads that break off", calls: ["download"], fault: "reset" },
  { name: "downloads that are changed on their way", calls: ["download"], fault: "corrupt" },
  { name: "downloads that end early", calls: ["download"], fault: { truncateTo: 100 } },
  { name: "downloads that are gone", calls: ["download"], fault: { status: 404 } },
  { name: "deletes and room refused", calls: ["delete", "usage"], fault: { status: 500 } },
];

const TRIED = chosenOf(TROUBLES, 4);

interface Setting {
  /** A runner with the inputs of the shards and nothing else. */
  readonly runner: () => Runner;
  /** The inputs and the environment of a step that may list and delete. */
  readonly step: Parameters<Runner["main"]>[0];
  /** Begins the trouble; gives what ends it. */
  readonly inject: () => () => void;
}

/** A service of its own: a trouble is met by whoever calls. */
async function open(
  { calls, fault, times }: Trouble,
  { onTestFinished }: Pick<TestContext, "onTestFinished">,
): Promise<Setting> {
  const service = await startCacheService();
  onTestFinished(() => service.close());
  const env = service.env({ token: "write" });
  const inputs = { ...DEFINITION, "github-token": env["GITHUB_TOKEN"] ?? "" };
  return {
    runner: () => createRunner(FILES, onTestFinished),
    step: { inputs, env },
    inject: () => {
      const ends = calls.map((call) => service.fault(call, fault, times));
      return () => ends.forEach((end) => end());
    },
  };
}

/** No marker without the data that it vouches for, and nothing half-done. */
function expectTrue({ workspace }: Runner): void {
  const folder = join(workspace, "out");
  const names = existsSync(folder) ? readdirSync(folder) : [];
  expect(names.filter((name) => name.startsWith(".donemark-tmp"))).toEqual([]);
  for (const marker of names.filter((name) => name.endsWith(".done"))) {
    const data = marker.slice(0, -".done".length);
    expect(readFileSync(join(folder, data), "utf8")).toBe(
      FILES[`in/${data.replace(".txt", ".fa")}`],
    );
  }
}

/** What a step has said of its troubles: nothing twice, and little. */
function said(log: string): readonly string[] {
  const lines = log.match(/^::(?:warning|error)[ :].*$/gm) ?? [];
  expect(new Set(lines).size).toBe(lines.length);
  return lines;
}

// A step waits for seconds before it asks a service again: they run beside each other.
describe.concurrent.each(TRIED)("with $name", (trouble) => {
  test("a run makes every shard, says what was not saved, and the next one saves it", async (context) => {
    const { runner, step, inject } = await open(trouble, context);
    const job = runner();
    const end = inject();
    const { code, outputs, log } = await job.main(step).ended;
    steps += 1;
    expect({ code, outputs }).toMatchObject({ code: 0, outputs: { ran: "3", "all-done": "true" } });
    expectTrue(job);
    expect(said(log).length).toBeLessThanOrEqual(3);
    if (outputs["saved"] !== "3") expect(said(log).length).toBeGreaterThan(0);
    end();
    const again = await job.main(step).ended;
    expect(again).toMatchObject({ code: 0, outputs: { skipped: "3", ran: "0" } });
    const next = runner();
    expect(await next.main(step).ended).toMatchObject({ code: 0, outputs: { "all-done": "true" } });
    expectTrue(next);
  });

  test("what is finished is planned anew only with a word, never brought damaged, and never lost", async (context) => {
    const { runner, step, inject } = await open(trouble, context);
    await runner().main(step).ended;
    const end = inject();
    const planned = await runner().step("plan", step).ended;
    expect({ code: planned.code, total: planned.outputs["total"] }).toEqual({
      code: 0,
      total: "3",
    });
    if (planned.outputs["done"] !== "3") expect(said(planned.log).length).toBeGreaterThan(0);
    const collector = runner();
    const collected = await collector.step("collect", step).ended;
    expectTrue(collector);
    const isComplete = collected.outputs["complete"] === "true";
    expect(collected.code).toBe(isComplete ? 0 : 3);
    if (!isComplete) expect(said(collected.log).length).toBeGreaterThan(0);
    const halves = runner();
    expect((await halves.step("restore", step).ended).code).toBe(0);
    expectTrue(halves);
    steps += 3;
    end();
    const job = runner();
    expect(await job.main(step).ended).toMatchObject({ code: 0, outputs: { "all-done": "true" } });
    expectTrue(job);
    expect(readdirSync(join(job.workspace, "out"))).toHaveLength(6);
  });
});
