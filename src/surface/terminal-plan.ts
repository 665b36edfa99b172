import { plan, status, type Answered } from "../commands/plan.ts";
import type { PlanAnswer } from "../core/answers.ts";
import { harmlessLine } from "../core/log-name.ts";
import { planLines } from "../ui/lines.ts";
import { painter } from "../ui/terminal.ts";
import { print, type Call } from "./call.ts";

export async function planOnTerminal(call: Call): Promise<number> {
  return show(call, await plan(call.invocation));
}

export async function statusOnTerminal(call: Call): Promise<number> {
  return show(call, await status(call.invocation));
}

async function show(call: Call, { answer, job, exitCode }: Answered<PlanAnswer>): Promise<number> {
  if (call.isJson) {
    await print(`${JSON.stringify(answer)}\n`);
    return exitCode;
  }
  const paint = painter("stdout", process.env);
  const verbose = call.args.switches.has("verbose");
  const lines = planLines(job.verdicts, { verbose, paint }).map(harmlessLine);
  await print(`${lines.join("\n")}\n`);
  return exitCode;
}
