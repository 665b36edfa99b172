import { parseArgs } from "node:util";
import { splitBlank, type Layer } from "../../core/definition/definition.ts";
import { FIELD_NAMES, OTHER_INPUTS } from "../../core/definition/fields.ts";
import { hintForName } from "../../core/definition/other-names.ts";
import { didYouMeanFlag } from "../../core/text/nearest.ts";
import { UserError } from "../../core/text/problem.ts";
import { nameSome, quote } from "../../core/text/text.ts";
import type { Arguments } from "./call.ts";
import { SWITCHES, type Described } from "./described.ts";

const SWITCH_NAMES: readonly string[] = Object.keys(SWITCHES);
const OTHERS = OTHER_INPUTS.filter(({ isSecret }) => isSecret !== true).map(({ name }) => name);
const INPUTS: readonly string[] = [...FIELD_NAMES, ...OTHERS];

/** Flags of other tools, and what has their place here. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  "dry-run": " `donemark plan` decides for every shard and changes nothing.",
  color: " Colours are on where a terminal shows them; NO_COLOR=1 turns them off.",
  "no-color": " NO_COLOR=1 turns colours off.",
  c: " Did you mean --config?",
  f: " Did you mean --force?",
  j: " Did you mean --parallel?",
  n: " `donemark plan` decides for every shard and changes nothing.",
  q: " Did you mean --quiet?",
  v: " Did you mean --verbose?",
  y: " Did you mean --yes?",
  version: " `donemark --version` prints the version.",
};

/**
 * Reads the words and flags of a command: each input of the definition is a flag; given more than once it is a list.
 * Faults of inputs are told by the layer, together with those of their values.
 * @throws {UserError} with every word and switch that the command does not take, each with the nearest right one.
 */
export async function readArguments(
  command: Described,
  args: readonly string[],
  loadAll: () => Promise<readonly Described[]>,
): Promise<Arguments> {
  const { tokens, values } = parse(args);
  const isKnown = (name: string): boolean =>
    (command.takesInputs && INPUTS.includes(name)) || SWITCH_NAMES.includes(name);
  const words = wordsOf(tokens, isKnown);
  const positionals = words.map(({ word }) => word);
  const inputs: string[] = [];
  const strays: string[] = [];
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    if (isForeignSwitch(command, token.name))
      strays.push(foreignSwitch(command, token.rawName, await owners(token.name, loadAll)));
    else inputs.push(...optionProblems(command, token));
  }
  strays.push(...strayWords(command, words));
  const problems = command.takesInputs ? inputs : [];
  if (strays.length > 0) throw new UserError([...strays, ...inputs]);
  if (!command.takesInputs && inputs.length > 0) throw new UserError(inputs);
  return {
    inputs: { ...layerOf(values), problems },
    positionals,
    switches: new Set(SWITCH_NAMES.filter((name) => values[name] === true)),
  };
}

/** A flag as it stands on the command line. */
interface Option {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  /** Written as `--name=value`. */
  readonly inlineValue: boolean | undefined;
}

function parse(args: readonly string[]) {
  const text = { type: "string", multiple: true } as const;
  const isOn = { type: "boolean" } as const;
  const options = {
    ...Object.fromEntries(INPUTS.map((name) => [name, text])),
    ...Object.fromEntries(SWITCH_NAMES.map((name) => [name, isOn])),
  };
  const config = { args: [...args], options, strict: false, tokens: true } as const;
  return parseArgs({ ...config, allowPositionals: true });
}

/** A word, and the last flag before it. */
interface Word {
  readonly word: string;
  readonly behind: string | undefined;
}

/** The words besides the flags. Behind a flag that is unknown stands most likely its value. */
function wordsOf(
  tokens: ReturnType<typeof parse>["tokens"],
  isKnown: (name: string) => boolean,
): readonly Word[] {
  const words: Word[] = [];
  let flag: { readonly name: string; readonly takesNext: boolean } | undefined;
  for (const token of tokens) {
    if (token.kind === "option")
      flag = { name: token.name, takesNext: !isKnown(token.name) && token.value === undefined };
    if (token.kind !== "positional") continue;
    if (flag?.takesNext === true) flag = { name: flag.name, takesNext: false };
    else words.push({ word: token.value, behind: flag?.name });
  }
  return words;
}

/** From so many words on, a shell has most likely made them from a pattern. */
const MANY_WORDS = 3;
/** Behind these, already one word more. */
const PATTERNS: ReadonlySet<string | undefined> = new Set([
  "shards",
  "fingerprint-files",
  "ignore",
]);

function strayWords({ name, positionals }: Described, given: readonly Word[]): readonly string[] {
  if (positionals.kind !== "none") return [];
  const words = given.map(({ word }) => word);
  const arePaths = given.every(({ word, behind }) => PATTERNS.has(behind) && /[/.]/.test(word));
  if (words.length < MANY_WORDS && !arePaths)
    return words.map(
      (word) => `${name} takes no words, got ${quote(word)}.${positionals.suggest?.(word) ?? ""}`,
    );
  if (words.length === 0) return [];
  const got = nameSome(words.map(quote), MANY_WORDS);
  return [
    `${name} takes no words, got ${got}. If your shell has put them in the place of a pattern, quote it: --shards='in/*.txt'.`,
  ];
}

function isForeignSwitch({ switches }: Described, name: string): boolean {
  const own: readonly string[] = switches;
  return name !== "help" && SWITCH_NAMES.includes(name) && !own.includes(name);
}

async function owners(
  name: string,
  loadAll: () => Promise<readonly Described[]>,
): Promise<readonly string[]> {
  const all = await loadAll();
  return all.filter((one) => !isForeignSwitch(one, name)).map((one) => one.name);
}

function foreignSwitch({ name }: Described, rawName: string, own: readonly string[]): string {
  return `${rawName} is no switch of ${name}; it belongs to ${own.join(", ")}.`;
}

function optionProblems(
  command: Described,
  { name, rawName, value, inlineValue }: Option,
): readonly string[] {
  const known = [...(command.takesInputs ? INPUTS : []), ...command.switches, "help"];
  if (!known.includes(name)) return [unknownOption(rawName, name, known)];
  if (SWITCH_NAMES.includes(name)) return value === undefined ? [] : [`${rawName} takes no value.`];
  if (value === undefined) return [`${rawName} must have a value.`];
  if (inlineValue !== true && /^--[a-z]/.test(value))
    return [
      `${rawName} must have a value, got the flag ${value}. Write ${rawName}=${value} if it is meant.`,
    ];
  return [];
}

function unknownOption(rawName: string, name: string, known: readonly string[]): string {
  const hint = Object.hasOwn(ELSEWHERE, name) ? ELSEWHERE[name] : hintForFlag(name, known);
  return `${rawName} is unknown.${hint}`;
}

/** An input of another tool is told by what does the same here. */
function hintForFlag(name: string, known: readonly string[]): string {
  return hintForName(name, []) || didYouMeanFlag(name, known);
}

function layerOf(values: Readonly<Record<string, unknown>>): Layer {
  const given: Record<string, unknown> = {};
  for (const name of INPUTS) {
    const value = values[name];
    const texts = Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
    if (texts.length > 0) given[name] = texts.join("\n");
  }
  return { label: (name) => `--${name}`, ...splitBlank(given), others: OTHERS };
}
