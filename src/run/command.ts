import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { scrub } from "../core/environment.ts";
import { logName } from "../core/log-name.ts";
import { sha256 } from "../core/digest.ts";
import { startGroup, type Group } from "./group.ts";
import { openShardLog, type ShardLog } from "./log.ts";
import { hold, type Ended } from "./reins.ts";
import type { Program, Session, ShardLine, Slot } from "./session.ts";
import type { Started } from "./start.ts";

/** The environment of a command, the same for every kind of run. */
export function baseEnvironment(session: Session, slot: Slot): Record<string, string> {
  const env = scrub(session.env);
  env["DONEMARK_RUN"] = session.runTag;
  if (slot.visible !== undefined) env["CUDA_VISIBLE_DEVICES"] = slot.visible;
  return env;
}

/** The environment of one shard's command. Values only: none of them becomes part of a shell text. */
export function shardEnvironment(
  session: Session,
  slot: Slot,
  { task, record }: Started,
): Record<string, string> {
  const line = shardLine(session, { task, record });
  return {
    ...baseEnvironment(session, slot),
    SHARD_ID: line.id,
    SHARD_NAME: task.shard.name,
    SHARD_INPUT: line.inputs[0] ?? "",
    SHARD_INPUTS_FILE: writeInputs(session, line),
    SHARD_CHECKPOINT: line.checkpoint,
    SHARD_WORK: line.work,
    SHARD_INDEX: String(task.shard.index),
    SHARD_COUNT: String(session.shardCount),
    SHARD_ATTEMPT: String(line.attempt),
    SHARD_RESUME: line.resume ? "1" : "0",
  };
}

/** What paths are made relative to: the workspace and the command's own folder. */
interface Folders {
  readonly workspace: string;
  readonly command: Pick<Program, "cwd">;
}

/** What a long-lived program is told of a shard. */
export function shardLine(
  session: Folders,
  { task, record }: Pick<Started, "task" | "record">,
): ShardLine {
  const { shard, places } = task;
  return {
    id: shard.id,
    inputs: shard.inputs
      .filter(({ path }) => path !== "")
      .map(({ path }) => forCommand(session, resolve(session.workspace, path))),
    checkpoint: forCommand(session, places.checkpoint),
    work: forCommand(session, places.work),
    resume: record.resumed,
    attempt: record.attempt,
  };
}

/** Paths below the workspace relative to the command's folder (state files must hold on the next runner), others absolute. */
function forCommand(session: Folders, path: string): string {
  if (!path.startsWith(session.workspace + sep)) return path;
  return relative(session.command.cwd, path);
}

function writeInputs(session: Session, line: ShardLine): string {
  const path = join(session.scratch, `inputs-${sha256(line.id).slice(0, 16)}.txt`);
  mkdirSync(session.scratch, { recursive: true });
  writeFileSync(path, line.inputs.map((input) => `${input}\n`).join(""));
  return path;
}

/** Opens the log of one attempt of a shard. */
export function openLog(session: Session, { task, record }: Started): ShardLog {
  const path = join(session.workspace, ".donemark", "logs", logName(task.shard.id, record.attempt));
  return openShardLog(path, task.shard.id, session.logRules);
}

export interface CommandRun {
  readonly program: Program;
  readonly env: Record<string, string>;
  readonly log: Pick<ShardLog, "take" | "ready">;
  readonly slot: Slot;
}

/** Runs a command to its end, or to the run's. */
export async function runCommand(session: Session, run: CommandRun): Promise<Ended> {
  const group = launch(run, "closed");
  return untilEnd(session, group, session.definition.shardTimeoutMs);
}

/** Starts a program as a process group that writes to a log. */
export function launch({ program, env, log, slot }: CommandRun, stdin: "closed" | "pipe"): Group {
  const group = startGroup({
    argv: program.argv,
    cwd: program.cwd,
    env,
    stdin,
    onStdout: (chunk) => log.take("out", chunk),
    onStderr: (chunk) => log.take("err", chunk),
    ready: () => log.ready(),
  });
  try {
    if (group.process !== undefined) slot.keepFor(group.process);
  } catch (error) {
    // Nobody would hold it: a command must not go on whose shard has failed.
    group.kill();
    throw error;
  }
  return group;
}

/** Waits for a group, ends it at the time limit or when the run is stopped. */
async function untilEnd(
  session: Session,
  group: Group,
  timeoutMs: number | undefined,
): Promise<Ended> {
  const reins = hold(session, group, timeoutMs);
  try {
    const ended = await Promise.race([group.exit, reins.left]);
    return reins.cause() ?? ended;
  } finally {
    reins.release();
  }
}
