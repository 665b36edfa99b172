// Sample: two rounds. `npm run soak` plays as many as are asked for.
import { sampleOrFull, SEED as CAMPAIGN_SEED } from "../helpers/campaign.ts";
import { tally } from "../helpers/tally.ts";
import { inParallel } from "../../src/core/text/parallel.ts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { PATIENCE_MS } from "../helpers/patience.ts";
import { startCacheService, type CacheService } from "../cache-service/service.ts";
import { chanceOf } from "../helpers/random.ts";
import { PHASES, type Contents, type Phase } from "./soak-machine.ts";
import { IDS } from "./soak-command.ts";
import { playRound, playUndisturbed, type RoundSetting, type Seen } from "./soak-round.ts";
import { directoryStore, githubStore, STORES, type StoreKind } from "./soak-store.ts";

/** `npm run soak -- <rounds> <seed> <first round>` sets these. */
const { SOAK_ROUNDS, SOAK_SEED, SOAK_FIRST } = process.env;
const ROUNDS = Number(SOAK_ROUNDS ?? sampleOrFull(2, 40));
const SEED = Number(SOAK_SEED ?? CAMPAIGN_SEED);
const FIRST = Number(SOAK_FIRST ?? 1);

/** Most of a round is waiting for new processes. */
const AT_ONCE = 3;

let service: CacheService;

beforeAll(async () => {
  service = await startCacheService({ inMemory: true });
});

afterAll(() => service.close());

it.runIf(process.platform === "linux")(
  "shards whose run, save, restore or collect is killed again and again end as if nothing had happened",
  { timeout: PATIENCE_MS * (1 + ROUNDS) },
  async () => {
    console.log(`soak: ${ROUNDS} rounds from round ${FIRST}, seed ${SEED}`);
    const durations = new Map<string, number>();
    let expected: Contents = new Map();
    for (const kind of STORES) {
      const made = await playUndisturbed(settingOf(kind, 0, { durations, expected }));
      if (expected.size > 0) expect(made).toEqual(expected);
      expected = made;
    }
    expect(expected.size).toBe(IDS.length);
    const report = createReport();
    const rounds = Array.from({ length: ROUNDS }, (_, place) => FIRST + place);
    await inParallel(rounds, AT_ONCE, async (round) => {
      const { phase, kind } = targetOf(round);
      const seen = await playRound(phase, settingOf(kind, round, { durations, expected }));
      report.add(round, `${phase} on ${kind}`, seen);
    });
    report.print();
    expect(report.violations).toEqual([]);
    expect(report.kills()).toBeGreaterThanOrEqual(Math.floor(ROUNDS / 2));
  },
);

/** The rounds take turns in what they kill, and on which store. */
function targetOf(round: number): { readonly phase: Phase; readonly kind: StoreKind } {
  const pairs = PHASES.flatMap((phase) => STORES.map((kind) => ({ phase, kind })));
  const pair = pairs[round % pairs.length];
  if (pair === undefined) throw new Error(`expected a target for round ${round}`);
  return pair;
}

function settingOf(
  kind: StoreKind,
  round: number,
  { durations, expected }: { readonly durations: Map<string, number>; readonly expected: Contents },
): RoundSetting {
  // Each round has its own numbers, so that it can be repeated without those before it.
  const chance = chanceOf(SEED + round * 7919);
  let serial = 0;
  const openStore: RoundSetting["openStore"] = (folder) => {
    serial += 1;
    const name = `soak ${SEED} ${round} ${serial}`;
    if (kind === "file") return directoryStore(folder, name);
    return githubStore(service, { folder, name, chance });
  };
  return { openStore, chance, expected, durations };
}

interface Report {
  readonly violations: readonly string[];
  readonly add: (round: number, target: string, seen: Seen) => void;
  readonly kills: () => number;
  readonly print: () => void;
}

function createReport(): Report {
  const startedAtMs = performance.now();
  const violations: string[] = [];
  const kinds: string[] = [];
  const kills = new Map<string, number>();
  const sums = { kills: 0, done: 0, starts: 0, resumed: 0, rounds: 0 };
  const count = (kind: string): number => kinds.filter((one) => one === kind).length;
  return {
    violations,
    kills: () => sums.kills,
    add: (round, target, seen) => {
      sums.rounds += 1;
      if (sums.rounds % 50 === 0) console.log(`soak: ${sums.rounds} rounds`);
      sums.kills += seen.kills.length;
      sums.starts += seen.starts;
      sums.resumed += seen.resumed;
      for (const kill of seen.kills) sums.done += kill.done;
      kills.set(target, (kills.get(target) ?? 0) + seen.kills.length);
      for (const { kind, what } of seen.violations) {
        kinds.push(kind);
        const aims = seen.kills.map(({ aim }) => aim).join(", ");
        const repeat = `npm run soak -- 1 ${SEED} ${round}`;
        const line = `round ${round} (${target}; killed in ${aims}): ${kind}: ${what}\n  to repeat it: ${repeat}`;
        violations.push(line);
        console.log(line);
      }
    },
    print: () => {
      tally("the soak: run, save, restore and collect killed on both stores", {
        rounds: sums.rounds,
        kills: sums.kills,
        ...Object.fromEntries(
          ["lost", "wrongly skipped", "left behind"].map((kind) => [kind, count(kind)]),
        ),
      });
      const seconds = Math.round((performance.now() - startedAtMs) / 1000);
      console.log(
        [
          `soak: ${sums.rounds} rounds, ${sums.kills} kills in ${seconds} s, seed ${SEED}`,
          ...[...kills].toSorted().map(([target, number]) => `  killed in ${target}: ${number}`),
          `  done at the kills: ${sums.done} shards; commands: ${sums.starts}, resumed: ${sums.resumed}`,
          `  lost ${count("lost")}, wrongly skipped ${count("wrongly skipped")}, left behind ${count("left behind")}, did not go on ${count("did not go on")}`,
        ].join("\n"),
      );
    },
  };
}
