import type { Check, DoctorAnswer } from "../../core/answers/doctor-answer.ts";
import { plural } from "../../core/text/text.ts";
import type { Colour, Paint } from "./paint.ts";

const COLOURS: Readonly<Record<Check["verdict"], Colour>> = {
  ok: "green",
  warning: "yellow",
  fault: "red",
};

export interface DoctorView {
  readonly paint: Paint;
  /** The width of the terminal; absent elsewhere, where a check has one line however long it is. */
  readonly columns?: number;
}

const VERDICT_WIDTH = "warning".length;
/** A column of words that is narrower than this is worse than lines that the terminal breaks. */
const NARROWEST = 30;

/** A line for each check, below it what to do where something is to be done, and the counts. */
export function doctorLines(
  answer: DoctorAnswer,
  { paint, columns }: DoctorView,
): readonly string[] {
  const { checks, faults, warnings } = answer;
  const nameWidth = checks.reduce((most, { name }) => Math.max(most, name.length), 0);
  const indent = " ".repeat(VERDICT_WIDTH + nameWidth + 4);
  const width = (columns ?? Number.POSITIVE_INFINITY) - indent.length;
  const inside = (text: string): readonly string[] =>
    width < NARROWEST ? [text] : wrapped(text, width);
  const lines = checks.flatMap(({ name, verdict, says, fix }) => {
    const [first = "", ...more] = inside(says);
    const head = `${paint(COLOURS[verdict], verdict.padEnd(VERDICT_WIDTH))}  ${name.padEnd(nameWidth)}  ${first}`;
    return [head, ...[...more, ...(fix === null ? [] : inside(fix))].map((line) => indent + line)];
  });
  const counts = `${plural(faults, "fault")}, ${plural(warnings, "warning")}`;
  const end = faults + warnings === 0 ? "nothing is wrong here" : counts;
  return [...lines, "", paint("bold", end)];
}

/** A text in lines of at most this width, broken between words; a longer word has a line of its own. */
function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
