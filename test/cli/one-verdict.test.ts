import * as v from "valibot";
import { expect, test } from "vitest";
import { openJob } from "../../src/job/open.ts";
import { HIGHEST_VERSION, lay, someOwners, STATES } from "../checkpoint/states.ts";
import { chanceOf } from "../helpers/random.ts";
import { shardOf, workspace, type Workspace } from "../fixtures/cli/workspace.ts";
import { invocationIn } from "../job/invocation.ts";

const SEED = 20_260_301;
const SAMPLED = 48;

/** A workspace of real files with a shard for each state of a sample. */
async function laySample(): Promise<Workspace> {
  const here = workspace();
  const chance = chanceOf(SEED);
  const sampled = [...STATES.keys()]
    .map((id) => [chance.unit(), id] as const)
    .toSorted(([a], [b]) => a - b)
    .slice(0, SAMPLED);
  here.define({
    ...{ shards: sampled.map(([, id]) => ({ id })), checkpoint: "out/{id}.json" },
    ...{ command: "exit 7", "max-failures": 0, status: { "highest-version": HIGHEST_VERSION } },
  });
  const { tasks } = await openJob(invocationIn(here.folder), { runs: false });
  const owners = someOwners();
  for (const task of tasks) {
    const state = STATES.get(task.shard.id);
    if (state !== undefined) await lay(task, state, owners);
  }
  return here;
}

const collectSchema = v.object({
  shards: v.array(v.object({ id: v.string(), reason: v.string() })),
});
const infoSchema = v.object({ ok: v.boolean(), why: v.nullable(v.string()) });

const HARMLESS = new Set(["done", "adopted-marker", "adopted-status", "no-marker"]);

/** The word against a checkpoint that a reason or a line begins with; `good` where that is none. */
function wordOf(line: string | null): string {
  const word = line?.split(":")[0] ?? "";
  if (word === "new") return "absent";
  return word === "" || HARMLESS.has(word) ? "good" : word;
}

test("every command has the same word for a checkpoint, and a run the plan's reason", async () => {
  const here = await laySample();
  const plan = await here.status();
  const reasons = plan.shards.map(({ id, reason }) => `${id} ${reason}`);
  const wordOfPlan = (id: string): string => wordOf(shardOf(plan, id).reason);
  expect(new Set(plan.shards.map(({ reason }) => reason)).size).toBeGreaterThan(8);

  const { checkpoints } = await here.verify();
  expect(checkpoints.length).toBeGreaterThan(SAMPLED / 3);
  for (const { path, ok, why } of checkpoints) {
    const id = path.slice("out/".length, -".json".length);
    expect(`${id} ${ok ? "good" : wordOf(why)}`).toBe(`${id} ${wordOfPlan(id)}`);
  }

  for (const { id, reason } of plan.shards.filter((_, place) => place % 6 === 0)) {
    // A bare path is no shard's, so no marker beside it is another's.
    if (reason === "new" || id.startsWith("foreign_")) continue;
    const { stdout } = await here.donemark("info", "--json", `out/${id}.json`);
    const { ok, why } = v.parse(infoSchema, JSON.parse(stdout));
    expect(`${id} ${ok ? "good" : wordOf(why)}`).toBe(`${id} ${wordOfPlan(id)}`);
  }

  const collected = await here.donemark("collect", "--json");
  const { shards } = v.parse(collectSchema, JSON.parse(collected.stdout));
  expect(shards.map(({ id, reason }) => `${id} ${reason}`)).toEqual(reasons);

  const ran = await here.run();
  expect(ran.shards.map(({ id, reason }) => `${id} ${reason}`)).toEqual(reasons);
});

test("adopt refuses with the word that the plan has", async () => {
  const here = await laySample();
  const plan = await here.status();
  const { refused, changed } = await here.adopt("*");
  expect(refused.length).toBeGreaterThan(10);
  for (const { id, why } of refused) {
    if (why.includes("is working on it")) continue;
    expect(`${id} ${wordOf(why)}`).toBe(`${id} ${wordOf(shardOf(plan, id).reason)}`);
  }
  for (const id of changed) expect(shardOf(plan, id).reason).toMatch(/^adopted-/);
});
