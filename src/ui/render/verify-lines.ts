import { formatBytes } from "../../core/text/duration.ts";
import type { Assessment } from "../../core/decide/decide.ts";
import { shownPath } from "../../core/model/shard-paths.ts";
import { plural } from "../../core/text/text.ts";
import type { Paint } from "./paint.ts";

interface VerifyView {
  readonly workspace: string;
  /** Number of checkpoints that were left out, since a run is writing them. */
  readonly busy: number;
  readonly isDeep: boolean;
  readonly paint: Paint;
}

/** A table of what is wrong, what to do about it, and the counts; the counts alone where nothing is wrong. */
export function verifyLines(all: readonly Assessment[], view: VerifyView): readonly string[] {
  const { workspace, paint } = view;
  const rows = all.flatMap(({ path, objection }) =>
    objection === undefined
      ? []
      : [
          {
            path: shownPath(workspace, path),
            verdict: objection.word,
            why: objection.sentence,
          },
        ],
  );
  const amount = plural(all.length, "checkpoint");
  if (rows.length === 0) return [`${amount} verified, nothing wrong${remarks(all, view)}`];
  const isMarked = all.some(
    ({ objection, facts }) =>
      objection && objection.word !== "unreadable" && facts.marker.kind !== "none",
  );
  return [
    ...table(rows, paint),
    "",
    paint("bold", `${rows.length} of ${amount} wrong${remarks(all, view)}`),
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
  const pathWidth = Math.min(WIDEST_PATH, longest(all.map(({ path }) => path)));
  const wordWidth = longest(all.map(({ verdict }) => verdict));
  const line = ({ path, verdict, why }: Row, colour: "dim" | "red"): string =>
    `${path.padEnd(pathWidth)}  ${paint(colour, verdict.padEnd(wordWidth))}  ${why}`;
  return [paint("dim", line(head, "dim")), ...rows.map((row) => line(row, "red"))];
}

/** A hundred thousand arguments are too many for one call. */
function longest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, text.length), 0);
}

/** The bytes read, the checkpoints with nothing to compare every byte with, and those left out. */
function remarks(all: readonly Assessment[], { isDeep, busy }: VerifyView): string {
  const read = all.reduce((sum, { facts }) => sum + facts.bytesRead, 0);
  const unproven = all.filter(({ objection, facts }) => !objection && !facts.isProven).length;
  const facts = [
    `${formatBytes(read)} read`,
    isDeep && unproven > 0
      ? `${unproven} with no digest or checksum to hold every byte against`
      : undefined,
    busy > 0 ? `${busy} left out: a run is at work on ${busy === 1 ? "it" : "them"}` : undefined,
  ];
  return ` (${facts.filter((fact) => fact !== undefined).join("; ")})`;
}
