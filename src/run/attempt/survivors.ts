import { dirname, join, basename } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { formatDuration } from "../../core/text/duration.ts";
import { messageOf } from "../../core/text/problem.ts";
import { measureOrRefuse } from "../../checkpoint/look.ts";
import type { Definition } from "../../core/definition/fields.ts";
import type { ShardPaths } from "../../core/model/shard-paths.ts";
import type { Disk } from "../../files/disk.ts";
import { ignoredBy } from "../../files/compare.ts";
import { isSameMeasure } from "../../files/measure.ts";
import type { Exit } from "../../machine/group.ts";
import { mayWrite } from "../../machine/open-files.ts";
import { endProcesses, isAlive } from "../../machine/processes.ts";
import { findSurvivors, type CommandTraces, type Survivor } from "../../machine/survivors.ts";
import type { Emit } from "../events.ts";
import type { Limits } from "../parts.ts";
import type { Stop } from "../schedule/stop.ts";
import type { Ended, Supervision } from "./supervise.ts";

/** The rules of a wait for the processes that a command leaves. */
export interface WaitRules {
  /** The shards whose files the command may still write; none where nothing is waited for. */
  readonly paths: () => readonly ShardPaths[];
  /** The shard that the events name; none for a command of several shards. */
  readonly shard?: string;
  readonly disk: Disk;
  readonly definition: Pick<Definition, "ignore">;
  readonly emit: Emit;
}

/** A command that was started, and what may end it. */
export interface Watched {
  readonly traces: Omit<CommandTraces, "known">;
  readonly supervision: Supervision;
  readonly stop: Stop;
  readonly limits: Limits;
}

const LIMIT_MS = 60_000;
const TELL_AFTER_MS = 3000;

/**
 * Deals with what a command has left running. After exit code 0 its processes are waited for, for the rest of
 * `shard-timeout`, else for a minute; then they are ended. After any other end they are ended at once. Gives what speaks
 * against the shard. Never throws.
 */
export async function settleSurvivors(
  watched: Watched,
  exit: Exit,
  rules: WaitRules,
): Promise<Ended | undefined> {
  try {
    const isGood = exit.kind === "exit" && exit.code === 0;
    if (isGood && watched.supervision.cause() === undefined)
      return rules.paths().length > 0 ? await waitForAll(watched, rules) : undefined;
    await endAll(
      watched,
      (await look(watched, [])).filter(({ isInGroup }) => !isInGroup),
    );
    return undefined;
  } catch (error) {
    const why = `what its command has left running cannot be seen (${messageOf(error)})`;
    return exit.kind === "exit" && exit.code === 0 ? stillRunning(why) : undefined;
  }
}

function look({ traces }: Watched, known: readonly Survivor[]): Promise<readonly Survivor[]> {
  return findSurvivors({ ...traces, known });
}

function stillRunning(why: string): Ended {
  return { kind: "still-running", why };
}

async function waitForAll(watched: Watched, rules: WaitRules): Promise<Ended | undefined> {
  let left = await look(watched, []);
  if (left.length === 0) return undefined;
  const limitMs = watched.supervision.stopTimer() ?? LIMIT_MS;
  const beganTick = performance.now();
  const waitedMs = (): number => performance.now() - beganTick;
  let before = measureAll(rules);
  let isTold = false;
  for (let pauseMs = 5; left.length > 0; pauseMs = Math.min(500, pauseMs * 1.5)) {
    if (watched.supervision.cause() !== undefined) {
      await endAll(watched, left);
      return undefined;
    }
    if (waitedMs() >= limitMs)
      return atLimit(watched, rules, { left, before, waitedMs: waitedMs() });
    if (!isTold && waitedMs() >= TELL_AFTER_MS) isTold = tell(rules, left, limitMs);
    await sleep(Math.min(pauseMs, Math.max(1, limitMs - waitedMs())));
    const now = await look(watched, left);
    if (hasDeparted(left, now)) before = measureAll(rules);
    left = now;
  }
  return undefined;
}

/** Has one ended that may have finished what it wrote? A child of one that is still there works for that one. */
function hasDeparted(before: readonly Survivor[], now: readonly Survivor[]): boolean {
  const present = new Set(now.map(({ pid }) => pid));
  return before.some(({ pid, parent }) => !present.has(pid) && !present.has(parent));
}

function tell({ emit, shard }: WaitRules, left: readonly Survivor[], limitMs: number): true {
  const processes = left.map(({ pid, name }) => ({ pid, name }));
  emit({ kind: "waiting", ...(shard !== undefined && { shard }), processes, limitMs });
  return true;
}

interface Rest {
  readonly left: readonly Survivor[];
  /** The checkpoints when the last one ended by itself. */
  readonly before: Measures;
  readonly waitedMs: number;
}

/** At the limit: what may write makes the shard fail, and anything else is ended and must not have changed anything. */
async function atLimit(
  watched: Watched,
  rules: WaitRules,
  { left, before, waitedMs }: Rest,
): Promise<Ended | undefined> {
  const paths = places(rules);
  const writers = left.filter((one) => mayWrite(one, paths));
  await endAll(watched, left);
  const who = namesOf(left);
  const after = formatDuration(Math.round(waitedMs));
  const alive = left.filter(isAlive);
  if (alive.length > 0)
    return stillRunning(
      `${after} after its command ended, ${namesOf(alive)} still ran and could not be ended`,
    );
  if (writers.length > 0) {
    return stillRunning(
      `${after} after its command ended, ${namesOf(writers)} still ran and may have had ${filesOf(rules)} open for writing`,
    );
  }
  if (!isUnchanged(before, measureAll(rules)))
    return stillRunning(
      `${who} changed the checkpoint after its command had ended, and still ran ${after} later`,
    );
  const text = `its command left ${who} running, which was ended after ${after}; the checkpoint did not change meanwhile, and counts`;
  rules.emit({ kind: "warning", ...(rules.shard !== undefined && { shard: rules.shard }), text });
  return undefined;
}

function filesOf({ paths }: WaitRules): string {
  const [first, ...more] = paths();
  return more.length === 0 ? (first?.checkpoint ?? "files of the shard") : "files of the shards";
}

function namesOf(list: readonly Survivor[]): string {
  return list.map(({ pid, name }) => `${name} (pid ${pid})`).join(", ");
}

const ROUNDS = 3;

/** Ends these, and what they start meanwhile. */
async function endAll(watched: Watched, list: readonly Survivor[]): Promise<void> {
  const { limits, stop } = watched;
  const ended = new Set<number>();
  let left = list;
  for (let round = 0; round < ROUNDS && left.length > 0; round += 1) {
    await endProcesses(left, { graceMs: limits.stopGraceMs, isHurried: stop.isHurried });
    for (const { pid } of left) ended.add(pid);
    left = (await look(watched, left)).filter(({ pid }) => !ended.has(pid));
  }
}

/** The places of the shards' files as the kernel names them. */
function places({ disk, paths }: WaitRules): readonly string[] {
  return paths().flatMap(({ checkpoint, work }) =>
    [checkpoint, work].flatMap((path) => [path, ...realPathOf(disk, path)]),
  );
}

function realPathOf(disk: Disk, path: string): readonly string[] {
  return [path, dirname(path)].flatMap((at) => {
    try {
      const real = disk.realPath(at);
      return [at === path ? real : join(real, basename(path))];
    } catch {
      return [];
    }
  });
}

type Measures = ReadonlyMap<string, ReturnType<typeof measureOrRefuse>>;

function measureAll({ disk, paths, definition }: WaitRules): Measures {
  const members = ignoredBy(definition);
  return new Map(
    paths().map(({ checkpoint }) => [checkpoint, measureOrRefuse(disk, checkpoint, members)]),
  );
}

function isUnchanged(before: Measures, after: Measures): boolean {
  return [...after].every(([path, one]) => {
    const other = before.get(path);
    if (one.kind !== "measured" || other?.kind !== "measured") return one.kind === other?.kind;
    return isSameMeasure(other.measure, one.measure);
  });
}
