import { dirname } from "node:path";
import { decisionRules, look } from "../checkpoint/look.ts";
import { askedPresence } from "../checkpoint/presence.ts";
import { targetOf, type Verdict } from "../checkpoint/survey.ts";
import type { Task } from "../checkpoint/tasks.ts";
import { decide } from "../core/decide/decide.ts";
import { fingerprintEvidence, NO_CIRCUMSTANCES } from "../core/decide/evidence.ts";
import type { Change } from "../core/model/fingerprint.ts";
import { quote } from "../core/text/text.ts";
import { fullMarker, unreadableOf, type CheckpointFacts } from "../core/decide/facts.ts";
import { unreadableClause } from "../core/model/unreadable.ts";
import { formatBytes } from "../core/text/duration.ts";
import { hasCode, messageOf } from "../core/text/problem.ts";
import { whyRefused } from "../files/refused.ts";
import { claimShard, holderOf, type Holder } from "../protocol/claims.ts";
import { AFTER_THAT_RUN } from "../protocol/ownership.ts";
import { withdraw } from "../protocol/withdraw.ts";
import { giveUp, startAgain, type FailedAttempt } from "./attempt/fail.ts";
import { recordResult, recordStartFailure } from "./attempt/record-result.ts";
import type { Ready, RunParts } from "./parts.ts";
import type { Claim, NotKnown, Steps } from "./schedule/steps.ts";
import { stopAfterFailures } from "./stop-after-failures.ts";
import { startShard } from "./start-shard.ts";

type Run = Pick<RunParts, "writing" | "state">;

/** The scheduler's steps with real shards. */
export function shardSteps(run: Run): Steps<Verdict, Ready, FailedAttempt> {
  return {
    idOf: ({ task }) => task.shard.id,
    sizeOf: (verdict) => sizeOfInputs(run, verdict),
    claim: (verdict) => claimOrFail(run, verdict),
    settled: run.state.results.settled,
    isStopped: () => run.state.stop.cause() !== undefined,
    onStop: (listener) => run.state.stop.onRequest(listener),
    mayStart: async (verdict) => run.state.stop.cause() === undefined && hasSpace(run, verdict),
    isBlank: (verdict) => isBlank(run, verdict),
    start: (verdict) => startOrFail(run, verdict),
    begin: (ready) => begin(run, ready),
    withdraw: (ready) => takeBack(run, ready),
    startAgain: (failed) => startAgain(run, failed),
    giveUp: (failed) => giveUp(run, failed),
    holdBack: ({ id, attempt, trouble }) =>
      run.writing.emit({
        kind: "held-back",
        shard: id,
        slot: attempt.slot.name,
        why: trouble.why,
        exitCode: trouble.exitCode,
      }),
    tryElsewhere: ({ id, attempt, trouble }) => {
      const why = `${trouble.why}; ${attempt.slot.name} is in doubt`;
      run.writing.emit({ kind: "retrying", shard: id, why, exitCode: trouble.exitCode });
    },
    checkFailures: (usedUp, isHopeless) =>
      stopAfterFailures(run.state, run.writing.definition, { usedUp, isHopeless }),
  };
}

function sizeOfInputs({ writing }: Run, { task }: Verdict): number {
  const { disk } = writing.writer;
  return task.inputs.reduce((sum, path) => sum + (disk.stat(path)?.sizeBytes ?? 0), 0);
}

/** A shard that cannot even be looked at fails, and the run goes on with the others. */
async function claimOrFail(run: Run, verdict: Verdict): Promise<Claimed> {
  try {
    return await claim(run, verdict);
  } catch (error) {
    const why = whyRefused(run.writing.writer.disk, error, verdict.task.paths.checkpoint);
    recordResult(run, { verdict, number: 0 }, "failed", { why });
    return undefined;
  }
}

/** Claims a shard on this machine. Where another process holds it, or may do so, this run goes on with the others. */
async function claim(run: Run, verdict: Verdict): Promise<Claimed> {
  const { writing, state } = run;
  const shard = verdict.task.shard.id;
  const lease = await claimShard(state.leases, verdict.task);
  if (lease.kind === "held")
    return leaveAlone(run, verdict, { ...lease, place: state.leases.folder });
  const now = await lookAgain(run, verdict);
  if (now.kind === "free") {
    writing.emit({ kind: "claimed", shard });
    return { shard: now.verdict, release: () => lease.release() };
  }
  await lease.release();
  if (now.kind === "busy")
    return leaveAlone(run, verdict, { ...now.holder, place: verdict.task.paths.started });
  if (now.kind === "changed") return leaveForNextRun(run, verdict, changedSince(now.why));
  if (now.kind === "unreadable") return leaveForNextRun(run, verdict, now.why);
  const why = "finished by another run meanwhile";
  writing.emit({ kind: "note", shard, text: `was ${why}` });
  // The end of the run asks the store for it, and saves it where it is not there.
  if (writing.store.kind !== "none")
    run.state.results.addUnsaved({
      id: shard,
      why: "another run finished it and has not saved it",
    });
  recordResult(run, { verdict, number: 0 }, "skipped", { why });
  return undefined;
}

type Claimed = Claim<Verdict> | NotKnown | undefined;

interface Holding extends Pick<Holder, "owner" | "liveness">, Partial<Pick<Holder, "host">> {
  /** The path that says so. */
  readonly place: string;
}

/** Another run has the shard; where nobody knows whether that one lives, it is asked for again later. */
function leaveAlone(
  run: Run,
  verdict: Verdict,
  { owner, liveness, host, place }: Holding,
): NotKnown | undefined {
  const { stop, unknowns } = run.state;
  if (liveness === "unknown" && stop.cause() === undefined)
    return unknowns.askAgain(verdict.task.shard.id, { owner, host });
  const name = run.state.owners.nameOf(owner, host);
  const why = `another run (${name}) is working on it, as ${place} says: ${AFTER_THAT_RUN}`;
  recordResult(run, { verdict, number: 0 }, "stopped", { why });
  return undefined;
}

/** The decision depends on something that has changed, or that cannot be read any more: the next run decides anew. */
function leaveForNextRun(run: Run, verdict: Verdict, why: string): undefined {
  recordResult(run, { verdict, number: 0 }, "stopped", { why });
}

function changedSince(changed: string): string {
  return `${changed} since the run began: run again`;
}

type Meanwhile =
  | { readonly kind: "free"; readonly verdict: Verdict }
  | { readonly kind: "busy"; readonly holder: Holder }
  | { readonly kind: "changed"; readonly why: string }
  | { readonly kind: "unreadable"; readonly why: string }
  | { readonly kind: "finished" };

/** Another run may have started, failed or finished the shard since the survey. */
async function lookAgain({ writing, state }: Run, verdict: Verdict): Promise<Meanwhile> {
  const { task } = verdict;
  const { writer, identity } = writing;
  const rules = decisionRules({ ...writing, markers: writer.markers });
  const facts = await look(writer.disk, targetOf(task), rules);
  const { startRecord } = facts;
  const unreadable = unreadableOf(facts);
  if (unreadable !== undefined && verdict.reason !== "forced")
    return { kind: "unreadable", why: unreadableClause(unreadable) };
  const { owners } = state;
  const holder = holderOf(startRecord, task.paths, { self: identity.owner, owners });
  if (holder !== undefined) return { kind: "busy", holder };
  const isDone =
    verdict.reason !== "forced" &&
    fullMarker(facts)?.finishedAt !== fullMarker(verdict.facts)?.finishedAt &&
    isDoneHere(writing, task, facts);
  if (isDone) return { kind: "finished" };
  const why = whyAnother(await state.changeSince(task));
  return why === undefined
    ? { kind: "free", verdict: { ...verdict, facts } }
    : { kind: "changed", why };
}

/** Why a command that starts now would not read what the fingerprint is of. */
function whyAnother({ what, data }: Change): string | undefined {
  return what ?? (data === undefined ? undefined : `${quote(data)} has come into its input`);
}

/** By its marker alone: the survey has asked the store. */
function isDoneHere({ definition }: Run["writing"], task: Task, facts: CheckpointFacts): boolean {
  const fingerprint = fingerprintEvidence(facts, task.fingerprint, definition.rerunOn);
  return decide({ ...facts, ...NO_CIRCUMSTANCES, ...fingerprint }).reason === "done";
}

function isBlank({ writing }: Run, { task, facts }: Verdict): boolean {
  const { checkpoint, marker, started } = facts;
  const isBare = checkpoint === "absent" && marker.kind === "none" && !started;
  return isBare && !askedPresence(writing.writer.disk)(task.paths.work);
}

/** A shard whose start cannot be made durable fails. On a full disk superseded results go first. */
async function startOrFail(run: Run, verdict: Verdict): Promise<Ready | undefined> {
  try {
    const started = await startShard(run.writing, verdict, verdict.facts.startRecord);
    run.state.open.set(verdict.task.shard.id, started);
    return { verdict, started, number: 1 };
  } catch (error) {
    if (
      hasCode(error, "ENOSPC", "EDQUOT") &&
      (await run.state.makeRoom(verdict.task, () => Promise.resolve(true)))
    )
      return startOrFail(run, verdict);
    recordStartFailure(run, { verdict, number: 1 }, error);
    return undefined;
  }
}

async function begin(run: Run, ready: Ready): Promise<Ready | undefined> {
  const { verdict, started, number } = ready;
  const changed = whyAnother(await run.state.changeSince(verdict.task));
  if (changed === undefined) {
    const startedAtMs = run.writing.now();
    return {
      verdict,
      number,
      started: { ...started, startedAtMs, startedTick: performance.now() },
    };
  }
  await takeBack(run, ready);
  return leaveForNextRun(run, verdict, changedSince(changed));
}

/** Nothing was there before: without its start the shard is as it was. */
async function takeBack({ writing, state }: Run, { verdict, started }: Ready): Promise<void> {
  const { paths, shard } = verdict.task;
  try {
    await withdraw(writing.writer, paths, started.record);
    state.open.delete(shard.id);
    writing.emit({ kind: "withdrawn", shard: shard.id });
  } catch (error) {
    const text = `its start was not taken back: ${messageOf(error)}`;
    writing.emit({ kind: "detail", shard: shard.id, text });
  }
}

/**
 * No shard starts while the free space is below twice the largest checkpoint of this run. Superseded results that are
 * kept go first.
 */
async function hasSpace({ writing, state }: Run, verdict: Verdict): Promise<boolean> {
  const largest = state.results.largestBytes();
  // What its last result took is known before this run has made any; a run never stops for that alone.
  const wanted = Math.max(largest, verdict.facts.sizeBytes);
  if (wanted === 0) return true;
  const folder = dirname(verdict.task.paths.checkpoint);
  const { disk } = writing.writer;
  const freeNow = (): Promise<number> =>
    disk.freeBytes(folder).catch(() => Number.POSITIVE_INFINITY);
  const hasRoom = async (): Promise<boolean> => (await freeNow()) >= 2 * wanted;
  if ((await hasRoom()) || (await state.makeRoom(verdict.task, hasRoom))) return true;
  const free = await freeNow();
  if (free >= 2 * largest) return true;
  const why = `${formatBytes(free)} are free in ${folder}, and the largest checkpoint seen takes ${formatBytes(largest)}: no shard starts while less than twice that is free. Make room there, then run again`;
  state.stop.request({ kind: "fault", why });
  return false;
}
