import type { FieldNames } from "../inspection.ts";
import { OBJECT, setField, type Fields } from "../shared/fields.ts";
import { skipBlanks, tokenAt, unquote, type JsonToken } from "./tokens.ts";

/** The state in which a scan ended. */
export interface JsonScan {
  /** `cut` means that the text ends before the value does. */
  readonly ended: "whole" | "cut" | "broken";
  /** The place behind the value, or where the scan stopped. */
  readonly at: number;
  /** The fields of the outermost object whose values were scanned. */
  readonly fields: Fields;
}

/** Scans the JSON object or array that begins at `start`. */
export function scanJson(text: string, names: FieldNames, start: number): JsonScan {
  return scan(text, start, newState(names, { open: [], expected: "value" }));
}

/** Scans the rest of an object, from one of its keys on. */
export function scanRestOfObject(text: string, names: FieldNames, start: number): JsonScan {
  return scan(text, start, newState(names, { open: ["{"], expected: "key" }));
}

/** The tokens that may follow. `next` means a comma or the end; `first …` that the end may follow at once. */
type Expected = "value" | "first value" | "key" | "first key" | "colon" | "next";

interface State {
  readonly names: FieldNames;
  readonly fields: Fields;
  /** The objects and arrays that are open, outermost first. */
  readonly open: ("{" | "[")[];
  expected: Expected;
  /** The last key of the outermost object. */
  key: string;
}

function newState(names: FieldNames, begin: Pick<State, "open" | "expected">): State {
  return { names, fields: new Map(), key: "", ...begin };
}

function scan(text: string, start: number, state: State): JsonScan {
  const { fields } = state;
  let at = skipBlanks(text, start);
  while (at < text.length) {
    const token = tokenAt(text, at);
    if (typeof token === "string") return { ended: token, at, fields };
    if (!accept(state, token, text)) return { ended: "broken", at, fields };
    if (state.open.length === 0) return { ended: "whole", at: token.end, fields };
    at = skipBlanks(text, token.end);
  }
  return { ended: "cut", at, fields };
}

/** Changes the state by one token; `false` where the token must not stand here. */
function accept(state: State, token: JsonToken, text: string): boolean {
  switch (token.kind) {
    case "{":
    case "[":
      return acceptValue(state, OBJECT) && open(state, token.kind);
    case "}":
      return close(state, "{", "first key");
    case "]":
      return close(state, "[", "first value");
    case ":":
      return move(state, "colon", "value");
    case ",":
      return move(state, "next", state.open.at(-1) === "{" ? "key" : "value");
    case "text":
      return state.expected === "key" || state.expected === "first key"
        ? acceptKey(state, token, text)
        : acceptValue(state, isOutermost(state) ? unquote(text.slice(token.start, token.end)) : "");
    case "scalar":
      return acceptValue(state, text.slice(token.start, token.end));
  }
}

function acceptKey(state: State, { start, end }: JsonToken, text: string): boolean {
  if (isOutermost(state)) state.key = unquote(text.slice(start, end));
  state.expected = "colon";
  return true;
}

function acceptValue(state: State, value: string): boolean {
  if (state.expected !== "value" && state.expected !== "first value") return false;
  if (isOutermost(state) && state.open[0] === "{")
    setField(state.fields, state.names, [state.key, value]);
  state.expected = "next";
  return true;
}

function open(state: State, kind: "{" | "["): boolean {
  state.open.push(kind);
  state.expected = kind === "{" ? "first key" : "first value";
  return true;
}

function close(state: State, kind: "{" | "[", whenEmpty: Expected): boolean {
  if (state.open.at(-1) !== kind) return false;
  if (state.expected !== "next" && state.expected !== whenEmpty) return false;
  state.open.pop();
  state.expected = "next";
  return true;
}

function move(state: State, from: Expected, to: Expected): boolean {
  if (state.expected !== from) return false;
  state.expected = to;
  return true;
}

function isOutermost(state: State): boolean {
  return state.open.length === 1;
}
