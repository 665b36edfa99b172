import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { REASONS, type Reason } from "../../src/core/decide/reasons.ts";
import { generationPaths } from "../../src/core/model/aside.ts";
import { recordedFingerprint } from "../../src/core/model/fingerprint.ts";
import type { FindAnswer, Store, Wanted } from "../../src/store/store.ts";
import { noStore } from "../../src/store/none.ts";
import type { Verdict } from "../../src/checkpoint/survey.ts";
import type { Task } from "../../src/checkpoint/tasks.ts";
import { memoryStore } from "../helpers/memory-store.ts";
import {
  mark,
  start,
  surveyOf,
  tasksIn,
  temporaryFolder,
  verdictOf,
  withOther,
  write,
  type Scene,
} from "./scene.ts";

const COMPLETE = JSON.stringify({ status: "complete", version: "1.2", data: "x".repeat(2000) });
const PLAIN = JSON.stringify({ data: 1 });

type Values = Readonly<Record<string, unknown>>;

/** A store that answers as it is told. */
function answering(answer: (wanted: Wanted) => FindAnswer): Store & { readonly asked: Wanted[][] } {
  const asked: Wanted[][] = [];
  return {
    ...noStore,
    kind: "memory",
    label: "memory",
    asked,
    find: (wanted) => {
      asked.push([...wanted]);
      return Promise.resolve(wanted.map((one) => answer(one)));
    },
  };
}

const hit = (wanted: Wanted, run = "1"): FindAnswer => ({
  kind: "hit",
  entry: { shard: wanted.shard, match: wanted.match, key: "k", seconds: 7, sizeBytes: 1, run },
});

interface Setting {
  /** What the checkpoint holds; nothing lies there where it is left out. */
  readonly content?: string;
  readonly marker?: (task: Task) => void;
  readonly started?: (task: Task) => void;
  readonly values?: Values;
  readonly store?: Store;
  readonly forced?: boolean;
  readonly run?: string;
}

/** Makes the places of a scene of one shard `a`. */
async function arrange(setting: Setting): Promise<Scene & { readonly task: Task }> {
  const workspace = temporaryFolder();
  const { content, marker, started, values, store, forced, run } = setting;
  write(workspace, { "in/a.txt": "A", "out/.keep": "", "src/a.py": "code" });
  const scene = {
    workspace,
    ...(values !== undefined && { values }),
    ...(store !== undefined && { store }),
    ...(run !== undefined && { run }),
    forced: forced === true ? ["a"] : [],
  };
  const [task] = await tasksIn(scene);
  if (task === undefined) throw new Error("there is no shard");
  if (content !== undefined) writeFileSync(task.paths.checkpoint, content);
  marker?.(task);
  started?.(task);
  return { ...scene, task };
}

async function decided(setting: Setting): Promise<Verdict> {
  return verdictOf(await arrange(setting));
}

/** Writes a marker of this text. */
const says = (text: string) => (task: Task) => writeFileSync(task.paths.marker, text);
const isOf = (shard: string) => (task: Task) => mark(task, { shard });
/** A true marker whose recorded part is another one. */
const differs = (part: "input" | "command" | "files" | "text") => (task: Task) =>
  mark(task, { fingerprint: { ...recordedFingerprint(task.fingerprint), [part]: "0".repeat(64) } });

/** Sets the marked checkpoint aside with its marker, as a start does. */
function setAside(task: Task): void {
  mark(task);
  const [place] = generationPaths(task.paths.checkpoint);
  if (place === undefined) throw new Error("there is a first place");
  renameSync(task.paths.checkpoint, place.checkpoint);
  renameSync(task.paths.marker, place.marker);
}

type Found = Exclude<Reason, "cannot-clear">;

const FOUND: readonly Found[] = REASONS.filter((reason) => reason !== "cannot-clear");

const EXAMPLES: Readonly<Record<Found, Setting>> = {
  forced: { content: COMPLETE, marker: mark, forced: true },
  "fingerprint-unknown": {
    content: COMPLETE,
    marker: says(""),
    values: { shards: [{ id: "a", inputs: "gone" }] },
  },
  unreadable: {
    content: COMPLETE,
    marker: ({ paths }) => symlinkSync(paths.marker, paths.marker),
  },
  done: { content: COMPLETE, marker: mark },
  "done-in-store": { store: answering(hit) },
  incompatible: {
    content: COMPLETE,
    marker: says(""),
    values: { status: { "highest-version": "1.1" } },
  },
  restored: { content: COMPLETE, marker: setAside },
  "input-changed": { content: COMPLETE, marker: differs("input") },
  "command-changed": { content: COMPLETE, marker: differs("command") },
  "files-changed": { content: COMPLETE, marker: differs("files") },
  "text-changed": { content: COMPLETE, marker: differs("text") },
  "corrupt-marker": { content: COMPLETE, marker: says("{") },
  "foreign-marker": { content: COMPLETE, marker: isOf("b") },
  new: {},
  "marker-without-checkpoint": { marker: says("") },
  empty: { content: "", marker: says("") },
  truncated: { content: COMPLETE.slice(0, 99), marker: says("") },
  damaged: { content: "\0".repeat(9999), marker: says(""), values: { checkpoint: "out/{id}.bin" } },
  "changed-since-marker": {
    content: COMPLETE,
    marker: (task) => {
      mark(task);
      writeFileSync(task.paths.checkpoint, COMPLETE.replace("1.2", "1.3"));
    },
  },
  "status-in-progress": { content: '{"status":"in_progress"}', marker: says("") },
  "status-failed": { content: '{"status":"failed"}', marker: says("") },
  "status-other": { content: '{"status":"exploded"}', marker: says("") },
  "adopted-marker": { content: PLAIN, marker: says("") },
  "adopted-status": { content: COMPLETE },
  "no-marker": { content: PLAIN },
};

const SKIPS: ReadonlySet<Reason> = new Set([
  "done",
  "done-in-store",
  "restored",
  "adopted-marker",
  "adopted-status",
]);

describe("from real files", () => {
  test.each(FOUND)("the reason %s is found", async (reason) => {
    const { reason: found, kind } = await decided(EXAMPLES[reason]);
    expect(found).toBe(reason);
    expect(kind === "skip").toBe(SKIPS.has(reason));
  });

  test.each(FOUND.filter((reason) => reason.startsWith("adopted")))(
    "%s is no reason in a started shard, whatever its record says",
    async (reason) => {
      const example = EXAMPLES[reason];
      for (const started of [start, (task: Task) => writeFileSync(task.paths.started, "")])
        expect((await decided({ ...example, started })).kind).not.toBe("skip");
      expect((await decided({ ...example, values: { adopt: false } })).kind).toBe("run");
    },
  );

  test("a crash between marker and the removal of the start record costs nothing", async () => {
    expect(await decided({ content: COMPLETE, marker: mark, started: start })).toMatchObject({
      kind: "skip",
      reason: "done",
    });
  });

  test("nothing on the disk is changed by looking", async () => {
    for (const setting of Object.values(EXAMPLES)) {
      const scene = await arrange({ ...setting, started: start });
      const before = listing(scene.workspace);
      await surveyOf(scene);
      expect(listing(scene.workspace)).toEqual(before);
    }
  });
});

function listing(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => {
      const place = path.join(folder, name);
      const { mtimeNs, size, ino } = lstatSync(place, { bigint: true });
      return `${name} ${mtimeNs} ${size} ${ino} ${lstatSync(place).isFile() ? readFileSync(place, "latin1") : ""}`;
    })
    .sort();
}

describe("what counts for a skip", () => {
  test("is only what `rerun-on` names", async () => {
    const values = { "rerun-on": "input,files" };
    expect(await decided({ content: COMPLETE, marker: differs("text"), values })).toMatchObject({
      reason: "done",
    });
    expect(await decided({ content: COMPLETE, marker: differs("input"), values })).toMatchObject({
      reason: "input-changed",
    });
    const unknown = { shards: [{ id: "a", inputs: "gone" }], "rerun-on": "command" };
    expect(await decided({ content: COMPLETE, marker: mark, values: unknown })).toMatchObject({
      reason: "done",
    });
  });

  test("is not where the bytes lie: a restored copy is known by its sample", async () => {
    const scene = await arrange({ content: COMPLETE, marker: mark });
    utimesSync(scene.task.paths.checkpoint, 1, 1);
    expect(await verdictOf(scene)).toMatchObject({
      reason: "done",
      facts: { comparison: { kind: "moved" } },
      detail: expect.stringMatching(/moved/),
    });
  });

  test("is what the marker says of a shard that took this long", async () => {
    expect((await decided(EXAMPLES.done)).seconds).toBe(10);
    expect((await decided(EXAMPLES["done-in-store"])).seconds).toBe(7);
    expect(await decided(EXAMPLES.new)).not.toHaveProperty("seconds");
  });
});

describe("what `force` names", () => {
  test("runs from scratch, also where it could be resumed or lies in the store", async () => {
    const setting = { ...resumable(), forced: true, store: answering(hit), run: "9" };
    expect(await decided(setting)).toMatchObject({ kind: "run", reason: "forced" });
  });

  test.each<readonly [string, Setting]>([
    ["marker", { content: COMPLETE, marker: mark }],
    ["store", { store: answering(hit) }],
  ])("is done where the %s says that this very run finished it", async (_, setting) => {
    const again = { ...setting, forced: true };
    expect((await decided({ ...again, run: "1" })).kind).toBe("skip");
    expect((await decided({ ...again, run: "2" })).reason).toBe("forced");
    expect((await decided(again)).reason).toBe("forced");
  });

  test("is not done by the marker of this run where the input has changed since", async () => {
    const setting = { content: COMPLETE, marker: differs("input"), forced: true, run: "1" };
    expect(await decided(setting)).toMatchObject({ kind: "run", reason: "input-changed" });
  });
});

/** A started shard with a part in its work directory. */
function resumable(changes: Parameters<typeof start>[1] = {}): Setting {
  return {
    values: { work: "work/{id}" },
    started: (task) => {
      start(task, changes);
      write(task.paths.work, { "1.txt": "one", "1.txt.done": "" });
    },
  };
}

const FAILURE = { times: 3, alike: 3, reason: "exit code 1", exitCode: 1, logTail: "", at: "" };

describe("a shard is resumed", () => {
  test("where its work has parts under a start record of this fingerprint", async () => {
    expect(await decided(resumable())).toMatchObject({
      kind: "resume",
      reason: "new",
      inProgress: true,
      detail: expect.stringMatching(/goes on from its work directory/),
    });
  });

  test("with the reason that it would run for", async () => {
    expect(await decided({ ...resumable(), content: COMPLETE })).toMatchObject({
      kind: "resume",
      reason: "no-marker",
    });
  });

  test("from the checkpoint itself where that is a directory", async () => {
    const setting: Setting = {
      values: { checkpoint: "out/{id}" },
      started: (task) => {
        start(task);
        write(task.paths.checkpoint, { "1.txt": "one", "1.txt.done": "" });
      },
    };
    expect(await decided(setting)).toMatchObject({ kind: "resume", reason: "no-marker" });
  });

  test.each<readonly [string, Setting]>([
    [
      "another fingerprint",
      {
        ...resumable(),
        started: (task) => {
          resumable({
            fingerprint: recordedFingerprint(withOther(task.fingerprint, "command")),
          }).started?.(task);
        },
      },
    ],
    [
      "failures over and over, without a new part",
      resumable({ resumed: true, ended: true, failure: FAILURE }),
    ],
    [
      "a start record that cannot be read",
      {
        ...resumable(),
        started: (task) => {
          resumable().started?.(task);
          writeFileSync(task.paths.started, "{");
        },
      },
    ],
    [
      "no start record",
      {
        ...resumable(),
        started: (task) => {
          resumable().started?.(task);
          rmSync(task.paths.started);
        },
      },
    ],
    [
      "no part",
      {
        ...resumable(),
        started: (task) => {
          resumable().started?.(task);
          rmSync(path.join(task.paths.work, "1.txt.done"));
        },
      },
    ],
    [
      "a part that is not whole",
      {
        ...resumable(),
        started: (task) => {
          resumable().started?.(task);
          write(task.paths.work, { "1.txt": "" });
        },
      },
    ],
  ])("but not with %s", async (_, setting) => {
    expect(await decided(setting)).toMatchObject({ kind: "run", reason: "new" });
  });

  test("but not where another part of the fingerprint differs that `rerun-on` leaves out", async () => {
    const setting = resumable();
    const values = { ...setting.values, "rerun-on": "input" };
    const scene = await arrange({ ...setting, values });
    const changed = { ...scene, values: { ...values, command: "predict --other" } };
    expect((await verdictOf(scene)).kind).toBe("resume");
    expect((await verdictOf(changed)).kind).toBe("run");
  });
});

describe("a shard is resumed from the store", () => {
  /** A store that has work and nothing finished. */
  const withWork = (kind: "hit" | "miss" = "hit"): Store => ({
    ...answering(() => ({ kind: "miss" })),
    findWork: (wanted) => Promise.resolve(wanted.map(() => ({ kind }))),
  });
  const FAILED = {
    resumed: true,
    ended: true,
    failure: FAILURE,
  } as const;

  test("where that has its work", async () => {
    expect(await decided({ store: withWork() })).toMatchObject({ kind: "resume", reason: "new" });
    expect(await decided({ store: withWork("miss") })).toMatchObject({ kind: "run" });
  });

  test.each<readonly [string, Setting]>([
    ["where `force` names it", { forced: true }],
    [
      "after failures over and over, without a new part",
      { started: (task) => start(task, FAILED) },
    ],
    [
      "where a part of the fingerprint cannot be computed",
      { values: { "rerun-on": "command", shards: [{ id: "a", inputs: "gone" }] } },
    ],
  ])("but not %s", async (_, setting) => {
    expect((await decided({ ...setting, store: withWork() })).kind).toBe("run");
  });

  test("but not where the store does not answer", async () => {
    const store: Store = {
      ...withWork(),
      findWork: (wanted) =>
        Promise.resolve(wanted.map(() => ({ kind: "unavailable", cause: "HTTP 503" }))),
    };
    expect((await decided({ store })).kind).toBe("run");
  });
});

describe("a shard is in progress", () => {
  const started = start;
  test.each<readonly [string, Setting, boolean]>([
    ["with a checkpoint", { content: PLAIN }, true],
    ["with an empty checkpoint", { content: "" }, true],
    ["with a start record", { started }, true],
    ["with a part", resumable(), true],
    [
      "with a part, even without a start record",
      {
        ...resumable(),
        started: (task) => {
          resumable().started?.(task);
          rmSync(task.paths.started);
        },
      },
      true,
    ],
    ["with a changed input", { content: COMPLETE, marker: differs("input") }, true],
    ["not with nothing", {}, false],
    ["not with a marker alone", { marker: says("") }, false],
    ["not when it is done", { content: COMPLETE, marker: mark }, false],
    [
      "not when it is done in the store, whatever lies here",
      { content: PLAIN, started, store: answering(hit) },
      false,
    ],
  ])("%s", async (_, setting, expected) => {
    expect((await decided(setting)).inProgress).toBe(expected);
  });
});

describe("the store", () => {
  test("is asked once for all shards, as their fingerprints stand", async () => {
    const workspace = temporaryFolder();
    write(workspace, { "in/a.txt": "A", "in/b.txt": "B" });
    const shards = [
      { id: "a", inputs: "in/a.txt" },
      { id: "gone", inputs: "in/gone" },
      { id: "b", inputs: "in/b.txt" },
    ];
    const store = answering((wanted) => (wanted.shard === "b" ? hit(wanted) : { kind: "miss" }));
    const verdicts = await surveyOf({ workspace, store, values: { shards } });
    expect(store.asked.map((wanted) => wanted.map(({ shard }) => shard))).toEqual([["a", "b"]]);
    expect(verdicts.map(({ reason }) => reason)).toEqual([
      "new",
      "done-in-store",
      "fingerprint-unknown",
    ]);
    expect(verdicts[1]?.entry).toMatchObject({ shard: "b", key: "k" });
  });

  test("that does not answer makes no skip, and the cause is told", async () => {
    const store = answering(() => ({ kind: "unavailable", cause: "HTTP 503" }));
    expect(await decided({ store })).toMatchObject({
      kind: "run",
      reason: "new",
      detail: expect.stringMatching(/store did not answer: HTTP 503/),
    });
  });

  test("that answers too little is as good as one that does not answer", async () => {
    const store: Store = { ...answering(hit), find: () => Promise.resolve([]) };
    expect(await decided({ store })).toMatchObject({ kind: "run", reason: "new" });
  });

  test("is not asked where there is none", async () => {
    const store: Store = { ...noStore, find: () => Promise.reject(new Error("asked")) };
    expect(await decided({ store })).toMatchObject({ reason: "new" });
  });

  test("has one match for what `rerun-on` names, and one for everything", async () => {
    const wantedWith = async (values: Values) => {
      const { task } = await arrange({ store: answering(hit), values });
      return task.wanted;
    };
    const [one, other] = [
      await wantedWith({ "rerun-on": "input", "fingerprint-text": "1" }),
      await wantedWith({ "rerun-on": "input", "fingerprint-text": "2" }),
    ];
    expect(one?.match).toBe(other?.match);
    expect(one?.whole).not.toBe(other?.whole);
    expect(await wantedWith({ shards: [{ id: "a", inputs: "gone" }] })).toBeUndefined();
  });
});

/** One of the ways in which a shard can lie on a disk. */
interface Lot {
  readonly checkpoint: "none" | "complete" | "plain" | "partial" | "cut" | "empty";
  readonly marker: "none" | "empty" | "true" | "outdated" | "corrupt" | "foreign";
  readonly started: "none" | "unreadable" | "same" | "failed" | "other";
  readonly parts: boolean;
  readonly forced: boolean;
  readonly stored: FindAnswer["kind"];
}

const lot: fc.Arbitrary<Lot> = fc.record({
  checkpoint: fc.constantFrom("none", "complete", "plain", "partial", "cut", "empty"),
  marker: fc.constantFrom("none", "empty", "true", "outdated", "corrupt", "foreign"),
  started: fc.constantFrom("none", "none", "unreadable", "same", "failed", "other"),
  parts: fc.boolean(),
  forced: fc.boolean(),
  stored: fc.constantFrom("hit", "miss", "miss", "unavailable"),
});

const CONTENTS: Readonly<Record<Exclude<Lot["checkpoint"], "none">, string>> = {
  complete: COMPLETE,
  plain: PLAIN,
  partial: '{"status":"partial"}',
  cut: COMPLETE.slice(0, 50),
  empty: "",
};

function lay(task: Task, given: Lot): void {
  const { checkpoint, marker, started, work } = task.paths;
  mkdirSync(path.dirname(checkpoint), { recursive: true });
  if (given.checkpoint !== "none") writeFileSync(checkpoint, CONTENTS[given.checkpoint]);
  if (given.checkpoint === "none" && (given.marker === "true" || given.marker === "outdated"))
    writeFileSync(marker, "");
  else layMarker(task, given.marker);
  if (given.started === "unreadable") writeFileSync(started, "{");
  if (given.started === "same") start(task);
  if (given.started === "failed") start(task, { resumed: true, failure: FAILURE, ended: true });
  if (given.started === "other")
    start(task, { fingerprint: recordedFingerprint(withOther(task.fingerprint, "input")) });
  if (given.parts) write(work, { "1.txt": "one", "1.txt.done": "" });
}

function layMarker(task: Task, kind: Lot["marker"]): void {
  if (kind === "empty") says("")(task);
  if (kind === "corrupt") says('{"donemark":1')(task);
  if (kind === "true") mark(task);
  if (kind === "outdated") differs("command")(task);
  if (kind === "foreign" && statSync(task.paths.checkpoint, { throwIfNoEntry: false }))
    isOf("z")(task);
}

describe("whatever lies on the disk", () => {
  const values = { work: "work/{id}" };
  const brief = ({ task, kind, reason, detail, inProgress }: Verdict) => ({
    id: task.shard.id,
    kind,
    reason,
    detail,
    inProgress,
  });

  async function sceneOf(workspace: string, lots: ReadonlyMap<string, Lot>) {
    const store = answering((wanted) => {
      const kind = lots.get(wanted.shard)?.stored ?? "miss";
      return kind === "hit"
        ? hit(wanted)
        : kind === "miss"
          ? { kind }
          : { kind, cause: "HTTP 503" };
    });
    const forced = [...lots].flatMap(([id, { forced: isForced }]) => (isForced ? [id] : []));
    return { workspace, store, values, forced };
  }

  function inNewFolder<T>(use: (workspace: string) => Promise<T>): Promise<T> {
    const workspace = path.join(temporaryFolder(), "ws");
    mkdirSync(workspace);
    return use(workspace);
  }

  test("each shard is decided once, and another shard changes nothing about it", async () => {
    const lots = fc.array(lot, { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(lots, lot, fc.constantFrom("0", "5"), (given, added, place) =>
        inNewFolder(async (workspace) => {
          const all = new Map(given.map((one, i) => [`s${i + 1}`, one]));
          write(workspace, Object.fromEntries([...all.keys()].map((id) => [`in/${id}.txt`, id])));
          const scene = await sceneOf(workspace, all);
          for (const task of await tasksIn(scene)) lay(task, all.get(task.shard.id) ?? added);
          const before = await surveyOf(scene);
          expect(before.map(({ task }) => task.shard.id)).toEqual([...all.keys()]);

          const id = `s${place}`;
          all.set(id, added);
          write(workspace, { [`in/${id}.txt`]: id });
          const larger = await sceneOf(workspace, all);
          for (const task of await tasksIn(larger)) if (task.shard.id === id) lay(task, added);
          const after = await surveyOf(larger);
          expect(after).toHaveLength(before.length + 1);
          const others = after.filter(({ task }) => task.shard.id !== id);
          expect(others.map(brief)).toEqual(before.map(brief));
        }),
      ),
      { numRuns: 15 },
    );
  });

  test("a skip has its proof, and no crashed or failed shard is adopted", async () => {
    const lots = fc.array(lot, { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(lots, (given) =>
        inNewFolder(async (workspace) => {
          const all = new Map(given.map((one, i) => [`s${i}`, one]));
          write(workspace, Object.fromEntries([...all.keys()].map((id) => [`in/${id}.txt`, id])));
          const scene = await sceneOf(workspace, all);
          for (const task of await tasksIn(scene))
            lay(task, all.get(task.shard.id) ?? given[0] ?? never());
          const verdicts = await surveyOf(scene);
          const wrong = verdicts.filter(
            (verdict) => !isJust(verdict, all.get(verdict.task.shard.id)),
          );
          expect(wrong.map(brief)).toEqual([]);
        }),
      ),
      { numRuns: 20 },
    );
  });
});

test("the store is asked once for all entries and once for all work, in the order of the shards", async () => {
  const workspace = temporaryFolder();
  const ids = Array.from({ length: 20 }, (_, i) => String(i).padStart(2, "0"));
  write(workspace, Object.fromEntries(ids.map((id) => [`in/${id}.txt`, id])));
  const store = memoryStore();
  const tasks = await tasksIn({ workspace, store });
  const kept = tasks[13]?.wanted;
  if (kept === undefined) throw new Error("a store makes a question");
  write(workspace, { "kept/part.txt": "half", "kept/part.txt.done": "" });
  await store.saveWork(kept, path.join(workspace, "kept"));
  const verdicts = await surveyOf({ workspace, store });
  expect(store.calls).toMatchObject({ find: 1, findWork: 1 });
  const resumed = verdicts.filter(({ kind }) => kind === "resume");
  expect(resumed.map(({ task }) => task.shard.id)).toEqual(["13"]);
});

function never(): never {
  throw new Error("there is no such shard");
}

/** Does the verdict follow from what was laid, by the rules that must hold whatever the table says? */
function isJust({ kind, reason }: Verdict, given: Lot | undefined): boolean {
  if (given === undefined) return false;
  const { checkpoint, marker, started, forced, stored, parts } = given;
  if (kind === "resume") return parts && started === "same" && !forced;
  if (kind !== "skip") return true;
  if (forced) return false;
  // What is as marked was looked at when it was marked.
  if (reason === "done")
    return marker === "true" && checkpoint !== "none" && checkpoint !== "empty";
  if (reason === "done-in-store") return stored === "hit";
  if (started !== "none") return false;
  return checkpoint === "complete" || (checkpoint === "plain" && marker === "empty");
}
