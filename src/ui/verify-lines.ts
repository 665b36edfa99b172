import { formatBytes } from "../core/duration.ts";
import type { Examined } from "../core/examined.ts";
import { shownPath } from "../core/places.ts";
import { count } from "../core/text.ts";
import type { Paint } from "./terminal.ts";

interface VerifyView {
  readonly workspace: string;
  /** How many were left out, since a run is writing them. */
  readonly busy: number;
  readonly isDeep: boolean;
  readonly paint: Paint;
}

/** A table of what is wrong, what to do about it, and the counts; the counts alone where nothing is wrong. */
export function verifyLines(examined: readonly Examined[], view: VerifyView): readonly string[] {
  const { workspace, paint } = view;
  const rows = examined.flatMap(({ path, objection }) =>
    objection === undefined
      ? []
      : [{ path: shownPath(workspace, path), verdict: objection.verdict, why: objection.why }],
  );
  const amount = count(examined.length, "checkpoint");
  if (rows.length === 0) return [`${amount} verified, nothing wrong${remarks(examined, view)}`];
  const isMarked = examined.some(({ objection, marker }) => objection && marker !== "none");
  return [
    ...table(rows, paint),
    "",
    paint("bold", `${rows.length} of ${amount} wrong${remarks(examined, view)}`),
    ...(isMarked ? ["`donemark unmark PATH` makes a marked one's shard run again."] : []),
  ];
}

interface Row {
  readonly path: string;
  readonly verdict: string;
  readonly why: string;
}

const WIDEST_PATH = 60;

function table(rows: readonly Row[], paint: Paint): readonly string[] {
  const head = { path: "path", verdict: "verdict", why: "reason" };
  const all = [head, ...rows];
  const pathWidth = Math.min(WIDEST_PATH, Math.max(...all.map(({ path }) => path.length)));
  const wordWidth = Math.max(...all.map(({ verdict }) => verdict.length));
  const line = ({ path, verdict, why }: Row, colour: "dim" | "red"): string =>
    `${path.padEnd(pathWidth)}  ${paint(colour, verdict.padEnd(wordWidth))}  ${why}`;
  return [paint("dim", line(head, "dim")), ...rows.map((row) => line(row, "red"))];
}

/** What was read, how many could not be held against anything, and how many were left out. */
function remarks(examined: readonly Examined[], { isDeep, busy }: VerifyView): string {
  const read = examined.reduce((sum, { bytesRead }) => sum + bytesRead, 0);
  const unproven = examined.filter((one) => one.objection === undefined && !one.isProven).length;
  const facts = [
    `${formatBytes(read)} read`,
    isDeep && unproven > 0
      ? `${unproven} with no digest or checksum to hold every byte against`
      : undefined,
    busy > 0 ? `${busy} left out: a run is at work on ${busy === 1 ? "it" : "them"}` : undefined,
  ];
  return ` (${facts.filter((fact) => fact !== undefined).join("; ")})`;
}
