import { describe } from "../core/problem.ts";
import type { Verdict } from "../survey/survey.ts";
import { conclude } from "./conclude.ts";
import { createGate, type Gate } from "./gate.ts";
import { leavingOf } from "./leaving.ts";
import { runJob } from "./per-job.ts";
import { runShard } from "./per-shard.ts";
import { slotWorker } from "./per-slot.ts";
import type { Session, Slot } from "./session.ts";
import { createSupply, type Ready, type Supply } from "./supply.ts";

/**
 * Runs the shards that are to run, in this order, on the slots; comes back when all are settled, committed and saved, or
 * when a stopped run must leave.
 */
export async function execute(
  session: Session,
  slots: readonly Slot[],
  verdicts: readonly Verdict[],
): Promise<void> {
  const gate = createGate(session, verdicts);
  const leaving = leavingOf(session.stop, session.leaveAfterMs);
  await Promise.race([runSlots(session, slots, gate), leaving.must]);
  leaving.release();
  for (const verdict of verdicts) {
    const { id } = verdict.task.shard;
    if (session.ledger.get(id) === undefined)
      conclude(session, { verdict, attempts: 0 }, "stopped", {});
  }
  await gate.closed();
}

async function runSlots(session: Session, slots: readonly Slot[], gate: Gate): Promise<void> {
  if (session.definition.runPer === "job") await runWholeJob(session, slots, gate);
  else {
    const supply = createSupply(session, gate);
    await Promise.all(slots.map((slot) => runSlot(session, slot, supply)));
    await supply.closed();
  }
  await session.background.drained();
}

/** A shard that took less lets the next one be made ready before it ends: the disk's flushes would cost a part of it. */
const SHORT_MS = 1000;

async function runSlot(session: Session, slot: Slot, supply: Supply): Promise<void> {
  const worker = session.definition.runPer === "slot" ? slotWorker(session, slot) : undefined;
  const act = worker?.runShard ?? ((ready: Ready) => runShard(session, slot, ready));
  let lastMs = Number.POSITIVE_INFINITY;
  for (;;) {
    await session.background.started(slot.name);
    const ready = await supply.next();
    if (ready === undefined) break;
    if (lastMs < SHORT_MS) supply.lookAhead();
    const startedAt = performance.now();
    await guarded(session, ready.verdict, () => act(ready));
    lastMs = performance.now() - startedAt;
  }
  await worker?.close();
}

/** A fault with one shard (a folder that cannot be written) is that shard's failure, not the end of the run. */
async function guarded(
  session: Session,
  verdict: Verdict,
  act: () => Promise<void>,
): Promise<void> {
  try {
    await act();
  } catch (error) {
    conclude(session, { verdict, attempts: 1 }, "failed", { why: describe(error) });
  }
}

async function runWholeJob(session: Session, slots: readonly Slot[], gate: Gate): Promise<void> {
  const [slot] = slots;
  if (slot === undefined) return;
  const verdicts: Verdict[] = [];
  for (let next = await gate.next(); next !== undefined; next = await gate.next())
    verdicts.push(next);
  if (verdicts.length === 0) return;
  await runJob(session, slot, verdicts).catch((error: unknown) => {
    failRest(session, verdicts, describe(error));
  });
}

function failRest(session: Session, verdicts: readonly Verdict[], why: string): void {
  for (const verdict of verdicts) {
    if (session.ledger.get(verdict.task.shard.id) !== undefined) continue;
    conclude(session, { verdict, attempts: 1 }, "failed", { why });
  }
}
