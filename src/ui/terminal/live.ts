import { writingInside, type Reporter } from "../../core/text/reporter.ts";
import type { Room } from "../render/live-block.ts";
import { lastingStream } from "./streams.ts";

/** A block of lines that stays below everything else that is written to a terminal. */
export interface Live {
  /** Writes above the block. */
  readonly reporter: Reporter;
  /** Draws the block, and again twice a second. */
  readonly begin: () => void;
  /** Takes the block away, for good. */
  readonly end: () => void;
}

const EVERY_MS = 500;

/** Up so many lines, to the first column, and all that follows cleared. */
const upAndClear = (lines: number): string => `\u001b[${lines}A\r\u001b[J`;

/** `block` gives the lines as they are now; none may be wider than the room. */
export function openLive(
  stream: "stdout" | "stderr",
  given: Reporter,
  block: (room: Room) => readonly string[],
): Live {
  let drawn = 0;
  let timer: NodeJS.Timeout | undefined;
  const hide = (): void => {
    if (drawn > 0) lastingStream(stream).write(upAndClear(drawn));
    drawn = 0;
  };
  const redraw = (write: () => void = () => undefined): void => {
    hide();
    write();
    if (timer === undefined) return;
    const lines = block(roomOf(stream));
    lastingStream(stream).write(lines.map((line) => `${line}\n`).join(""));
    drawn = lines.length;
  };
  return {
    reporter: writingInside(given, redraw),
    begin: () => {
      if (timer !== undefined) return;
      timer = setInterval(() => redraw(), EVERY_MS).unref();
      redraw();
    },
    end: () => {
      clearInterval(timer);
      timer = undefined;
      hide();
    },
  };
}

/** A terminal that nobody has given a size has none. */
function roomOf(stream: "stdout" | "stderr"): Room {
  const { columns, rows } = lastingStream(stream);
  return { columns: columns || 80, rows: rows || 24 };
}
