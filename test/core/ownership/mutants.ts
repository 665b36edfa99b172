import type { Exploration } from "./explore.ts";
import { OLD, type Mutant } from "./world.ts";

/** The smallest explorations in which a check that is left out shows. */
const TWO: Omit<Exploration, "mutant"> = {
  runs: ["a", "b"],
  record: undefined,
  sleeps: 2,
  crashes: 1,
};
const TWO_AFTER_ONE = { ...TWO, record: OLD };
const AWAKE = { ...TWO_AFTER_ONE, sleeps: 0 };
const THREE = { ...TWO, runs: ["a", "b", "c"], sleeps: 1 };

/** Each leaves one step or check out. */
export const MUTANTS: readonly (Exploration & { readonly mutant: Mutant })[] = [
  {
    mutant: {
      name: "an owner that lives is not asked for",
      pretends: (state) => (state === "judge" ? "gone" : undefined),
    },
    ...AWAKE,
  },
  {
    mutant: {
      name: "a record is created over another one",
      overwrites: (step) => step.do === "create" && step.file.kind === "record",
    },
    ...AWAKE,
    record: undefined,
  },
  {
    mutant: {
      name: "two claimants may succeed the same record",
      overwrites: (step) => step.do === "create" && step.file.kind === "successor",
    },
    ...AWAKE,
  },
  {
    mutant: {
      name: "the record is not read again before it is replaced",
      pretends: (state, { phase }) =>
        state === "confirm" && "claimant" in phase ? phase.claimant.seen : undefined,
    },
    ...AWAKE,
  },
  {
    mutant: {
      name: "what is at the record's place after the move is not read",
      pretends: (state, { phase }) =>
        state === "installed" && "record" in phase ? phase.record : undefined,
    },
    ...TWO_AFTER_ONE,
  },
  {
    mutant: {
      name: "the records of rivals are not removed",
      omits: (state) => state === "stop-rivals",
    },
    ...TWO_AFTER_ONE,
  },
  {
    mutant: {
      name: "the markers of earlier owners are not removed",
      omits: (state) => state === "fence",
    },
    ...TWO,
  },
  {
    mutant: { name: "only the marker of the last owner is removed", forgets: true },
    ...THREE,
  },
  {
    mutant: {
      name: "the marker is not looked at",
      pretends: (state) => (state === "look-at-marker" ? false : undefined),
    },
    ...AWAKE,
  },
  {
    mutant: {
      name: "the record is not read again before the marker is written",
      pretends: (state, { phase }) =>
        state === "commit-confirm" && "record" in phase ? phase.record : undefined,
    },
    ...TWO,
  },
  {
    mutant: {
      name: "the marker is not read after it was moved",
      pretends: (state, { name }) => (state === "commit-moved" ? `marker of ${name}` : undefined),
    },
    ...TWO,
  },
];
