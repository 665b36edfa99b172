import type { RunParts } from "../parts.ts";
import type { Execution } from "./execution.ts";
import { careFor } from "./care.ts";
import { openAttemptLog, runCommand, shardEnvironment } from "./command.ts";
import { troubleOf } from "./trouble.ts";

/** `run-per: shard`: one command for each shard. */
export function perShard(run: RunParts): Execution {
  const { commands, state, writing } = run;
  const { emit, writer, definition } = writing;
  const { disk } = writer;
  return {
    openLog: (started) => openAttemptLog(commands, started),
    closeLog: (log) => log.close(),
    execute: async (attempts, settle) => {
      for (const attempt of attempts) {
        const { started, slot, log } = attempt;
        const env = shardEnvironment(commands, slot, started);
        const program = commands.command;
        const { paths, shard } = started.task;
        const care = careFor(run, { slot, log, env: () => env, paths: () => [paths] });
        const waits = { paths: () => [paths], shard: shard.id, disk, definition, emit };
        const given = { program, env, log: care.log, slot, care, waits };
        const ended = await runCommand(commands, state.stop, given);
        if (ended.kind !== "left") await care.settled();
        const { limits } = commands;
        await settle(attempt, troubleOf(ended, { limits, logTail: log.tail() }));
      }
    },
    endRound: () => Promise.resolve(),
  };
}
