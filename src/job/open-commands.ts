import { join } from "node:path";
import { scrub, secretsOf } from "../core/definition/environment.ts";
import { logFolder } from "../core/model/shard-paths.ts";
import { logFolderName } from "../core/text/log-line.ts";
import { openHandles } from "../machine/handles.ts";
import { watchMemory } from "../machine/memory.ts";
import { heartbeatTimes } from "../machine/heartbeat.ts";
import type { LogRules } from "../machine/log.ts";
import { writeProgram } from "../machine/program.ts";
import { watchReaping } from "../machine/reaping.ts";
import { openScratch } from "../machine/scratch.ts";
import type { Writer } from "../protocol/writer.ts";
import type { Commands } from "../run/parts.ts";
import type { Invocation } from "./invocation.ts";
import type { Job } from "./open.ts";

export interface CommandRules extends Pick<LogRules, "emit" | "ready"> {
  /** Every process carries it as `DONEMARK_RUN`. */
  readonly runTag: string;
  /** A signal leaves this much time; commands that need longer are left to a later step. */
  readonly leaveAfterMs: number | undefined;
}

/** Commands that are ready to start, and the removal of their small files. */
export interface OpenedCommands {
  readonly commands: Commands;
  readonly removeScratch: () => void;
}

/**
 * Writes the command and the check of a job as scripts of this run.
 * @throws {UserError} where `.donemark` cannot be written.
 */
export function openCommands(
  { workspace, disk, reporter, env }: Invocation,
  { definition, counted }: Pick<Job, "definition" | "counted">,
  { writer, rules }: { readonly writer: Writer; readonly rules: CommandRules },
): OpenedCommands {
  const scratch = openScratch(workspace, writer.token());
  const request = { disk, workspace, scratch, ...definition };
  const { command = "", check, onStop, shardTimeoutMs, stallTimeoutMs, stopGraceMs } = definition;
  const commands: Commands = {
    command: writeProgram(request, "command", command),
    check: check === undefined ? undefined : writeProgram(request, "check", check),
    onStop: onStop === undefined ? undefined : writeProgram(request, "on-stop", onStop),
    environment: { ...scrub(env), DONEMARK_RUN: rules.runTag },
    workspace,
    logFolder: join(logFolder(workspace), logFolderName(definition)),
    scratch,
    logRules: {
      secrets: [...secretsOf(env)],
      emit: rules.emit,
      maskEverywhere: reporter.mask,
      lost: oneWarning(reporter),
      ...(rules.ready !== undefined && { ready: rules.ready }),
    },
    handles: openHandles(reporter.warn),
    memory: watchMemory(),
    ended: watchReaping(REAPING_BEATS * heartbeatTimes(env).beatMs, reporter.warn),
    counted,
    limits: { shardTimeoutMs, stallTimeoutMs, stopGraceMs, leaveAfterMs: rules.leaveAfterMs },
  };
  return { commands, removeScratch: scratch.remove };
}

/** In beats of the heartbeat, whose time tests shorten. */
const REAPING_BEATS = 20;

/** A full disk would have a warning for each shard: the job's log has the lines all the same. */
function oneWarning({ warn }: Invocation["reporter"]): (path: string, why: string) => void {
  let isTold = false;
  return (path, why) => {
    if (!isTold) warn(`Logs are lost, and the run goes on: ${path} cannot be written: ${why}`);
    isTold = true;
  };
}
