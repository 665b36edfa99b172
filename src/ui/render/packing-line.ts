import type { Packing } from "../../core/decide/pack-rules.ts";
import { formatDuration } from "../../core/text/duration.ts";
import { plural } from "../../core/text/text.ts";

/** Says how many jobs a plan makes, and why so many. `maxParallel` is what a user has said of the runners. */
export function packingLine(
  { jobs, by, seconds, shards }: Packing,
  maxParallel: number | undefined,
): string {
  const packed = `packed into ${plural(jobs, "job")}`;
  if (by === "times" && seconds !== null)
    return `${packed}, each about ${formatDuration(seconds * 1000)} of work by the times of finished shards`;
  const each = jobs === 1 ? "" : `, each about ${plural(Math.round(shards), "shard")}`;
  const hint = maxParallel === undefined ? ". max-parallel says how many runners there are" : "";
  return `${packed}${each}: no shard's time is known yet${hint}`;
}
