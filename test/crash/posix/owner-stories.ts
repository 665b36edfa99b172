import type { StartRecord } from "../../../src/core/model/start-record.ts";
import { recordFailure } from "../../../src/protocol/fail.ts";
import { finish } from "../../../src/protocol/finish.ts";
import { LostOwnership } from "../../../src/protocol/ownership.ts";
import { withdraw } from "../../../src/protocol/withdraw.ts";
import { lookedAt } from "../../helpers/looked.ts";
import { command } from "./shard.ts";
import { over, WITHOUT_WORK, type Story } from "./story.ts";
import { cutOff, end, run, start, verdictOn, type World } from "./world.ts";

/** Two owners of one shard: one that was held up, and one that has started the shard since. */
export const OWNER_STORIES: readonly Story[] = [
  {
    title: "started anew while its earlier owner wakes up",
    before: (world) => cutOff(world, "A"),
    act: async (world) => {
      const record = await recordOf(world);
      const verdict = await verdictOn(world, "B");
      const started = await start(world, verdict);
      await lateSteps(world, record);
      const { resumed: resume } = started.record;
      await command(world.by("command"), verdict.task, { of: "B", resume });
      await lateSteps(world, record);
      await end(world, "B", started.record);
    },
    claims: over({ started: true, was: "A" }),
    gone: WITHOUT_WORK,
  },
  {
    title: "done by another owner before its earlier owner wakes up",
    before: (world) => cutOff(world, "A"),
    act: async (world) => {
      const record = await recordOf(world);
      await run(world, "B");
      await lateSteps(world, record);
    },
    claims: over({ started: true, was: "A" }),
    gone: WITHOUT_WORK,
  },
];

async function recordOf(world: World): Promise<StartRecord> {
  const { facts } = await verdictOn(world, "A");
  if (facts.startRecord === undefined) throw new Error("there is a start record");
  return facts.startRecord;
}

const LATE = {
  finish: ({ writer, task, disk }: World, record: StartRecord) =>
    finish(writer, task("A"), {
      looked: lookedAt(disk, task("A").paths.checkpoint, "json"),
      start: record,
      seconds: 1,
      finishedAt: "2026-01-01T12:00:00.000Z",
      by: {},
    }),
  fail: ({ writer, task }: World, record: StartRecord) =>
    recordFailure(writer, task("A").paths, {
      record,
      failure: { times: 1, reason: "exit code 1", exitCode: 1, logTail: "", at: "" },
    }),
  withdraw: ({ writer, task }: World, record: StartRecord) =>
    withdraw(writer, task("A").paths, record),
} as const;

/** Whatever the earlier owner tries is refused, and so no step of it is in the log. */
async function lateSteps(world: World, record: StartRecord): Promise<void> {
  for (const [name, act] of Object.entries(LATE)) {
    const outcome = await act(world, record).then(
      () => "taken",
      (error: unknown) => error,
    );
    if (!(outcome instanceof LostOwnership)) throw new Error(`a late ${name}: ${String(outcome)}`);
  }
}
