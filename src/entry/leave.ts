/** The time that a command left to the post step, or a blocked reader, may keep the process alive after its answer. */
const PATIENCE_MS = 250;

/**
 * Sets the exit code and lets the process end by itself; calls `process.exit` only where it does not.
 *
 * `process.exit` joins the threads that compile JavaScript. If such a thread waits for the main thread to collect garbage,
 * the process hangs for ever (Node 24, nodejs/node#54918). A process that ends by itself frees its heap first, which wakes
 * the threads. Before a forced exit, compilation is switched off and the threads get time to finish.
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
