import { harmlessJson, harmlessLine } from "../core/text/log-line.ts";
import type { ChooseOptions, Marked } from "../job/act-on-shards.ts";
import { markLines } from "../ui/render/lines.ts";
import { print, type Call } from "./cli/call.ts";

/** The shards that a command line names. */
export function chosenBy({ args }: Call): ChooseOptions {
  return { targets: args.positionals, all: args.switches.has("all") };
}

/** Prints what was done with each shard; `word` says it. Gives the exit code. */
export async function printMarks(
  { isJson }: Call,
  { answer, exitCode }: Marked,
  word: string,
): Promise<number> {
  const lines = isJson ? [harmlessJson(answer)] : markLines(answer, word).map(harmlessLine);
  await print(`${lines.join("\n")}\n`);
  return exitCode;
}
