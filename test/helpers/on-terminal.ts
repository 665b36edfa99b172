import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Workspace } from "../fixtures/cli/workspace.ts";
import { CLI, NODE, terminalEnv } from "./program.ts";

const TERMINAL = fileURLToPath(new URL("../fixtures/cli/on-terminal.py", import.meta.url));

/** Terminals are made by python3. */
export const HAS_TERMINALS = spawnSync("python3", ["--version"]).status === 0;

export interface OnTerminal {
  readonly code: number | null;
  /** Everything that the terminal got. */
  readonly said: string;
}

interface Session {
  /** `run` without it. */
  readonly command?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Typed once the terminal has got `text`. */
  readonly answer?: { readonly text: string; readonly typed: string };
}

/** Runs a command, `donemark run` without another one, on a terminal of 100 columns and 30 lines. */
export async function runOnTerminal(
  here: Workspace,
  { command = "run", args = [], env = {}, answer = { text: "", typed: "" } }: Session = {},
): Promise<OnTerminal> {
  const program = [TERMINAL, answer.text, answer.typed, NODE, CLI, command, ...args];
  const child = spawn("python3", program, { cwd: here.folder, env: terminalEnv(here.folder, env) });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said += text));
  const code = await new Promise<number | null>((done) => child.on("close", done));
  return { code, said };
}
