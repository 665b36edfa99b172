import { fixture } from "./damages.ts";
import type { Sample } from "./samples.ts";

/** One real file of each of the formats of tables, lines and streams. */
export const TABLES: Readonly<Record<string, Sample>> = Object.fromEntries(
  ["fields.parquet", "fields.arrow", "fields.arrows", "fields.jsonl"]
    .concat(["stream.gz", "blocks.zst", "checked.zst", "rollback.sqlite"])
    .map((fileName) => [fileName, fixture(fileName)]),
);
