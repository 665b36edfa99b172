import { isatty } from "node:tty";
import type { Listener } from "../events.ts";
import type { Stop } from "./stop.ts";

const STANDARD_STREAMS = [0, 1, 2];

/** Turns signals to this process into a stop in good order; a second order to stop makes haste. */
export type StopOnSignals = (stop: Stop) => void;

/**
 * To be called as early as can be: after a hang-up, nobody can say any more whether there was a terminal. Until there is
 * something to stop, SIGINT and SIGTERM end the process at once, however long it reads inputs. SIGHUP says that the
 * terminal is gone. Where no standard stream was one, as after nohup(1), it concerns nobody; Node takes back that
 * nohup(1) ignores it.
 */
export function openSignals(): StopOnSignals {
  const isOnTerminal = STANDARD_STREAMS.some((stream) => isatty(stream));
  if (!isOnTerminal) process.on("SIGHUP", () => undefined);
  return (stop) => {
    let isTold = false;
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.on(signal, () => {
        if (isTold) stop.hurry();
        isTold = true;
        stop.request({ kind: "signal", signal });
      });
    }
    // Both the kernel and the shell send it, so another one makes no haste.
    if (isOnTerminal)
      process.on("SIGHUP", () => stop.request({ kind: "signal", signal: "SIGTERM" }));
  };
}

/** Until there is something to stop, a signal ends the process at once. */
export function stopOnceOpened(stop: Stop, stopOnSignals: StopOnSignals): Listener {
  return ({ kind }) => {
    if (kind === "opened") stopOnSignals(stop);
  };
}
