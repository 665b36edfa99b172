import { join, relative, resolve, sep } from "node:path";
import { variableOf, type Params } from "../../core/model/params.ts";
import { isUri } from "../../core/model/shard.ts";
import type { Task } from "../../checkpoint/tasks.ts";
import { sha256 } from "../../core/model/digest.ts";
import type { StartRecord } from "../../core/model/start-record.ts";
import { logName } from "../../core/text/log-line.ts";
import { startGroup, type Group, type GroupOptions } from "../../machine/group.ts";
import { NO_HANDLES } from "../../machine/handles.ts";
import { openShardLog, type ShardLog } from "../../machine/log.ts";
import type { ProcessId } from "../../machine/processes.ts";
import type { Program } from "../../machine/program.ts";
import type { Scratch } from "../../machine/scratch.ts";
import { momentNow, type CommandTraces, type Moment } from "../../machine/survivors.ts";
import type { Commands, Slot, StartedShard } from "../parts.ts";
import type { Stop } from "../schedule/stop.ts";
import {
  supervise,
  type Care,
  type Ended,
  type Supervision,
  type SupervisionRules,
} from "./supervise.ts";
import { settleSurvivors, type WaitRules } from "./survivors.ts";

/** Every process of a start's command carries the start's token in it. */
const START_VARIABLE = "DONEMARK_START";

/** The variable that names a start. */
export function startVariable({ token }: Pick<StartRecord, "token">): Record<string, string> {
  return token === undefined ? {} : { [START_VARIABLE]: token };
}

/** For what runs beside a command and is none of its processes. */
export function withoutStart(env: Record<string, string>): Record<string, string> {
  const { [START_VARIABLE]: _, ...rest } = env;
  return rest;
}

/** One line of a worker's standard input and of a job's list of shards. */
interface ShardLine {
  readonly id: string;
  readonly inputs: readonly string[];
  readonly checkpoint: string;
  readonly work: string;
  readonly resume: boolean;
  readonly attempt: number;
  readonly params?: Params;
}

/** The environment of a command of this slot, for every way to run. */
export function slotEnvironment(commands: Commands, slot: Slot): Record<string, string> {
  const { environment, counted } = commands;
  const count = counted === undefined ? {} : { SHARD_COUNT: String(counted) };
  return { ...environment, ...slot.environment, ...count };
}

/** The environment of one shard's command. Values only: none of them becomes part of a shell text. */
export function shardEnvironment(
  commands: Commands,
  slot: Slot,
  { task, record }: StartedShard,
): Record<string, string> {
  const line = shardLine(foldersOf(commands), { task, record });
  return {
    ...slotEnvironment(commands, slot),
    ...startVariable(record),
    SHARD_ID: line.id,
    SHARD_NAME: task.shard.name,
    SHARD_INPUT: line.inputs[0] ?? "",
    SHARD_INPUTS_FILE: writeInputs(commands.scratch, line),
    SHARD_CHECKPOINT: line.checkpoint,
    SHARD_WORK: line.work,
    ...(commands.counted !== undefined && { SHARD_INDEX: String(task.shard.index) }),
    SHARD_ATTEMPT: String(line.attempt),
    SHARD_RESUME: line.resume ? "1" : "0",
    ...paramVariables(line.params),
  };
}

function paramVariables(params: Params = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [variableOf(name), value]),
  );
}

/** The folders that a command's paths depend on. */
export interface CommandFolders {
  readonly workspace: string;
  /** The command's own folder. */
  readonly cwd: string;
}

export function foldersOf({ workspace, command }: Commands): CommandFolders {
  return { workspace, cwd: command.cwd };
}

/** The line that tells a long-lived program about a shard. */
export function shardLine(
  folders: CommandFolders,
  { task, record }: { readonly task: Task; readonly record: StartRecord },
): ShardLine {
  const { shard, paths } = task;
  return {
    id: shard.id,
    inputs: shard.inputs
      .filter(({ path }) => path !== "")
      .map(({ path }) =>
        isUri(path) ? path : forCommand(folders, resolve(folders.workspace, path)),
      ),
    checkpoint: forCommand(folders, paths.checkpoint),
    work: forCommand(folders, paths.work),
    resume: record.resumed,
    attempt: record.attempt,
    ...(shard.params !== undefined && { params: shard.params }),
  };
}

/** Paths below the workspace relative to the command's folder (state files must hold on the next runner), others absolute. */
function forCommand({ workspace, cwd }: CommandFolders, path: string): string {
  return path.startsWith(workspace + sep) ? relative(cwd, path) : path;
}

function writeInputs(scratch: Scratch, line: ShardLine): string {
  const name = `inputs-${sha256(line.id).slice(0, 16)}.txt`;
  return scratch.write(name, line.inputs.map((input) => `${input}\n`).join(""));
}

/** Opens the log of one attempt of a shard. */
export function openAttemptLog(commands: Commands, { task, record }: StartedShard): ShardLog {
  const { id } = task.shard;
  return openLog(commands, { name: logName(id, record.attempt), label: id });
}

/** Opens a log of this run; `label` goes in front of each line in the job's log. */
export function openLog(
  { logFolder, logRules }: Commands,
  { name, label }: { readonly name: string; readonly label: string },
): ShardLog {
  return openShardLog(join(logFolder, name), label, logRules);
}

/** Where a command's output goes. */
export type OutputLog = Pick<ShardLog, "take" | "ready">;

export interface Launch {
  readonly program: Program;
  readonly env: Record<string, string>;
  readonly log: OutputLog;
  readonly slot: Slot;
  readonly care?: Care;
  readonly isThrough?: SupervisionRules["isThrough"];
}

/** A command that runs, tied to its time limit and to the run's stop. */
export interface RunningCommand {
  readonly supervision: Supervision;
  /** Settles with the end of the command and, after rules for them, of the processes that it leaves. */
  readonly ended: Promise<Ended>;
}

/** Starts a command, right after `mayLaunch`. With rules, what it leaves running is waited for after exit code 0. */
export function startCommand(
  commands: Commands,
  stop: Stop,
  run: Launch & { readonly waits?: WaitRules },
): RunningCommand {
  const { limits } = commands;
  const moment = momentNow();
  const { waits, care, isThrough } = run;
  let unsettled: Ended | undefined;
  const group = launch(commands, run, "closed", async (exit) => {
    if (waits === undefined || group.process === undefined) return;
    const traces = tracesOf(group.process, run, moment);
    unsettled = await settleSurvivors({ traces, supervision, stop, limits }, exit, waits);
  });
  const timeoutMs = limits.shardTimeoutMs;
  const supervision = supervise(group, {
    ...{ stop, limits, timeoutMs },
    ...(care !== undefined && { care }),
    ...(isThrough !== undefined && { isThrough }),
  });
  const ended = Promise.race([group.exit, supervision.left]).then(
    (first) => supervision.cause() ?? unsettled ?? first,
  );
  return { supervision, ended };
}

/** Runs a command to its end, to the shard's time limit, or to the run's stop. */
export async function runCommand(
  commands: Commands,
  stop: Stop,
  run: Parameters<typeof startCommand>[2],
): Promise<Ended> {
  if (!(await mayLaunch(commands, stop))) return { kind: "stopped" };
  const { supervision, ended } = startCommand(commands, stop, run);
  try {
    return await ended;
  } finally {
    supervision.release();
  }
}

/** Waits for file handles. `false` where the run is stopped instead, maybe for lack of them. */
export async function mayLaunch({ handles }: Commands, stop: Stop): Promise<boolean> {
  if (await handles.free(() => stop.cause() !== undefined)) return true;
  stop.request({ kind: "fault", why: NO_HANDLES });
  return false;
}

function tracesOf(
  leader: ProcessId,
  { env }: Pick<Launch, "env">,
  moment: Moment,
): Omit<CommandTraces, "known"> {
  const token = env[START_VARIABLE];
  const tag = token === undefined ? undefined : `${START_VARIABLE}=${token}`;
  return { leader, tag, moment };
}

function sayOfGuard(isReplaced: boolean): string {
  const then = isReplaced
    ? "another one took its place"
    : "no other one could start, and the command is ended";
  return `donemark: the guard that ends this command with Donemark was ended by somebody; ${then}\n`;
}

/** Starts a program as a process group that writes to a log, right after `mayLaunch`. */
export function launch(
  { handles, memory, ended: oneEnded }: Pick<Commands, "handles" | "memory" | "ended">,
  { program, env, log, slot }: Launch,
  stdin: "closed" | "pipe",
  beforeEnd?: GroupOptions["beforeEnd"],
): Group {
  program.ensure();
  const group = startGroup({
    argv: program.argv,
    cwd: program.cwd,
    env,
    stdin,
    onStdout: (chunk) => log.take("out", chunk),
    onStderr: (chunk) => log.take("err", chunk),
    ready: () => log.ready(),
    onGuardEnded: (isReplaced) => log.take("err", Buffer.from(sayOfGuard(isReplaced))),
    ...(beforeEnd !== undefined && { beforeEnd }),
  });
  const ended = handles.inUse();
  void group.exit.then(ended);
  void group.exit.then(oneEnded);
  try {
    if (group.process !== undefined) {
      slot.keepFor(group.process);
      memory.watch(slot.name, group.process.pid);
    }
  } catch (error) {
    // Without a lease the shard fails, and its command must not go on.
    group.kill();
    throw error;
  }
  return group;
}
