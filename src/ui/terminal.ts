import { styleText } from "node:util";
import { harmlessLine } from "../core/log-name.ts";
import type { Reporter } from "../run/session.ts";

type Colour = "green" | "red" | "yellow" | "dim" | "bold" | "cyan";

export type Paint = (colour: Colour, text: string) => string;

/** Colours where a person looks on, and `NO_COLOR` is not set. */
export function painter(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): Paint {
  const noColour = env["NO_COLOR"];
  const isPlain = !stream.isTTY || (noColour !== undefined && noColour !== "");
  return (colour, text) => (isPlain ? text : styleText(colour, text, { validateStream: false }));
}

export interface TerminalOptions {
  /** Standard output is for JSON alone: every line goes to standard error. */
  readonly json: boolean;
  readonly debug: boolean;
}

/** Says things on a terminal, which may be a step of a workflow: no line is a command to its runner. */
export function terminalReporter(options: TerminalOptions): Reporter {
  const out = options.json ? process.stderr : process.stdout;
  const paint = painter(process.stderr, process.env);
  const line = (stream: NodeJS.WriteStream, text: string): void =>
    void stream.write(`${text.split("\n").map(harmlessLine).join("\n")}\n`);
  return {
    info: (text) => line(out, text),
    warn: (text) => line(process.stderr, `${paint("yellow", "warning")} ${text}`),
    error: (text) => line(process.stderr, `${paint("red", "error")} ${text}`),
    debug: (text) => {
      if (options.debug) line(process.stderr, `debug ${new Date().toISOString()} ${text}`);
    },
    output: (text) => line(out, text),
    mask: () => undefined,
  };
}
