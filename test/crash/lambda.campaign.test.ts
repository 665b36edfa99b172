// Sample: twelve shards and four kills, one of them between exit and marker.
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../helpers/program.ts";
import { sampleOrFull, SEED } from "../helpers/campaign.ts";
import { tally } from "../helpers/tally.ts";
import { contentOf, entriesOf, filesBelow, namesBelow } from "./disk-look.ts";
import {
  checkpointOf,
  envOf,
  markedIn,
  momentOf,
  playRound,
  prepareLambda,
  RUN,
  SHARDS,
  startsIn,
  type Moment,
  type Round,
} from "./lambda-soak.ts";
import { observeRun } from "./observed-run.ts";
import { chanceOf, type Chance } from "../helpers/random.ts";
import { living } from "./tree.ts";

const KILLS = sampleOrFull(4, 20);
const BEFORE_MARKER = sampleOrFull(1, 5);
const IN_SAVE = sampleOrFull(0, 3);
/** A machine under load may miss the short windows: so many kills must be enough. */
const MOST_KILLS = 60;

interface Kill {
  readonly moment: Moment;
  /** Shards whose command had ended and whose marker was not on the disk. */
  readonly beforeMarker: readonly string[];
  readonly inSave: readonly string[];
}

it.runIf(process.platform === "linux")(
  "shards of the lambda genome, killed over and over, end as if nothing had happened",
  async () => {
    const expected = await uninterrupted(temporaryFolder());
    const chance = chanceOf(SEED);
    const kills: Kill[] = [];
    for (let genome = 1; !isEnough(kills) && kills.length < MOST_KILLS; genome += 1) {
      await soak(temporaryFolder(), { genome, expected, kills, chance });
    }
    const count = (of: (kill: Kill) => readonly string[]): number =>
      kills.filter((kill) => of(kill).length > 0).length;
    console.log(
      `${kills.length} kills: ${count((k) => k.beforeMarker)} between exit and marker, ${count((k) => k.inSave)} during a save`,
    );
    tally("runs on the lambda genome, killed with SIGKILL", {
      kills: kills.length,
      "between exit and marker": count((kill) => kill.beforeMarker),
      "during a save": count((kill) => kill.inSave),
    });
    expect(kills.length).toBeGreaterThanOrEqual(KILLS);
    expect(count((kill) => kill.beforeMarker)).toBeGreaterThanOrEqual(BEFORE_MARKER);
    expect(count((kill) => kill.inSave)).toBeGreaterThanOrEqual(IN_SAVE);
  },
);

type Contents = ReadonlyMap<string, string>;

async function uninterrupted(folder: string): Promise<Contents> {
  prepareLambda(folder);
  const ended = await observeRun({ folder, args: RUN, env: envOf(folder, 0) }).ended;
  expect(ended.code, ended.stderr).toBe(0);
  const marked = markedIn(folder);
  expect([...marked.keys()]).toEqual(SHARDS);
  expect(startsIn(folder)).toHaveLength(SHARDS.length);
  return marked;
}

function isEnough(kills: readonly Kill[]): boolean {
  return (
    kills.length >= KILLS &&
    kills.filter(({ beforeMarker }) => beforeMarker.length > 0).length >= BEFORE_MARKER &&
    kills.filter(({ inSave }) => inSave.length > 0).length >= IN_SAVE
  );
}

interface Soak {
  readonly genome: number;
  readonly expected: Contents;
  readonly kills: Kill[];
  readonly chance: Chance;
}

/** One genome from the first start to the last: killed until the kills are enough, then run to its end. */
async function soak(folder: string, { genome, expected, kills, chance }: Soak): Promise<void> {
  prepareLambda(folder);
  const tags: string[] = [];
  for (let round = 1; !isEnough(kills) && kills.length < MOST_KILLS; round += 1) {
    const before = markedIn(folder);
    const moment = momentOf(kills.length, chance);
    const end = await playRound(folder, round, moment);
    tags.push(end.tag);
    expectNothingRanAgain(folder, round, before);
    const after = markedIn(folder);
    for (const [id, content] of after) expect(content, id).toBe(expected.get(id));
    expectTrueEntries(folder, expected);
    if (!end.isKilled) break;
    const kill = tell(moment, end, after);
    kills.push(kill);
    console.log(row(kills.length, { genome, round, kill, end, marked: after.size }));
  }
  await finish(folder, expected);
  const resumed = startsIn(folder).filter((start) => start.resumed);
  console.log(
    `genome ${genome}: ${startsIn(folder).length} commands, ${resumed.length} of them went on`,
  );
  for (const tag of tags) expect(living(tag)).toEqual([]);
}

/** What a kill hit, from the last step that each shard said and from the disk. */
function tell(moment: Moment, { last }: Round, marked: Contents): Kill {
  const at = (...phases: string[]): readonly string[] =>
    [...last].filter(([, phase]) => phases.includes(phase)).map(([id]) => id);
  return {
    moment,
    beforeMarker: at("executed", "committing").filter((id) => !marked.has(id)),
    inSave: at("saving"),
  };
}

function row(
  number: number,
  seen: {
    readonly genome: number;
    readonly round: number;
    readonly kill: Kill;
    readonly end: Round;
    readonly marked: number;
  },
): string {
  const { moment } = seen.kill;
  const aim =
    moment.after === "start-up"
      ? `${moment.delayMs} ms after the start`
      : `${moment.delayMs.toFixed(2)} ms after ${moment.after} number ${moment.time}`;
  const inHand = [...seen.end.last]
    .filter(([, phase]) => phase !== "saved")
    .map(
      ([id, phase]) => `${id} ${phase}${seen.kill.beforeMarker.includes(id) ? " (no marker)" : ""}`,
    );
  return `kill ${number} | genome ${seen.genome} round ${seen.round} | ${aim} | ${inHand.join(", ") || "nothing in hand"} | ${seen.marked} marked`;
}

function expectNothingRanAgain(folder: string, round: number, marked: Contents): void {
  const started = startsIn(folder).filter((start) => start.round === round);
  expect(started.map(({ id }) => id).filter((id) => marked.has(id))).toEqual([]);
}

function expectTrueEntries(folder: string, expected: Contents): void {
  const entries = entriesOf(join(folder, "store"));
  for (const { id, content } of entries)
    expect(content, `${id} in the store`).toBe(expected.get(id));
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
}

const LAST_ROUND = 10_000;
/**
 * What a kill in the midst of a takeover leaves (`next-`) stays for a day: it names no process, and until then another one may
 * go by it.
 */
const LEFT_OVER = /^\.donemark-tmp-(?!next-)|\.stale$|\.started$/;

async function finish(folder: string, expected: Contents): Promise<void> {
  const before = markedIn(folder);
  const run = observeRun({ folder, args: RUN, env: envOf(folder, LAST_ROUND) });
  const ended = await run.ended;
  expect(ended.code, ended.stderr).toBe(0);
  expectNothingRanAgain(folder, LAST_ROUND, before);
  for (const id of SHARDS) expect(contentOf(checkpointOf(folder, id)), id).toBe(expected.get(id));
  expect([...markedIn(folder).keys()]).toEqual(SHARDS);
  expectTrueEntries(folder, expected);
  expect(entriesOf(join(folder, "store"))).toHaveLength(SHARDS.length);
  expect(namesBelow(folder, LEFT_OVER)).toEqual([]);
  expect(filesBelow(join(folder, ".donemark", "tmp"))).toEqual([]);
  expect(living(run.tag)).toEqual([]);
}
