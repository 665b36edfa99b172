import { describe, expect, test } from "vitest";
import type { CheckpointFacts } from "../../../src/core/decide/facts.ts";
import { countStates, SHARD_STATES, stateOf } from "../../../src/core/decide/state.ts";
import type { StartRecord } from "../../../src/core/model/start-record.ts";

type Known = Parameters<typeof stateOf>[0];
type Facts = Partial<CheckpointFacts>;

const RECORD: StartRecord = {
  ...{ shard: "a", fingerprint: {}, startedAt: "", attempt: 1, resumed: false, runTag: "t" },
  ...{ owner: { pid: 1, startTime: "1", boot: "b" }, by: {} },
};
const FAILURE = { times: 1, reason: "exit code 1", exitCode: 1, logTail: "", at: "" };

const MARKED: Facts = {
  checkpoint: "sound",
  comparison: { kind: "same" },
  marker: {
    kind: "full",
    marker: {
      shard: "a",
      checkpoint: {
        ...{ kind: "file", sizeBytes: 1, mtimeNs: "1", inode: "1" },
        ...{ sample: "", format: "json" },
      },
      ...{ fingerprint: {}, seconds: 1, finishedAt: "", by: {} },
    },
  },
};

function known(facts: Facts, more: Partial<Omit<Known, "facts">> = {}): Known {
  const nothing = { marker: { kind: "none" }, comparison: { kind: "none" } } as const;
  return {
    ...{ kind: "run", reason: "new", inProgress: true },
    facts: { ...nothing, checkpoint: "absent", started: false, ...facts },
    ...more,
  };
}

function started(record: Partial<StartRecord> = {}): Facts {
  return { started: true, startRecord: { ...RECORD, ...record } };
}

describe("the state of a shard", () => {
  test.each<readonly [string, Known, string]>([
    ["is done", known(started(), { kind: "skip" }), "done"],
    ["is blocked", known(started(), { kind: "blocked" }), "blocked"],
    ["has failed", known(started({ failure: FAILURE, ended: true })), "failed"],
    [
      "is started again after a failure",
      known(started({ failure: FAILURE }), { owner: { liveness: "alive" } }),
      "running",
    ],
    [
      "is started by a run that lives",
      known(started(), { owner: { liveness: "alive" } }),
      "running",
    ],
    [
      "is started by a run of which nothing is known",
      known(started(), { owner: { liveness: "unknown" } }),
      "unknown",
    ],
    ["is started by a run that nobody has looked at", known(started()), "unknown"],
    [
      "is started by a run that is gone",
      known(started(), { owner: { liveness: "gone" } }),
      "interrupted",
    ],
    ["is released", known(started({ released: true })), "interrupted"],
    ["has a start record that cannot be read", known({ started: true }), "interrupted"],
    ["is unmarked", known({ started: true, unmarked: {} }), "unmarked"],
    ["has an outdated result", known(MARKED, { reason: "files-changed" }), "stale"],
    ["has a result and is forced", known(MARKED, { reason: "forced" }), "forced"],
    [
      "has other bytes than the marked",
      known({ ...MARKED, comparison: { kind: "differs", how: "" } }),
      "unproven",
    ],
    ["has a checkpoint alone", known({ checkpoint: "sound" }), "unproven"],
    ["has parts alone", known({}), "interrupted"],
    [
      "has work in the store alone",
      known({}, { kind: "resume", inProgress: false }),
      "interrupted",
    ],
    ["has nothing", known({}, { inProgress: false }), "new"],
  ])("that %s", (_, one, expected) => {
    expect(stateOf(one)).toBe(expected);
  });

  test("is counted with all others, of which none is left out", () => {
    const counts = countStates(["done", "failed", "failed"]);
    expect(Object.keys(counts)).toEqual([...SHARD_STATES]);
    expect(counts).toMatchObject({ done: 1, failed: 2, running: 0 });
  });
});
