import { collect } from "../commands/collect.ts";
import { harmlessJson, harmlessLine } from "../core/log-name.ts";
import { collectLines } from "../ui/lines.ts";
import { painter } from "../ui/terminal.ts";
import { print, type Call } from "./call.ts";

export async function collectOnTerminal({ invocation, isJson }: Call): Promise<number> {
  const { answer, exitCode } = await collect(invocation);
  const paint = painter("stdout", process.env);
  const lines = isJson ? [harmlessJson(answer)] : collectLines(answer, paint).map(harmlessLine);
  await print(`${lines.join("\n")}\n`);
  return exitCode;
}
