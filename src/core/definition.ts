import * as v from "valibot";
import { FIELD_NAMES, FIELDS, isFieldName, type FieldName, type FieldValue } from "./fields.ts";
import type { InputMode, Part } from "./fingerprint.ts";
import { didYouMean } from "./nearest.ts";
import type { Selector } from "./select.ts";
import { DEFAULT_STATUS_RULES, type StatusRules } from "./status.ts";
import { show } from "./text.ts";

/** One layer of given values, the strongest first: inputs, then a planned definition, then the config file. */
export interface Layer {
  /** How a message names a value of this layer: `--retries`, `input "retries"`, `donemark.yml: retries`. */
  readonly label: (name: string) => string;
  readonly values: Readonly<Record<string, unknown>>;
  /** Names of this layer that mean something else (`config`, `json`, …). */
  readonly others?: readonly string[];
  /** What was wrong with it before its values were looked at. */
  readonly problems?: readonly string[];
}

/** A whole definition, every default filled in. Times in milliseconds. */
export interface Definition {
  readonly shards: FieldValue<"shards">;
  readonly checkpoint: string;
  readonly work: string | undefined;
  readonly command: string | undefined;
  readonly check: string | undefined;
  readonly fingerprintText: string;
  readonly fingerprintFiles: readonly string[];
  readonly inputFingerprint: InputMode;
  readonly rerunOn: readonly Part[];
  readonly name: string | undefined;
  readonly store: string;
  readonly validate: "size" | "structure" | "deep";
  readonly adopt: boolean;
  readonly status: StatusRules;
  readonly only: readonly Selector[] | undefined;
  readonly force: readonly Selector[] | undefined;
  readonly runPer: "shard" | "slot" | "job";
  readonly shell: string;
  readonly workingDirectory: string;
  readonly parallel: number | "auto";
  readonly retries: number;
  readonly shardTimeoutMs: number | undefined;
  readonly maxRuntimeMs: number | undefined;
  readonly stopGraceMs: number;
  readonly maxFailures: number | undefined;
  readonly workEveryMs: number;
  readonly fetch: "none" | "missing" | "all";
  readonly report: string | undefined;
  readonly maxJobs: number;
  readonly jobTimeMs: number;
  readonly allowMissing: number;
  readonly finished: "marked" | "sound";
}

export type DefinitionResult =
  | { readonly definition: Definition }
  | { readonly problems: readonly string[] };

type Values = { readonly [K in FieldName]?: FieldValue<K> };

/** Joins the layers into one definition. All problems come back together. */
export function readDefinition(layers: readonly Layer[]): DefinitionResult {
  const problems = layers.flatMap((layer) => [...(layer.problems ?? []), ...unknownNames(layer)]);
  const values: Record<string, unknown> = {};
  for (const name of FIELD_NAMES) {
    const layer = layers.find((candidate) => isGiven(candidate.values[name]));
    if (layer === undefined) continue;
    const read = readValue(name, layer.values[name]);
    if ("value" in read) values[name] = read.value;
    else problems.push(`${layer.label(name)} ${read.problem}`);
  }
  for (const name of ["shards", "checkpoint"] as const) {
    if (layers.every((layer) => !isGiven(layer.values[name]))) {
      problems.push(`${layers[0]?.label(name) ?? name} is required: ${FIELDS[name].expected}.`);
    }
  }
  return problems.length > 0 ? { problems } : { definition: fillIn(values) };
}

/** Names of a layer that mean nothing, each with the nearest right one. */
export function unknownNames(layer: Layer): readonly string[] {
  const others = layer.others ?? [];
  return Object.keys(layer.values)
    .filter((name) => !isFieldName(name) && !others.includes(name))
    .map(
      (name) => `${layer.label(name)} is unknown.${didYouMean(name, [...FIELD_NAMES, ...others])}`,
    );
}

/** An empty text counts as not given: a workflow cannot leave an input out when it comes from an expression. */
function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "";
}

function readValue(name: FieldName, value: unknown): { value: unknown } | { problem: string } {
  const { schema, expected } = FIELDS[name];
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return { value: result.output };
  const path = placeOf(result.issues[0]);
  const place = path === undefined ? "" : ` (at ${path})`;
  return { problem: `must be ${expected}, got ${show(value)}${place}.` };
}

/** Where in a value the fault lies; of several forms that a value may have, in the one that says so. */
function placeOf(issue: v.BaseIssue<unknown>): string | undefined {
  return [issue, ...(issue.issues ?? [])]
    .map((candidate) => v.getDotPath(candidate) ?? undefined)
    .find((path) => path !== undefined);
}

function fillIn(values: Values): Definition {
  return { ...describing(values), ...running(values) };
}

function describing(given: Values) {
  return {
    shards: given.shards ?? "",
    checkpoint: given.checkpoint ?? "",
    work: given.work,
    command: given.command,
    check: given.check,
    fingerprintText: given["fingerprint-text"] ?? "",
    fingerprintFiles: given["fingerprint-files"] ?? [],
    inputFingerprint: given["input-fingerprint"] ?? "content",
    rerunOn: given["rerun-on"] ?? (["input", "command", "files", "text"] as const),
    name: given.name,
    store: given.store ?? "auto",
    validate: given.validate ?? "structure",
    adopt: given.adopt ?? true,
    status: given.status ?? DEFAULT_STATUS_RULES,
  } satisfies Partial<Definition>;
}

function running(given: Values) {
  return {
    only: given.only,
    force: given.force,
    runPer: given["run-per"] ?? "shard",
    shell: given.shell ?? "bash",
    workingDirectory: given["working-directory"] ?? ".",
    parallel: given.parallel ?? "auto",
    retries: given.retries ?? 0,
    shardTimeoutMs: given["shard-timeout"],
    maxRuntimeMs: given["max-runtime"],
    stopGraceMs: given["stop-grace"] ?? 10_000,
    maxFailures: given["max-failures"],
    workEveryMs: given["work-every"] ?? 300_000,
    fetch: given.fetch ?? (given.only === undefined ? "all" : "none"),
    report: given.report,
    maxJobs: given["max-jobs"] ?? 256,
    jobTimeMs: given["job-time"] ?? 3_600_000,
    allowMissing: given["allow-missing"] ?? 0,
    finished: given.finished ?? "marked",
  } satisfies Partial<Definition>;
}
