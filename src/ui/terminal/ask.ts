import { createInterface } from "node:readline/promises";
import type { Environment } from "../../core/definition/environment.ts";
import { UserError } from "../../core/text/problem.ts";
import { isTerminal } from "./terminal.ts";

/** Can a person read a question here, and answer it? */
export function canAsk(env: Environment): boolean {
  return !isJob(env) && isTerminal("stdin") && isTerminal("stderr");
}

/** Is this a job of a workflow? Nobody looks on there, even where it has a terminal. */
export function isJob(env: Environment): boolean {
  return env["CI"] !== undefined && env["CI"] !== "" && env["CI"] !== "false";
}

/** Asks for texts on the terminal, one after the other. What is typed ahead answers the next question. */
export interface Asker {
  /**
   * An empty answer takes the proposal.
   * @throws {UserError} where the input ends before there is an answer.
   */
  readonly ask: (question: string, proposal: string) => Promise<string>;
  readonly close: () => void;
}

export function openAsker(): Asker {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const answers = lines[Symbol.asyncIterator]();
  return {
    ask: async (question, proposal) => {
      lines.setPrompt(`${question}${proposal === "" ? "" : ` [${proposal}]`}: `);
      lines.prompt();
      const { value, done } = await answers.next();
      if (done === true) throw new UserError(["Nothing was written: the input has ended."]);
      return value.trim() === "" ? proposal : value.trim();
    },
    close: () => lines.close(),
  };
}

/** Asks on the terminal. `false` for any answer but yes, for the end of the input, and where `signal` comes first. */
export async function askYes(question: string, signal: AbortSignal): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const closed = new Promise<string>((done) => lines.once("close", () => done("")));
    const answer = await Promise.race([lines.question(`${question} [y/N] `, { signal }), closed]);
    return /^\s*y(es)?\s*$/i.test(answer);
  } catch {
    return false;
  } finally {
    lines.close();
  }
}
