// Sample: the same as the full set, which takes seconds.
import { describe, expect, it } from "vitest";
import { shardPaths } from "../../src/core/model/shard-paths.ts";
import {
  markPlaced,
  placeStaged,
  removeMarker,
  seen,
  type Place,
} from "../../src/library/steps.ts";
import { decide } from "../../src/core/decide/decide.ts";
import { NO_CIRCUMSTANCES } from "../../src/core/decide/evidence.ts";
import { makeFolders } from "../../src/files/durable.ts";
import type { Disk } from "../../src/files/disk.ts";
import { crashStates, presentState } from "./posix/crash-states.ts";
import { Machine } from "./posix/machine.ts";
import { memoryDisk, removal, type Log } from "./posix/memory-disk.ts";

const CHECKPOINT = "/w/out/a.json";
const TEXTS = { A: '{"status":"complete","of":"A"}\n', B: '{"status":"complete","of":"BB"}\n' };
type Text = keyof typeof TEXTS;

function placeOn(disk: Disk): Place {
  return {
    disk,
    paths: shardPaths("/w/out", { checkpoint: CHECKPOINT }),
    shard: "a",
    validate: "structure",
    allowEmpty: false,
    highestVersion: undefined,
    warn: () => undefined,
  };
}

async function saveOn(disk: Disk, text: Text): Promise<void> {
  const refused = await placeStaged(placeOn(disk), async (staged) => {
    await disk.makeDirectory(staged.slice(0, staged.lastIndexOf("/")));
    await disk.create(staged, TEXTS[text]);
  });
  expect(refused).toBeUndefined();
}

/** What a later process holds the path for: the text that counts as finished, or that none does. */
async function judged(machine: Machine): Promise<Text | "none" | "wrong"> {
  const { disk } = memoryDisk(machine);
  const facts = await seen(placeOn(disk));
  if (decide({ ...facts, ...NO_CIRCUMSTANCES }).kind !== "skip") return "none";
  const text = disk.readText(CHECKPOINT, 1000);
  if (text === TEXTS.A) return "A";
  return text === TEXTS.B ? "B" : "wrong";
}

interface Story {
  readonly title: string;
  readonly before: (disk: Disk) => Promise<unknown>;
  readonly act: (disk: Disk) => Promise<unknown>;
  /** What the path may be held for after a crash in the midst of it. */
  readonly meanwhile: readonly string[];
  /** And once the call has returned. */
  readonly after: string;
}

const made = async (disk: Disk, text: Text): Promise<void> => {
  await makeFolders(disk, "/w/out");
  await disk.create(CHECKPOINT, TEXTS[text]);
};

const STORIES: readonly Story[] = [
  {
    title: "save where nothing is",
    before: () => Promise.resolve(),
    act: (disk) => saveOn(disk, "B"),
    meanwhile: ["none", "B"],
    after: "B",
  },
  {
    title: "save over a finished result",
    before: (disk) => saveOn(disk, "A"),
    act: (disk) => saveOn(disk, "B"),
    meanwhile: ["A", "none", "B"],
    after: "B",
  },
  {
    title: "save over a file that was never marked",
    before: (disk) => made(disk, "A"),
    act: (disk) => saveOn(disk, "B"),
    // Its own status says that it is complete.
    meanwhile: ["A", "none", "B"],
    after: "B",
  },
  {
    title: "mark",
    before: (disk) => made(disk, "A"),
    act: (disk) => markPlaced(placeOn(disk)),
    meanwhile: ["A"],
    after: "A",
  },
  {
    title: "unmark",
    before: (disk) => saveOn(disk, "A"),
    act: (disk) => removeMarker(placeOn(disk)),
    meanwhile: ["A", "none"],
    after: "none",
  },
];

/** A disk with all that came before, durable. */
async function durable(act: Story["before"]): Promise<() => Machine> {
  const machine = new Machine();
  await act(memoryDisk(machine).disk);
  machine.settle();
  return presentState(machine).machine;
}

interface Judged {
  readonly states: number;
  readonly wrong: readonly string[];
}

/** Plays a log on a disk, and judges each disk that a crash after any of its steps may leave. */
async function judgeAll(story: Story, machine: Machine, log: Log): Promise<Judged> {
  const wrong = new Set<string>();
  const judge = async (allowed: readonly string[], moment: string): Promise<number> => {
    const states = [presentState(machine), ...crashStates(machine)];
    for (const state of states) {
      const found = await judged(state.machine());
      if (!allowed.includes(found)) wrong.add(`${moment}: ${found}`);
    }
    return states.length;
  };
  let states = await judge(story.meanwhile, "before");
  for (const item of log) {
    if (item.kind === "mark") continue;
    const steps = item.name === "removeTree" ? removal(machine, item.path) : item.steps;
    for (const step of steps) {
      machine.apply(step);
      states += await judge(story.meanwhile, `${item.name} ${item.path}`);
    }
  }
  states += await judge([story.after], "when it has returned");
  return { states, wrong: [...wrong] };
}

describe("a crash at any moment of a call of the library leaves what was there, what comes, or nothing that counts", () => {
  it.each(STORIES.map((story) => [story.title, story] as const))("%s", async (_, story) => {
    const machine = await durable(story.before);
    const acted = memoryDisk(machine());
    await story.act(acted.disk);
    const { states, wrong } = await judgeAll(story, machine(), acted.log());
    expect(wrong).toEqual([]);
    expect(states).toBeGreaterThan(5);
  });

  it("is looked at closely enough to see a flush that is missing", async () => {
    const [story] = STORIES;
    if (story === undefined) throw new Error("there is a first story");
    const machine = await durable(story.before);
    const acted = memoryDisk(machine());
    await story.act(acted.disk);
    const log = acted.log();
    const flushes = log.filter((item) => item.kind === "operation" && item.name.startsWith("sync"));
    const noticed: string[] = [];
    for (const flush of flushes) {
      const without = log.filter((item) => item !== flush);
      const { wrong } = await judgeAll(story, machine(), without);
      if (wrong.length > 0 && flush.kind === "operation") noticed.push(flush.name);
    }
    expect(noticed).toContain("syncFile");
    expect(noticed).toContain("syncDirectory");
  });
});
