import { answerPlan, type PlanAnswer } from "../core/answers/answers.ts";
import type { Answered } from "../job/answered.ts";
import type { Invocation } from "../job/invocation.ts";
import { exitOfPlan, openJob } from "../job/open.ts";
import { NO_WORDS, type Command } from "./cli/command.ts";
import { printPlan } from "./print-plan.ts";

/** Decides for every shard. Changes nothing on disk. */
async function status(invocation: Invocation): Promise<Answered<PlanAnswer>> {
  const job = await openJob(invocation, { runs: false });
  return { answer: answerPlan(job.verdicts), job, exitCode: exitOfPlan(job.verdicts) };
}

export const statusCommand: Command = {
  name: "status",
  about: "what is done, failed, running, interrupted or stale; change nothing",
  positionals: NO_WORDS,
  switches: ["json", "verbose", "watch"],
  takesInputs: true,
  example: ["donemark status --verbose", "prints a line for every shard"],
  run: async (call) => {
    if (!call.args.switches.has("watch")) return printPlan(call, await status(call.invocation));
    const { watchStatus } = await import("./status-watch.ts");
    return watchStatus(call, status);
  },
};
