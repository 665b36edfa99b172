import { basename, dirname, join, resolve } from "node:path";
import { sha256 } from "../core/model/digest.ts";
import { changingValuesIn } from "../core/definition/environment.ts";
import {
  readDefinition,
  splitBlank,
  unknownNames,
  type Layer,
} from "../core/definition/definition.ts";
import { FIELDS, isFieldName, type Definition } from "../core/definition/fields.ts";
import { parseJson } from "../core/model/marker.ts";
import { messageOf, UserError } from "../core/text/problem.ts";
import { nearest } from "../core/text/nearest.ts";
import { isRecord, quote } from "../core/text/text.ts";
import type { Disk } from "../files/disk.ts";
import { readUtf8 } from "../files/utf8.ts";
import { pointerFrom, sayPointer } from "../shards/pointers.ts";
import { cacheFolder, readCache, writeCache } from "../files/cache-files.ts";
import type { Invocation } from "./invocation.ts";
import { checkSigned, SIGNED } from "./planned-job.ts";

const CONFIG_NAMES = ["donemark.yml", "donemark.yaml"];
const CONFIG_LIMIT_BYTES = 1024 * 1024;

/** A definition and the values that it was made from, for handing on. */
export interface Defined {
  readonly definition: Definition;
  readonly layers: readonly Layer[];
  /** Was a definition given that `plan` handed on? */
  readonly isPlanned: boolean;
  /** The config file that the definition was read from, here or by `plan`; absent where there was none. */
  readonly config?: string;
  /** The plan's list of all shards, as `formatPlanned` writes it; absent where it was given none. */
  readonly planned?: string;
}

/**
 * Reads the definition: inputs, then a definition that `plan` handed on, then the config file, then what else holds for
 * this command.
 * @throws {UserError} with every problem at once; also where this command and the plan would name different shards.
 */
export async function define(
  invocation: Invocation,
  defaults: Layer["values"] = {},
): Promise<Defined> {
  const { inputs, reporter, surface } = invocation;
  checkLengths(inputs);
  const planned = plannedLayer(inputs.values["definition"]);
  if (planned !== undefined) checkSigned(invocation, planned);
  const config = await readConfigFile(invocation, planned !== undefined);
  const own = surface === "actions" ? withoutUnknown(inputs, reporter.warn) : inputs;
  const layers = [own, planned, config?.layer].filter((layer) => layer !== undefined);
  const result = readDefinition([...layers, { label: (name) => name, values: defaults }]);
  if ("problems" in result) throw new UserError(inFewLines(invocation, layers, result.problems));
  const { definition } = result;
  if (planned !== undefined) await checkAgreement(definition, planned, layers);
  warnOfChangingText(invocation, definition);
  const list = planned?.values["planned"];
  const file = config?.file ?? planned?.values["config"];
  return {
    definition,
    layers,
    isPlanned: planned !== undefined,
    ...(typeof file === "string" && { config: file }),
    ...(typeof list === "string" && { planned: list }),
  };
}

/** Where nothing but flags was read and neither `shards` nor `checkpoint` is given, one line says it all. */
function inFewLines(
  { workspace, surface }: Pick<Invocation, "workspace" | "surface">,
  layers: readonly Layer[],
  problems: readonly string[],
): readonly string[] {
  const isMissing = (problem: string): boolean => problem.includes(" is required: ");
  const missing = problems.filter(isMissing).length;
  if (surface !== "terminal" || layers.length > 1 || missing < 2) return problems;
  return [
    `There is no donemark.yml in ${quote(workspace)}, and neither --shards nor --checkpoint is given. ` +
      "`donemark init` makes one. Or go to the folder that has one, name it by --config=PATH, or give both: donemark run --shards='in/*.txt' --checkpoint='out/{id}.pt' --command='…'.",
    ...problems.filter((problem) => !isMissing(problem)),
  ];
}

/** The runner hands inputs over as environment strings; a command line has the same limit for an argument. */
const LONGEST_INPUT_BYTES = 128 * 1024;

function checkLengths({ values, label }: Layer): void {
  const problems = Object.entries(values).flatMap(([name, value]) => {
    const bytes = typeof value === "string" ? Buffer.byteLength(value) : 0;
    if (bytes < LONGEST_INPUT_BYTES) return [];
    return [
      `${label(name)} has ${bytes} bytes, and an environment string holds 128 KiB at most. ${wayOut(name)}`,
    ];
  });
  if (problems.length > 0) throw new UserError(problems);
}

function wayOut(name: string): string {
  if (name === "only" || name === "force")
    return `Give id globs or slice:i/n, take the ranges that plan gives, or write ${name} in the config file.`;
  if (name === "shards") return "Write the list to a file and give @list.jsonl.";
  if (name === "definition") return "Write the definition in a config file that every job reads.";
  return "Write it in the config file.";
}

async function checkAgreement(
  definition: Definition,
  planned: Layer,
  layers: readonly Layer[],
): Promise<void> {
  const plan = readDefinition([planned]);
  if ("problems" in plan) throw new UserError(plan.problems);
  const { findDisagreements } = await import("../core/definition/agree.ts");
  const problems = findDisagreements(definition, plan.definition, layers);
  if (problems.length > 0) throw new UserError(problems);
}

/** In a workflow an unknown input is a warning: it may be meant for another version of the action. */
function withoutUnknown(inputs: Layer, warn: (line: string) => void): Layer {
  const unknown = unknownNames(inputs);
  for (const problem of unknown) warn(problem);
  if (unknown.length === 0) return inputs;
  const others = [...Object.keys(inputs.values), ...(inputs.blank ?? [])];
  return { ...inputs, others };
}

function plannedLayer(given: unknown): Layer | undefined {
  if (typeof given !== "string") return undefined;
  const values = parseJson(given);
  if (!isRecord(values)) {
    throw new UserError([`definition must be the JSON that plan gave, got ${quote(given)}.`]);
  }
  const others = ["config", "planned", SIGNED];
  return { label: (name) => `definition: ${name}`, ...splitBlank(values), others };
}

/** A plan's definition is whole: only a file that is named is read beside it, not whichever lies there. */
async function readConfigFile(
  invocation: Invocation,
  isPlanned: boolean,
): Promise<{ readonly file: string; readonly layer: Layer } | undefined> {
  const { disk, inputs, workspace } = invocation;
  const given = inputs.values["config"];
  const named = typeof given === "string" ? given : undefined;
  const found = isPlanned
    ? undefined
    : CONFIG_NAMES.find((name) => disk.stat(resolve(workspace, name)) !== undefined);
  const file = named ?? found;
  if (file === undefined) return undefined;
  const text = readConfig(disk, resolve(workspace, file), file);
  const label = (name: string): string => `${basename(file)}: ${name}`;
  const values = await parseConfig(invocation, file, text);
  return { file, layer: { label, ...splitBlank(values), others: ["$schema"] } };
}

/** A byte more than a config may have is read: of one that is too large, its beginning may be another definition. */
function readConfig(disk: Disk, path: string, file: string): string {
  let text: string | undefined;
  try {
    text = readUtf8(disk, path, CONFIG_LIMIT_BYTES + 1);
  } catch (error) {
    throw new UserError([`config ${quote(file)} cannot be read: ${messageOf(error)}`]);
  }
  if (text === undefined) throw new UserError([notThere(disk, path, file)]);
  const pointer = pointerFrom(text);
  if (pointer !== undefined) throw new UserError([`config: ${sayPointer(file, pointer)}.`]);
  if (Buffer.byteLength(text) <= CONFIG_LIMIT_BYTES) return text;
  throw new UserError([
    `config ${quote(file)} has more than 1 MiB. A long list of shards goes into a file of its own: shards: "@list.jsonl"`,
  ]);
}

function notThere(disk: Disk, path: string, file: string): string {
  const near = nearest(basename(path), disk.names(dirname(path)).filter(isYamlName));
  const hint = near === undefined ? "" : ` Did you mean ${quote(join(dirname(file), near))}?`;
  return `config names ${quote(file)}, which is not there.${hint}`;
}

const isYamlName = (name: string): boolean => /\.ya?ml$/.test(name);

/** Is there a config file that a command in this folder reads without being told? */
export function hasConfig({ disk, workspace }: Pick<Invocation, "disk" | "workspace">): boolean {
  return CONFIG_NAMES.some((name) => disk.stat(resolve(workspace, name)) !== undefined);
}

type Config = Readonly<Record<string, unknown>>;

/**
 * A file that was read before is not parsed again: loading and running a YAML parser takes as long as all the rest. On a
 * terminal only: where jobs of different trust share a runner, a cache of commands would be a door.
 */
async function parseConfig(invocation: Invocation, file: string, text: string): Promise<Config> {
  const { disk, env } = invocation;
  if (env["GITHUB_ACTIONS"] === "true") return parseYaml(file, text);
  const folder = cacheFolder(env);
  const cached = join(folder, `config-${PARSER}-${sha256(text).slice(0, 32)}.json`);
  const known = parseJson(readCache(disk, cached, CONFIG_LIMIT_BYTES));
  if (isRecord(known)) return known;
  const config = await parseYaml(file, text);
  await writeCache(disk, { folder, file: cached }, JSON.stringify(config));
  return config;
}

/** Changes with what a text is read as: what another version has cached is not believed. */
const PARSER = 4;

async function parseYaml(file: string, text: string): Promise<Config> {
  const { isMap, isScalar, parseDocument, visit } = await import("yaml");
  try {
    // The library compares each key with each other one, which takes minutes where there are many.
    const document = parseDocument(text, { uniqueKeys: false });
    for (const error of document.errors) throw error;
    visit(document, {
      // The parameters of a shard, in a list of shards.
      Pair: (_, { key, value }) => {
        if (isScalar(key) && key.value === "params" && isMap(value)) visit(value, KEEPING);
      },
      Map: (_, { items }) => checkKeys(items.map(({ key }) => (isScalar(key) ? key.value : key))),
    });
    if (isMap(document.contents)) {
      const own = document.contents.items.filter(({ key }) => isScalar(key) && isText(key.value));
      for (const { value } of own) visit(value, KEEPING);
    }
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    if (value === null) return {};
    // A value that refers to itself cannot be handed on, so it is no definition.
    if (isRecord(value) && JSON.stringify(value) !== "") return value;
  } catch (error) {
    throw new UserError([
      `${file} is not valid YAML: ${messageOf(error)}${hintForYaml(error, text)}`,
    ]);
  }
  throw new UserError([`${file} must hold keys and values, such as "shards: inputs/*.fa".`]);
}

/** The two slips that people make most often, in the words of those who do not know YAML by heart. */
function hintForYaml(error: unknown, text: string): string {
  if (messageOf(error).startsWith("Nested mappings"))
    return 'A value that holds ": " must stand in quotes, or on lines of its own behind "|".';
  return /^ *\t/m.test(text) ? "Indent with spaces: a line of it begins with a tab." : "";
}

/** Is it the name of an input whose numbers are texts? */
function isText(name: unknown): boolean {
  return typeof name === "string" && isFieldName(name) && FIELDS[name].isText === true;
}

/**
 * A number, a truth value or a date that reads otherwise than it is written stays text: 1.10 is another version than 1.1,
 * and a number of twenty digits is rounded.
 */
function keepSource(scalar: { value: unknown; readonly source?: string }): void {
  const { value, source } = scalar;
  const isExact = source === undefined || String(value) === source;
  if (!isExact && value !== null && typeof value !== "string") scalar.value = source;
}

const KEEPING = {
  Scalar: (_: unknown, scalar: { value: unknown; readonly source?: string }) => keepSource(scalar),
};

function checkKeys(keys: readonly unknown[]): void {
  const known = new Set<unknown>();
  for (const key of keys) {
    if (known.has(key)) throw new Error(`the key ${quote(key)} is given twice`);
    known.add(key);
  }
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
