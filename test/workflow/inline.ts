import { evaluate } from "./github.ts";

/** JSON as a YAML file holds it. */
export type Json = string | number | boolean | null | readonly Json[] | Mapping;
export interface Mapping {
  readonly [name: string]: Json;
}

/** The jobs and the concurrency group that a call of a reusable workflow comes to, as if written out by hand. */
export function inlineCall(workflow: Mapping, given: Mapping): Mapping {
  const inputs = inputsOf(workflow, given);
  const written: Mapping = {
    concurrency: workflow["concurrency"] ?? null,
    permissions: workflow["permissions"] ?? null,
    jobs: workflow["jobs"] ?? null,
  };
  return mappingOf(inline(written, inputs) ?? {});
}

/** What `inputs` is in a called workflow: GitHub gives those that are left out the empty value of their type. */
function inputsOf(workflow: Mapping, given: Mapping): Mapping {
  const declared = mappingOf(mappingOf(mappingOf(workflow["on"])["workflow_call"])["inputs"]);
  const empty: Mapping = { string: "", number: 0, boolean: false };
  return Object.fromEntries(
    Object.entries(declared).map(([name, input]) => {
      const { type = "string", default: value } = mappingOf(input);
      return [name, given[name] ?? value ?? empty[textOf(type)] ?? ""];
    }),
  );
}

/** Nobody writes what is empty, or a step that never runs: they give `undefined`. */
function inline(value: Json, inputs: Mapping): Json | undefined {
  if (typeof value === "string") return inlineText(value, inputs);
  if (isList(value)) {
    return value.map((item) => inline(item, inputs)).filter((item) => item !== undefined);
  }
  if (typeof value !== "object" || value === null) return value;
  const kept: Record<string, Json> = {};
  for (const [name, item] of Object.entries(value)) {
    const inlined = inline(item, inputs);
    if (name === "if" && inlined === false) return undefined;
    if (inlined !== undefined && !(name === "if" && inlined === true)) kept[name] = inlined;
  }
  return kept;
}

const EXPRESSION = /\$\{\{ (.+?) \}\}/g;

function inlineText(text: string, inputs: Mapping): Json | undefined {
  const whole = /^\$\{\{ (.+) \}\}$/.exec(text)?.[1];
  if (whole !== undefined && isOfInputs(whole)) {
    const value = jsonOf(evaluate(whole, { inputs }));
    return value === "" ? undefined : value;
  }
  return text.replaceAll(EXPRESSION, (all, expression: string) =>
    isOfInputs(expression)
      ? String(evaluate(expression, { inputs }))
      : all.replaceAll(/ && inputs\.([\w-]+)/g, (term, name: string) =>
          inputs[name] === true ? "" : term,
        ),
  );
}

function isOfInputs(expression: string): boolean {
  return (
    /\binputs\./.test(expression) &&
    !/\b(?:needs\.|matrix\.|steps\.|github\.|always\()/.test(expression)
  );
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** @throws where it is no mapping. */
export function mappingOf(value: unknown): Mapping {
  const json = jsonOf(value);
  if (typeof json === "object" && json !== null && !isList(json)) return json;
  throw new TypeError(`expected a mapping, got ${JSON.stringify(value)}`);
}

/** @throws where it is no list. */
export function listOf(value: unknown): readonly Json[] {
  const json = jsonOf(value);
  if (isList(json)) return json;
  throw new TypeError(`expected a list, got ${JSON.stringify(value)}`);
}

/** @throws where it is no text, number or choice. */
export function textOf(value: unknown): string {
  const json = jsonOf(value);
  if (typeof json !== "object") return String(json);
  throw new TypeError(`expected a text, got ${JSON.stringify(value)}`);
}

function jsonOf(value: unknown): Json {
  const json: Json = JSON.parse(JSON.stringify(value ?? null));
  return json;
}
