import { quote } from "../text/text.ts";

/** Where a store can be: a word alone, or a scheme and what comes behind its colon. One row for each. */
const ADDRESSES = [
  { scheme: "auto" },
  { scheme: "none" },
  { scheme: "github" },
  { scheme: "file", rest: "<folder>" },
] as const;

export type StoreScheme = (typeof ADDRESSES)[number]["scheme"];

/** What the `store` input says. */
export interface StoreAddress {
  readonly scheme: StoreScheme;
  /** What comes behind the colon; empty for a word alone. */
  readonly rest: string;
}

const FORMS = ADDRESSES.map((one) => ("rest" in one ? `${one.scheme}:${one.rest}` : one.scheme));

/** `auto, none, github or file:<folder>` */
export const STORE_FORMS = `${FORMS.slice(0, -1).join(", ")} or ${FORMS.at(-1)}`;

/** Texts that are an address. */
export const STORE_PATTERN = new RegExp(
  `^(${ADDRESSES.map((one) => ("rest" in one ? `${one.scheme}:.+` : one.scheme)).join("|")})$`,
);

/** What was probably meant by a text that is no address: a folder without its scheme. */
export function hintForStore(value: unknown): string {
  return typeof value === "string" && /^(\/|\.{1,2}\/|~\/)/.test(value)
    ? ` Did you mean ${quote(`file:${value}`)}?`
    : "";
}

/** @throws {RangeError} for a text that `STORE_PATTERN` does not match. */
export function parseStoreAddress(text: string): StoreAddress {
  const colon = text.indexOf(":");
  const [word, rest] = colon === -1 ? [text, ""] : [text.slice(0, colon), text.slice(colon + 1)];
  const known = ADDRESSES.find(({ scheme }) => scheme === word);
  if (known === undefined) throw new RangeError(`store is ${STORE_FORMS}, not ${text}`);
  return { scheme: known.scheme, rest };
}
