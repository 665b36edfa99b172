import { info } from "../commands/info.ts";
import { harmlessJson, harmlessLine } from "../core/log-name.ts";
import { EXIT } from "../core/problem.ts";
import { infoLines } from "../ui/info-lines.ts";
import { painter } from "../ui/terminal.ts";
import { print, type Call } from "./call.ts";

export async function infoOnTerminal({ invocation, args, isJson }: Call): Promise<number> {
  const answer = await info(invocation, args.positionals);
  const paint = painter("stdout", process.env);
  const lines = isJson ? [harmlessJson(answer)] : infoLines(answer, paint).map(harmlessLine);
  await print(`${lines.join("\n")}\n`);
  return EXIT.done;
}
