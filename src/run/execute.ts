import type { Verdict } from "../checkpoint/survey.ts";
import { messageOf } from "../core/text/problem.ts";
import { attemptShard, attemptTogether } from "./attempt/attempt.ts";
import type { FailedAttempt } from "./attempt/fail.ts";
import { perJob } from "./attempt/per-job.ts";
import { perShard } from "./attempt/per-shard.ts";
import { perSlot } from "./attempt/per-slot.ts";
import { recordResult } from "./attempt/record-result.ts";
import type { Ready, RunParts, Slot } from "./parts.ts";
import type { Place } from "./schedule/blame.ts";
import { releaseStarts } from "./release-starts.ts";
import { createClaims, type Claims } from "./schedule/claims.ts";
import { exitDeadline } from "./schedule/exit-deadline.ts";
import { runOnSlots, startAll, type SlotLine } from "./schedule/schedule.ts";
import type { End } from "./schedule/steps.ts";
import { shardSteps } from "./shard-steps.ts";

/**
 * Runs the shards that are to run, in this order, on the slots. Returns when each has its result and is committed and
 * saved, or when a stopped run must leave.
 */
export async function execute(
  run: RunParts,
  slots: readonly Slot[],
  verdicts: readonly Verdict[],
): Promise<void> {
  const { stop, results, background } = run.state;
  const steps = shardSteps(run);
  const claims = createClaims(steps, verdicts);
  const deadline = exitDeadline(stop, run.commands.limits);
  const running = runAll(run, slots, claims)
    .then(() => background.drained())
    .then(() => releaseStarts(run));
  await Promise.race([running, deadline.must]);
  deadline.release();
  for (const verdict of verdicts) {
    const { id } = verdict.task.shard;
    if (results.get(id) === undefined) recordResult(run, { verdict, number: 0 }, "stopped");
  }
  await claims.close();
}

async function runAll(
  run: RunParts,
  slots: readonly Slot[],
  claims: Claims<Verdict>,
): Promise<void> {
  const steps = shardSteps(run);
  if (run.writing.definition.runPer !== "job") {
    const lines = slots.map((slot) => slotLine(run, slot));
    const clockMs = (): number => performance.now();
    const onRetired = (place: Place, failures: number): void =>
      tellRetired(run, slots, { place, failures });
    await runOnSlots(steps, claims, { slots: lines, clockMs, onRetired });
    return;
  }
  const [slot] = slots;
  if (slot === undefined) return;
  const ready = await startAll(steps, claims);
  if (ready.length === 0) return;
  const attempts = attemptTogether(run, perJob(run, slot), { slot, ready });
  await withoutFault(run, ready, attempts);
}

function tellRetired(
  { writing, state }: RunParts,
  slots: readonly Slot[],
  { place, failures }: { readonly place: Place; readonly failures: number },
): void {
  const names = slots.filter((slot) => placeOf(slot) === place).map(({ name }) => name);
  const retired = { slots: names, gpu: place, failures };
  state.results.addRetired(retired);
  writing.emit({ kind: "slot-retired", ...retired });
}

/** Slots without GPUs are all the same to a command. */
function placeOf({ gpu }: Slot): Place {
  return gpu ?? "";
}

function slotLine(run: RunParts, slot: Slot): SlotLine<Ready, FailedAttempt> {
  const isSlot = run.writing.definition.runPer === "slot";
  const worker = isSlot ? perSlot(run, slot) : undefined;
  const execution = worker ?? perShard(run);
  return {
    place: placeOf(slot),
    backlogStarted: () => run.state.background.started(slot.name),
    attempt: async (ready): Promise<End<FailedAttempt>> => {
      const end = await withoutFault(run, [ready], attemptShard(run, execution, { slot, ready }));
      return end ?? { kind: "over" };
    },
    close: async () => worker?.close(),
  };
}

/** A fault with one shard (a folder that cannot be written) is that shard's failure, not the end of the run. */
async function withoutFault<T>(
  run: RunParts,
  ready: readonly Ready[],
  attempt: Promise<T>,
): Promise<T | undefined> {
  try {
    return await attempt;
  } catch (error) {
    for (const { verdict, number } of ready) {
      if (run.state.results.get(verdict.task.shard.id) !== undefined) continue;
      recordResult(run, { verdict, number }, "failed", { why: messageOf(error) });
    }
    return undefined;
  }
}
