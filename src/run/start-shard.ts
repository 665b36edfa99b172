import { dirname, relative } from "node:path";
import { mayResume, readParts, tracesOf } from "../checkpoint/parts.ts";
import { workOf, type Task } from "../checkpoint/tasks.ts";
import type { Verdict } from "../checkpoint/survey.ts";
import { recordedFingerprint } from "../core/model/fingerprint.ts";
import { mustStartOver, type Failure, type StartRecord } from "../core/model/start-record.ts";
import { plural } from "../core/text/text.ts";
import { fullMarker } from "../core/decide/facts.ts";
import { ownerOf } from "../protocol/claims.ts";
import { begin } from "../protocol/begin.ts";
import { discardStaging, openStaging } from "../protocol/place.ts";
import { lastLeavings } from "../protocol/aside/leavings.ts";
import { newFence } from "./fence.ts";
import type { Started, Writing } from "./parts.ts";

/** The arguments of a start. */
export type Starting = Omit<Writing, "home">;

/**
 * Makes the start of a shard durable. It is resumed where parts with true markers exist under a start record of the
 * same fingerprint, here or in the store, and nothing forbids it. `previous` is the shard's last start record.
 * @throws where an input is a pointer to an object that is not here, and where the start cannot be made durable.
 */
export async function startShard(
  writing: Starting,
  verdict: Verdict,
  previous: StartRecord | undefined,
): Promise<Started> {
  const { task } = verdict;
  const shard = task.shard.id;
  const unfetched = task.unfetched();
  if (unfetched !== undefined) throw new Error(unfetched);
  writing.emit({ kind: "starting", shard });
  const { failure = previous?.failure, ...work } = await chooseWork(writing, verdict, previous);
  const startedAtMs = writing.now();
  const { runTag, owner, heartbeat, by, newToken } = writing.identity;
  const record: StartRecord = {
    shard,
    fingerprint: recordedFingerprint(task.fingerprint),
    startedAt: new Date(startedAtMs).toISOString(),
    attempt: (previous?.attempt ?? 0) + 1,
    resumed: work.keepWork || work.stagedWork !== undefined,
    runTag,
    token: newToken(),
    fence: await newFence(writing.fenceNow, verdict, previous),
    owner,
    ...(heartbeat !== undefined && { heartbeat: relative(dirname(task.paths.started), heartbeat) }),
    by,
    ...(failure !== undefined && { failure }),
  };
  const { untilKnown } = writing.identity;
  // As its entries in a store, no earlier result of a forced shard is ever found again, whatever it was made from.
  const revokes = verdict.reason === "forced" ? { revokes: "all" as const } : {};
  await begin(writing.writer, task.paths, {
    record,
    ...work,
    ...revokes,
    decided: { previous, markedAt: fullMarker(verdict.facts)?.finishedAt },
    ...(untilKnown && { judge: (rival) => untilKnown(ownerOf(rival, task.paths.started)) }),
  });
  sayThatItStartsOver(writing, task, { parts: work.partsAside, previous });
  writing.emit({ kind: "started", shard, attempt: record.attempt, resumed: record.resumed });
  return { task, record, parts: work.parts, startedAtMs, startedTick: performance.now() };
}

interface ChosenWork {
  /** The work directory's content is handed on. */
  readonly keepWork: boolean;
  readonly falseMarkers: readonly string[];
  /** Traces of the parts that are handed on. */
  readonly parts: ReadonlySet<string>;
  /** Path of a staged snapshot from the store that is handed on. */
  readonly stagedWork?: string;
  /** The shard's last failure, as the store has it. */
  readonly failure?: Failure;
  /** The number of parts that are set aside, where the shard starts from scratch after failures that are all alike. */
  readonly partsAside?: number;
}

const NO_WORK: ChosenWork = { keepWork: false, falseMarkers: [], parts: new Set() };

async function chooseWork(
  writing: Starting,
  { task, kind, reason, facts }: Verdict,
  previous: StartRecord | undefined,
): Promise<ChosenWork> {
  const { store, writer, definition } = writing;
  const { work } = task.paths;
  const isStuck = mustStartOver(previous);
  if (reason === "forced" || isStuck) {
    const stored = workOf(task);
    if (stored !== undefined) await store.dropWork(stored);
    return reason === "forced"
      ? NO_WORK
      : { ...NO_WORK, partsAside: await countParts(writing, task) };
  }
  const { whole, falseMarkers } = await readParts(writer.disk, work, definition.status);
  if (whole.length > 0 && mayResume(previous, task.fingerprint))
    return { keepWork: true, falseMarkers, parts: tracesOf(writer.disk, work, whole) };
  // The survey has asked the store; only work of an attempt since then can be new.
  const mayBeStored = kind === "resume" || previous !== facts.startRecord;
  return (mayBeStored ? await fetchWork(writing, task) : undefined) ?? NO_WORK;
}

async function countParts(
  { writer, definition }: Pick<Starting, "writer" | "definition">,
  { paths }: Task,
): Promise<number> {
  const { whole } = await readParts(writer.disk, paths.work, definition.status);
  return whole.length;
}

function sayThatItStartsOver(
  { writer, emit }: Pick<Starting, "writer" | "emit">,
  { shard, paths }: Task,
  {
    parts = 0,
    previous,
  }: { readonly parts?: number | undefined; readonly previous: StartRecord | undefined },
): void {
  if (parts === 0) return;
  const { alike = 0, reason = "" } = previous?.failure ?? {};
  const verb = parts === 1 ? "is" : "are";
  const place = lastLeavings(writer.disk, paths.work);
  const text = `starts from scratch: it failed ${alike} times in a row in the same way, without a new part (${reason}). Its ${plural(parts, "part")} ${verb} set aside in ${place}, until it is done or starts from scratch again`;
  emit({ kind: "warning", shard: shard.id, text });
}

/** The staged snapshot of the shard's work; `undefined` where the store has none or cannot give it. */
async function fetchWork(writing: Starting, task: Task): Promise<ChosenWork | undefined> {
  const wanted = workOf(task);
  if (wanted === undefined) return undefined;
  const { writer, store, definition, emit } = writing;
  const staging = await openStaging(writer, task.paths.work);
  const fetched = await store.fetchWork(wanted, staging);
  if (fetched.kind === "unavailable") {
    const text = `starts from scratch, since its work was not fetched from ${store.label}: ${fetched.cause}`;
    emit({ kind: "warning", shard: task.shard.id, text });
  }
  if (fetched.kind === "hit") {
    const { whole } = await readParts(writer.disk, staging, definition.status);
    const parts = tracesOf(writer.disk, staging, whole);
    const { failure } = fetched;
    if (whole.length > 0)
      return { ...NO_WORK, parts, stagedWork: staging, ...(failure && { failure }) };
  }
  await discardStaging(writer, staging);
  return undefined;
}
