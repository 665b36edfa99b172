import type { PlanAnswer } from "../core/answers/answers.ts";
import { harmlessJson, harmlessLine } from "../core/text/log-line.ts";
import type { Answered } from "../job/answered.ts";
import { planLines } from "../ui/render/lines.ts";
import { painter } from "../ui/terminal/terminal.ts";
import { print, type Call } from "./cli/call.ts";

/** Prints the decisions of a plan or a status, and more lines below them. Gives the exit code. */
export async function printPlan(
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
