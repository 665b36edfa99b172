/** HTML that is safe to put into a page. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | string | number | undefined | readonly Html[];

/** A template whose values are text and never HTML, but for what was made by this function. */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Html {
  const text = strings.reduce((before, after, place) => before + partOf(values[place - 1]) + after);
  return new Html(text);
}

function partOf(value: Part): string {
  if (value === undefined) return "";
  if (value instanceof Html) return value.text;
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return escapeText(visible(value));
  return value.map(({ text }) => text).join("");
}

function escapeText(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** A text with each character that nobody sees, or that turns the direction of writing, as `\u` and its number. Colours are left out. */
export function visible(text: string): string {
  return text
    .replaceAll(COLOUR, "")
    .replaceAll(
      INVISIBLE,
      (one) => `\\u${(one.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`,
    );
}

// oxlint-disable-next-line no-control-regex -- it begins with one
const COLOUR = /\u001b\[[\d;:]*m/g;

const INVISIBLE =
  // oxlint-disable-next-line no-control-regex -- control characters are what is shown
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff]|\p{Cs}/gu;
