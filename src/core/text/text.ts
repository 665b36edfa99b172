/** Plain comparison by UTF-16 code unit: the same on every machine and in every language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `1 shard`, `3 shards`. */
export function plural(amount: number, noun: string): string {
  const grouped = String(amount).replaceAll(/\B(?=(\d{3})+$)/g, ",");
  return `${grouped} ${noun}${amount === 1 ? "" : "s"}`;
}

/** The first names of a list, and how many more there are: `a, b and 5 more`. */
export function nameSome(names: readonly string[], most: number): string {
  const more = names.length - most;
  const named = names.slice(0, most).join(", ");
  return more > 0 ? `${named} and ${more} more` : named;
}

/** A value as an error shows it: JSON, also of the control characters that JSON leaves, cut at 80 characters. */
export function quote(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value);
  const text = json.replaceAll(
    /[\u007f-\u009f\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/** Is nothing given by it? So are a text of blanks and a key without a value: an expression cannot leave an input out. */
export function isBlank(value: unknown): value is "" | null | undefined {
  return value === undefined || value === null || (typeof value === "string" && !/\S/.test(value));
}

/** The lines of a text that hold something, trimmed. */
export function nonBlankLines(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
