import type { Verdict } from "../../checkpoint/survey.ts";

/** The shards to run, with those that failed last time at the end. */
export function toRun(
  verdicts: readonly Verdict[],
  failed: ReadonlySet<string>,
): readonly Verdict[] {
  const open = verdicts.filter(isToRun);
  const hasFailed = ({ task }: Verdict): boolean => failed.has(task.shard.id);
  return [...open.filter((verdict) => !hasFailed(verdict)), ...open.filter(hasFailed)];
}

export function isToRun({ kind }: Verdict): boolean {
  return kind === "run" || kind === "resume";
}
