import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decide,
  fittingReasons,
  lineOfDecision,
  objectionTo,
  type Decision,
} from "../../../src/core/decide/decide.ts";
import { NO_CIRCUMSTANCES, type Evidence } from "../../../src/core/decide/evidence.ts";
import {
  isAsMarked,
  unreadableOf,
  type Comparison,
  type MarkerReading,
} from "../../../src/core/decide/facts.ts";
import { REASON_ROWS, REASONS, type Reason } from "../../../src/core/decide/reasons.ts";
import type { Marker } from "../../../src/core/model/marker.ts";
import type { Unreadable } from "../../../src/core/model/unreadable.ts";
import { PARTS, type Part } from "../../../src/core/model/fingerprint.ts";

const BOTH = [false, true] as const;
const MARKER: Marker = {
  shard: "b",
  checkpoint: {
    ...{ kind: "file", sizeBytes: 1, mtimeNs: "1", inode: "1" },
    ...{ sample: "0".repeat(64), format: "json" },
  },
  fingerprint: {},
  seconds: 1,
  finishedAt: "",
  by: {},
};
const UNREADABLE: Unreadable = {
  ...{ what: "the marker", path: "/w/out/a.json.done", code: "EACCES" },
  access: { kind: "file", owner: 0, mode: 0o600, self: 1000 },
};
const MARKERS: readonly MarkerReading[] = [
  { kind: "none" },
  { kind: "empty" },
  { kind: "full", marker: MARKER },
  { kind: "corrupt", why: "it is no JSON" },
  { kind: "foreign", marker: MARKER },
  { kind: "unreadable", unreadable: UNREADABLE },
];
const REFUSALS: readonly (Unreadable | undefined)[] = [undefined, UNREADABLE];
const COMPARISONS: readonly Comparison[] = [
  { kind: "differs", how: "it differs" },
  { kind: "same" },
];
const HIGHEST = [undefined, "2"] as const;
const CHECKPOINTS = ["absent", "sound", "unknown", "empty", "truncated", "damaged"] as const;
const STATUSES = ["none", "complete", "in-progress", "failed", "other"] as const;
const STORES = ["hit", "miss", "unavailable"] as const;
const UNKNOWN: readonly Evidence["unknownParts"][] = [
  [],
  [{ part: "files", why: "it is gone" }],
  [{ part: "input", why: "it is refused", unreadable: UNREADABLE }],
];
/** None, and each part alone; several at once are drawn by chance below. */
const CHANGED: readonly (readonly Part[])[] = [[], ...PARTS.map((part) => [part])];
/** Whose an old sign of completeness is, and a doubt about the bytes beside it. */
const SIGNS = [
  { provenance: "others", doubt: undefined },
  { provenance: "newer", doubt: undefined },
  { provenance: "own", doubt: undefined },
  { provenance: "others", doubt: "it ends in zeros" },
] as const;

const STATES = 8_294_400;

/** A fact of the table as a word: lists of parts become `none` or their first part. */
interface Facts {
  readonly forced: boolean;
  readonly finishedByThisRun: boolean;
  readonly unknown: "none" | "unknown" | "unreadable";
  readonly unreadable: boolean;
  readonly marker: MarkerReading["kind"];
  readonly changed: Part | "none";
  readonly asMarked: boolean;
  readonly checkpoint: Evidence["checkpoint"];
  readonly status: Evidence["status"];
  readonly tooNew: boolean;
  readonly store: Evidence["store"];
  readonly started: boolean;
  readonly adopt: boolean;
  readonly sign: "others" | "newer" | "own" | "doubted";
}

type When = { readonly [K in keyof Facts]?: readonly Facts[K][] };

interface Line {
  readonly when: When;
  readonly gives: readonly ["skip" | "run" | "blocked", Reason];
}

const HOLDS: When["checkpoint"] = ["sound", "unknown"];
const WITH_MARKER: When["marker"] = ["empty", "full"];
const ADOPTABLE: When = { adopt: [true], started: [false] };
const PROVEN: When = {
  marker: ["full"],
  asMarked: [true],
  checkpoint: HOLDS,
  status: ["none", "complete", "other"],
  changed: ["none"],
};

/** The table of decisions, stated a second time: which values of which facts give which reason. */
const TABLE: readonly Line[] = [
  { when: { forced: [true], finishedByThisRun: [false] }, gives: ["run", "forced"] },
  { when: { ...PROVEN, unknown: ["none"] }, gives: ["skip", "done"] },
  { when: { unreadable: [true] }, gives: ["blocked", "unreadable"] },
  { when: { unknown: ["unreadable"] }, gives: ["blocked", "unreadable"] },
  { when: { marker: ["unreadable"] }, gives: ["blocked", "unreadable"] },
  { when: { unknown: ["unknown"] }, gives: ["run", "fingerprint-unknown"] },
  { when: { store: ["hit"] }, gives: ["skip", "done-in-store"] },
  { when: { tooNew: [true] }, gives: ["blocked", "incompatible"] },
  { when: { marker: ["full"], changed: ["input"] }, gives: ["run", "input-changed"] },
  { when: { marker: ["full"], changed: ["command"] }, gives: ["run", "command-changed"] },
  { when: { marker: ["full"], changed: ["files"] }, gives: ["run", "files-changed"] },
  { when: { marker: ["full"], changed: ["text"] }, gives: ["run", "text-changed"] },
  { when: { marker: ["corrupt"] }, gives: ["run", "corrupt-marker"] },
  { when: { marker: ["foreign"] }, gives: ["run", "foreign-marker"] },
  { when: { checkpoint: ["absent"], marker: ["none"] }, gives: ["run", "new"] },
  {
    when: { checkpoint: ["absent"], marker: WITH_MARKER },
    gives: ["run", "marker-without-checkpoint"],
  },
  { when: { checkpoint: ["empty"] }, gives: ["run", "empty"] },
  { when: { checkpoint: ["truncated"] }, gives: ["run", "truncated"] },
  { when: { checkpoint: ["damaged"] }, gives: ["run", "damaged"] },
  { when: { marker: ["full"], asMarked: [false] }, gives: ["run", "changed-since-marker"] },
  { when: { status: ["failed"] }, gives: ["run", "status-failed"] },
  { when: { status: ["in-progress"] }, gives: ["run", "status-in-progress"] },
  { when: { status: ["other"] }, gives: ["run", "status-other"] },
  {
    when: { ...ADOPTABLE, marker: ["empty"], checkpoint: ["sound"], sign: ["others", "newer"] },
    gives: ["skip", "adopted-marker"],
  },
  {
    when: { ...ADOPTABLE, marker: ["empty"], checkpoint: ["unknown"], sign: ["others"] },
    gives: ["skip", "adopted-marker"],
  },
  {
    when: {
      ...ADOPTABLE,
      sign: ["others", "newer"],
      marker: ["none"],
      checkpoint: ["sound"],
      status: ["complete"],
    },
    gives: ["skip", "adopted-status"],
  },
  { when: {}, gives: ["run", "no-marker"] },
];

/** Each fact of the evidence with its values, and what the table calls it. */
const AXES: readonly (readonly [
  keyof Evidence | "sign",
  readonly unknown[],
  keyof Facts | undefined,
])[] = [
  ["forced", BOTH, "forced"],
  ["finishedByThisRun", BOTH, "finishedByThisRun"],
  ["unknownParts", UNKNOWN, "unknown"],
  ["unreadable", REFUSALS, "unreadable"],
  ["store", STORES, "store"],
  ["newerThan", HIGHEST, "tooNew"],
  ["marker", MARKERS, "marker"],
  ["changedParts", CHANGED, "changed"],
  ["checkpoint", CHECKPOINTS, "checkpoint"],
  ["comparison", COMPARISONS, "asMarked"],
  ["status", STATUSES, "status"],
  ["adopt", BOTH, "adopt"],
  ["started", BOTH, "started"],
  ["sign", SIGNS, "sign"],
  ["resumable", BOTH, undefined],
];

/** A value as the table has it. */
function wordOf(name: keyof Facts | undefined, value: unknown): unknown {
  if (name === "unknown")
    return ["none", "unknown", "unreadable"][UNKNOWN.findIndex((one) => one === value)];
  if (name === "tooNew" || name === "unreadable") return value !== undefined;
  if (name === "asMarked") return value === COMPARISONS[1];
  if (name === "sign")
    return ["others", "newer", "own", "doubted"][SIGNS.findIndex((one) => one === value)];
  if (Array.isArray(value)) return value[0] ?? "none";
  return name === "marker" ? MARKERS.find((marker) => marker === value)?.kind : value;
}

type Visit = (state: Evidence, lines: readonly Line[]) => void;

/** Every state there is, each with the lines of the table that fit it. The state is one object, changed from call to call. */
function visitAll(visit: Visit): void {
  const state: Evidence = { ...SOME };
  const descend = (depth: number, lines: readonly Line[]): void => {
    const axis = AXES[depth];
    if (axis === undefined) return visit(state, lines);
    const [key, values, name] = axis;
    for (const value of values) {
      if (key === "sign") Object.assign(state, value);
      else Reflect.set(state, key, value);
      const word = wordOf(name, value);
      descend(
        depth + 1,
        name === undefined ? lines : lines.filter((line) => allows(line, name, word)),
      );
    }
  };
  descend(0, TABLE);
}

function allows({ when }: Line, name: keyof Facts, word: unknown): boolean {
  const allowed: readonly unknown[] | undefined = when[name];
  return allowed === undefined || allowed.includes(word);
}

const SOME: Evidence = {
  ...NO_CIRCUMSTANCES,
  marker: { kind: "none" },
  comparison: { kind: "none" },
  checkpoint: "absent",
  format: "json",
  status: "none",
  version: "9",
  started: false,
  sizeBytes: 1,
  bytesRead: 0,
  isProven: false,
};

/** `line` is the first line of the table that fits. */
type Law = (e: Evidence, decision: Decision, line: Line) => boolean;

const holdsUp = (e: Evidence): boolean => e.checkpoint === "sound" || e.checkpoint === "unknown";

const isProven = (e: Evidence): boolean =>
  e.marker.kind === "full" &&
  isAsMarked(e) &&
  holdsUp(e) &&
  e.status !== "in-progress" &&
  e.status !== "failed" &&
  e.changedParts.length === 0;

const isRefused = (e: Evidence): boolean =>
  unreadableOf(e) !== undefined ||
  e.unknownParts.some(({ unreadable }) => unreadable !== undefined);

const isAdoptable = (e: Evidence): boolean =>
  e.adopt &&
  !e.started &&
  e.provenance !== "own" &&
  e.doubt === undefined &&
  holdsUp(e) &&
  (e.status === "none" || e.status === "complete") &&
  (e.marker.kind === "empty" ||
    (e.marker.kind === "none" && e.checkpoint === "sound" && e.status === "complete"));

const SKIPS: ReadonlySet<Reason> = new Set([
  "done",
  "done-in-store",
  "restored",
  "adopted-marker",
  "adopted-status",
]);

/** What must hold whatever the table says. */
const LAWS: Readonly<Record<string, Law>> = {
  "the reason and the kind are those of the table": (e, decision, line) => {
    const [kind, reason] = line.gives;
    const told = kind === "run" && e.resumable && !e.forced ? "resume" : kind;
    return decision.kind === told && decision.reason === reason;
  },
  "the first row that fits is that of the table": (e, _, line) =>
    fittingReasons(e)[0] === line.gives[1],
  "a skip has a proof: a true marker, here or set aside, the store, or the rules of adoption": (
    e,
    { kind },
  ) => kind !== "skip" || isProven(e) || e.store === "hit" || e.restorable || isAdoptable(e),
  "`skip` stands with the five reasons of a skip and with no other": (_, { kind, reason }) =>
    (kind === "skip") === SKIPS.has(reason),
  "`done` rests on the marker, `done-in-store` on the store": (e, { reason }) =>
    (reason !== "done" || isProven(e)) && (reason !== "done-in-store" || e.store === "hit"),
  "a part that cannot be computed never skips": (e, { kind }) =>
    e.unknownParts.length === 0 || kind !== "skip",
  "what `force` names runs from scratch until this run has finished it": (e, { kind, reason }) =>
    !e.forced || e.finishedByThisRun || (kind === "run" && reason === "forced"),
  "what `force` names is never resumed": (e, { kind }) => !e.forced || kind !== "resume",
  "nothing is resumed without parts under a start record": (e, { kind }) =>
    e.resumable || kind !== "resume",
  "whatever can be resumed and runs unforced is resumed": (e, { kind }) =>
    !(kind === "run" && e.resumable && !e.forced),
  "in a started shard nothing is adopted": (e, { reason }) =>
    !e.started || (reason !== "adopted-marker" && reason !== "adopted-status"),
  "nothing is adopted that Donemark has started or marked, or that is doubted": (e, { reason }) =>
    (e.provenance !== "own" && e.doubt === undefined) || !reason.startsWith("adopted-"),
  "a newer empty marker proves nothing where the format shows nothing": (e, { reason }) =>
    e.provenance !== "newer" || e.checkpoint !== "unknown" || reason !== "adopted-marker",
  "a full marker that proves the bytes is done, whatever is doubted": (e, { kind }) =>
    !isProven(e) ||
    e.unknownParts.length > 0 ||
    (e.forced && !e.finishedByThisRun) ||
    kind === "skip",
  "nothing is adopted where `adopt` is false": (e, { reason }) =>
    e.adopt || (reason !== "adopted-marker" && reason !== "adopted-status"),
  "blocked stands only for a version that is too new, and for what the system does not give": (
    e,
    { kind, reason },
  ) =>
    (kind === "blocked") === (reason === "incompatible" || reason === "unreadable") &&
    (reason !== "incompatible" || e.newerThan !== undefined) &&
    (reason !== "unreadable" || isRefused(e)),
  "what the system does not give is never run over, unless `force` names it": (
    e,
    { kind, reason },
  ) => !isRefused(e) || kind === "blocked" || reason === "forced" || reason === "done",
  "blocked never touches what `force` names afresh": (e, { kind }) =>
    kind !== "blocked" || !e.forced || e.finishedByThisRun,
  "a store that does not answer decides as a miss does": (e, decision) => {
    if (e.store !== "unavailable") return true;
    const missed = decide({ ...e, store: "miss" });
    return decision.kind === missed.kind && decision.reason === missed.reason;
  },
};

interface Survey {
  readonly states: number;
  readonly broken: ReadonlyMap<string, readonly string[]>;
  readonly reasons: ReadonlySet<Reason>;
}

/** One walk through all states for all laws. */
function walk(): Survey {
  const broken = new Map<string, string[]>(Object.keys(LAWS).map((law) => [law, []]));
  const reasons = new Set<Reason>();
  const laws = Object.entries(LAWS);
  let states = 0;
  visitAll((state, [line]) => {
    if (line === undefined) throw new Error("the table has a last line that always fits");
    const decision = decide(state);
    states += 1;
    reasons.add(decision.reason);
    for (const [name, holds] of laws) {
      if (holds(state, decision, line)) continue;
      const examples = broken.get(name) ?? [];
      if (examples.length < 5) examples.push(JSON.stringify({ state, decision }));
    }
  });
  return { states, broken, reasons };
}

describe(`the decision in all ${STATES.toLocaleString("en-US")} states`, () => {
  const { states, broken, reasons } = walk();

  test("the walk visits each of them", () => {
    expect(states).toBe(STATES);
  });

  test.each(Object.keys(LAWS))("%s", (law) => {
    expect(broken.get(law)).toEqual([]);
  });

  test("every reason is reached but the two that need more than these facts", () => {
    expect([...reasons, "cannot-clear", "restored"].sort()).toEqual([...REASONS].sort());
  });
});

const evidence: fc.Arbitrary<Evidence> = fc
  .record({
    forced: fc.boolean(),
    finishedByThisRun: fc.boolean(),
    unknownParts: fc.constantFrom(...UNKNOWN),
    marker: fc.constantFrom(...MARKERS),
    changedParts: fc.subarray([...PARTS]),
    comparison: fc.constantFrom(...COMPARISONS),
    checkpoint: fc.constantFrom(...CHECKPOINTS),
    status: fc.constantFrom(...STATUSES),
    newest: fc.constantFrom(...HIGHEST),
    refusal: fc.constantFrom(...REFUSALS),
    store: fc.constantFrom(...STORES),
    started: fc.boolean(),
    adopt: fc.boolean(),
    sign: fc.constantFrom(...SIGNS),
    restorable: fc.boolean(),
    resumable: fc.boolean(),
  })
  .map(({ newest, refusal, sign, ...given }) => ({
    ...SOME,
    ...given,
    provenance: sign.provenance,
    ...(sign.doubt !== undefined && { doubt: sign.doubt }),
    ...(refusal !== undefined && { unreadable: refusal }),
    ...(newest !== undefined && { newerThan: newest }),
  }));

test("a result that fits again is brought back instead of a run, and changes no other decision", () => {
  fc.assert(
    fc.property(evidence, (e) => {
      const without = decide({ ...e, restorable: false });
      const decision = decide({ ...e, restorable: true });
      const isEarlier = ["forced", "unreadable", "fingerprint-unknown"].includes(without.reason);
      if (without.kind === "run" || without.kind === "resume")
        expect(decision.reason).toBe(isEarlier ? without.reason : "restored");
      else if (without.kind === "blocked") expect(decision).toEqual(without);
    }),
  );
});

test("a path that cannot be cleared blocks, whatever else is known, and says why", () => {
  fc.assert(
    fc.property(evidence, (e) => {
      const blocked = { ...e, uncleared: "it is a mount point" };
      expect(decide(blocked)).toEqual({ kind: "blocked", reason: "cannot-clear" });
      expect(lineOfDecision(decide(blocked), blocked)).toBe("cannot-clear: it is a mount point");
    }),
  );
});

/** One fact less known or worse than it was. */
const DOUBTS: Readonly<Record<string, Partial<Evidence>>> = {
  "a part becomes unknown": { unknownParts: [{ part: "text", why: "it is gone" }] },
  "a part changes": { changedParts: ["input"] },
  "the bytes are not as marked": { comparison: { kind: "differs", how: "it differs" } },
  "the marker becomes unreadable": { marker: { kind: "corrupt", why: "it is no JSON" } },
  "the marker cannot be read": { marker: { kind: "unreadable", unreadable: UNREADABLE } },
  "the checkpoint cannot be read": {
    unreadable: UNREADABLE,
    comparison: { kind: "none" },
    checkpoint: "unknown",
  },
  "the marker becomes that of another shard": { marker: { kind: "foreign", marker: MARKER } },
  "the checkpoint vanishes": { checkpoint: "absent" },
  "the checkpoint loses its bytes": { checkpoint: "empty" },
  "the checkpoint is cut off": { checkpoint: "truncated" },
  "the checkpoint is damaged": { checkpoint: "damaged" },
  "the status says in progress": { status: "in-progress" },
  "the status tells of failure": { status: "failed" },
  "the version is too new": { newerThan: "2" },
  "the store does not answer": { store: "unavailable" },
  "the store has lost it": { store: "miss" },
  "a command was started": { started: true },
  "this run has not finished it": { finishedByThisRun: false },
  "it is not to be adopted": { adopt: false },
  "Donemark has started or marked it before": { provenance: "own" },
  "its bytes are doubted": { doubt: "it ends in zeros" },
};

describe("doubt", () => {
  test.each(Object.entries(DOUBTS))("never makes a skip: %s", (_, doubt) => {
    fc.assert(
      fc.property(evidence, (before) => {
        const { kind, reason } = decide(before);
        // What could not be read may be anything.
        fc.pre(kind !== "skip" && reason !== "unreadable");
        expect(decide({ ...before, ...doubt }).kind).not.toBe("skip");
      }),
    );
  });

  test("about everything that can be read at once runs the shard", () => {
    const all: Partial<Evidence> = Object.assign({}, ...Object.values(DOUBTS));
    fc.assert(
      fc.property(evidence, (before) => {
        const { unreadable: _, ...doubted } = { ...before, ...all };
        expect(["run", "resume"]).toContain(decide(doubted).kind);
      }),
    );
  });
});

describe("the rows that fit", () => {
  test("are never none: the last one always fits", () => {
    fc.assert(
      fc.property(evidence, (e) => {
        expect(fittingReasons(e).at(-1)).toBe(REASON_ROWS.at(-1)?.reason);
      }),
    );
  });
});

describe("the objection to a checkpoint", () => {
  test("is the decision where nothing but the checkpoint counts, and none where that is no word against it", () => {
    fc.assert(
      fc.property(evidence, (e) => {
        const alone = { ...e, ...NO_CIRCUMSTANCES };
        const { reason } = decide(alone);
        const objection = objectionTo(e);
        const word = objection?.word === "absent" ? "new" : objection?.word;
        if (objection === undefined) expect(HARMLESS).toContain(reason);
        else expect(word).toBe(reason);
      }),
      { numRuns: 5000 },
    );
  });

  test("is never a status of another word where a command or a user vouches for it", () => {
    fc.assert(
      fc.property(evidence, (e) => {
        expect(objectionTo(e, { isVouchedFor: true })?.word).not.toBe("status-other");
      }),
    );
  });

  test("has a sentence of one line, as each reason has", () => {
    fc.assert(
      fc.property(evidence, (e) => {
        const line = lineOfDecision(decide(e), e);
        expect(line).toMatch(/^[a-z-]+: [^\n]{9,}$/);
      }),
    );
  });
});

const HARMLESS: readonly Reason[] = ["done", "adopted-marker", "adopted-status", "no-marker"];

test("each reason has one record", () => {
  expect(new Set(REASONS).size).toBe(REASONS.length);
});
