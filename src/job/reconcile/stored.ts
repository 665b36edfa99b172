import type { Verdict } from "../../checkpoint/survey.ts";
import type { Unsaved } from "../../core/model/unsaved.ts";
import { whyRefused } from "../../files/refused.ts";
import { clearCheckpoint } from "../../protocol/clear.ts";
import type { Writer } from "../../protocol/writer.ts";
import type { Stop } from "../../run/schedule/stop.ts";
import { recordBadEntries } from "../bad-checkpoints.ts";
import type { Invocation } from "../invocation.ts";
import type { Job } from "../open.ts";
import { bringAll } from "./bring-all.ts";

/** The shards of a store that were not brought. */
interface Stored {
  /** Their entry proved to be lost. */
  readonly lost: readonly Verdict[];
  /** `fetch` asks for them, and they are not here, with the cause. */
  readonly unbrought: readonly Unsaved[];
}

/**
 * Deals with shards that are done in the store. As `fetch` says, they are brought; where they are not, whatever else
 * lies at the checkpoint's path is set aside with its marker, so that no later step reads another generation's file.
 * Gives the shards whose entry proved to be lost: they are to run. A signal ends it.
 */
export async function reconcileStored(
  invocation: Invocation,
  writer: Writer,
  { job, stop }: { readonly job: Job; readonly stop?: Stop },
): Promise<Stored> {
  const { reporter } = invocation;
  const stored = job.verdicts.filter(({ reason }) => reason === "done-in-store");
  if (job.definition.fetch === "none") {
    for (const verdict of stored) await clearPlace(invocation, writer, verdict);
    return { lost: [], unbrought: [] };
  }
  const lost: Verdict[] = [];
  const unbrought: Unsaved[] = [];
  const all = await bringAll(writer, job.store, { verdicts: stored, ...(stop && { stop }) });
  await recordBadEntries(invocation, job.store.label, all);
  for (const { verdict, brought } of all) {
    if (brought.kind === "brought") continue;
    const { id } = verdict.task.shard;
    if (brought.kind === "lost") {
      reporter.warn(
        `[${id}] was not brought from ${job.store.label}, and is to run again: ${brought.why}`,
      );
      lost.push(verdict);
    } else {
      unbrought.push({ id, why: brought.cause });
      await clearPlace(invocation, writer, verdict);
    }
  }
  return { lost, unbrought };
}

/** Clears the checkpoint's path of any file that is not the store's entry. A failure is a warning. */
export async function clearPlace(
  { reporter }: Invocation,
  writer: Writer,
  { task, facts }: Verdict,
): Promise<void> {
  if (facts.checkpoint === "absent" && facts.marker.kind === "none") return;
  try {
    await clearCheckpoint(writer, task.paths);
  } catch (error) {
    reporter.warn(
      `[${task.shard.id}] is done in the store, and something else lies in its place: ${whyRefused(writer.disk, error, task.paths.checkpoint)}`,
    );
  }
}
