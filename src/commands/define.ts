import { basename, join, resolve } from "node:path";
import { sha256 } from "../core/digest.ts";
import { changingValuesIn } from "../core/environment.ts";
import { readDefinition, unknownNames, type Definition, type Layer } from "../core/definition.ts";
import { parseJson } from "../core/marker.ts";
import { describe, UserError } from "../core/problem.ts";
import { isRecord, show } from "../core/text.ts";
import { cacheFolder, writeCache } from "../survey/cache.ts";
import type { Invocation } from "./invocation.ts";

const CONFIG_NAMES = ["donemark.yml", "donemark.yaml"];
const CONFIG_LIMIT_BYTES = 1024 * 1024;

/** A definition and the values that it was made from, for handing on. */
export interface Defined {
  readonly definition: Definition;
  readonly layers: readonly Layer[];
}

/**
 * Reads the definition: inputs, then a definition that `plan` handed on, then the config file.
 * @throws {UserError} with every problem at once.
 */
export async function define(invocation: Invocation): Promise<Defined> {
  const { inputs, reporter, surface } = invocation;
  const planned = plannedLayer(inputs.values["definition"]);
  const config = await configLayer(invocation);
  const own = surface === "actions" ? withoutUnknown(inputs, reporter.warn) : inputs;
  const layers = [own, planned, config].filter((layer) => layer !== undefined);
  const result = readDefinition(layers);
  if ("problems" in result) throw new UserError(result.problems);
  warnOfChangingText(invocation, result.definition);
  return { definition: result.definition, layers };
}

/** In a workflow an unknown input is a warning: it may be meant for another version of the action. */
function withoutUnknown(inputs: Layer, warn: (line: string) => void): Layer {
  const unknown = unknownNames(inputs);
  for (const problem of unknown) warn(problem);
  if (unknown.length === 0) return inputs;
  const others = Object.keys(inputs.values);
  return { ...inputs, others };
}

function plannedLayer(given: unknown): Layer | undefined {
  if (typeof given !== "string" || given === "") return undefined;
  const values = parseJson(given);
  if (!isRecord(values)) {
    throw new UserError([`definition must be the JSON that plan gave, got ${show(given)}.`]);
  }
  return { label: (name) => `definition: ${name}`, values };
}

async function configLayer(invocation: Invocation): Promise<Layer | undefined> {
  const { disk, inputs, workspace } = invocation;
  const given = inputs.values["config"];
  const named = typeof given === "string" && given !== "" ? given : undefined;
  const file =
    named ?? CONFIG_NAMES.find((name) => disk.stat(resolve(workspace, name)) !== undefined);
  if (file === undefined) return undefined;
  const text = disk.readText(resolve(workspace, file), CONFIG_LIMIT_BYTES);
  if (text === undefined) throw new UserError([`config names ${show(file)}, which is not there.`]);
  const label = (name: string): string => `${basename(file)}: ${name}`;
  return { label, values: await parseConfig(invocation, file, text), others: ["$schema"] };
}

type Config = Readonly<Record<string, unknown>>;

/** A file that was read before is not parsed again: loading and running a YAML parser takes as long as all the rest. */
async function parseConfig({ disk, env }: Invocation, file: string, text: string): Promise<Config> {
  const folder = cacheFolder(env);
  const cached = join(folder, `config-${sha256(text).slice(0, 32)}.json`);
  const known = parseJson(disk.readText(cached, CONFIG_LIMIT_BYTES) ?? "");
  if (isRecord(known)) return known;
  const config = await parseYaml(file, text);
  await writeCache(disk, { folder, file: cached }, JSON.stringify(config));
  return config;
}

async function parseYaml(file: string, text: string): Promise<Config> {
  const { parse } = await import("yaml");
  try {
    const value: unknown = parse(text, { maxAliasCount: 100 });
    if (value === null) return {};
    if (isRecord(value)) return value;
  } catch (error) {
    throw new UserError([`${file} is not valid YAML: ${describe(error)}`]);
  }
  throw new UserError([`${file} must hold keys and values, such as "shards: inputs/*.fa".`]);
}

function warnOfChangingText({ env, reporter }: Invocation, definition: Definition): void {
  const text = `${definition.command ?? ""}\n${definition.fingerprintText}`;
  const names = changingValuesIn(text, env);
  if (names.length === 0) return;
  reporter.warn(
    `The command or fingerprint-text contains the value of ${names.join(", ")}, which changes from run to run or from runner to runner: ` +
      "every shard would run again there. Write the variable's name in the command instead.",
  );
}
