import { adoptOld } from "../commands/adopt.ts";
import { mark, unmark, type MarkOptions } from "../commands/mark.ts";
import { harmlessJson, harmlessLine } from "../core/log-name.ts";
import { markLines } from "../ui/lines.ts";
import { print, type Call } from "./call.ts";

export function markOnTerminal(call: Call): Promise<number> {
  return act(call, mark, optionsOf(call).accept ? "accepted" : "marked");
}

export function unmarkOnTerminal(call: Call): Promise<number> {
  return act(call, unmark, "unmarked");
}

export function adoptOnTerminal(call: Call): Promise<number> {
  return act(call, adoptOld, "adopted");
}

async function act(call: Call, command: typeof mark, word: string): Promise<number> {
  const { answer, exitCode } = await command(call.invocation, optionsOf(call));
  const lines = call.isJson ? [harmlessJson(answer)] : markLines(answer, word).map(harmlessLine);
  await print(`${lines.join("\n")}\n`);
  return exitCode;
}

function optionsOf({ args }: Call): MarkOptions {
  return {
    targets: args.positionals,
    all: args.switches.has("all"),
    accept: args.switches.has("accept"),
  };
}
