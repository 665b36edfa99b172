import { EQUIVALENTS } from "./equivalents.ts";
import { explore, type Explored, type Known } from "./explore.ts";
import { describeMutant, fateOf, mutantsOf } from "./mutants.ts";
import { recordOf, type Recorded } from "./record.ts";
import type { Scenario } from "./scenarios.ts";

/** What became of one scenario and of all its mutants. */
export interface Campaign {
  readonly title: string;
  readonly prefixes: number;
  readonly states: number;
  readonly fault: string | undefined;
  readonly mutants: number;
  readonly caught: number;
  readonly reported: number;
  /** How many were caught or reported, by what was done to which step. */
  readonly found: ReadonlyMap<string, number>;
  /** How many fell into each class of equivalents. */
  readonly equivalent: ReadonlyMap<string, number>;
  readonly survivors: readonly string[];
}

/** Records a scenario, judges every disk that a crash may leave of it, and does the same with its mutants. */
export async function campaignOf(scenario: Scenario): Promise<Campaign> {
  const recorded = await recordOf(scenario);
  const { machine, log } = recorded;
  const known: Known = new Map();
  const explored = await explore({ scenario, machine: machine(), log, known });
  const mutated = explored.fault === undefined ? await tryMutants(recorded, explored, known) : NONE;
  const { title } = scenario;
  const { prefixes, states, fault } = explored;
  return { title, prefixes, states: states.size, fault, ...mutated };
}

type Mutated = Omit<Campaign, "title" | "prefixes" | "states" | "fault">;

const NONE: Mutated = {
  mutants: 0,
  caught: 0,
  reported: 0,
  found: new Map(),
  equivalent: new Map(),
  survivors: [],
};

const WORDS = { dropped: "left out", swapped: "swapped with the next step" } as const;

async function tryMutants(recorded: Recorded, explored: Explored, known: Known): Promise<Mutated> {
  const mutants = mutantsOf(recorded.log);
  const count = { caught: 0, reported: 0 };
  const found = new Map<string, number>();
  const equivalent = new Map<string, number>();
  const survivors: string[] = [];
  for (const mutant of mutants) {
    const fate = await fateOf(recorded, mutant, known);
    if (fate.kind !== "survived") {
      count[fate.kind] += 1;
      const deed = `${mutant.first.name} ${WORDS[mutant.kind]}`;
      found.set(deed, (found.get(deed) ?? 0) + 1);
      continue;
    }
    const states = { mutant: fate.explored, recorded: explored };
    const isWhole = fate.explored.refused === undefined;
    const excuse = isWhole && EQUIVALENTS.find(({ holds }) => holds(mutant, states));
    if (excuse) equivalent.set(excuse.name, (equivalent.get(excuse.name) ?? 0) + 1);
    else survivors.push(describeMutant(mutant));
  }
  return { mutants: mutants.length, ...count, found, equivalent, survivors };
}

/** For the closing report. */
export function countsOf(campaigns: readonly Campaign[]): Readonly<Record<string, number>> {
  const sum = (of: (one: Campaign) => number): number =>
    campaigns.reduce((all, one) => all + of(one), 0);
  const faults = campaigns.flatMap(({ fault = "" }) => fault.split(":")[0] ?? "");
  const isLost = (word: string): boolean => word === "lost" || word === "store" || word === "step";
  const isWrong = (word: string): boolean => word !== "" && !isLost(word);
  return {
    scenarios: campaigns.length,
    moments: sum((one) => one.prefixes),
    "distinct states": sum((one) => one.states),
    lost: faults.filter(isLost).length,
    "wrongly skipped or marked": faults.filter(isWrong).length,
  };
}

/** For the closing report: the mutants, and what became of them. */
export function endsOfMutants(campaigns: readonly Campaign[]): Readonly<Record<string, number>> {
  const sum = (of: (one: Campaign) => number): number =>
    campaigns.reduce((all, one) => all + of(one), 0);
  const equivalent = EQUIVALENTS.map(({ name }): [string, number] => [
    `equivalent (${name})`,
    sum((one) => one.equivalent.get(name) ?? 0),
  ]);
  return {
    mutants: sum((one) => one.mutants),
    "caught by the state of the disk": sum((one) => one.caught),
    "refused by the disk and reported": sum((one) => one.reported),
    ...Object.fromEntries(equivalent),
    "not caught": sum((one) => one.survivors.length),
  };
}

/** For the closing report: what was done to which step, where it was noticed. */
export function noticedIn(campaigns: readonly Campaign[]): Readonly<Record<string, number>> {
  const sums = new Map<string, number>();
  for (const [deed, count] of campaigns.flatMap(({ found }) => [...found]))
    sums.set(deed, (sums.get(deed) ?? 0) + count);
  return Object.fromEntries([...sums].toSorted());
}
