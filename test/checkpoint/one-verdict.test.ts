import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decisionRules, look } from "../../src/checkpoint/look.ts";
import { targetOf } from "../../src/checkpoint/survey.ts";
import { verifyOutput } from "../../src/checkpoint/verify-output.ts";
import { adoptOld } from "../../src/commands/adopt.ts";
import { collect } from "../../src/commands/collect.ts";
import { info } from "../../src/commands/info.ts";
import { mark } from "../../src/commands/mark.ts";
import { plan } from "../../src/commands/plan.ts";
import { restore } from "../../src/steps/restore-shards.ts";
import { verify } from "../../src/commands/verify.ts";
import { objectionTo } from "../../src/core/decide/decide.ts";
import { parseFailed } from "../../src/core/model/bad-checkpoint-record.ts";
import { realDisk } from "../../src/files/real-disk.ts";
import type { Invocation } from "../../src/job/invocation.ts";
import { openJob, type Job } from "../../src/job/open.ts";
import { invocationIn } from "../job/invocation.ts";
import { tally } from "../helpers/tally.ts";
import { HOME } from "./scene.ts";
import { HIGHEST_VERSION, lay, someOwners, STATES, type State } from "./states.ts";

interface Scene {
  readonly invocation: Invocation;
  readonly job: Job;
}

/** A workspace with a shard for each state; `chosen` leaves states out. */
async function layAll(chosen: (state: State) => boolean = () => true): Promise<Scene> {
  const workspace = mkdtempSync(path.join(tmpdir(), "donemark-states-"));
  made.push(workspace);
  const states = [...STATES].filter(([, state]) => chosen(state));
  const shards = states.map(([id]) => ({ id }));
  const definition = {
    ...{ shards, checkpoint: "out/{id}.json", command: "predict" },
    status: { "highest-version": HIGHEST_VERSION },
  };
  mkdirSync(path.join(workspace, "out"));
  writeFileSync(path.join(workspace, "donemark.yml"), JSON.stringify(definition));
  const leases = path.join(workspace, ".leases");
  const env = { DONEMARK_CACHE_DIR: `${workspace}/.cache`, DONEMARK_LEASE_DIR: leases };
  const invocation = invocationIn(workspace, { env });
  const { tasks } = await openJob(invocation, { runs: false });
  const owners = someOwners();
  for (const task of tasks) {
    const state = STATES.get(task.shard.id);
    if (state !== undefined) await lay(task, state, owners);
  }
  return { invocation, job: await openJob(invocation, { runs: false }) };
}

const made: string[] = [];

afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

type Words = ReadonlyMap<string, string>;

/** The reasons of a plan by id, and `good` for each that speaks against no checkpoint. */
function planned({ job }: Scene): Words {
  return new Map(job.verdicts.map(({ task, reason }) => [task.shard.id, asWord(reason)]));
}

/** What can be said of a checkpoint: `good`, and every word against it. */
const WORDS = [
  ...["absent", "changed-since-marker", "corrupt-marker", "damaged", "empty", "foreign-marker"],
  ...["good", "incompatible", "marker-without-checkpoint", "status-failed"],
  ...["status-in-progress", "status-other"],
  "truncated",
  "unreadable",
];

const HARMLESS = new Set(["done", "adopted-marker", "adopted-status", "no-marker"]);

function asWord(reason: string): string {
  if (reason === "new") return "absent";
  return HARMLESS.has(reason) ? "good" : reason;
}

/** The word that a line begins with. */
function wordOf(line: string | null | undefined): string {
  return line?.split(":")[0] ?? "";
}

/** Where the answers of a command are not those of the plan. */
function differences(answers: Words, expected: Words): readonly string[] {
  return [...answers].flatMap(([id, word]) =>
    word === expected.get(id) ? [] : [`${id}: ${word}, plan says ${expected.get(id)}`],
  );
}

function idOf(checkpoint: string): string {
  return path.basename(checkpoint, ".json");
}

describe(`one verdict about each of ${STATES.size} states, from whoever only looks`, () => {
  tally("states of a checkpoint", { states: STATES.size });
  let scene: Scene;
  let expected: Words;

  beforeAll(async () => {
    scene = await layAll();
    expected = planned(scene);
  }, 300_000);

  test("the survey has every word for some of them", () => {
    expect([...new Set(expected.values())].sort()).toEqual(WORDS);
  });

  test("plan and the record of bad checkpoints", async () => {
    const { answer } = await plan(scene.invocation);
    expect(answer.shards).toHaveLength(STATES.size);
    const decided = new Map(answer.shards.map(({ id, reason }) => [id, asWord(reason)]));
    expect(differences(decided, expected)).toEqual([]);
    const { workspace } = scene.invocation;
    const lines = readFileSync(path.join(workspace, ".donemark", "failed.jsonl"), "utf8").trim();
    const bad = parseFailed(`${lines}\n`).map(
      (record) => [idOf(record.path), wordOf(record.reason)] as const,
    );
    expect(bad.length).toBeGreaterThan(100);
    expect(differences(new Map(bad), expected)).toEqual([]);
  });

  test("a claim of a run", async () => {
    const { job, invocation } = scene;
    for (const { task, facts } of job.verdicts)
      expect(await look(invocation.disk, targetOf(task), decisionRules(job.context))).toEqual(
        facts,
      );
  });

  test.each([false, true])("verify, with every byte read: %s", async (deep) => {
    const { answer } = await verify(scene.invocation, { targets: [], deep });
    expect(answer.checkpoints.length).toBeGreaterThan(STATES.size / 2);
    const words = answer.checkpoints.map(
      (one) => [idOf(one.path), one.ok ? "good" : wordOf(one.why)] as const,
    );
    expect(differences(new Map(words), expected)).toEqual([]);
  });

  test("info", async () => {
    const known = scene.job.verdicts.filter(
      // A bare path is no shard's, so no marker beside it is another's.
      ({ facts, reason }) => facts.marker.kind !== "foreign" && reason !== "new" && !facts.started,
    );
    const shown = new Map<string, string>();
    for (const { task } of known) {
      const one = await info(scene.invocation, [task.paths.checkpoint]);
      shown.set(task.shard.id, one.ok ? "good" : wordOf(one.why));
    }
    expect(differences(shown, expected)).toEqual([]);
  });

  test("collect", async () => {
    const { answer } = await collect(scene.invocation);
    const words = new Map(answer.shards.map(({ id, reason }) => [id, asWord(reason)]));
    expect(words.size).toBe(STATES.size);
    expect(differences(words, expected)).toEqual([]);
  });
});

describe("one verdict from whoever acts on it", () => {
  test("adopt refuses with the plan's word", async () => {
    const scene = await layAll(
      ({ kind, start }) => kind === "file" && (start === "none" || start === "unmarked"),
    );
    const { answer } = await adoptOld(scene.invocation, { targets: ["*"], all: false });
    const words = answer.refused.map(({ id, why }) => [id, asWord(wordOf(why))] as const);
    expect(differences(new Map(words), planned(scene))).toEqual([]);
    for (const { task, reason } of scene.job.verdicts) {
      const { id } = task.shard;
      if (answer.changed.includes(id)) expect(reason).toMatch(/^adopted-/);
      if (answer.unchanged.includes(id)) expect(reason).toBe("done");
    }
    const { length } = [...answer.changed, ...answer.unchanged, ...answer.refused];
    expect(length).toBe(scene.job.verdicts.length);
  });

  test("restore starts what the plan would run", async () => {
    const scene = await layAll(
      ({ start, kind }) => start === "none" || (start === "live" && kind === "file"),
    );
    const { answer } = await restore(scene.invocation);
    const words = new Map(answer.shards.map(({ id, reason }) => [id, asWord(reason)]));
    expect(words.size).toBe(scene.job.verdicts.length);
    expect(differences(words, planned(scene))).toEqual([]);
  });

  test("the witnesses of a command and mark ask the checkpoint alone", async () => {
    const scene = await layAll(({ marker, start }) => marker === "none" && start !== "live");
    const { invocation, job } = scene;
    const expected = new Map(
      job.verdicts.map(({ task, facts }) => {
        const objection = objectionTo(facts, { isVouchedFor: true });
        return [task.shard.id, objection?.word ?? "good"] as const;
      }),
    );
    const { definition } = job;
    const witnessed = new Map<string, string>();
    for (const { task } of job.verdicts) {
      const { checkpoint } = task.paths;
      const witness = await verifyOutput(realDisk, checkpoint, { definition, home: HOME });
      witnessed.set(task.shard.id, witness.kind === "good" ? "good" : witness.reason);
    }
    expect(differences(witnessed, expected)).toEqual([]);
    const { answer } = await mark(invocation, { targets: ["*"], all: false, accept: false });
    const words = new Map(answer.refused.map(({ id, why }) => [id, wordOf(why)]));
    expect(words.size).toBeGreaterThan(10);
    expect(differences(words, expected)).toEqual([]);
    for (const id of answer.changed) expect(expected.get(id)).toBe("good");
  });
});

test("a checkpoint in progress of a version that is too new is incompatible to everybody", async () => {
  const is = (state: State): boolean =>
    state.status === "in-progress" && state.version === "newer" && state.marker === "none";
  const scene = await layAll((state) => is(state) && state.start === "none");
  const { answer } = await verify(scene.invocation, { targets: [], deep: false });
  expect(answer.checkpoints.map(({ why }) => wordOf(why))).toEqual([
    "incompatible",
    "incompatible",
  ]);
  for (const { task, reason } of scene.job.verdicts) {
    expect(reason).toBe("incompatible");
    const { definition } = scene.job;
    const witness = await verifyOutput(realDisk, task.paths.checkpoint, { definition, home: HOME });
    expect(witness).toMatchObject({ kind: "bad", reason: "incompatible" });
  }
});
