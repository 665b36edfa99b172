import { nodeCrypto } from "../core/node-crypto.ts";
import { harmlessLine } from "../core/log-name.ts";
import { didYouMean } from "../core/nearest.ts";
import { asUserError, EXIT, UserError } from "../core/problem.ts";
import type { Invocation } from "../commands/invocation.ts";
import { realDisk } from "../files/real-disk.ts";
import { readArguments, type Arguments } from "../ui/arguments.ts";
import { painter, terminalReporter } from "../ui/terminal.ts";
import type { Call } from "./call.ts";
import { planOnTerminal, statusOnTerminal } from "./terminal-plan.ts";

type Command = (call: Call) => Promise<number>;

const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  run: async () => (await import("./terminal-run.ts")).runOnTerminal,
  plan: () => Promise.resolve(planOnTerminal),
  status: () => Promise.resolve(statusOnTerminal),
  collect: async () => (await import("./terminal-collect.ts")).collectOnTerminal,
  mark: async () => (await import("./terminal-mark.ts")).markOnTerminal,
  unmark: async () => (await import("./terminal-mark.ts")).unmarkOnTerminal,
  adopt: async () => (await import("./terminal-mark.ts")).adoptOnTerminal,
  verify: async () => (await import("./terminal-verify.ts")).verifyOnTerminal,
  info: async () => (await import("./terminal-info.ts")).infoOnTerminal,
  demo: async () => (await import("./demo.ts")).demoOnTerminal,
};

/** Acts on a command line. Gives the exit code. */
export async function terminal(argv: readonly string[], home: URL): Promise<number> {
  const [name = "help", ...rest] = argv;
  try {
    if (name === "help" || name === "--help" || name === "-h") return await help();
    const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (load === undefined) {
      const names = Object.keys(COMMANDS);
      throw new UserError([
        `The command ${JSON.stringify(name)} is unknown.${didYouMean(name, names)} Known are ${names.join(", ")}.`,
      ]);
    }
    const args = readArguments(rest);
    if (args.switches.has("help")) return await help();
    const act = await load();
    return await act(callOf(args, home));
  } catch (error) {
    const told = asUserError(error);
    if (told === undefined) throw error;
    const paint = painter("stderr", process.env);
    for (const problem of told.problems)
      process.stderr.write(`${paint("red", "error")} ${harmless(problem)}\n`);
    return told.exitCode;
  }
}

/** A problem may name files and values as others have made them. */
function harmless(problem: string): string {
  return problem
    .split(/\r\n|\r|\n/)
    .map(harmlessLine)
    .join("\n      ");
}

async function help(): Promise<number> {
  const { helpText } = await import("../ui/help.ts");
  process.stdout.write(helpText());
  return EXIT.done;
}

function callOf(args: Arguments, home: URL): Call {
  const isJson = args.switches.has("json");
  const debug = process.env["DONEMARK_DEBUG"] === "1";
  const invocation: Invocation = {
    surface: "terminal",
    inputs: args.inputs,
    workspace: process.cwd(),
    env: process.env,
    disk: realDisk,
    reporter: terminalReporter({ json: isJson, debug }),
    now: Date.now,
    randomHex: (bytes) => nodeCrypto().randomBytes(bytes).toString("hex"),
    home,
  };
  return { args, invocation, isJson };
}
