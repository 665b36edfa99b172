import { fstatSync } from "node:fs";
import { styleText } from "node:util";
import { harmlessLine } from "../../core/text/log-line.ts";
import type { Colour, Paint } from "../render/paint.ts";
import { lastingStream } from "./streams.ts";
import type { Reporter } from "../../core/text/reporter.ts";

/** Colours where a person looks on, or `FORCE_COLOR` is set; none where `NO_COLOR` is (no-color.org, force-color.org). */
export function painter(stream: "stdout" | "stderr", env: NodeJS.ProcessEnv): Paint {
  const isGiven = (name: string): boolean => env[name] !== undefined && env[name] !== "";
  const isForced = isGiven("FORCE_COLOR") && env["FORCE_COLOR"] !== "0";
  const isPlain = isGiven("NO_COLOR") || (!isForced && !isTerminal(stream));
  return (colour, text) => (isPlain ? text : styleText(colour, text, { validateStream: false }));
}

const FDS = { stdin: 0, stdout: 1, stderr: 2 } as const;

/** Only a character device can be a terminal; asking it so spares the opening of the stream where it is none. */
export function isTerminal(stream: "stdin" | "stdout" | "stderr"): boolean {
  try {
    return fstatSync(FDS[stream]).isCharacterDevice() && process[stream].isTTY;
  } catch {
    return false;
  }
}

export interface TerminalOptions {
  /** Standard output is for JSON alone: every line goes to standard error. */
  readonly json: boolean;
  readonly debug: boolean;
}

/**
 * Says things on a terminal, which may be a step of a workflow: no line is a command to its runner. The streams are
 * opened with the first line, since opening one costs milliseconds.
 */
export function terminalReporter(options: TerminalOptions): Reporter {
  const out = (text: string): void => say(options.json ? "stderr" : "stdout", text);
  const complain = (colour: Colour, word: string, text: string): void => {
    say("stderr", `${painter("stderr", process.env)(colour, word)} ${text}`);
  };
  return {
    info: out,
    warn: (text) => complain("yellow", "warning", text),
    error: (text) => complain("red", "error", text),
    debug: (text) => {
      if (options.debug) say("stderr", `debug ${new Date().toISOString()} ${text}`);
    },
    output: out,
    mask: () => undefined,
  };
}

function say(stream: "stdout" | "stderr", text: string): void {
  lastingStream(stream).write(`${text.split("\n").map(harmlessLine).join("\n")}\n`);
}
