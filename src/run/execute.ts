import { dirname } from "node:path";
import { formatBytes } from "../core/duration.ts";
import { changedParts } from "../core/fingerprint.ts";
import { describe } from "../core/problem.ts";
import { observe } from "../survey/observe.ts";
import type { Verdict } from "../survey/survey.ts";
import { conclude } from "./conclude.ts";
import { acquireLease } from "./lease.ts";
import { leavingOf } from "./leaving.ts";
import { isBusy } from "./leftovers.ts";
import { runJob } from "./per-job.ts";
import { runShard } from "./per-shard.ts";
import { slotWorker } from "./per-slot.ts";
import type { Session, Slot } from "./session.ts";

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
  else await Promise.all(slots.map((slot) => runSlot(session, slot, gate)));
  await session.background.drained();
}

/** Hands out shards, each once, as long as the run may start new ones. */
interface Gate {
  readonly next: () => Promise<Verdict | undefined>;
  /** Settles when other runs may take what this one has taken; each shard must have its result by then. */
  readonly closed: () => Promise<void>;
}

interface Claimed {
  readonly verdict: Verdict;
  readonly release: () => Promise<void>;
}

function createGate(session: Session, verdicts: readonly Verdict[]): Gate {
  const waiting = [...verdicts];
  const releases: Promise<void>[] = [];
  return {
    next: async () => {
      for (;;) {
        if (session.stop.cause() !== undefined) return undefined;
        const verdict = waiting.shift();
        if (verdict === undefined) return undefined;
        if (!(await hasRoom(session, verdict))) return undefined;
        const claimed = await claimOrFail(session, verdict);
        if (claimed === undefined) continue;
        // Until its marker is durable, nobody else may take the shard for an unfinished one.
        releases.push(session.ledger.settled(verdict.task.shard.id).then(claimed.release));
        return claimed.verdict;
      }
    },
    closed: async () => void (await Promise.all(releases)),
  };
}

/** What cannot even be looked at fails, and the run goes on with the others. */
async function claimOrFail(session: Session, verdict: Verdict): Promise<Claimed | undefined> {
  try {
    return await claim(session, verdict);
  } catch (error) {
    conclude(session, { verdict, attempts: 0 }, "failed", { why: describe(error) });
    return undefined;
  }
}

/** One shard is in one hand on this machine; whoever has it, this run goes on with the others. */
async function claim(session: Session, verdict: Verdict): Promise<Claimed | undefined> {
  const { places } = verdict.task;
  const lease = await acquireLease(session.leases, `shard ${places.checkpoint}`, session.owner);
  if (lease.kind === "held") return leaveAlone(session, verdict, lease.by.pid);
  const now = await lookAgain(session, verdict);
  if (now.kind === "free") return { verdict: now.verdict, release: () => lease.release() };
  await lease.release();
  if (now.kind === "busy") return leaveAlone(session, verdict, now.pid);
  if (now.kind === "changed") return leaveForNext(session, verdict, now.why);
  const why = "finished by another run meanwhile";
  session.reporter.info(`[${verdict.task.shard.id}] was ${why}`);
  conclude(session, { verdict, attempts: 0 }, "skipped", { why });
  return undefined;
}

function leaveAlone(session: Session, verdict: Verdict, pid: number | undefined): undefined {
  const why = `another run (pid ${pid}) is working on it`;
  session.reporter.warn(`[${verdict.task.shard.id}] is left alone: ${why}`);
  conclude(session, { verdict, attempts: 0 }, "stopped", { why });
}

/** What was decided rests on something that is not what it was: the next run decides anew. */
function leaveForNext(session: Session, verdict: Verdict, changed: string): undefined {
  const why = `${changed} since the run began; run again`;
  session.reporter.warn(`[${verdict.task.shard.id}] is not started: ${why}`);
  conclude(session, { verdict, attempts: 0 }, "stopped", { why });
}

type Meanwhile =
  | { readonly kind: "free"; readonly verdict: Verdict }
  | { readonly kind: "busy"; readonly pid: number | undefined }
  | { readonly kind: "changed"; readonly why: string }
  | { readonly kind: "finished" };

/** Another run may have started, failed or finished the shard since the survey. */
async function lookAgain(session: Session, verdict: Verdict): Promise<Meanwhile> {
  const { task } = verdict;
  const { disk } = session.hand;
  const shard = { id: task.shard.id, places: task.places };
  const observed = await observe(disk, shard, session.definition, (path) => disk.exists(path));
  const { startRecord, full } = observed;
  if (isBusy(startRecord, session.owner)) return { kind: "busy", pid: startRecord?.owner.pid };
  const isNew = full !== undefined && full.finishedAt !== verdict.observed.full?.finishedAt;
  const isDone =
    isNew &&
    observed.asMarked &&
    verdict.reason !== "forced" &&
    changedParts(full.fingerprint, task.fingerprint, session.definition.rerunOn).length === 0;
  if (isDone) return { kind: "finished" };
  const why = session.changeSince(task);
  return why === undefined
    ? { kind: "free", verdict: { ...verdict, observed } }
    : { kind: "changed", why };
}

async function runSlot(session: Session, slot: Slot, gate: Gate): Promise<void> {
  const worker = session.definition.runPer === "slot" ? slotWorker(session, slot) : undefined;
  for (;;) {
    await session.background.started(slot.name);
    const verdict = await gate.next();
    if (verdict === undefined) break;
    await guarded(session, verdict, () =>
      worker === undefined ? runShard(session, slot, verdict) : worker.runShard(verdict),
    );
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
