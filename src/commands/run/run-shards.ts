import type { Verdict } from "../../checkpoint/survey.ts";
import type { Invocation } from "../../job/invocation.ts";
import { openCommands, type CommandRules } from "../../job/open-commands.ts";
import type { Left } from "../../job/reconcile/restored.ts";
import type { Job } from "../../job/open.ts";
import { openBeatingOwnership, type Ownership } from "../../job/open-ownership.ts";
import { affordedSlots, REMEDY } from "../../machine/handles.ts";
import { startTimer } from "../../machine/timer.ts";
import { watchFolders } from "../../machine/watch.ts";
import { makeRoom } from "../../protocol/aside/room.ts";
import { claimShard } from "../../protocol/claims.ts";
import type { Writer } from "../../protocol/writer.ts";
import { strangersLast } from "../../protocol/claims.ts";
import type { Emit } from "../../run/events.ts";
import { openFenceClock } from "../../run/fence.ts";
import { execute } from "../../run/execute.ts";
import { createUnknowns, untilKnown } from "../../run/liveness.ts";
import type { Identity, RunParts } from "../../run/parts.ts";
import type { Result, Results } from "../../run/results.ts";
import { backgroundQueue } from "../../run/schedule/background-queue.ts";
import { openSlots, type Slots } from "../../run/schedule/slots.ts";
import type { Stop } from "../../run/schedule/stop.ts";

interface Rules {
  readonly stop: Stop;
  readonly leaveAfterMs?: number;
  readonly outputReady?: () => Promise<void> | undefined;
}

interface Work {
  readonly job: Job;
  readonly writer: Writer;
  readonly results: Results;
  readonly identity: Identity;
  readonly todo: readonly Verdict[];
  readonly emit: Emit;
}

/** Runs the shards that are to run on this machine's slots, until all have their results or the run must leave. */
export async function runShards(invocation: Invocation, rules: Rules, work: Work): Promise<void> {
  const { job, identity, emit } = work;
  const { stop, leaveAfterMs } = rules;
  const timer = startTimer(job.definition.maxRuntimeMs, () =>
    stop.request({ kind: "max-runtime" }),
  );
  const ownership = await openBeatingOwnership(invocation, job.definition, identity);
  const { leases, owners } = ownership;
  const todo = strangersLast(work.todo, owners);
  const request = { env: invocation.env, definition: job.definition, leases, owners, emit, stop };
  const opened = affordable(await openSlots(request), emit);
  const opening = { writer: work.writer, rules: commandRules(rules, work) };
  const { commands, removeScratch } = openCommands(invocation, job, opening);
  const watch = watchFolders();
  const state: RunParts["state"] = {
    stop,
    results: work.results,
    open: new Map(),
    background: backgroundQueue(Math.max(2, opened.slots.length)),
    watch,
    leases,
    told: new Set(),
    owners,
    unknowns: createUnknowns(emit, { owners, stop }),
    changeSince: (task) => job.fingerprints.changeSince(task.shard, task.fingerprint),
    makeRoom: roomMaker(work, leases),
  };
  try {
    const parts = { writing: writingOf(invocation, work, { ownership, stop }), commands, state };
    await execute(parts, opened.slots, todo);
  } finally {
    timer.stop();
    watch.close();
    await giveBack(opened, ownership);
    if (!mayBeLeft(stop, leaveAfterMs)) removeScratch();
  }
}

function commandRules(
  { leaveAfterMs, outputReady }: Rules,
  { identity, emit }: Work,
): CommandRules {
  return {
    runTag: identity.runTag,
    leaveAfterMs,
    emit: (line) => emit({ kind: "output", line }),
    ready: outputReady ?? (() => undefined),
  };
}

/** A command that was left to the post step may still read its files; the next run removes them. */
function mayBeLeft(stop: Stop, leaveAfterMs: number | undefined): boolean {
  return stop.cause()?.kind === "signal" && leaveAfterMs !== undefined;
}

/** A lease that cannot be given back ends with this process. */
async function giveBack({ leases }: Slots, ownership: Ownership): Promise<void> {
  for (const lease of leases) await lease.release().catch(() => undefined);
  await ownership.close();
}

function roomMaker(
  { job, writer }: Work,
  leases: Ownership["leases"],
): RunParts["state"]["makeRoom"] {
  return ({ paths: own }, hasRoom) =>
    makeRoom(
      writer,
      job.tasks.map(({ paths }) => paths),
      { own, hasRoom, claim: (paths) => claimShard(leases, { paths }) },
    );
}

function writingOf(
  { home, now }: Invocation,
  { job, writer, identity, emit }: Work,
  {
    ownership: { heartbeat, owners },
    stop,
  }: { readonly ownership: Ownership; readonly stop: Stop },
): RunParts["writing"] {
  const { store, definition } = job;
  return {
    writer,
    store,
    home,
    definition,
    identity: {
      ...identity,
      untilKnown: (owner) => untilKnown({ owners, stop }, owner),
      ...(heartbeat && { heartbeat }),
    },
    now,
    fenceNow: openFenceClock(store, now),
    emit,
  };
}

/** The result of a shard that does not run. */
export function skippedResult({ task, kind, reason, detail, seconds }: Verdict): Result {
  return {
    id: task.shard.id,
    decision: kind,
    reason,
    outcome: kind === "skip" ? "skipped" : "stopped",
    exitCode: null,
    seconds: 0,
    attempts: 0,
    ...(kind === "blocked" && { why: detail }),
    ...(kind === "skip" && seconds !== undefined && { secondsSaved: seconds }),
  };
}

/** Slots that wait for file handles would keep those from ending that have some. */
function affordable(opened: Slots, emit: Emit): Slots {
  const wanted = opened.slots.length;
  const slots = affordedSlots(wanted);
  if (slots >= wanted) return opened;
  const text = `the file handles that are free are enough for ${slots} of ${wanted} slots: ${REMEDY}`;
  emit({ kind: "warning", text });
  return { ...opened, slots: opened.slots.slice(0, slots) };
}

/** The result of a shard whose set-aside result could not be brought back; `undefined` where nothing kept it from that. */
export function leftResult(verdict: Verdict, left: Left | undefined): Result | undefined {
  if (left === undefined) return undefined;
  const { why, kind } = left;
  const result = { ...skippedResult(verdict), why };
  if (kind === "failed") return { ...result, outcome: "failed" };
  if (kind === "held") return { ...result, outcome: "stopped" };
  return { ...result, outcome: "stopped", decision: "blocked", reason: kind };
}
