import { dirname } from "node:path";
import { formatBytes } from "../core/duration.ts";
import { describe } from "../core/problem.ts";
import { listedPresence, observe } from "../survey/observe.ts";
import type { Verdict } from "../survey/survey.ts";
import { conclude } from "./conclude.ts";
import { acquireLease, type Lease } from "./lease.ts";
import { isBusy } from "./leftovers.ts";
import { runJob } from "./per-job.ts";
import { runShard } from "./per-shard.ts";
import { slotWorker } from "./per-slot.ts";
import type { Session, Slot } from "./session.ts";

/** Runs the shards that are to run, in this order, on the slots; comes back when all are settled, committed and saved. */
export async function execute(
  session: Session,
  slots: readonly Slot[],
  verdicts: readonly Verdict[],
): Promise<void> {
  const gate = createGate(session, verdicts);
  if (session.definition.runPer === "job") await runWholeJob(session, slots, gate);
  else await Promise.all(slots.map((slot) => runSlot(session, slot, gate)));
  await session.background.drained();
  for (const verdict of verdicts) {
    const { id } = verdict.task.shard;
    if (session.ledger.get(id) === undefined)
      conclude(session, { verdict, attempts: 0 }, "stopped", {});
  }
}

/** Hands out shards, each once, as long as the run may start new ones. */
interface Gate {
  readonly next: () => Promise<Claimed | undefined>;
}

interface Claimed {
  readonly verdict: Verdict;
  readonly release: () => Promise<void>;
}

function createGate(session: Session, verdicts: readonly Verdict[]): Gate {
  const waiting = [...verdicts];
  return {
    next: async () => {
      for (;;) {
        if (session.stop.cause() !== undefined) return undefined;
        const verdict = waiting.shift();
        if (verdict === undefined) return undefined;
        if (!(await hasRoom(session, verdict))) return undefined;
        const claimed = await claim(session, verdict);
        if (claimed !== undefined) return claimed;
      }
    },
  };
}

/** One shard is in one hand on this machine; whoever has it, this run goes on with the others. */
async function claim(session: Session, verdict: Verdict): Promise<Claimed | undefined> {
  const { places, shard } = verdict.task;
  const lease = await acquireLease(session.leases, `shard ${places.checkpoint}`, session.owner);
  if (lease.kind === "held" || isBusy(verdict.observed.startRecord, session.owner)) {
    const pid = lease.kind === "held" ? lease.by.pid : verdict.observed.startRecord?.owner.pid;
    const why = `another run (pid ${pid}) is working on it`;
    if (lease.kind === "lease") await lease.release();
    session.reporter.warn(`[${shard.id}] is left alone: ${why}`);
    conclude(session, { verdict, attempts: 0 }, "stopped", { why });
    return undefined;
  }
  return recheck(session, verdict, lease);
}

/** Another run may have finished the shard since the survey. */
async function recheck(
  session: Session,
  verdict: Verdict,
  lease: Lease,
): Promise<Claimed | undefined> {
  const { task } = verdict;
  const { disk } = session.hand;
  const release = (): Promise<void> => lease.release();
  if (!disk.exists(task.places.marker) || verdict.observed.marker === "full")
    return { verdict, release };
  const rules = session.definition;
  const now = await observe(
    disk,
    { id: task.shard.id, places: task.places },
    rules,
    listedPresence(disk),
  );
  const by = now.full?.fingerprint;
  const isSame =
    by !== undefined &&
    rules.rerunOn.every((part) => {
      const value = task.fingerprint[part];
      return "digest" in value && by[part] === value.digest;
    });
  if (!isSame || !now.asMarked || verdict.reason === "forced") return { verdict, release };
  await lease.release();
  session.reporter.info(`[${task.shard.id}] was finished by another run meanwhile`);
  conclude(session, { verdict, attempts: 0 }, "skipped", {
    why: "finished by another run meanwhile",
  });
  return undefined;
}

async function runSlot(session: Session, slot: Slot, gate: Gate): Promise<void> {
  const worker = session.definition.runPer === "slot" ? slotWorker(session, slot) : undefined;
  for (;;) {
    await session.background.started(slot.name);
    const claimed = await gate.next();
    if (claimed === undefined) break;
    const { verdict, release } = claimed;
    await guarded(session, verdict, () =>
      worker === undefined ? runShard(session, slot, verdict) : worker.runShard(verdict),
    );
    session.background.add({ owner: `${slot.name} lease`, run: release });
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
  const claimed: Claimed[] = [];
  for (let next = await gate.next(); next !== undefined; next = await gate.next())
    claimed.push(next);
  const verdicts = claimed.map(({ verdict }) => verdict);
  if (verdicts.length > 0) {
    await runJob(session, slot, verdicts).catch((error: unknown) => {
      failRest(session, verdicts, describe(error));
    });
  }
  await session.background.drained();
  for (const { release } of claimed) await release();
}

function failRest(session: Session, verdicts: readonly Verdict[], why: string): void {
  for (const verdict of verdicts) {
    if (session.ledger.get(verdict.task.shard.id) !== undefined) continue;
    conclude(session, { verdict, attempts: 1 }, "failed", { why });
  }
}

/** No shard starts while the free space is below twice the largest checkpoint seen. */
async function hasRoom(session: Session, verdict: Verdict): Promise<boolean> {
  const largest = Math.max(0, ...session.ledger.all().map(({ sizeBytes }) => sizeBytes ?? 0));
  if (largest === 0) return true;
  const folder = dirname(verdict.task.places.checkpoint);
  const free = await session.hand.disk.freeBytes(folder).catch(() => Number.POSITIVE_INFINITY);
  if (free >= 2 * largest) return true;
  const why = `${formatBytes(free)} are free in ${folder}, and the largest checkpoint seen takes ${formatBytes(largest)}: no shard starts while less than twice that is free`;
  session.stop.request({ kind: "fault", why });
  return false;
}
