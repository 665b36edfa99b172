// Sample: five of the stories, with a kill before every fifth change.
import { cpSync, mkdtempSync } from "node:fs";
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
import { placesOf, chosenOf } from "../helpers/campaign.ts";
import { tally } from "../helpers/tally.ts";
import { dyingRun, type Died, type Lived } from "./dying-run.ts";

const ID = "one";
const STORE = "file:store";
const A = ALL_A;
const B = changed(ALL_A, "input");

interface Turn {
  readonly now: Now;
  readonly fails?: "part" | "checkpoint";
  readonly store?: string;
  readonly fetch?: string;
}

interface Story {
  readonly title: string;
  /** Runs that come to their end. */
  readonly before: readonly Turn[];
  /** The run that ends before each of its changes of the disk in turn. */
  readonly killed: Turn;
  /** What may follow, each of them from the same disk. */
  readonly after: readonly Turn[];
}

const done = (now: Now): Turn => ({ now });
const failed = (now: Now, fails: "part" | "checkpoint" = "part"): Turn => ({ now, fails });
const alone = (now: Now): Turn => ({ now, store: "none" });

const STORIES: readonly Story[] = [
  {
    title: "over a finished shard",
    before: [done(A)],
    killed: done(B),
    after: [done(B), alone(A)],
  },
  {
    title: "over a shard that failed",
    before: [failed(A)],
    killed: done(B),
    after: [done(B), done(A)],
  },
  {
    title: "over a shard that failed with a checkpoint",
    before: [failed(A, "checkpoint")],
    killed: done(B),
    after: [done(B), alone(A)],
  },
  { title: "that fails", before: [failed(A)], killed: failed(B), after: [done(B), done(A)] },
  { title: "that goes on", before: [failed(A)], killed: done(A), after: [done(A), done(B)] },
  {
    title: "that brings an older state from the store",
    before: [done(A), done(B)],
    killed: done(A),
    after: [done(A), alone(A), alone(B)],
  },
  {
    title: "that brings an older state over a failure",
    before: [done(A), failed(B)],
    killed: done(A),
    after: [done(B), alone(A), alone(B)],
  },
  {
    title: "that leaves an older state in the store",
    before: [done(A), done(B)],
    killed: { now: A, fetch: "none" },
    after: [done(A), alone(A), alone(B)],
  },
];

const LAYOUTS: readonly Layout[] = ["file", "directory"];

// The stories are told side by side, so the folder is the file's and not a test's.
let root = "";
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "donemark-every-step-"));
});
afterAll(() => removeFolder(root));

const CHOSEN = chosenOf(
  LAYOUTS.flatMap((layout) => STORIES.map((story) => ({ ...story, layout, story }))),
  5,
);

describe.runIf(process.platform === "linux")("killed before any of its changes of the disk", () => {
  it.concurrent.each(CHOSEN)(
    "a run $title does no harm where the checkpoint is a $layout",
    async ({ story, layout }) => {
      const folder = mkdtempSync(join(root, "story-"));
      for (const turn of story.before) await play(join(folder, "told"), layout, turn);
      let kills = 0;
      for (const diesAt of placesOf(5, { salt: STORIES.indexOf(story) })) {
        if (!(await killAt(folder, { story, layout, diesAt }))) break;
        kills += 1;
      }
      tally("runs that end before each of their changes of the disk", {
        kills,
        "runs after them": kills * story.after.length,
      });
    },
  );
});

interface Telling {
  readonly story: Story;
  readonly layout: Layout;
  readonly diesAt: number;
}

/** `false` where the run came to its end before it made so many changes. */
async function killAt(folder: string, { story, layout, diesAt }: Telling): Promise<boolean> {
  const killed = copyOf(join(folder, "told"), `${diesAt}-killed`);
  const end = await play(killed, layout, story.killed, diesAt);
  for (const [place, turn] of story.after.entries()) {
    const next = copyOf(killed, `${diesAt}-after-${place}`);
    await expectRight(next, { layout, turn, end });
    removeFolder(next);
  }
  removeFolder(killed);
  return end.kind === "died";
}

function copyOf(folder: string, name: string): string {
  const copy = join(folder, "..", name);
  cpSync(folder, copy, { recursive: true, preserveTimestamps: true });
  return copy;
}

function play(folder: string, layout: Layout, turn: Turn, diesAt?: number): Promise<Died | Lived> {
  const { now, fails, store = STORE, fetch } = turn;
  writeNow(folder, [ID], now);
  const inputs = { ...definitionOf(now, layout, store), ...(fetch !== undefined && { fetch }) };
  const env = fails === undefined ? {} : { SOAK_FAIL: `${ID}:${fails}` };
  return dyingRun({ folder, inputs, env, ...(diesAt !== undefined && { diesAt }) });
}

interface Next {
  readonly layout: Layout;
  readonly turn: Turn;
  readonly end: Died | Lived;
}

async function expectRight(folder: string, { layout, turn, end }: Next): Promise<void> {
  const run = await play(folder, layout, turn);
  const when = end.kind === "died" ? `killed before ${end.before}` : "not killed";
  const log = run.kind === "lived" ? run.log.join("\n") : "";
  const about = `${when}; then ${JSON.stringify(turn)}\n${log}`;
  expect(run.kind === "lived" ? run.exitCode : undefined, about).toBe(0);
  const checkpoint = checkpointOf(folder, ID, layout);
  expect(foundIn(checkpoint), about).toEqual(expectedOf(ID, turn.now, layout));
  expect(fullMarkerOf(checkpoint)?.shard, about).toBe(ID);
}
