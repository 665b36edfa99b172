import * as v from "valibot";
import { FIELD_NAMES, FIELDS, isFieldName, type Definition, type FieldName } from "./fields.ts";
import { hintForName } from "./other-names.ts";
import { isBlank, quote } from "../text/text.ts";

/** One layer of given values, the strongest first: inputs, then a planned definition, then the config file. */
export interface Layer {
  /** The name of a value of this layer in messages: `--retries`, `input "retries"`, `donemark.yml: retries`. */
  readonly label: (name: string) => string;
  readonly values: Readonly<Record<string, unknown>>;
  /** Names that stand there without a value: blank is not given. */
  readonly blank?: readonly string[];
  /** Names of this layer that mean something else (`config`, `json`, …). */
  readonly others?: readonly string[];
  /** Problems that were found before its values were read. */
  readonly problems?: readonly string[];
}

export type DefinitionResult =
  | { readonly definition: Definition }
  | { readonly problems: readonly string[] };

/** The values of a layer without those that are blank, whose names are kept. */
export function splitBlank(
  values: Readonly<Record<string, unknown>>,
): Required<Pick<Layer, "values" | "blank">> {
  const entries = Object.entries(values);
  return {
    values: Object.fromEntries(entries.filter(([, value]) => !isBlank(value))),
    blank: entries.filter(([, value]) => isBlank(value)).map(([name]) => name),
  };
}

/** Joins the layers into one definition. All problems come back together. */
export function readDefinition(layers: readonly Layer[]): DefinitionResult {
  const problems = layers.flatMap((layer) => [...(layer.problems ?? []), ...unknownNames(layer)]);
  const values: Record<string, unknown> = {};
  for (const name of FIELD_NAMES) {
    const layer = layers.find((candidate) => !isBlank(candidate.values[name]));
    if (layer === undefined) continue;
    const read = readValue(name, layer.values[name]);
    if ("value" in read) values[name] = read.value;
    else problems.push(`${layer.label(name)} ${read.problem}`);
  }
  for (const name of ["shards", "checkpoint"] as const) {
    if (layers.every((layer) => isBlank(layer.values[name]))) {
      problems.push(`${layers[0]?.label(name) ?? name} is required: ${FIELDS[name].expected}.`);
    }
  }
  return problems.length > 0 ? { problems } : { definition: fillIn(values) };
}

/** Names of a layer that mean nothing, each with the nearest right one. */
export function unknownNames(layer: Layer): readonly string[] {
  const others = layer.others ?? [];
  return [...Object.keys(layer.values), ...(layer.blank ?? [])]
    .filter((name) => !isFieldName(name) && !others.includes(name))
    .map(
      (name) => `${layer.label(name)} is unknown.${hintForName(name, [...FIELD_NAMES, ...others])}`,
    );
}

function readValue(name: FieldName, value: unknown): { value: unknown } | { problem: string } {
  const { schema, expected, hint } = FIELDS[name];
  const result = v.safeParse(schema(), value, { abortEarly: true });
  if (result.success) return { value: result.output };
  const path = placeOf(result.issues[0]);
  const place = path === undefined ? "" : ` (at ${path})`;
  return { problem: `must be ${expected}, got ${quote(value)}${place}.${hint?.(value) ?? ""}` };
}

/** Where in a value the fault lies; of several forms that a value may have, in the one that says so. */
function placeOf(issue: v.BaseIssue<unknown>): string | undefined {
  return [issue, ...(issue.issues ?? [])]
    .map((candidate) => v.getDotPath(candidate) ?? undefined)
    .find((path) => path !== undefined);
}

/** Every input by its key: the value that was given, else its default. */
function fillIn(given: Readonly<Record<string, unknown>>): Definition {
  const definition: Record<string, unknown> = {};
  for (const name of FIELD_NAMES) {
    const { key, fallback } = FIELDS[name];
    definition[key] = given[name] ?? fallback(given);
  }
  if (isDefinition(definition)) return definition;
  throw new Error("Each row of the inputs has a value.");
}

/** Each value has passed the schema of its row, or is the row's own default. */
function isDefinition(
  definition: Readonly<Record<string, unknown>>,
): definition is Definition & Record<string, unknown> {
  return FIELD_NAMES.every((name) => FIELDS[name].key in definition);
}
