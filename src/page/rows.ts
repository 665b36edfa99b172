import { textAt, type Data } from "./data.ts";
import type { View } from "./view.ts";
import { duration, make, size, type Child } from "./words.ts";

/** The attempts of each row. */
function attemptsByRow({ tries }: Data): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  tries.shard.forEach((row, attempt) => {
    if (row === null) return;
    const list = found.get(row);
    if (list === undefined) found.set(row, [attempt]);
    else list.push(attempt);
  });
  return found;
}

/** Gives the details of a row, for the line below it. */
export function detailsOf(data: Data): (row: number) => HTMLElement {
  let byRow: ReadonlyMap<number, readonly number[]> | undefined;
  let startsMs: readonly number[] | undefined;
  const attemptLine = (attempt: number): HTMLElement => {
    const { tries } = data;
    let sum = 0;
    startsMs ??= tries.start.map((delta) => (sum += delta));
    const exit = tries.exit[attempt];
    const facts = [
      `${textAt(tries.outcome, attempt)} on ${textAt(tries.slot, attempt)} after ${duration(tries.seconds[attempt] ?? 0)}`,
      new Date(startsMs[attempt] ?? 0).toISOString().replace("T", " ").slice(0, 19) + " UTC",
      exit === null || exit === undefined ? "" : `exit code ${exit}`,
      tries.peak[attempt] === null ? "" : `peak memory ${size(tries.peak[attempt])}`,
      textAt(tries.why, attempt),
    ];
    const text = facts.filter((fact) => fact !== "").join(" \u00b7 ");
    return make("div", {}, `${tries.number[attempt] ?? ""}. ${text}`);
  };
  return (row) => {
    byRow ??= attemptsByRow(data);
    const list = make("dl");
    const add = (name: string, ...value: readonly Child[]): void => {
      if (value.length > 0 && value[0] !== "")
        list.append(make("dt", {}, name), make("dd", {}, ...value));
    };
    add("shard", make("bdi", { class: "id" }, data.id[row] ?? ""));
    add("reason", textAt(data.reason, row));
    add("why", textAt(data.why, row));
    add("not saved", textAt(data.unsaved, row));
    if (data.jobs.length > 1) add("job", data.jobs[data.job[row] ?? 0] ?? "");
    add("attempts", ...(byRow.get(row) ?? []).map(attemptLine));
    const path = textAt(data.log, row);
    if (path !== "") add("log", make("code", {}, path));
    const tail = textAt(data.tail, row);
    if (tail !== "") add("last lines", make("pre", {}, tail));
    return list;
  };
}

export function tableRow(
  view: View,
  row: number,
  details: (row: number) => HTMLElement,
): readonly HTMLTableRowElement[] {
  const [first, state, ...rest] = view.columns;
  const name = make("bdi", { class: "id short" }, first?.text(row) ?? "");
  const button = make("button", { type: "button", "aria-expanded": "false" }, name);
  const end = state?.text(row) ?? "";
  const cells = rest.map(({ isNumber, text }) =>
    isNumber
      ? make("td", { class: "num" }, text(row))
      : make("td", {}, make("span", { class: "short" }, text(row))),
  );
  const line = make(
    "tr",
    {},
    make("th", { scope: "row" }, button),
    make("td", { class: end }, end),
    ...cells,
  );
  const below = make("tr", { class: "more" });
  below.hidden = true;
  button.addEventListener("click", () => {
    if (below.childElementCount === 0)
      below.append(make("td", { colspan: String(view.columns.length) }, details(row)));
    below.hidden = !below.hidden;
    button.setAttribute("aria-expanded", String(!below.hidden));
  });
  return [line, below];
}
