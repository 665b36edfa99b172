import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decide,
  fittingRows,
  REASONS,
  type Decision,
  type Evidence,
  type Reason,
} from "../../src/core/decide.ts";
import { PARTS, type Part } from "../../src/core/fingerprint.ts";

const BOTH = [false, true] as const;
const MARKERS = ["none", "empty", "full", "corrupt", "foreign"] as const;
const CHECKPOINTS = ["absent", "sound", "unknown", "empty", "truncated", "damaged"] as const;
const STATUSES = ["none", "complete", "in-progress", "other"] as const;
const STORES = ["hit", "miss", "unavailable"] as const;
const UNKNOWN: readonly (readonly Part[])[] = [[], ["files"]];
/** None, each part alone, every pair. */
const CHANGED: readonly (readonly Part[])[] = [
  [],
  ...PARTS.map((part) => [part]),
  ...PARTS.flatMap((first, place) => PARTS.slice(place + 1).map((second) => [first, second])),
];

const STATES = 1_013_760;

/** A fact of the table as a word: lists of parts become `none` or their first part. */
interface Facts {
  readonly forced: boolean;
  readonly finishedByThisRun: boolean;
  readonly unknown: boolean;
  readonly marker: Evidence["marker"];
  readonly changed: Part | "none";
  readonly asMarked: boolean;
  readonly checkpoint: Evidence["checkpoint"];
  readonly status: Evidence["status"];
  readonly tooNew: boolean;
  readonly store: Evidence["store"];
  readonly started: boolean;
  readonly adopt: boolean;
}

type When = { readonly [K in keyof Facts]?: readonly Facts[K][] };

interface Line {
  readonly row: number;
  readonly when: When;
  readonly gives: readonly ["skip" | "run" | "blocked", Reason];
}

const HOLDS: When["checkpoint"] = ["sound", "unknown"];
const WITH_MARKER: When["marker"] = ["empty", "full"];

/** The table of the design, told again: which values of which facts, and what then; a row of several reasons has several lines. */
const TABLE: readonly Line[] = [
  { row: 1, when: { forced: [true], finishedByThisRun: [false] }, gives: ["run", "forced"] },
  { row: 2, when: { unknown: [true] }, gives: ["run", "fingerprint-unknown"] },
  {
    row: 3,
    when: {
      marker: ["full"],
      asMarked: [true],
      checkpoint: HOLDS,
      status: ["none", "complete", "other"],
      changed: ["none"],
    },
    gives: ["skip", "done"],
  },
  { row: 4, when: { store: ["hit"] }, gives: ["skip", "done-in-store"] },
  { row: 5, when: { tooNew: [true] }, gives: ["blocked", "incompatible"] },
  { row: 6, when: { marker: ["full"], changed: ["input"] }, gives: ["run", "input-changed"] },
  { row: 6, when: { marker: ["full"], changed: ["command"] }, gives: ["run", "command-changed"] },
  { row: 6, when: { marker: ["full"], changed: ["files"] }, gives: ["run", "files-changed"] },
  { row: 6, when: { marker: ["full"], changed: ["text"] }, gives: ["run", "text-changed"] },
  { row: 7, when: { marker: ["corrupt"] }, gives: ["run", "corrupt-marker"] },
  { row: 7, when: { marker: ["foreign"] }, gives: ["run", "foreign-marker"] },
  { row: 8, when: { checkpoint: ["absent"], marker: ["none"] }, gives: ["run", "new"] },
  {
    row: 8,
    when: { checkpoint: ["absent"], marker: WITH_MARKER },
    gives: ["run", "marker-without-checkpoint"],
  },
  { row: 9, when: { checkpoint: ["empty"] }, gives: ["run", "empty"] },
  { row: 9, when: { checkpoint: ["truncated"] }, gives: ["run", "truncated"] },
  { row: 9, when: { checkpoint: ["damaged"] }, gives: ["run", "damaged"] },
  { row: 9, when: { marker: ["full"], asMarked: [false] }, gives: ["run", "changed-since-marker"] },
  { row: 10, when: { status: ["in-progress"] }, gives: ["run", "status-in-progress"] },
  { row: 10, when: { status: ["other"] }, gives: ["run", "status-other"] },
  {
    row: 11,
    when: { adopt: [true], started: [false], marker: ["empty"], checkpoint: HOLDS },
    gives: ["skip", "adopted-marker"],
  },
  {
    row: 12,
    when: {
      adopt: [true],
      started: [false],
      marker: ["none"],
      checkpoint: ["sound"],
      status: ["complete"],
    },
    gives: ["skip", "adopted-status"],
  },
  { row: 13, when: {}, gives: ["run", "no-marker"] },
];

/** Each fact of the evidence with its values, and what the table calls it. */
const AXES: readonly (readonly [keyof Evidence, readonly unknown[], keyof Facts | undefined])[] = [
  ["forced", BOTH, "forced"],
  ["finishedByThisRun", BOTH, "finishedByThisRun"],
  ["unknownParts", UNKNOWN, "unknown"],
  ["store", STORES, "store"],
  ["tooNew", BOTH, "tooNew"],
  ["marker", MARKERS, "marker"],
  ["changedParts", CHANGED, "changed"],
  ["checkpoint", CHECKPOINTS, "checkpoint"],
  ["asMarked", BOTH, "asMarked"],
  ["status", STATUSES, "status"],
  ["adopt", BOTH, "adopt"],
  ["started", BOTH, "started"],
  ["resumable", BOTH, undefined],
];

/** A value as the table has it. */
function wordOf(name: keyof Facts | undefined, value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return name === "unknown" ? value.length > 0 : (value[0] ?? "none");
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
      Reflect.set(state, key, value);
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
  forced: false,
  finishedByThisRun: false,
  unknownParts: [],
  marker: "none",
  changedParts: [],
  asMarked: false,
  checkpoint: "absent",
  status: "none",
  tooNew: false,
  store: "miss",
  started: false,
  adopt: true,
  resumable: false,
};

/** `line` is the first line of the table that fits. */
type Law = (e: Evidence, decision: Decision, line: Line) => boolean;

const holdsUp = (e: Evidence): boolean => e.checkpoint === "sound" || e.checkpoint === "unknown";

const isProven = (e: Evidence): boolean =>
  e.marker === "full" &&
  e.asMarked &&
  holdsUp(e) &&
  e.status !== "in-progress" &&
  e.changedParts.length === 0;

const isAdoptable = (e: Evidence): boolean =>
  e.adopt &&
  !e.started &&
  holdsUp(e) &&
  (e.status === "none" || e.status === "complete") &&
  (e.marker === "empty" ||
    (e.marker === "none" && e.checkpoint === "sound" && e.status === "complete"));

const SKIPS: ReadonlySet<Reason> = new Set([
  "done",
  "done-in-store",
  "adopted-marker",
  "adopted-status",
]);

/** What must hold whatever the table says. */
const LAWS: Readonly<Record<string, Law>> = {
  "the reason, the kind and the row are those of the design": (e, decision, line) => {
    const [kind, reason] = line.gives;
    const told = kind === "run" && e.resumable && !e.forced ? "resume" : kind;
    return decision.kind === told && decision.reason === reason;
  },
  "the first row that fits is that of the design": (e, _, line) => fittingRows(e)[0] === line.row,
  "a skip has a proof: a true marker, the store, or the rules of adoption": (e, { kind }) =>
    kind !== "skip" || isProven(e) || e.store === "hit" || isAdoptable(e),
  "`skip` stands with the four reasons of a skip and with no other": (_, { kind, reason }) =>
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
  "nothing is adopted where `adopt` is false": (e, { reason }) =>
    e.adopt || (reason !== "adopted-marker" && reason !== "adopted-status"),
  "blocked stands only for a version that is too new": (e, { kind, reason }) =>
    (kind === "blocked") === (reason === "incompatible") && (kind !== "blocked" || e.tooNew),
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

  test("every reason is reached", () => {
    expect([...reasons].sort()).toEqual([...REASONS].sort());
  });
});

const evidence: fc.Arbitrary<Evidence> = fc.record({
  forced: fc.boolean(),
  finishedByThisRun: fc.boolean(),
  unknownParts: fc.subarray([...PARTS]),
  marker: fc.constantFrom(...MARKERS),
  changedParts: fc.subarray([...PARTS]),
  asMarked: fc.boolean(),
  checkpoint: fc.constantFrom(...CHECKPOINTS),
  status: fc.constantFrom(...STATUSES),
  tooNew: fc.boolean(),
  store: fc.constantFrom(...STORES),
  started: fc.boolean(),
  adopt: fc.boolean(),
  resumable: fc.boolean(),
});

/** One fact less known or worse than it was. */
const DOUBTS: Readonly<Record<string, Partial<Evidence>>> = {
  "a part becomes unknown": { unknownParts: ["text"] },
  "a part changes": { changedParts: ["input"] },
  "the bytes are not as marked": { asMarked: false },
  "the marker becomes unreadable": { marker: "corrupt" },
  "the marker becomes that of another shard": { marker: "foreign" },
  "the checkpoint vanishes": { checkpoint: "absent" },
  "the checkpoint loses its bytes": { checkpoint: "empty" },
  "the checkpoint is cut off": { checkpoint: "truncated" },
  "the checkpoint is damaged": { checkpoint: "damaged" },
  "the status says in progress": { status: "in-progress" },
  "the version is too new": { tooNew: true },
  "the store does not answer": { store: "unavailable" },
  "the store has lost it": { store: "miss" },
  "a command was started": { started: true },
  "this run has not finished it": { finishedByThisRun: false },
  "it is not to be adopted": { adopt: false },
};

describe("doubt", () => {
  test.each(Object.entries(DOUBTS))("never makes a skip: %s", (_, doubt) => {
    fc.assert(
      fc.property(evidence, (before) => {
        fc.pre(decide(before).kind !== "skip");
        expect(decide({ ...before, ...doubt }).kind).not.toBe("skip");
      }),
    );
  });

  test("about everything at once runs the shard", () => {
    const all: Partial<Evidence> = Object.assign({}, ...Object.values(DOUBTS));
    fc.assert(
      fc.property(evidence, (before) => {
        const { kind } = decide({ ...before, ...all });
        expect(["run", "resume"]).toContain(kind);
      }),
    );
  });
});

describe("the rows that fit", () => {
  test("are in order, and the last one always fits", () => {
    fc.assert(
      fc.property(evidence, (e) => {
        const rows = fittingRows(e);
        expect(rows).toEqual(rows.toSorted((a, b) => a - b));
        expect(rows.at(-1)).toBe(13);
      }),
    );
  });
});
