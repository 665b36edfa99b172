import type { Marker } from "../../core/model/marker.ts";
import { messageOf } from "../../core/text/problem.ts";
import { whyRefused } from "../../files/refused.ts";
import { ChangedSinceLook, type LookedAt } from "../../protocol/finish.ts";
import { LostOwnership } from "../../protocol/ownership.ts";
import { finishLooked } from "../finish-looked.ts";
import type { RunParts } from "../parts.ts";
import { saveShard } from "../save-shard.ts";
import { secondsOf, type Attempt } from "./execution.ts";
import { abortAtSignal } from "../schedule/exit-deadline.ts";
import { failureOf, recordTrouble } from "./fail.ts";
import { recordResult } from "./record-result.ts";

interface Commit {
  readonly looked: LookedAt;
  readonly seconds: number;
}

interface Executed {
  readonly looked: LookedAt;
  /** Settles when the log is complete; never rejects. */
  readonly isLogged: Promise<void>;
}

/** Commits a shard whose output is verified, and saves it, in the background. Settles when the shard has its result. */
export function commitInBackground(
  run: RunParts,
  attempt: Attempt,
  { looked, isLogged }: Executed,
): Promise<void> {
  const seconds = secondsOf(attempt);
  return new Promise((settled) => {
    run.state.background.add({
      owner: attempt.slot.name,
      run: async () => {
        await isLogged;
        const marker = await commit(run, attempt, { looked, seconds });
        settled();
        if (marker !== undefined) await save(run, attempt, marker);
        run.state.results.addSaveAttempt(attempt.verdict.task.shard.id);
      },
    });
  });
}

async function commit(run: RunParts, attempt: Attempt, end: Commit): Promise<Marker | undefined> {
  const { emit } = run.writing;
  const shard = attempt.verdict.task.shard.id;
  emit({ kind: "committing", shard });
  try {
    const marker = await withRetries(run, () => finishAttempt(run, attempt, end));
    const { sizeBytes } = marker.checkpoint;
    run.state.open.delete(shard);
    emit({ kind: "marked", shard, sizeBytes });
    recordResult(run, attempt, "done", { exitCode: 0, sizeBytes, seconds: end.seconds });
    return marker;
  } catch (error) {
    await recordUnmarked(run, attempt, { error, seconds: end.seconds });
    return undefined;
  }
}

async function recordUnmarked(
  run: RunParts,
  attempt: Attempt,
  { error, seconds }: { readonly error: unknown; readonly seconds: number },
): Promise<void> {
  const why = messageOf(error);
  if (error instanceof LostOwnership)
    return recordResult(run, attempt, "stopped", { why, seconds });
  if (!(error instanceof ChangedSinceLook)) {
    const { task } = attempt.verdict;
    const text = `the command finished, but its marker could not be written: ${whyRefused(run.writing.writer.disk, error, task.paths.marker)}. Its checkpoint ${task.paths.checkpoint} stays: \`${task.markLine()}\` marks it, and nothing runs again`;
    return recordResult(run, attempt, "failed", { exitCode: 0, why: text, seconds, stays: true });
  }
  const text = `still-running: its checkpoint is not marked, since ${why}. Something still writes to it: let the command wait for what it starts`;
  const trouble = { reason: "still-running", why: text, exitCode: 0 };
  const failure = await failureOf(run, attempt, trouble);
  const record = await recordTrouble(run, attempt, trouble, failure);
  if (record !== undefined)
    recordResult(run, attempt, "failed", { exitCode: 0, why: text, seconds });
}

function finishAttempt(
  { writing }: RunParts,
  { verdict, slot, started }: Attempt,
  { looked, seconds }: Commit,
): Promise<Marker> {
  const { identity, now, emit } = writing;
  const { by } = identity;
  const onUntidy = (why: string): void => {
    const text = `is done, and its start record stays: ${why}. The next run removes it`;
    emit({ kind: "warning", shard: verdict.task.shard.id, text });
  };
  return finishLooked(writing, verdict.task, {
    looked,
    start: started.record,
    seconds: Math.round(seconds * 1000) / 1000,
    finishedAt: new Date(now()).toISOString(),
    by: slot.gpu === undefined ? by : { ...by, gpu: slot.gpu },
    onUntidy,
  });
}

const PAUSES_MS = [100, 400, 1500];

/** A full disk or a lost connection may pass: hours of GPU time are worth a few tries. */
async function withRetries<T>({ writing }: RunParts, act: () => Promise<T>): Promise<T> {
  for (const pauseMs of PAUSES_MS) {
    try {
      return await act();
    } catch (error) {
      if (error instanceof LostOwnership || error instanceof ChangedSinceLook) throw error;
      const text = `commit failed, trying again in ${pauseMs} ms: ${messageOf(error)}`;
      writing.emit({ kind: "detail", text });
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
  return act();
}

/** Computes the full digest, then saves to the store. A shard that cannot be saved is done all the same. */
async function save(
  { writing, state }: RunParts,
  { verdict }: Attempt,
  marker: Marker,
): Promise<void> {
  const { task } = verdict;
  const shard = task.shard.id;
  const { sizeBytes } = marker.checkpoint;
  writing.emit({ kind: "saving", shard });
  const stopped = abortAtSignal(state.stop);
  const saved = await saveShard({ ...writing, giveUp: stopped.signal }, task, marker);
  stopped.release();
  if (saved?.kind === "saved") state.results.addSaved(sizeBytes);
  const cause = saved?.kind === "unavailable" ? saved.cause : undefined;
  const outcome = saved?.kind ?? "nowhere";
  writing.emit({ kind: "saved", shard, outcome, sizeBytes, ...(cause !== undefined && { cause }) });
  if (cause !== undefined) noteUnsaved({ writing, state }, shard, cause);
}

/** The end of the run tries it once more and warns of the rest; the first is said at once, while there is time to help. */
function noteUnsaved(
  { writing, state }: Pick<RunParts, "writing" | "state">,
  shard: string,
  cause: string,
): void {
  const isFirst = state.results.unsavedCount() === 0;
  const text = `could not be saved to ${writing.store.label}; the end of the run tries again: ${cause}`;
  writing.emit({ kind: isFirst ? "note" : "detail", shard, text });
  state.results.addUnsaved({ id: shard, why: cause });
}
