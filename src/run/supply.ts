import { dirname } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { formatBytes } from "../core/duration.ts";
import { describe } from "../core/problem.ts";
import type { Verdict } from "../survey/survey.ts";
import { conclude } from "./conclude.ts";
import { withdraw } from "./commit.ts";
import type { Gate } from "./gate.ts";
import type { Session } from "./session.ts";
import { startShard, type Started } from "./start.ts";

/** A shard that is this run's, with its first start made durable. */
export interface Ready {
  readonly verdict: Verdict;
  readonly started: Started;
}

/** Shards that are ready to run, for whichever slot asks first. */
export interface Supply {
  /** `undefined` where the run starts no more. */
  readonly next: () => Promise<Ready | undefined>;
  /** Makes one more ready while others run. */
  readonly lookAhead: () => void;
  /** Settles when what was made ready and is not to run is as it was. */
  readonly closed: () => Promise<void>;
}

export function createSupply(session: Session, gate: Gate): Supply {
  const ahead: Promise<Ready | undefined>[] = [];
  const unused: Ready[] = [];
  return {
    next: async () => {
      for (;;) {
        const ready = await (ahead.shift() ?? makeReady(session, gate));
        if (ready === undefined && ahead.length > 0) continue;
        if (ready === undefined) return undefined;
        if (await mayStart(session, ready.verdict))
          return { ...ready, started: { ...ready.started, startedAtMs: session.now() } };
        unused.push(ready);
        return undefined;
      }
    },
    lookAhead: () => {
      // What is to run now goes first.
      ahead.push(nextTurn().then(() => makeReady(session, gate)));
    },
    closed: async () => {
      const rest = await Promise.all(ahead);
      for (const ready of [...unused, ...rest])
        if (ready !== undefined) await putBack(session, ready);
    },
  };
}

/** A shard that was in progress before stays so. */
async function putBack(session: Session, { verdict, started }: Ready): Promise<void> {
  if (verdict.observed.startRecord !== undefined || started.record.resumed) return;
  await withdraw(session.hand, verdict.task.places).catch((error: unknown) => {
    session.reporter.debug(`start of ${verdict.task.shard.id} not taken back: ${describe(error)}`);
  });
}

async function mayStart(session: Session, verdict: Verdict): Promise<boolean> {
  return session.stop.cause() === undefined && hasRoom(session, verdict);
}

/** A shard whose start cannot be made durable fails; the next one takes its turn. */
async function makeReady(session: Session, gate: Gate): Promise<Ready | undefined> {
  for (;;) {
    const verdict = await gate.next();
    if (verdict === undefined) return undefined;
    try {
      const started = await startShard(session, verdict, verdict.observed.startRecord);
      return { verdict, started };
    } catch (error) {
      conclude(session, { verdict, attempts: 1 }, "failed", { why: describe(error) });
    }
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
