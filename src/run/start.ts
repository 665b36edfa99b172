import { dirname, join } from "node:path";
import { record } from "../core/fingerprint.ts";
import type { StartRecord } from "../core/start-record.ts";
import { makeFolders, syncAll, TEMPORARY_PREFIX } from "../files/durable.ts";
import { mayResume, readParts } from "../survey/parts.ts";
import { workOf, type Task, type Verdict } from "../survey/survey.ts";
import { begin } from "./commit.ts";
import type { Session } from "./session.ts";

/** A shard whose start is durable. */
export interface Started {
  readonly task: Task;
  readonly record: StartRecord;
  readonly startedAtMs: number;
}

/** What a start needs of a run. */
export type Starter = Pick<
  Session,
  "hand" | "store" | "definition" | "reporter" | "now" | "runTag" | "owner" | "by"
>;

/**
 * Makes the start of a shard durable. It is resumed where parts with true markers exist under a start record of the
 * same fingerprint, here or in the store, and nothing forbids it.
 */
export async function startShard(
  session: Starter,
  verdict: Verdict,
  previous: StartRecord | undefined,
): Promise<Started> {
  const { task } = verdict;
  session.reporter.debug(`start ${task.shard.id}`);
  const work = await chooseWork(session, verdict, previous);
  const startedAtMs = session.now();
  const started: StartRecord = {
    shard: task.shard.id,
    fingerprint: record(task.fingerprint),
    startedAt: new Date(startedAtMs).toISOString(),
    attempt: (previous?.attempt ?? 0) + 1,
    resumed: work.keepWork || work.fetched !== undefined,
    runTag: session.runTag,
    owner: session.owner,
    by: session.by,
    ...(previous?.failure !== undefined && { failure: previous.failure }),
  };
  await begin(session.hand, task.places, { record: started, ...work });
  if (work.fetched !== undefined) await moveIntoPlace(session, work.fetched, task.places.work);
  return { task, record: started, startedAtMs };
}

interface ChosenWork {
  /** What lies in the work directory is handed on. */
  readonly keepWork: boolean;
  readonly falseMarkers: readonly string[];
  /** A snapshot from the store, staged, that is handed on. */
  readonly fetched: string | undefined;
}

async function chooseWork(
  session: Starter,
  { task, kind, reason, observed }: Verdict,
  previous: StartRecord | undefined,
): Promise<ChosenWork> {
  const failedAfterResume = previous?.resumed === true && previous.ended === true;
  if (reason === "forced" || failedAfterResume) {
    const kept = workOf(task);
    if (kept !== undefined) await session.store.dropWork(kept);
    return { keepWork: false, falseMarkers: [], fetched: undefined };
  }
  const parts = await readParts(session.hand.disk, task.places.work, session.definition.status);
  if (parts.whole.length > 0 && mayResume(previous, task.fingerprint)) {
    return { keepWork: true, falseMarkers: parts.falseMarkers, fetched: undefined };
  }
  // The survey has asked the store; only work of a try since then can be news.
  const mayBeStored = kind === "resume" || previous !== observed.startRecord;
  const fetched = mayBeStored ? await fetchWork(session, task) : undefined;
  return { keepWork: false, falseMarkers: [], fetched };
}

/** The path of a staged snapshot of the shard's work; `undefined` where the store has none or cannot give it. */
async function fetchWork(session: Starter, task: Task): Promise<string | undefined> {
  const kept = workOf(task);
  if (kept === undefined) return undefined;
  const folder = dirname(task.places.work);
  await makeFolders(session.hand.disk, folder);
  const staging = join(folder, `${TEMPORARY_PREFIX}${session.hand.token()}`);
  const fetched = await session.store.fetchWork(kept, staging);
  if (fetched.kind === "unavailable")
    session.reporter.warn(`[${task.shard.id}] its work was not fetched: ${fetched.cause}`);
  if (fetched.kind === "hit") {
    const parts = await readParts(session.hand.disk, staging, session.definition.status);
    if (parts.whole.length > 0) return staging;
  }
  await session.hand.disk.removeTree(staging);
  return undefined;
}

async function moveIntoPlace(session: Starter, staging: string, work: string): Promise<void> {
  const { disk } = session.hand;
  await syncAll(disk, staging);
  await disk.removeTree(work);
  await disk.rename(staging, work);
  await disk.syncDirectory(dirname(work));
}
