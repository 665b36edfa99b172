import { plan, status, type Answered } from "../commands/plan.ts";
import type { PlanAnswer } from "../core/answers.ts";
import { harmlessJson, harmlessLine } from "../core/log-name.ts";
import { count } from "../core/text.ts";
import { planLines } from "../ui/lines.ts";
import { painter } from "../ui/terminal.ts";
import { print, type Call } from "./call.ts";

export async function planOnTerminal(call: Call): Promise<number> {
  const planned = await plan(call.invocation);
  const { pending, matrix } = planned.answer;
  const jobs = `packed into ${count(matrix.include.length, "job")} (--json prints the matrix)`;
  return show(call, planned, pending > 0 ? [jobs] : []);
}

export async function statusOnTerminal(call: Call): Promise<number> {
  return show(call, await status(call.invocation));
}

async function show(
  call: Call,
  { answer, job, exitCode }: Answered<PlanAnswer>,
  more: readonly string[] = [],
): Promise<number> {
  if (call.isJson) {
    await print(`${harmlessJson(answer)}\n`);
    return exitCode;
  }
  const paint = painter("stdout", process.env);
  const verbose = call.args.switches.has("verbose");
  const lines = planLines(job.verdicts, { verbose, paint }).map(harmlessLine);
  await print(`${[...lines, ...more].join("\n")}\n`);
  return exitCode;
}
