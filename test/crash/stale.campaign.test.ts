// Sample: three of the 64 orders.
import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ALL_A,
  changed,
  checkpointOf,
  definitionOf,
  expectedOf,
  foundIn,
  removeFolder,
  writeNow,
  type Layout,
  type Now,
} from "./changing.ts";
import { fullMarkerOf } from "./disk-look.ts";
import { chosenOf, SEED } from "../helpers/campaign.ts";
import { tally } from "../helpers/tally.ts";
import { observeRun, type ObservedRun } from "./observed-run.ts";
import { allOrders, type Event, type Order } from "./orders.ts";
import { chanceOf, type Chance } from "../helpers/random.ts";

const IDS = ["x", "y", "z"] as const;
const CHOSEN = chosenOf(allOrders(), 3);

// The orders are played side by side, so the folder is the file's and not a test's.
let root = "";
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "donemark-stale-"));
});
afterAll(() => {
  removeFolder(root);
  tally("orders of changes, failures and kills", Object.fromEntries([...counts].toSorted()));
});

const counts = new Map<string, number>();

it("the orders hold every combination of any three of their changes and events", () => {
  const words = allOrders().map(({ changes, events }) => [...changes, ...events]);
  for (let a = 0; a < 6; a += 1) {
    for (let b = 0; b < a; b += 1) {
      for (let c = 0; c < b; c += 1) {
        const triples = words.map((word) => `${word[a]} ${word[b]} ${word[c]}`);
        expect(new Set(triples).size).toBe(64);
      }
    }
  }
});

describe.runIf(process.platform === "linux")(
  "no result and no work of an older state is used",
  () => {
    it.concurrent.each(CHOSEN.map((order) => ({ title: titleOf(order), order })))(
      "$title",
      async ({ order }) => {
        const chance = chanceOf(SEED + order.number);
        const folder = mkdtempSync(join(root, "order-"));
        const place: Place = {
          folder,
          layout: chance.pick(["file", "directory"]),
          store: chance.pick(["none", "file:store"]),
        };
        let now = ALL_A;
        const told: string[] = [`${place.layout}, store ${place.store}`];
        for (const [step, part] of order.changes.entries()) {
          const event = order.events[step] ?? "none";
          told.push(`${event}: ${await play(place, { now, event, chance, told })}`);
          now = changed(now, part);
          told.push(`${part} changed to ${now[part]}`);
        }
        await play(place, { now, event: "finished", chance, told });
        removeFolder(folder);
      },
    );
  },
);

function titleOf({ changes, events }: Order): string {
  const steps = changes.flatMap((change, place) => [events[place] ?? "none", change]);
  return steps.filter((step) => step !== "none").join(", ");
}

interface Place {
  readonly folder: string;
  readonly layout: Layout;
  readonly store: string;
}

interface Turn {
  readonly now: Now;
  readonly event: Event;
  readonly chance: Chance;
  readonly told: readonly string[];
}

/** One run, or none, with the shards in a state. Tells what became of it. */
async function play(place: Place, turn: Turn): Promise<string> {
  const { now, event, chance } = turn;
  writeNow(place.folder, IDS, now);
  if (event === "none") return "no run";
  const ending = event === "failed" ? failure(chance) : event === "killed" ? kill(chance) : {};
  const run = begin(place, now, ending);
  const ended = await run.ended;
  const end = run.isKilled() ? "killed" : `exit ${ended.code}`;
  const how = `${event}: ${end}`;
  counts.set(how, (counts.get(how) ?? 0) + 1);
  if (event === "finished") {
    const about = [...turn.told, ended.stderr].join("\n");
    expect(ended.code, about).toBe(0);
    for (const id of IDS) expectNow(place, id, { now, about });
  }
  return `${end} ${JSON.stringify(ending)}\n${ended.stderr}`;
}

/** How a run is brought to a bad end: settings of the command, or the step at which it is killed. */
interface Ending {
  readonly fail?: string;
  readonly halt?: string;
  readonly step?: { readonly phase: string; readonly time: number; readonly delayMs: number };
}

function failure(chance: Chance): Ending {
  const failing = IDS.filter(() => chance.unit() < 0.7);
  const where = (): string => chance.pick(["part", "checkpoint"]);
  return { fail: failing.map((id) => `${id}:${where()}`).join(" ") };
}

function kill(chance: Chance): Ending {
  const where = chance.pick(["part", "checkpoint", "step", "step"]);
  if (where !== "step") return { halt: `${chance.pick(IDS)}:${where}` };
  const phase = chance.pick(["starting", "executing", "executed", "committing", "marked"]);
  return { step: { phase, time: 1 + chance.below(2), delayMs: chance.unit() * 4 } };
}

function begin({ folder, layout, store }: Place, now: Now, ending: Ending): ObservedRun {
  const { fail = "", halt = "", step } = ending;
  let left = step?.time ?? 0;
  const flags = Object.entries(definitionOf(now, layout, store));
  mkdirSync(join(folder, "out"), { recursive: true });
  return observeRun({
    folder,
    args: ["run", "--json", "--parallel=2", ...flags.map(([name, value]) => `--${name}=${value}`)],
    env: { SOAK_FAIL: fail, SOAK_HALT: halt },
    onLine: (line, run) => {
      if (line.includes("halted at")) run.kill();
    },
    onStep: ({ phase }, run) => {
      if (step === undefined || phase !== step.phase) return;
      left -= 1;
      if (left === 0) setTimeout(() => run.kill(), step.delayMs);
    },
  });
}

function expectNow(
  { folder, layout }: Place,
  id: string,
  { now, about }: { readonly now: Now; readonly about: string },
): void {
  const checkpoint = checkpointOf(folder, id, layout);
  expect(foundIn(checkpoint), about).toEqual(expectedOf(id, now, layout));
  expect(fullMarkerOf(checkpoint)?.shard, about).toBe(id);
}
