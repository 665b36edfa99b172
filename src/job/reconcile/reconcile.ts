import { survey, type Verdict } from "../../checkpoint/survey.ts";
import type { Unsaved } from "../../core/model/unsaved.ts";
import type { Writer } from "../../protocol/writer.ts";
import type { Stop } from "../../run/schedule/stop.ts";
import type { Store } from "../../store/store.ts";
import { recordBadMarked } from "../bad-checkpoints.ts";
import type { Invocation } from "../invocation.ts";
import type { Job } from "../open.ts";
import { reconcileFolders } from "./folders.ts";
import { reconcileRestored, type Restored } from "./restored.ts";
import { reconcileSkipped } from "./skipped.ts";
import { reconcileStored } from "./stored.ts";

/** The work that is left when every finished shard is reconciled. */
export interface Reconciled extends Pick<Restored, "back" | "left"> {
  /** Shards whose entry, or whose set-aside result, proved to be lost. */
  readonly lost: ReadonlySet<Verdict>;
  /** The verdicts about them now. */
  readonly again: readonly Verdict[];
  /** Shards that are done in the store and that `fetch` asks for, and are not here, with the cause. */
  readonly unbrought: readonly Unsaved[];
}

/** Deals with every shard that is not to run, so that the disk is as the verdicts say. */
export async function reconcile(
  invocation: Invocation,
  writer: Writer,
  { job, stop }: { readonly job: Job; readonly stop?: Stop },
): Promise<Reconciled> {
  await recordBadMarked(invocation, job.verdicts);
  await reconcileFolders(writer, job.verdicts);
  await reconcileSkipped(invocation, writer, job);
  await rememberDone(writer, job.verdicts);
  const { lost, unbrought } = await reconcileStored(invocation, writer, {
    job,
    ...(stop && { stop }),
  });
  await revokeForced(invocation, job.store, job.verdicts);
  const again = await survey(
    job.context,
    lost.map(({ task }) => task),
  );
  const verdicts = [...job.verdicts, ...again];
  const restored = await reconcileRestored(invocation, writer, { ...job, verdicts });
  return {
    lost: new Set([...lost, ...restored.lost]),
    again: [...again, ...restored.again],
    back: restored.back,
    left: restored.left,
    unbrought,
  };
}

/** What an earlier version has marked, or a run whose history is lost: a user may remove the marker at any time. */
async function rememberDone({ history }: Writer, verdicts: readonly Verdict[]): Promise<void> {
  const done = verdicts.filter(({ reason }) => reason === "done");
  // Those that it knew are durable since before their markers.
  if (await history?.note(done.map(({ task }) => task.paths.checkpoint))) await history?.flush();
}

/** A forced shard's earlier entries must never be found again. */
async function revokeForced(
  invocation: Invocation,
  store: Store,
  verdicts: readonly Verdict[],
): Promise<void> {
  for (const { reason, entry, task } of verdicts) {
    if (reason !== "forced" || entry === undefined) continue;
    const revoked = await store.revoke(entry);
    if (revoked.kind === "unavailable") {
      invocation.reporter.warn(
        `[${task.shard.id}] its earlier result stays in ${store.label}, where other jobs find it until the new one is saved: ${revoked.cause}`,
      );
    }
  }
}
