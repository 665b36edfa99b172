/** A Python literal; tuples and lists are arrays, and dicts have only texts as keys. */
export type PythonLiteral =
  | string
  | number
  | boolean
  | null
  | readonly PythonLiteral[]
  | ReadonlyMap<string, PythonLiteral>;

/**
 * Parses texts, whole numbers, `True`, `False`, `None`, tuples, lists and dicts: NumPy describes an array with nothing
 * else. `undefined` where the text is anything else, or is nested deeper than 32 levels.
 */
export function parsePythonLiteral(text: string): PythonLiteral | undefined {
  const tokens = tokensOf(text);
  if (tokens === undefined) return undefined;
  const parse: Parse = { tokens, at: 0 };
  const value = parseValue(parse, 0);
  return parse.at === tokens.length ? value : undefined;
}

interface Parse {
  readonly tokens: readonly string[];
  at: number;
}

const DEEPEST = 32;
const TOKEN = /\s*(?:('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|-?\d+|True|False|None|[()[\]{},:])|$)/y;
const CLOSING = new Map([
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
]);
const NAMED = new Map<string, PythonLiteral>([
  ["True", true],
  ["False", false],
  ["None", null],
]);

function tokensOf(text: string): readonly string[] | undefined {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const found = TOKEN.exec(text);
    if (found === null) return undefined;
    if (found[1] === undefined) break;
    tokens.push(found[1]);
  }
  return tokens;
}

function parseValue(parse: Parse, depth: number): PythonLiteral | undefined {
  const token = parse.tokens[parse.at];
  if (token === undefined || depth > DEEPEST) return undefined;
  parse.at += 1;
  const closing = CLOSING.get(token);
  if (closing !== undefined) return parseItems(parse, closing, depth);
  if (/^['"]/.test(token)) return token.slice(1, -1).replaceAll(/\\(.)/g, "$1");
  return /^-?\d/.test(token) ? Number(token) : NAMED.get(token);
}

function parseItems(parse: Parse, closing: string, depth: number): PythonLiteral | undefined {
  const items: PythonLiteral[] = [];
  const entries = new Map<string, PythonLiteral>();
  while (parse.tokens[parse.at] !== closing) {
    const item = parseValue(parse, depth + 1);
    if (item === undefined) return undefined;
    if (closing !== "}") items.push(item);
    else if (!parseEntry(parse, { entries, key: item, depth })) return undefined;
    if (parse.tokens[parse.at] === ",") parse.at += 1;
    else if (parse.tokens[parse.at] !== closing) return undefined;
  }
  parse.at += 1;
  return closing === "}" ? entries : items;
}

function parseEntry(
  parse: Parse,
  entry: {
    readonly entries: Map<string, PythonLiteral>;
    readonly key: PythonLiteral;
    readonly depth: number;
  },
): boolean {
  if (parse.tokens[parse.at] !== ":" || typeof entry.key !== "string") return false;
  parse.at += 1;
  const value = parseValue(parse, entry.depth + 1);
  if (value === undefined) return false;
  entry.entries.set(entry.key, value);
  return true;
}
