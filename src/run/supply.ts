import { dirname } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { formatBytes } from "../core/duration.ts";
import { describe } from "../core/problem.ts";
import type { Verdict } from "../survey/survey.ts";
import { conclude } from "./conclude.ts";
import { withdraw } from "./commit.ts";
import { leaveForNext, type Gate } from "./gate.ts";
import type { Session } from "./session.ts";
import { startShard, type Started } from "./start.ts";

/** A shard that is this run's, with its first start made durable. */
export interface Ready {
  readonly verdict: Verdict;
  readonly started: Started;
}

/** A shard that is this run's. */
interface Claimed {
  readonly verdict: Verdict;
  /** Its start, where that was made ahead. */
  readonly started?: Started;
}

/** Shards that are ready to run, for whichever slot asks first. */
export interface Supply {
  /** `undefined` where the run starts no more. */
  readonly next: () => Promise<Ready | undefined>;
  /** Claims one more while others run, and makes its start durable where that sets nothing aside. */
  readonly lookAhead: () => void;
  /** Settles when what was made ready and is not to run is as it was. */
  readonly closed: () => Promise<void>;
}

export function createSupply(session: Session, gate: Gate): Supply {
  const ahead: Promise<Claimed | undefined>[] = [];
  const unused: Claimed[] = [];
  return {
    next: async () => {
      for (;;) {
        const claimed = await (ahead.shift() ?? claim(gate));
        if (claimed === undefined && ahead.length > 0) continue;
        if (claimed === undefined) return undefined;
        if (!(await mayStart(session, claimed.verdict))) {
          unused.push(claimed);
          return undefined;
        }
        const ready = await makeReady(session, claimed);
        if (ready !== undefined) return ready;
      }
    },
    lookAhead: () => {
      // What is to run now goes first.
      ahead.push(nextTurn().then(() => claimAhead(session, gate)));
    },
    closed: async () => {
      const rest = await Promise.all(ahead);
      for (const claimed of [...unused, ...rest])
        if (claimed !== undefined) await putBack(session, claimed);
    },
  };
}

async function claim(gate: Gate): Promise<Claimed | undefined> {
  const verdict = await gate.next();
  return verdict === undefined ? undefined : { verdict };
}

/**
 * Where a checkpoint, a marker, a start record or work lies, a start sets something aside: that waits until the shard's
 * turn has really come, so that a run that is stopped takes nothing from those that it did not come to.
 */
async function claimAhead(session: Session, gate: Gate): Promise<Claimed | undefined> {
  for (;;) {
    const claimed = await claim(gate);
    if (claimed === undefined || !isBlank(session, claimed.verdict)) return claimed;
    const started = await startOrFail(session, claimed.verdict);
    if (started !== undefined) return { ...claimed, started };
  }
}

function isBlank({ hand }: Session, { task, observed }: Verdict): boolean {
  const { checkpoint, marker, started } = observed;
  const isBare = checkpoint === "absent" && marker === "none" && !started;
  return isBare && !hand.disk.exists(task.places.work);
}

/** `undefined` for a shard that has its result instead. */
async function makeReady(session: Session, claimed: Claimed): Promise<Ready | undefined> {
  const { verdict } = claimed;
  if (claimed.started === undefined) {
    const started = await startOrFail(session, verdict);
    return started === undefined ? undefined : { verdict, started };
  }
  const changed = session.changeSince(verdict.task);
  if (changed === undefined)
    return { verdict, started: { ...claimed.started, startedAtMs: session.now() } };
  await putBack(session, claimed);
  leaveForNext(session, verdict, changed);
  return undefined;
}

/** A shard whose start cannot be made durable fails. */
async function startOrFail(session: Session, verdict: Verdict): Promise<Started | undefined> {
  try {
    return await startShard(session, verdict, verdict.observed.startRecord);
  } catch (error) {
    conclude(session, { verdict, attempts: 1 }, "failed", { why: describe(error) });
    return undefined;
  }
}

/** Nothing lay there before: without its start the shard is as it was. */
async function putBack(session: Session, { verdict, started }: Claimed): Promise<void> {
  if (started === undefined) return;
  await withdraw(session.hand, verdict.task.places).catch((error: unknown) => {
    session.reporter.debug(`start of ${verdict.task.shard.id} not taken back: ${describe(error)}`);
  });
}

async function mayStart(session: Session, verdict: Verdict): Promise<boolean> {
  return session.stop.cause() === undefined && hasRoom(session, verdict);
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
