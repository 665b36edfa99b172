import { harmlessLine } from "../../core/text/log-line.ts";
import { lastingStream } from "./streams.ts";
import { isTerminal } from "./terminal.ts";

/** One line that is written over and over where a person looks on, and never elsewhere. */
export interface ProgressLine {
  readonly show: (text: string) => void;
  readonly clear: () => void;
}

const EVERY_MS = 100;
/** Back to the line's beginning, and empties it. */
const ANEW = "\r\u001b[K";

/** On standard error, so that standard output holds the answer alone. */
export function progressLine(): ProgressLine {
  if (!isTerminal("stderr")) return { show: () => undefined, clear: () => undefined };
  let shownTick: number | undefined;
  return {
    show: (text) => {
      const nowTick = performance.now();
      if (shownTick !== undefined && nowTick - shownTick < EVERY_MS) return;
      shownTick = nowTick;
      const line = harmlessLine(text).slice(0, (process.stderr.columns || 80) - 1);
      lastingStream("stderr").write(ANEW + line);
    },
    clear: () => {
      if (shownTick !== undefined) lastingStream("stderr").write(ANEW);
    },
  };
}
