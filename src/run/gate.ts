import { changedParts } from "../core/fingerprint.ts";
import { describe } from "../core/problem.ts";
import { observe } from "../survey/observe.ts";
import type { Verdict } from "../survey/survey.ts";
import { conclude } from "./conclude.ts";
import { isBusy } from "./leftovers.ts";
import type { Session } from "./session.ts";
import { leaseShard } from "./shard-lease.ts";

/** Hands out shards, each once, as long as the run may start new ones. */
export interface Gate {
  readonly next: () => Promise<Verdict | undefined>;
  /** Lets other runs take what this one has taken; each shard must have its result by then. */
  readonly closed: () => Promise<void>;
}

interface Claimed {
  readonly verdict: Verdict;
  readonly release: () => Promise<void>;
}

export function createGate(session: Session, verdicts: readonly Verdict[]): Gate {
  const waiting = [...verdicts];
  const held = new Map<string, () => Promise<void>>();
  const release = async (id: string): Promise<void> => {
    const giveBack = held.get(id);
    held.delete(id);
    await giveBack?.();
  };
  return {
    next: async () => {
      for (;;) {
        if (session.stop.cause() !== undefined) return undefined;
        const verdict = waiting.shift();
        if (verdict === undefined) return undefined;
        const claimed = await claimOrFail(session, verdict);
        if (claimed === undefined) continue;
        const { id } = verdict.task.shard;
        held.set(id, claimed.release);
        // Until it is marked and saved, nobody else may take the shard for an unfinished one, or unmark it.
        void session.ledger.settled(id).then(() => release(id));
        return claimed.verdict;
      }
    },
    closed: async () => void (await Promise.all([...held.keys()].map(release))),
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
  const lease = await leaseShard(session.leases, verdict.task, session.owner);
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
export function leaveForNext(session: Session, verdict: Verdict, changed: string): undefined {
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
  const { disk, markers } = session.hand;
  const shard = { id: task.shard.id, places: task.places };
  const observed = await observe(disk, shard, { ...session.definition, markers }, (path) =>
    disk.exists(path),
  );
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
