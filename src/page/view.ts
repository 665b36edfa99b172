import { textAt, type Data } from "./data.ts";
import { duration, size } from "./words.ts";

export const PAGE_ROWS = 100;

export interface Column {
  readonly name: string;
  readonly isNumber: boolean;
  readonly value: (row: number) => number | string;
  readonly text: (row: number) => string;
}

function columnsOf(data: Data): readonly Column[] {
  const number = (
    name: string,
    value: (row: number) => number | null | undefined,
    show: (amount: number) => string,
  ): Column => ({
    name,
    isNumber: true,
    value: (row) => value(row) ?? -1,
    text: (row) => {
      const amount = value(row);
      return amount === null || amount === undefined ? "" : show(amount);
    },
  });
  const text = (name: string, value: (row: number) => string): Column => {
    return { name, isNumber: false, value, text: value };
  };
  return [
    text("shard", (row) => data.id[row] ?? ""),
    {
      ...text("state", (row) => data.ends[data.end[row] ?? 0] ?? ""),
      value: (row) => data.end[row] ?? 0,
    },
    number("time", (row) => data.seconds[row], duration),
    number("starts", (row) => data.attempts[row], String),
    text("slot", (row) => textAt(data.slot, row)),
    number("size", (row) => data.bytes[row], size),
    number("peak memory", (row) => data.peak[row], size),
    text("why", (row) => textAt(data.why, row) || textAt(data.reason, row)),
  ];
}

/** The rows that are shown, in their order, and how that came about. */
export class View {
  readonly data: Data;
  readonly columns: readonly Column[];
  rows: readonly number[] = [];
  page = 0;
  words = "";
  end: number | undefined;
  sorted: number | undefined;
  isDown = false;
  #lower: readonly string[] | undefined;

  constructor(data: Data) {
    this.data = data;
    this.columns = columnsOf(data);
    this.refresh();
  }

  get pages(): number {
    return Math.max(1, Math.ceil(this.rows.length / PAGE_ROWS));
  }

  refresh(): void {
    const { data, end, words } = this;
    const all = data.id.map((_, row) => row);
    const some = end === undefined ? all : all.filter((row) => data.end[row] === end);
    this.rows = this.#sort(words === "" ? some : some.filter(this.#matcher(words.toLowerCase())));
    this.page = 0;
  }

  #matcher(words: string): (row: number) => boolean {
    const { id, why, reason, log } = this.data;
    this.#lower ??= id.map((one) => one.toLowerCase());
    const lower = this.#lower;
    const hits = [why, reason, log].map(({ texts, rows }) => {
      const found = texts.map((one) => one.toLowerCase().includes(words));
      return (row: number): boolean => found[rows[row] ?? 0] === true;
    });
    return (row) => lower[row]?.includes(words) === true || hits.some((hit) => hit(row));
  }

  /** What ended badly comes first where nothing is asked for. */
  #sort(rows: readonly number[]): readonly number[] {
    const column = this.columns[this.sorted ?? 1];
    if (column === undefined) return rows;
    const sign = this.isDown ? -1 : 1;
    const values: (number | string)[] = [];
    for (const row of rows) values[row] = column.value(row);
    return rows.toSorted((a, b) => {
      const [one = "", other = ""] = [values[a], values[b]];
      return one < other ? -sign : one > other ? sign : a - b;
    });
  }
}
