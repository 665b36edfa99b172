import { randomBytes } from "node:crypto";
import { didYouMean } from "../core/nearest.ts";
import { EXIT, UserError } from "../core/problem.ts";
import type { Invocation } from "../commands/invocation.ts";
import { realDisk } from "../files/real-disk.ts";
import { readArguments, type Arguments } from "../ui/arguments.ts";
import { painter, terminalReporter } from "../ui/terminal.ts";

/** A command line, ready to act on. */
export interface Call {
  readonly args: Arguments;
  readonly invocation: Invocation;
  readonly isJson: boolean;
}

type Command = (call: Call) => Promise<number>;

const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  run: async () => (await import("./terminal-run.ts")).runOnTerminal,
  plan: async () => (await import("./terminal-plan.ts")).planOnTerminal,
  status: async () => (await import("./terminal-plan.ts")).statusOnTerminal,
  mark: async () => (await import("./terminal-mark.ts")).markOnTerminal,
  unmark: async () => (await import("./terminal-mark.ts")).unmarkOnTerminal,
  demo: async () => (await import("./demo.ts")).demoOnTerminal,
};

/** Acts on a command line. Gives the exit code. */
export async function terminal(argv: readonly string[], home: URL): Promise<number> {
  const [name = "help", ...rest] = argv;
  const paint = painter(process.stderr, process.env);
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
    if (!(error instanceof UserError)) throw error;
    for (const problem of error.problems)
      process.stderr.write(`${paint("red", "error")} ${problem}\n`);
    return error.exitCode;
  }
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
    randomHex: (bytes) => randomBytes(bytes).toString("hex"),
    home,
  };
  return { args, invocation, isJson };
}

/** Writes text to standard output and waits until it is taken. */
export function print(text: string): Promise<void> {
  return new Promise((done) => {
    process.stdout.write(text, () => done());
  });
}
