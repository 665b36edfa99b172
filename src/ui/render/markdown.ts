import { plural } from "../../core/text/text.ts";

/** A job summary holds at most 1 MiB; above so many rows or characters a table is cut, and says so. */
const MOST_ROWS = 500;
const MOST_CHARACTERS = 200_000;

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [lineOf(head), lineOf(head.map(() => "---")), ...rows.map(lineOf)].join("\n");
}

/** A table of one row, with a name above each number. */
export function countsTable(counts: readonly (readonly [name: string, amount: number])[]): string {
  return table(
    counts.map(([name]) => name),
    [counts.map(([, amount]) => String(amount))],
  );
}

/** A table that folds away, cut where it is too long. Nothing where there are no rows. */
export function foldedTable(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  if (rows.length === 0) return [];
  const shown: (readonly string[])[] = [];
  let characters = 0;
  for (const row of rows) {
    characters += lineOf(row).length;
    if (shown.length === MOST_ROWS || characters > MOST_CHARACTERS) break;
    shown.push(row);
  }
  const hidden = rows.length - shown.length;
  return [
    "",
    `<details${rows.length <= 20 ? " open" : ""}><summary>${title}</summary>`,
    "",
    table(head, shown),
    ...(hidden > 0 ? ["", `… and ${plural(hidden, "more shard")}.`] : []),
    "",
    "</details>",
  ];
}

function lineOf(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** Text that is shown as it is: nothing in it is Markdown, HTML or the end of a table cell. */
export function escape(text: string): string {
  return text
    .replaceAll(/\s+/g, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(/[\\`*_{}[\]()#+!|~@:$-]/g, (sign) => `&#${sign.codePointAt(0)};`);
}

export function code(text: string): string {
  return `<code>${escape(text)}</code>`;
}

/** Lines that are shown as they are, with their blanks. */
export function preformatted(text: string): string {
  const lines = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return `<pre>\n${lines}\n</pre>`;
}
