import { faultLine } from "../../core/text/problem.ts";
import type { Uncaught } from "../../machine/uncaught.ts";
import type { Listener } from "../events.ts";
import type { Stop } from "./stop.ts";

/** Time for results and the summary after the commands have ended. */
const MOMENT_MS = 60_000;

/**
 * Turns an error that nothing has caught into a stop of the planned run: its commands get their grace, and the results are
 * written.
 */
export function stopOnCrash(
  stop: Stop,
  { uncaught, say }: { readonly uncaught: Uncaught; readonly say: (line: string) => void },
): Listener {
  return (event) => {
    if (event.kind !== "planned") return;
    uncaught.divert((error) => {
      const why = faultLine(error);
      say(`${why}; the run stops`);
      stop.request({ kind: "crash", why });
    }, event.definition.stopGraceMs + MOMENT_MS);
  };
}
