import { parseArgs } from "node:util";
import type { Layer } from "../core/definition.ts";
import { FIELD_NAMES } from "../core/fields.ts";
import { didYouMean } from "../core/nearest.ts";

/** A command line, read. */
export interface Arguments {
  readonly inputs: Layer;
  readonly positionals: readonly string[];
  /** Switches that are on: `json`, `verbose`, `all`, `accept`, `deep`, `help`. */
  readonly switches: ReadonlySet<string>;
}

const SWITCHES = ["json", "verbose", "help", "all", "accept", "deep"];
const OTHERS = ["config", "definition"];

/**
 * Reads the flags of a command: each input of the definition is one, given more than once it is a list. What is wrong
 * with them is told by the layer, together with what is wrong with their values.
 */
export function readArguments(args: readonly string[]): Arguments {
  const names = [...FIELD_NAMES, ...OTHERS];
  const options = {
    ...Object.fromEntries(names.map((name) => [name, { type: "string", multiple: true } as const])),
    ...Object.fromEntries(SWITCHES.map((name) => [name, { type: "boolean" } as const])),
  };
  const { tokens, values, positionals } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const problems: string[] = [];
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    if (!Object.hasOwn(options, token.name)) {
      problems.push(
        `${token.rawName} is unknown.${didYouMean(token.name, [...names, ...SWITCHES])}`,
      );
    } else if (names.includes(token.name) && token.value === undefined) {
      problems.push(`${token.rawName} must have a value.`);
    } else if (SWITCHES.includes(token.name) && token.value !== undefined) {
      problems.push(`${token.rawName} takes no value.`);
    }
  }
  return {
    inputs: { ...layerOf(names, values), problems },
    positionals,
    switches: switchesOf(values),
  };
}

type Values = Readonly<Record<string, unknown>>;

function layerOf(names: readonly string[], values: Values): Layer {
  const given: Record<string, unknown> = {};
  for (const name of names) {
    const value = values[name];
    const texts = Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
    if (texts.length > 0) given[name] = texts.join("\n");
  }
  return { label: (name) => `--${name}`, values: given, others: OTHERS };
}

function switchesOf(values: Values): ReadonlySet<string> {
  return new Set(SWITCHES.filter((name) => values[name] === true));
}
