/** One token of a JSON text, from `start` up to `end` exclusively. */
export interface JsonToken {
  readonly kind: "{" | "}" | "[" | "]" | ":" | "," | "text" | "scalar";
  readonly start: number;
  readonly end: number;
}

const MARKS: ReadonlyMap<string | undefined, JsonToken["kind"]> = new Map(
  (["{", "}", "[", "]", ":", ","] as const).map((mark) => [mark, mark]),
);

/**
 * The token at `at`; `cut` where the text ends inside of it, `broken` where there is none.
 * `NaN` and `Infinity` are accepted, since Python writes them; escapes in a text are not checked.
 */
export function tokenAt(text: string, at: number): JsonToken | "cut" | "broken" {
  const kind = MARKS.get(text[at]);
  if (kind !== undefined) return { kind, start: at, end: at + 1 };
  return text[at] === '"' ? textAt(text, at) : scalarAt(text, at);
}

/** The first place at or behind `at` that holds no blank. */
export function skipBlanks(text: string, at: number): number {
  let place = at;
  while (isBlank(text.charCodeAt(place))) place += 1;
  return place;
}

/** The text between two quotes, with its escapes resolved; unchanged where one of them is invalid. */
export function unquote(quoted: string): string {
  try {
    const text: unknown = JSON.parse(quoted);
    return String(text);
  } catch {
    return quoted;
  }
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

function textAt(text: string, start: number): JsonToken | "cut" | "broken" {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return { kind: "text", start, end: at + 1 };
    if (code < 0x20) return "broken";
    if (code === BACKSLASH) at += 1;
  }
  return "cut";
}

const SCALAR = /-?(?:\d+(?:\.\d+)?(?:e[+-]?\d+)?|Infinity)|NaN|true|false|null/iy;
const CUT_SCALAR = /[-+.\w]{1,40}$/y;

function scalarAt(text: string, start: number): JsonToken | "cut" | "broken" {
  SCALAR.lastIndex = start;
  const end = start + (SCALAR.exec(text)?.[0].length ?? 0);
  CUT_SCALAR.lastIndex = start;
  if (CUT_SCALAR.test(text)) return "cut";
  return end > start ? { kind: "scalar", start, end } : "broken";
}
