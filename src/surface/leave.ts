/** What holds the process up after its answer: a command left to the post step, a reader that is stuck. */
const PATIENCE_MS = 250;

/**
 * Ends the process with this exit code by letting it run out; only one that does not is made to exit.
 *
 * `process.exit` joins the threads that compile JavaScript. One that waits for the main thread to collect garbage is
 * never done, and the process hangs for ever (Node 24, nodejs/node#54918). A process that runs out frees its heap first,
 * which wakes them; before a forced exit they are given nothing more to do, and time to come to their end.
 */
export function leave(code: number): void {
  process.exitCode = code;
  setTimeout(() => {
    void quietCompilers().then(() => setTimeout(() => process.exit(), PATIENCE_MS).unref());
  }, PATIENCE_MS).unref();
}

async function quietCompilers(): Promise<void> {
  const { setFlagsFromString } = await import("node:v8");
  for (const flag of ["--no-opt", "--no-sparkplug"]) setFlagsFromString(flag);
}
