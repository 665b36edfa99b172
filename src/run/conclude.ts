import type { Verdict } from "../survey/survey.ts";
import type { Failure } from "../core/start-record.ts";
import { describe } from "../core/problem.ts";
import { finish, recordFailure } from "./commit.ts";
import type { Ended } from "./reins.ts";
import type { Outcome, Result } from "./ledger.ts";
import { saveShard } from "./save-shard.ts";
import type { Session, Slot } from "./session.ts";
import type { Started } from "./start.ts";
import type { Marker } from "../core/marker.ts";
import type { Said } from "./witness.ts";

/** A shard in hand: what was decided, how often it was started in this run, and where. */
export interface InHand {
  readonly verdict: Verdict;
  readonly started: Started;
  readonly attempts: number;
  readonly slot: Slot;
  readonly logPath: string;
}

export interface Trouble {
  readonly reason: string;
  readonly why: string;
  readonly exitCode: number | null;
}

/** The trouble with a command that did not end with exit code 0; `undefined` for one that did. */
export function troubleOf(ended: Ended, timeoutText: string): Trouble | undefined {
  switch (ended.kind) {
    case "exit":
      return ended.code === 0
        ? undefined
        : {
            reason: "exit-code",
            why: `the command ended with exit code ${ended.code}`,
            exitCode: ended.code,
          };
    case "signal":
      return { reason: "signal", why: `the command was ended by ${ended.signal}`, exitCode: null };
    case "not-started":
      return {
        reason: "not-started",
        why: `the command could not be started: ${ended.why}`,
        exitCode: null,
      };
    case "timeout":
      return {
        reason: "timeout",
        why: `the command took longer than ${timeoutText}`,
        exitCode: null,
      };
    case "stopped":
    case "left":
      return { reason: "stopped", why: "the run was stopped", exitCode: null };
  }
}

/** Commits a shard whose witnesses are good, and saves it, in the background. */
export function commitInBackground(session: Session, hand: InHand, said: Said): Promise<void> {
  const seconds = (session.now() - hand.started.startedAtMs) / 1000;
  return new Promise((settled) => {
    session.background.add({
      owner: hand.slot.name,
      run: async () => {
        const marker = await commit(session, hand, { said, seconds });
        settled();
        if (marker !== undefined) await digestAndSave(session, hand, marker);
        session.ledger.addTried(hand.verdict.task.shard.id);
      },
    });
  });
}

async function commit(
  session: Session,
  hand: InHand,
  { said, seconds }: { readonly said: Said; readonly seconds: number },
): Promise<Marker | undefined> {
  const { id } = hand.verdict.task.shard;
  session.reporter.debug(`commit ${id}`);
  try {
    const marker = await withPatience(session, () =>
      finish(session.hand, hand.verdict.task, {
        said,
        seconds: Math.round(seconds * 1000) / 1000,
        finishedAt: new Date(session.now()).toISOString(),
        by: hand.slot.gpu === undefined ? session.by : { ...session.by, gpu: hand.slot.gpu },
        onUntidy: (why) =>
          session.reporter.warn(`[${id}] is done, but its old files could not be removed: ${why}`),
      }),
    );
    session.reporter.debug(`marked ${id}`);
    conclude(session, hand, "done", {
      exitCode: 0,
      sizeBytes: marker.checkpoint.sizeBytes,
      seconds,
    });
    return marker;
  } catch (error) {
    const why = `the command finished, but its marker could not be written: ${describe(error)}. The checkpoint is kept; \`donemark mark\` marks it without running it again`;
    conclude(session, hand, "failed", { exitCode: 0, why, seconds });
    return undefined;
  }
}

const PATIENCE_MS = [100, 400, 1500];

/** A full disk or a lost connection may pass: hours of GPU time are worth a few tries. */
async function withPatience<T>(session: Session, act: () => Promise<T>): Promise<T> {
  for (const wait of PATIENCE_MS) {
    try {
      return await act();
    } catch (error) {
      session.reporter.debug(`commit failed, trying again in ${wait} ms: ${describe(error)}`);
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return act();
}

/** The full digest, then the store: a shard that cannot be saved is done all the same. */
async function digestAndSave(session: Session, hand: InHand, marked: Marker): Promise<void> {
  const { task } = hand.verdict;
  const { id } = task.shard;
  session.reporter.debug(`save ${id}`);
  const saved = await saveShard(session, task, marked);
  session.reporter.debug(`saved ${id} ${saved?.kind ?? "nowhere"}`);
  if (saved?.kind === "unavailable") noteUnsaved(session, id, saved.cause);
  if (saved?.kind === "saved") session.ledger.addSaved(marked.checkpoint.sizeBytes);
}

/** The end of the run tries it once more and warns of what is left; the first is told of while there is time to help. */
function noteUnsaved({ ledger, reporter, store }: Session, id: string, why: string): void {
  const say = ledger.unsaved().length === 0 ? reporter.info : reporter.debug;
  say(`[${id}] could not be saved to ${store.label}; the end of the run tries again: ${why}`);
  ledger.addUnsaved({ id, why });
}

/** Records a failure on the disk; gives the start record as it stands then. */
export async function recordTrouble(
  session: Session,
  hand: InHand,
  { trouble, logTail }: { readonly trouble: Trouble; readonly logTail: string },
): Promise<Started["record"]> {
  const { started, verdict } = hand;
  const failure: Failure = {
    times: (started.record.failure?.times ?? 0) + 1,
    reason: trouble.why,
    exitCode: trouble.exitCode,
    logTail,
    at: new Date(session.now()).toISOString(),
  };
  try {
    await recordFailure(session.hand, verdict.task.places, { record: started.record, failure });
  } catch (error) {
    session.reporter.warn(
      `[${verdict.task.shard.id}] its failure could not be recorded: ${describe(error)}`,
    );
  }
  if (started.record.resumed && verdict.task.wanted !== undefined) {
    await session.store.dropWork(verdict.task.wanted);
  }
  return { ...started.record, failure, ended: true };
}

/** Writes a shard's result into the ledger. */
export function conclude(
  session: Session,
  hand: Pick<InHand, "verdict" | "attempts"> & Partial<InHand>,
  outcome: Outcome,
  more: Partial<Pick<Result, "exitCode" | "why" | "sizeBytes" | "seconds">>,
): void {
  const { task, kind, reason } = hand.verdict;
  session.ledger.add({
    id: task.shard.id,
    decision: kind,
    reason,
    outcome,
    exitCode: null,
    seconds: hand.started === undefined ? 0 : (session.now() - hand.started.startedAtMs) / 1000,
    attempts: hand.attempts,
    ...(hand.started !== undefined && { startedAtMs: hand.started.startedAtMs }),
    ...(hand.slot !== undefined && { slot: hand.slot.name }),
    ...(hand.logPath !== undefined && { logPath: hand.logPath }),
    ...more,
  });
}
