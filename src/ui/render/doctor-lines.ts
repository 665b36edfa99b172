import type { Check, DoctorAnswer } from "../../core/answers/doctor-answer.ts";
import { plural } from "../../core/text/text.ts";
import type { Paint } from "./paint.ts";

const COLOURS = { ok: "green", warning: "yellow", fault: "red" } as const;

/** A line for each check, with what mends it below it, and the counts. */
export function doctorLines(
  { checks, faults, warnings }: DoctorAnswer,
  paint: Paint,
): readonly string[] {
  const width = Math.max(0, ...checks.map(({ name }) => name.length));
  const counts = [
    ...(faults > 0 ? [paint("red", plural(faults, "fault"))] : []),
    ...(warnings > 0 ? [paint("yellow", plural(warnings, "warning"))] : []),
  ];
  return [
    ...checks.flatMap((check) => checkLines(check, width, paint)),
    "",
    paint("bold", counts.length === 0 ? "Nothing is wrong." : counts.join(" · ")),
  ];
}

function checkLines(
  { name, level, text, fix }: Check,
  width: number,
  paint: Paint,
): readonly string[] {
  const head = `${paint(COLOURS[level], level.padEnd(7))}  ${name.padEnd(width)}  ${text}`;
  return fix === undefined ? [head] : [head, `${" ".repeat(11 + width)}${fix}`];
}
