import { describe, expect, test } from "vitest";
import type { StartRecord } from "../../src/core/model/start-record.ts";
import type { Disk } from "../../src/files/disk.ts";
import { release } from "../../src/protocol/end-start.ts";
import { recordFailure } from "../../src/protocol/fail.ts";
import { ChangedSinceLook, finish } from "../../src/protocol/finish.ts";
import { LostOwnership } from "../../src/protocol/ownership.ts";
import { withdraw } from "../../src/protocol/withdraw.ts";
import { presentState } from "../crash/posix/crash-states.ts";
import { faultOf } from "../crash/posix/judge.ts";
import { command, type Layout } from "../crash/posix/shard.ts";
import {
  cutOff,
  end,
  makeWorkspace,
  openWorld,
  start,
  verdictOn,
  type World,
} from "../crash/posix/world.ts";
import { lookedAt } from "../helpers/looked.ts";

const LAYOUTS: readonly Layout[] = ["file", "directory"];

/** The steps of an owner whose command has ended. */
const STEPS = {
  finish: ({ writer, task }: World, record: StartRecord) =>
    finish(writer, task("A"), {
      looked: lookedAt(writer.disk, task("A").paths.checkpoint, "json"),
      start: record,
      seconds: 1,
      finishedAt: "2026-01-01T12:00:00.000Z",
      by: {},
    }),
  "recorded failure": ({ writer, task }: World, record: StartRecord) =>
    recordFailure(writer, task("A").paths, {
      record,
      failure: { times: 1, reason: "exit code 1", exitCode: 1, logTail: "", at: "" },
    }),
  release: ({ writer, task }: World, record: StartRecord) =>
    release(writer, task("A").paths, record),
  withdrawal: ({ writer, task }: World, record: StartRecord) =>
    withdraw(writer, task("A").paths, record),
} as const;

/** The same of somebody who has not started the shard: a user who marks it, or a run that adopts it. */
const ADOPTION = {
  adoption: ({ writer, task }: World) =>
    finish(writer, task("A"), {
      looked: lookedAt(writer.disk, task("A").paths.checkpoint, "json"),
      adopted: true,
      seconds: 0,
      finishedAt: "2026-01-01T12:00:00.000Z",
      by: {},
    }),
} as const;

const CHANGES = [
  "create",
  "syncFile",
  "syncDirectory",
  "rename",
  "unlink",
  "makeDirectory",
  "removeTree",
] as const;

/**
 * The disk of an owner that is held up after its change of this number, while something else happens. POSIX has no
 * change that depends on another file, so nobody can be held up between a last look and the change that follows it.
 */
function heldUp(disk: Disk, place: number, meanwhile: () => Promise<void>) {
  let changes = 0;
  let held: string | undefined;
  const change =
    <Args extends readonly unknown[], T>(name: string, act: (...args: Args) => Promise<T>) =>
    async (...args: Args): Promise<T> => {
      const done = await act(...args);
      changes += 1;
      if (changes === place) {
        held = name;
        await meanwhile();
      }
      return done;
    };
  const slow = {
    ...disk,
    create: change("create", (path: string, text: string) => disk.create(path, text)),
    syncFile: change("syncFile", (path: string) => disk.syncFile(path)),
    syncDirectory: change("syncDirectory", (path: string) => disk.syncDirectory(path)),
    rename: change("rename", (from: string, to: string) => disk.rename(from, to)),
    unlink: change("unlink", (path: string) => disk.unlink(path)),
    removeTree: change("removeTree", (path: string) => disk.removeTree(path)),
  };
  return { disk: slow, held: () => held };
}

/** What another owner does meanwhile. */
const OTHERS = {
  "has started it": async (world: World): Promise<void> => {
    await start(world, await verdictOn(world, "B"));
  },
  "is half-way": async (world: World): Promise<void> => {
    const { record } = await start(world, await verdictOn(world, "B"));
    const how = { of: "B", resume: record.resumed, until: "part" } as const;
    await command(world.by("command"), world.task("B"), how);
  },
  "has finished it": async (world: World): Promise<void> => {
    const { record } = await start(world, await verdictOn(world, "B"));
    await command(world.by("command"), world.task("B"), { of: "B", resume: record.resumed });
    await end(world, "B", record);
  },
} as const;

describe.each(LAYOUTS)(
  "of two owners of a %s, one that is held up after any of its changes",
  (layout) => {
    describe.each(Object.entries({ ...STEPS, ...ADOPTION }))("of a %s", (step, act) => {
      test.each(Object.entries(OTHERS))("harms nothing when another %s", async (_, meanwhile) => {
        const held: string[] = [];
        for (let place = 1; ; place += 1) {
          const world = openWorld({ layout, process: "first" });
          await makeWorkspace(world);
          const { record } = await cutOff(world, "A");
          const other = openWorld({ layout, machine: world.machine, process: "second" });
          const slow = heldUp(world.disk, place, () => meanwhile(other));
          const late = { ...world, writer: { ...world.writer, disk: slow.disk } };
          const outcome = await act(late, record).then(
            () => "taken",
            (error: unknown) => error,
          );
          const where = slow.held();
          if (where === undefined) break;
          held.push(where);
          const about = `${step}, held up after change ${place} (${where}): ${String(outcome)}`;
          expect(
            await faultOf(presentState(world.machine), { layout, storeKind: "none", keep: 0 }),
            about,
          ).toBe(undefined);
        }
        expect(held.length).toBeGreaterThan(0);
        expect(CHANGES).toEqual(expect.arrayContaining(held));
      });
    });
  },
);

test.each(LAYOUTS)(
  "whoever starts a shard, a %s, while a user marks it keeps its start record, at whatever moment that is",
  async (layout) => {
    let kept = 0;
    for (let place = 1; ; place += 1) {
      const world = openWorld({ layout, process: "first" });
      await makeWorkspace(world);
      await cutOff(world, "A");
      const { started } = world.task("A").paths;
      const other = openWorld({ layout, machine: world.machine, process: "second" });
      let record: string | undefined;
      const slow = heldUp(world.disk, place, async () => {
        await OTHERS["has started it"](other);
        record = other.disk.readText(started, 1e6);
      });
      const late = { ...world, writer: { ...world.writer, disk: slow.disk } };
      await ADOPTION.adoption(late).catch((error: unknown) => error);
      if (slow.held() === undefined) break;
      // After the last change there is nothing left to do wrong.
      expect(world.disk.readText(started, 1e6), `after change ${place} (${slow.held()})`).toBe(
        record,
      );
      kept += 1;
    }
    expect(kept).toBeGreaterThan(3);
  },
);

describe.each(["recorded failure", "release"] as const)("a %s", (step) => {
  test.each(Object.entries(OTHERS))(
    "that is held up right before it changes the record replaces nobody's when another %s meanwhile",
    async (_, meanwhile) => {
      const world = openWorld({ layout: "file", process: "first" });
      await makeWorkspace(world);
      const { record } = await cutOff(world, "A");
      const other = openWorld({ layout: "file", machine: world.machine, process: "second" });
      const { started } = world.task("A").paths;
      let before = "";
      const disk: Disk = {
        ...world.disk,
        rename: async (from, to) => {
          if (to === started) {
            await meanwhile(other);
            before = other.disk.readText(started, 1e6) ?? "none";
          }
          return world.disk.rename(from, to);
        },
      };
      const act = STEPS[step]({ ...world, writer: { ...world.writer, disk } }, record);
      await expect(act).rejects.toThrow(LostOwnership);
      expect(before).not.toBe("");
      expect(world.disk.readText(started, 1e6) ?? "none").toBe(before);
    },
  );
});

describe("an owner that has lost its shard", () => {
  test.each(Object.entries(STEPS))("is refused a %s, and who owns it is said", async (_, act) => {
    const world = openWorld({ layout: "file", process: "first" });
    await makeWorkspace(world);
    const { record } = await cutOff(world, "A");
    await start(
      openWorld({ layout: "file", machine: world.machine, process: "second" }),
      await verdictOn(world, "B"),
    );
    const before = presentState(world.machine).key;
    const refused = await act(world, record).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(LostOwnership);
    expect(String(refused)).toMatch(/pid 1 started it at .*\/w\/out\/a\.json\.started/);
    expect(presentState(world.machine).key).toBe(before);
  });

  test("is known by its token alone, or in older records by run, time and attempt", async () => {
    const world = openWorld({ layout: "file", process: "first" });
    await makeWorkspace(world);
    const { record } = await cutOff(world, "A");
    const { token: _, ...old } = record;
    await expect(STEPS.withdrawal(world, { ...record, token: "another" })).rejects.toThrow(
      LostOwnership,
    );
    await expect(STEPS.withdrawal(world, old)).rejects.toThrow(LostOwnership);
    await STEPS.withdrawal(world, { ...record, startedAt: "whenever" });
    expect(world.disk.exists(world.task("A").paths.started)).toBe(false);
  });

  test("that lost its start record to a cleaner marks nothing", async () => {
    const world = openWorld({ layout: "file", process: "first" });
    await makeWorkspace(world);
    const { record } = await cutOff(world, "A");
    await world.disk.unlink(world.task("A").paths.started);
    await expect(STEPS.finish(world, record)).rejects.toThrow("was removed meanwhile");
    expect(world.disk.exists(world.task("A").paths.marker)).toBe(false);
  });
});

describe.each(LAYOUTS)("a checkpoint that changes after the look, a %s,", (layout) => {
  test("is not marked, at whatever moment before the marker it changes", async () => {
    let refusals = 0;
    for (let place = 1; place <= 20; place += 1) {
      const world = openWorld({ layout, process: "first" });
      await makeWorkspace(world);
      const { record } = await cutOff(world, "A");
      const { checkpoint, marker } = world.task("A").paths;
      const file = layout === "file" ? checkpoint : `${checkpoint}/result.json`;
      const writing = world.by("command");
      const slow = heldUp(world.disk, place, async () => {
        await writing.unlink(file);
        await writing.create(file, '{"status":"complete","more":true}');
      });
      const late = { ...world, writer: { ...world.writer, disk: slow.disk } };
      const outcome = await STEPS.finish(late, record).catch((error: unknown) => error);
      if (world.disk.exists(marker)) break;
      refusals += 1;
      expect(outcome).toBeInstanceOf(ChangedSinceLook);
    }
    expect(refusals).toBeGreaterThan(3);
  });
});
