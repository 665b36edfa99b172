import type { Stop } from "../run/stop.ts";

/**
 * Turns signals to this process into a stop in good order; a second one makes haste. To be called when there is something
 * to stop: until then, a signal ends the process at once, however long it reads inputs.
 */
export function stopOnSignals(stop: Stop): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (stop.cause()?.kind === "signal") stop.hurry();
      stop.request({ kind: "signal", signal });
    });
  }
  // The terminal is gone: what is left to say cannot be said, and the commands must end.
  process.on("SIGHUP", () => stop.request({ kind: "signal", signal: "SIGTERM" }));
}
