import { nodeCrypto } from "../../core/model/node-crypto.ts";
import { harmlessLine } from "../../core/text/log-line.ts";
import { didYouMean } from "../../core/text/nearest.ts";
import { EXIT, faultLine, UserError } from "../../core/text/problem.ts";
import { quote } from "../../core/text/text.ts";
import { handleUncaught, type Uncaught } from "../../machine/uncaught.ts";
import { realDisk } from "../../files/real-disk.ts";
import { asTold } from "../../job/as-told.ts";
import type { Invocation } from "../../job/invocation.ts";
import { lastingStream } from "../../ui/terminal/streams.ts";
import { painter, terminalReporter } from "../../ui/terminal/terminal.ts";
import { readArguments } from "./arguments.ts";
import { print, type Arguments, type Call } from "./call.ts";
import type { Command } from "./command.ts";
import { COMMAND_NAMES, loadAllCommands, loadCommand } from "./list.ts";

/** Acts on a command line. Gives the exit code. */
export async function dispatch(argv: readonly string[], home: URL): Promise<number> {
  const uncaught = handleUncaught((error) => sayError(ownFault(error).message));
  try {
    const [name = "help", ...rest] = argv;
    if (name === "help" || name === "--help" || name === "-h") return await help(rest);
    const command = await commandNamed(name);
    const args = await readArguments(command, rest, loadAllCommands);
    if (args.switches.has("help")) return await help([name]);
    return await command.run(callOf(args, { home, uncaught }));
  } catch (error) {
    const told = (await asTold(error)) ?? ownFault(error);
    for (const problem of told.problems.slice(0, MOST_PROBLEMS)) sayError(problem);
    const more = told.problems.length - MOST_PROBLEMS;
    if (more > 0) sayError(`… and ${more} more of these`);
    return told.exitCode;
  }
}

/** Nobody reads more of them at once. */
const MOST_PROBLEMS = 20;

/** One plain line for people; the stack is for those who mend it. */
function ownFault(error: unknown): UserError {
  const stack = process.env["DONEMARK_DEBUG"] === "1" && error instanceof Error ? error.stack : "";
  return new UserError([`${faultLine(error)}\n${stack ?? ""}`.trimEnd()], EXIT.failed);
}

function sayError(text: string): void {
  const word = painter("stderr", process.env)("red", "error");
  lastingStream("stderr").write(`${word} ${harmless(text)}\n`);
}

/** @throws {UserError} with the nearest right name. */
async function commandNamed(name: string): Promise<Command> {
  const command = await loadCommand(name);
  if (command !== undefined) return command;
  throw new UserError([
    `The command ${quote(name)} is unknown.${didYouMean(name, COMMAND_NAMES)} Known are ${COMMAND_NAMES.join(", ")}.`,
  ]);
}

/** A problem may hold file names and values that others have made. */
function harmless(problem: string): string {
  return problem
    .split(/\r\n|\r|\n/)
    .map(harmlessLine)
    .join("\n      ");
}

async function help([name]: readonly string[]): Promise<number> {
  const { commandHelp, helpText } = await import("./help.ts");
  const text =
    name === undefined || name.startsWith("-")
      ? helpText(await loadAllCommands())
      : commandHelp(await commandNamed(name));
  await print(text);
  return EXIT.done;
}

function callOf(
  args: Arguments,
  { home, uncaught }: { readonly home: URL; readonly uncaught: Uncaught },
): Call {
  const isJson = args.switches.has("json");
  const debug = process.env["DONEMARK_DEBUG"] === "1";
  const invocation: Invocation = {
    surface: "terminal",
    inputs: args.inputs,
    workspace: process.cwd(),
    env: process.env,
    disk: realDisk,
    reporter: terminalReporter({ json: isJson || args.switches.has("json-lines"), debug }),
    now: Date.now,
    randomHex: (bytes) => nodeCrypto().randomBytes(bytes).toString("hex"),
    home,
  };
  return { args, invocation, isJson, uncaught, loadAll: loadAllCommands };
}
