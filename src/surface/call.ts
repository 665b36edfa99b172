import type { Invocation } from "../commands/invocation.ts";
import type { Arguments } from "../ui/arguments.ts";

/** A command line, ready to act on. */
export interface Call {
  readonly args: Arguments;
  readonly invocation: Invocation;
  readonly isJson: boolean;
}

/** Writes text to standard output and waits until it is taken. */
export function print(text: string): Promise<void> {
  return new Promise((done) => {
    process.stdout.write(text, () => done());
  });
}
