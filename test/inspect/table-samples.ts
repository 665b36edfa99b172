import { fixture } from "./damages.ts";
import type { Sample } from "./samples.ts";

const FILES = [
  "fields.parquet",
  "fields.arrow",
  "fields.arrows",
  "fields.jsonl",
  "stream.gz",
  "blocks.zst",
  "checked.zst",
  "rollback.sqlite",
];

/** One real file of each of the formats of tables, lines and streams. */
export const TABLES: Readonly<Record<string, Sample>> = Object.fromEntries(
  FILES.map((fileName) => [fileName, fixture(fileName)]),
);
