import type { Reporter } from "../core/text/reporter.ts";
import type { Emit } from "./events.ts";

/** Turns what the steps around a run report into events of its stream. A mask is passed on at once. */
export function eventReporter(emit: Emit, mask: Reporter["mask"]): Reporter {
  return {
    info: (text) => emit({ kind: "note", text }),
    warn: (text) => emit({ kind: "warning", text }),
    error: (text) => emit({ kind: "fault", text }),
    debug: (text) => emit({ kind: "detail", text }),
    output: (line) => emit({ kind: "output", line }),
    mask,
  };
}
