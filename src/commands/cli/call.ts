import { writeSync } from "node:fs";
import type { Invocation } from "../../job/invocation.ts";
import { EXIT, hasCode, messageOf, UserError } from "../../core/text/problem.ts";
import type { Described } from "./described.ts";
import type { Layer } from "../../core/definition/definition.ts";
import type { Uncaught } from "../../machine/uncaught.ts";
import { lastingStream } from "../../ui/terminal/streams.ts";

/** A command line, read. */
export interface Arguments {
  readonly inputs: Layer;
  readonly positionals: readonly string[];
  /** Names of the switches that are on. */
  readonly switches: ReadonlySet<string>;
}

/** A command line, ready to act on. */
export interface Call {
  readonly args: Arguments;
  readonly invocation: Invocation;
  readonly isJson: boolean;
  readonly uncaught: Uncaught;
  /** Gives every command there is. */
  readonly loadAll: () => Promise<readonly Described[]>;
}

/**
 * Writes an answer to standard output and waits until it is taken. Writing to the file itself spares a short command
 * the loading of Node's streams; where the other end is slow and does not block, the stream does the rest.
 * @throws {UserError} where it cannot be written, as on a full disk. Where nobody reads on, nothing is thrown.
 */
export async function print(text: string): Promise<void> {
  await printBytes(Buffer.from(text));
}

/** The same for bytes. `false` where nobody reads on: what is left to say is not wanted. */
export async function printBytes(bytes: Uint8Array): Promise<boolean> {
  let written = 0;
  try {
    while (written < bytes.length) written += writeSync(STANDARD_OUTPUT, bytes, written);
  } catch (error) {
    // `donemark plan | head`, or the terminal is gone.
    if (hasCode(error, "EPIPE", "EIO")) return false;
    if (!hasCode(error, "EAGAIN")) throw unwritten(error);
    await new Promise<void>((done) => {
      lastingStream("stdout").write(bytes.subarray(written), () => done());
    });
  }
  return true;
}

function unwritten(error: unknown): UserError {
  const why = `The answer could not be written to standard output: ${messageOf(error)}`;
  return new UserError([why], EXIT.failed);
}

const STANDARD_OUTPUT = 1;
