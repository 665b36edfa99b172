import { writeSync } from "node:fs";
import type { Invocation } from "../commands/invocation.ts";
import { hasCode } from "../core/problem.ts";
import type { Arguments } from "../ui/arguments.ts";

/** A command line, ready to act on. */
export interface Call {
  readonly args: Arguments;
  readonly invocation: Invocation;
  readonly isJson: boolean;
}

/**
 * Writes an answer to standard output and waits until it is taken. Writing to the file itself spares a short command
 * the loading of Node's streams; where the other end is slow and does not block, the stream does the rest.
 */
export async function print(text: string): Promise<void> {
  const bytes = Buffer.from(text);
  let written = 0;
  try {
    while (written < bytes.length) written += writeSync(STANDARD_OUTPUT, bytes, written);
  } catch (error) {
    // Nobody reads on (`donemark plan | head`): what is left to say is not wanted.
    if (hasCode(error, "EPIPE")) return;
    if (!hasCode(error, "EAGAIN")) throw error;
    await new Promise<void>((done) => {
      process.stdout.write(bytes.subarray(written), () => done());
    });
  }
}

const STANDARD_OUTPUT = 1;
