import { gzipSync } from "node:zlib";
import type { Report, ShardReport } from "../model.ts";
import { SHARD_ENDS } from "../model.ts";
import { visible } from "./html.ts";

/** A column of texts: each text once, and which one every row has. */
interface Texts {
  readonly texts: readonly string[];
  readonly rows: readonly number[];
}

/** All shards and attempts, column by column, as `src/page/page.ts` reads them. Packed, in base64. */
export function packShards({ shards, attempts, jobs }: Report): string {
  const peaks = new Map<string, number>();
  for (const { shard, peakBytes = 0 } of attempts)
    peaks.set(shard, Math.max(peaks.get(shard) ?? 0, peakBytes));
  const place = new Map(shards.map(({ id }, index) => [id, index]));
  const numbers = (value: (shard: ShardReport) => number | null | undefined): unknown[] =>
    shards.map((shard) => value(shard) ?? null);
  const texts = (value: (shard: ShardReport) => string | undefined): Texts =>
    textsOf(shards.map(value));
  const data = {
    ends: SHARD_ENDS,
    jobs: jobs.map(({ name }) => visible(name)),
    id: shards.map(({ id }) => visible(id)),
    end: numbers(({ end }) => SHARD_ENDS.indexOf(end)),
    job: numbers(({ job }) => job),
    seconds: numbers(({ seconds, secondsSaved = 0 }) => rounded(seconds + secondsSaved)),
    attempts: numbers(({ attempts: starts }) => starts),
    bytes: numbers(({ sizeBytes }) => sizeBytes),
    peak: numbers(({ id }) => peaks.get(id)),
    reason: texts(({ reason }) => reason),
    why: texts(({ why }) => why),
    slot: texts(({ slot }) => slot),
    log: texts(({ logPath }) => logPath),
    tail: texts(({ logTail }) => logTail),
    unsaved: texts(({ unsaved }) => unsaved),
    tries: {
      shard: attempts.map(({ shard }) => place.get(shard) ?? null),
      number: attempts.map(({ number }) => number),
      start: deltasOf(attempts.map(({ startMs }) => startMs)),
      seconds: attempts.map(({ seconds }) => rounded(seconds)),
      exit: attempts.map(({ exitCode }) => exitCode ?? null),
      peak: attempts.map(({ peakBytes }) => peakBytes ?? null),
      outcome: textsOf(attempts.map(({ outcome }) => outcome)),
      slot: textsOf(attempts.map(({ slot }) => slot)),
      why: textsOf(attempts.map(({ why }) => why)),
    },
  };
  return gzipSync(JSON.stringify(data)).toString("base64");
}

function textsOf(values: readonly (string | undefined)[]): Texts {
  const places = new Map<string, number>();
  const rows = values.map((value = "") => {
    const known = places.get(value);
    if (known !== undefined) return known;
    places.set(value, places.size);
    return places.size - 1;
  });
  return { texts: [...places.keys()].map(visible), rows };
}

function deltasOf(values: readonly number[]): readonly number[] {
  return values.map((value, place) => value - (values[place - 1] ?? 0));
}

function rounded(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}
