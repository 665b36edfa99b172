import { readStatedFields } from "../../checkpoint/contents.ts";
import type { Verdict } from "../../checkpoint/survey.ts";
import type { Task } from "../../checkpoint/tasks.ts";
import { addedFiles, fullMarker } from "../../core/decide/facts.ts";
import type { Ignore } from "../../core/model/ignore.ts";
import type { StatusRules } from "../../core/model/status.ts";
import { ignoredBy } from "../../files/compare.ts";
import { measure, type Measure } from "../../files/measure.ts";
import { isAbandoned } from "../../protocol/claims.ts";
import { finish } from "../../protocol/finish.ts";
import { renewMarker, unlessTaken } from "../../protocol/renew.ts";
import { whyRefused } from "../../files/refused.ts";
import { tidyUp } from "../../protocol/aside/tidy.ts";
import type { Writer } from "../../protocol/writer.ts";
import type { Invocation } from "../invocation.ts";
import type { Job } from "../open.ts";

/**
 * Gives adopted checkpoints full markers, and moved ones a marker that knows their new place; removes what a crash
 * right after a marker has left.
 */
export async function reconcileSkipped(
  invocation: Invocation,
  writer: Writer,
  job: Job,
): Promise<void> {
  for (const verdict of job.verdicts) {
    if (verdict.kind !== "skip") continue;
    const { reason, facts, task } = verdict;
    try {
      if (reason === "adopted-marker" || reason === "adopted-status")
        await adopt(invocation, writer, { ...adoptionBy(job), task });
      else if (
        reason === "done" &&
        facts.comparison.kind === "moved" &&
        addedFiles(facts).length === 0
      )
        await remeasure(writer, verdict);
      if (reason === "done" && isAbandoned(facts.startRecord)) await tidyUp(writer, task.paths);
    } catch (error) {
      // The proof stands without it; a read-only folder must not fail a good run.
      invocation.reporter.warn(
        `[${task.shard.id}] counts as done, and its marker was not renewed: ${whyRefused(writer.disk, error, task.paths.marker)}`,
      );
    }
  }
}

/** What an adoption takes from its job. */
export function adoptionBy({ by, definition }: Job): Pick<Adoption, "by" | "rules" | "ignore"> {
  return { by, rules: definition.status, ignore: definition.ignore };
}

export interface Adoption extends Pick<Job, "by"> {
  readonly task: Task;
  readonly rules: StatusRules;
  /** The checkpoint as its witnesses found it; as it is now where none were asked. */
  readonly looked?: Measure;
  /** Patterns of what is no part of a directory that is measured now. */
  readonly ignore?: Ignore;
  /** Where a user vouches for it now. A witness alone says nothing of which owner made it. */
  readonly fence?: number;
}

/**
 * Writes a full marker for a checkpoint that Donemark did not see being made.
 * @throws where it changes meanwhile, or the marker cannot be written.
 */
export async function adopt(
  invocation: Invocation,
  writer: Writer,
  { task, by, rules, looked, ignore = [], fence }: Adoption,
): Promise<void> {
  const { checkpoint } = task.paths;
  const measured = looked ?? measureThere(writer, checkpoint, ignore);
  const stated = await readStatedFields(writer.disk, checkpoint, rules);
  await finish(writer, task, {
    looked: { stated, measure: measured },
    seconds: 0,
    finishedAt: new Date(invocation.now()).toISOString(),
    by,
    ...(fence !== undefined && { fence }),
    adopted: true,
  });
}

function measureThere({ disk }: Writer, checkpoint: string, ignore: Ignore): Measure {
  const found = measure(disk, checkpoint, { ignore });
  if (found.kind === "measured") return found.measure;
  throw new Error(found.kind === "refused" ? found.why : `${checkpoint} vanished`);
}

async function remeasure(writer: Writer, { task, facts }: Verdict): Promise<void> {
  const full = fullMarker(facts);
  const members = ignoredBy(full?.checkpoint ?? {});
  const found = measure(writer.disk, task.paths.checkpoint, members);
  if (found.kind !== "measured" || full === undefined) return;
  const checkpoint = { ...full.checkpoint, ...found.measure };
  const confirm = unlessTaken(writer, task.paths, full);
  await renewMarker(writer, task.paths, { ...full, checkpoint }, confirm);
}
