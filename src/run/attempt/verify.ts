import { verifyOutput } from "../../checkpoint/verify-output.ts";
import type { Task } from "../../checkpoint/tasks.ts";
import { readStatus } from "../../core/model/status.ts";
import type { Definition } from "../../core/definition/fields.ts";
import type { Change } from "../../core/model/fingerprint.ts";
import { quote } from "../../core/text/text.ts";
import { recordFailed } from "../../files/bad-checkpoint-record.ts";
import type { LookedAt } from "../../protocol/finish.ts";
import type { Commands, RunState, Slot, StartedShard, Writing } from "../parts.ts";
import { runCommand, shardEnvironment, type OutputLog } from "./command.ts";
import { troubleOf, type Trouble } from "./trouble.ts";

/** The arguments for asking the witnesses of a finished command. */
export interface Verification {
  readonly writing: Pick<Writing, "writer" | "home" | "definition" | "now" | "emit">;
  readonly commands: Commands;
  readonly state: Pick<RunState, "stop" | "changeSince" | "told">;
}

export type Verified =
  | { readonly kind: "good"; readonly looked: LookedAt }
  | { readonly kind: "bad"; readonly trouble: Trouble };

/**
 * Asks whether the output of a command that did its part may be marked: nothing that it read has changed meanwhile, the
 * `check` ends with exit code 0, and no witness speaks against the checkpoint.
 */
export async function verifyAttempt(
  verification: Verification,
  { started, slot }: { readonly started: StartedShard; readonly slot: Slot },
  log: OutputLog,
): Promise<Verified> {
  const change = await verification.state.changeSince(started.task);
  const { what } = change;
  if (what !== undefined)
    return bad("changed-meanwhile", `${what} while the command ran: what it read is not known`);
  tellAdded(verification, started.task, change);
  const refused = await runCheck(verification, { started, slot }, log);
  if (refused !== undefined) return { kind: "bad", trouble: refused };
  return askWitnesses(verification, started.task);
}

/** Once in a run: shards often share an input folder. */
function tellAdded(
  { writing, state }: Pick<Verification, "writing" | "state">,
  { shard }: Task,
  { added, data }: Change,
): void {
  const news = added.filter((path) => !state.told.has(`added ${path}`));
  const [first] = news;
  if (first === undefined) return;
  for (const path of news) state.told.add(`added ${path}`);
  const more = news.length === 1 ? "" : ` and ${news.length - 1} more`;
  const then =
    data === undefined
      ? "no part of what it was made from"
      : `it is marked for what lay there before, and runs again for ${quote(data)}, unless \`ignore\` in the definition leaves such files out`;
  const text = `${quote(first)}${more} came into its input while the command ran: ${then}`;
  writing.emit({ kind: "warning", shard: shard.id, text });
}

function leftNothing({ shard }: Task, { runPer }: Definition): string {
  const where =
    runPer === "shard"
      ? "the path in SHARD_CHECKPOINT"
      : "the path that its line names as checkpoint";
  return `the command left no checkpoint at ${quote(shard.checkpoint)} (${where})`;
}

function bad(reason: string, why: string): Verified {
  return { kind: "bad", trouble: { reason, why, exitCode: 0 } };
}

async function askWitnesses(
  { writing, commands, state }: Verification,
  task: Task,
): Promise<Verified> {
  const { writer, now, emit } = writing;
  const { disk } = writer;
  const { checkpoint } = task.paths;
  const output = await verifyOutput(disk, checkpoint, writing);
  if (output.kind === "good") {
    tellUnknownStatus({ writing, state }, task, output.stated.status);
    return { kind: "good", looked: output };
  }
  const { reason, why } = output;
  if (reason === "absent") return bad(reason, leftNothing(task, writing.definition));
  if (reason === "unreadable") {
    const text = `its checkpoint stays and is not marked: ${why}. Then \`${task.markLine()}\` marks it, and nothing runs again`;
    return { kind: "bad", trouble: { reason, why: text, exitCode: 0, stays: true } };
  }
  const debug = (text: string): void => emit({ kind: "detail", text });
  const place = { disk, workspace: commands.workspace, now, reporter: { debug } };
  await recordFailed(place, [{ path: checkpoint, reason: why }]);
  return bad(reason, `its checkpoint is refused as ${why}`);
}

/** Once in a run: where the word is that of a failure, all of its shards have it. */
function tellUnknownStatus(
  { writing, state }: Pick<Verification, "writing" | "state">,
  { shard }: Task,
  status: string | undefined,
): void {
  if (readStatus(status, writing.definition.status) !== "other") return;
  if (state.told.has("status")) return;
  state.told.add("status");
  const word = quote(status);
  const text = `is marked, since its command ended well, with a status of its own that Donemark does not know: ${word}. Name it in the definition, as \`status: {complete: [${word}]}\` or \`status: {failed: [${word}]}\``;
  writing.emit({ kind: "warning", shard: shard.id, text });
}

async function runCheck(
  { commands, state }: Verification,
  { started, slot }: { readonly started: StartedShard; readonly slot: Slot },
  log: OutputLog,
): Promise<Trouble | undefined> {
  const { check } = commands;
  if (check === undefined) return undefined;
  const env = shardEnvironment(commands, slot, started);
  const ended = await runCommand(commands, state.stop, { program: check, env, log, slot });
  const trouble = troubleOf(ended, { limits: commands.limits, logTail: "" });
  if (trouble === undefined || trouble.reason === "stopped") return trouble;
  return { ...trouble, reason: "check", why: trouble.why.replace("the command", "the check") };
}
