import { jobLogName } from "../../core/text/log-line.ts";
import type { ShardPaths } from "../../core/model/shard-paths.ts";
import type { ShardLog } from "../../machine/log.ts";
import type { Scratch } from "../../machine/scratch.ts";
import type { RunParts, Slot } from "../parts.ts";
import type { Attempt, Execution, Settle } from "./execution.ts";
import { careFor, type CareForCommand } from "./care.ts";
import {
  foldersOf,
  mayLaunch,
  openLog,
  shardLine,
  slotEnvironment,
  startCommand,
  startVariable,
  type RunningCommand,
} from "./command.ts";
import { isThrough, whenThrough } from "./reported.ts";
import type { Ended } from "./supervise.ts";
import { troubleOf } from "./trouble.ts";

/** `run-per: job`: one program for all shards. They share its log. */
export function perJob(run: RunParts, slot: Slot): Execution {
  let shared: ShardLog | undefined;
  return {
    openLog: (_, number) => {
      const name = jobLogName(run.writing.identity.runTag, number);
      return (shared ??= openLog(run.commands, { name, label: "job" }));
    },
    closeLog: () => Promise.resolve(),
    execute: (attempts, settle) => executeJob(run, slot, { attempts, settle }),
    endRound: async () => {
      const log = shared;
      shared = undefined;
      await log?.close();
    },
  };
}

interface JobRound {
  readonly attempts: readonly Attempt[];
  readonly settle: Settle;
}

async function executeJob(
  run: RunParts,
  slot: Slot,
  { attempts, settle }: JobRound,
): Promise<void> {
  const pending = new Set(attempts);
  if (!(await mayLaunch(run.commands, run.state.stop)))
    return settleRest(run, { attempts, settle }, { kind: "stopped" });
  // Before the program begins: a moment that passes in between is no time that the first shard did not take.
  const times = sharesOfTime();
  const { supervision, ended, care } = startProgram(run, slot, { attempts, pending });
  let settling = Promise.resolve();
  const forgets = attempts.map((attempt) =>
    whenThrough(run.state.watch, attempt.verdict.task.paths, () => {
      if (!pending.delete(attempt)) return;
      supervision.renew();
      const [timed = attempt] = times.take([attempt]);
      // One after the other: a check may need the GPU that the program is using.
      settling = settling.then(() => settle(timed, undefined));
    }),
  );
  const end = await ended;
  supervision.release();
  if (end.kind !== "left") await care.settled();
  for (const forget of forgets) forget();
  const rest = times.take([...pending]);
  await settling;
  await settleRest(run, { attempts: rest, settle }, end);
}

/** Gives attempts the time since the last ones got theirs, in equal shares: one program makes shard after shard. */
function sharesOfTime(): {
  readonly take: (attempts: readonly Attempt[]) => readonly Attempt[];
} {
  let lastTick = performance.now();
  return {
    take: (attempts) => {
      const nowTick = performance.now();
      const seconds = (nowTick - lastTick) / 1000 / Math.max(1, attempts.length);
      lastTick = nowTick;
      return attempts.map((attempt) => ({ ...attempt, seconds }));
    },
  };
}

interface Together {
  readonly attempts: readonly Attempt[];
  /** Those that the program is not through with yet: they are waited for after its end. */
  readonly pending: ReadonlySet<Attempt>;
}

function startProgram(
  run: RunParts,
  slot: Slot,
  { attempts, pending }: Together,
): RunningCommand & { readonly care: CareForCommand } {
  const { commands, state, writing } = run;
  const [first] = attempts;
  if (first === undefined) throw new Error("A job has at least one shard.");
  const env = {
    ...slotEnvironment(commands, slot),
    // Not that of a shard: the check of one runs beside the program.
    ...startVariable({ token: writing.identity.newToken() }),
    SHARDS_FILE: writeShards(commands.scratch, attempts, foldersOf(commands)),
  };
  const paths = (): readonly ShardPaths[] => [...pending].map(({ verdict }) => verdict.task.paths);
  const care = careFor(run, { slot, log: first.log, env: () => env, paths });
  const { emit, writer, definition } = writing;
  const waits = { paths, disk: writer.disk, definition, emit };
  const program = {
    ...{ program: commands.command, env, log: care.log, slot, care, waits },
    isThrough: (): boolean => [...pending].some(({ verdict }) => isThrough(verdict.task.paths)),
  };
  return { ...startCommand(commands, state.stop, program), care };
}

function writeShards(
  scratch: Scratch,
  attempts: readonly Attempt[],
  folders: ReturnType<typeof foldersOf>,
): string {
  const lines = attempts.map(({ started }) => JSON.stringify(shardLine(folders, started)));
  return scratch.write("shards.jsonl", lines.map((line) => `${line}\n`).join(""));
}

/** After exit code 0 every sound checkpoint counts; after any other end only those with a marker of their own. */
async function settleRest(
  { writing, commands }: RunParts,
  { attempts, settle }: JobRound,
  ended: Ended,
): Promise<void> {
  const logTail = attempts[0]?.log.tail() ?? "";
  const trouble = troubleOf(ended, { limits: commands.limits, logTail });
  for (const attempt of attempts) {
    const isMarked = writing.writer.disk.exists(attempt.verdict.task.paths.marker);
    await settle(attempt, isMarked ? undefined : trouble);
  }
}
