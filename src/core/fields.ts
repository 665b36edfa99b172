import * as v from "valibot";
import { parseDuration } from "./duration.ts";
import { INPUT_MODES, PARTS, type Part } from "./fingerprint.ts";
import { parseSelectors } from "./select.ts";
import { DEFAULT_STATUS_RULES, isVersion, type StatusRules } from "./status.ts";
import { nonBlankLines } from "./text.ts";

/** One input: what a file or a text may give for it, and the words for users. */
interface Field<S extends v.GenericSchema> {
  readonly schema: S;
  /** Completes "must be …". */
  readonly expected: string;
  readonly about: string;
}

function field<S extends v.GenericSchema>(schema: S, expected: string, about: string): Field<S> {
  return { schema, expected, about };
}

const text = v.string();
const nonEmpty = v.pipe(v.string(), v.regex(/\S/));

/** Texts, or one text with an item a line. */
const lines = v.pipe(
  v.union([v.string(), v.array(v.string())]),
  v.transform((given) => (typeof given === "string" ? nonBlankLines(given) : given)),
);

/** A choice, in any case. */
function oneOf<const T extends readonly string[]>(options: T) {
  return v.pipe(v.string(), v.toLowerCase(), v.trim(), v.picklist(options));
}

const yes = ["true", "yes", "on", "1"];
const no = ["false", "no", "off", "0"];
const flag = v.pipe(
  v.union([
    v.boolean(),
    v.pipe(v.string(), v.toLowerCase(), v.trim(), v.picklist([...yes, ...no])),
  ]),
  v.transform((given) => (typeof given === "string" ? yes.includes(given) : given)),
);

function whole(least: number) {
  return v.pipe(
    v.union([v.number(), v.pipe(v.string(), v.regex(/^\s*\d+\s*$/), v.transform(Number))]),
    v.integer(),
    v.minValue(least),
  );
}

/** Milliseconds from a text such as `90m`, or from a number of seconds. */
function time(leastMs: number, mostMs = Number.MAX_SAFE_INTEGER) {
  return v.pipe(
    v.union([v.pipe(v.number(), v.transform(String)), v.string()]),
    v.transform((given) => parseDuration(given) ?? Number.NaN),
    v.minValue(leastMs),
    v.maxValue(mostMs),
  );
}

const selectors = v.pipe(
  v.union([v.string(), v.array(v.string())]),
  v.transform((given) => parseSelectors(typeof given === "string" ? given : JSON.stringify(given))),
  v.check((given) => typeof given !== "string"),
  v.transform((given) => (typeof given === "string" ? [] : given)),
);

const parts = v.pipe(
  v.union([v.string(), v.array(v.string())]),
  v.transform((given) => (typeof given === "string" ? given.split(/[\s,]+/) : given)),
  v.transform((given) => given.filter((part) => part !== "" && part !== "none")),
  v.array(v.picklist(PARTS)),
  v.transform((given): readonly Part[] => PARTS.filter((part) => given.includes(part))),
);

const parallel = v.union([
  v.pipe(v.string(), v.toLowerCase(), v.trim(), v.literal("auto")),
  whole(1),
]);

const words = v.pipe(
  v.array(v.string()),
  v.transform((given) => given.map((word) => word.trim().toLowerCase())),
);
const status = v.pipe(
  v.strictObject({
    field: v.optional(nonEmpty, DEFAULT_STATUS_RULES.statusField),
    "version-field": v.optional(nonEmpty, DEFAULT_STATUS_RULES.versionField),
    complete: v.optional(words, [...DEFAULT_STATUS_RULES.complete]),
    "in-progress": v.optional(words, [...DEFAULT_STATUS_RULES.inProgress]),
    "highest-version": v.optional(
      v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.check(isVersion)),
    ),
  }),
  v.transform((given): StatusRules => ({
    statusField: given.field,
    versionField: given["version-field"],
    complete: given.complete,
    inProgress: given["in-progress"],
    highestVersion: given["highest-version"],
  })),
);

const statusBlock = v.union([status, v.pipe(v.string(), v.parseJson(), status)]);

const shardEntry = v.union([v.string(), v.looseObject({ id: v.string() })]);

/** Every input that describes a job or a run, by its name on all surfaces. */
export const FIELDS = {
  shards: field(
    v.union([nonEmpty, v.pipe(v.number(), v.integer(), v.minValue(1)), v.array(shardEntry)]),
    "globs (one a line), a whole number from 1 up, or a JSON list of shards",
    "Globs, one a line (each matching file is a shard), a whole number of shards, or JSON [{id, inputs, sha256}], also from a file (@list.jsonl).",
  ),
  checkpoint: field(
    nonEmpty,
    "a path template such as out/{id}.pt",
    "Path template of the checkpoint, with {id}, {name} or, with a number of shards, {index}.",
  ),
  work: field(
    nonEmpty,
    "a path template that contains {id} or {name}",
    "Path template of the directory where the command keeps a shard's progress; by default the checkpoint, if that is a directory.",
  ),
  command: field(nonEmpty, "a command", "The command that makes one shard's checkpoint."),
  check: field(
    nonEmpty,
    "a command",
    "A second command that must also exit 0 before a shard counts as finished.",
  ),
  "fingerprint-text": field(
    v.pipe(v.union([v.string(), v.number(), v.boolean()]), v.transform(String)),
    "a text",
    "Model version and parameters: a shard runs again when this text changes.",
  ),
  "fingerprint-files": field(
    lines,
    "globs, one a line",
    "Globs of code, weights and lock files: a shard runs again when their content changes.",
  ),
  "input-fingerprint": field(
    oneOf(INPUT_MODES),
    "content, stat or name",
    "How inputs are compared: by content, by size and time, or by name.",
  ),
  "rerun-on": field(
    parts,
    `a list of ${PARTS.join(", ")}`,
    "The parts of the fingerprint that must be the same for a skip.",
  ),
  name: field(
    nonEmpty,
    "a text",
    "Keeps definitions apart in one store; the same on every machine.",
  ),
  store: field(
    v.pipe(v.string(), v.trim(), v.regex(/^(auto|none|github|file:.+|s3:\/\/.+)$/)),
    "auto, none, github, file:<folder> or s3://bucket/prefix",
    "Where checkpoints and markers live between jobs.",
  ),
  validate: field(
    oneOf(["size", "structure", "deep"]),
    "size, structure or deep",
    "How closely a checkpoint is looked at: its size, kilobytes of it, or every byte.",
  ),
  adopt: field(
    flag,
    "true or false",
    "Accept old empty markers and old checkpoints whose status says complete.",
  ),
  status: field(
    statusBlock,
    "a block with field, version-field, complete, in-progress, highest-version",
    "Names and values of the status and version fields inside checkpoints, and the highest version accepted.",
  ),

  only: field(
    selectors,
    "ids or id globs (JSON array or one a line), slice:i/n, status:failed, none or a range that plan gave",
    "The shards that this job is about; all where it is not given.",
  ),
  force: field(
    selectors,
    "ids or id globs (JSON array or one a line), slice:i/n, status:failed or none",
    "Shards that run again from scratch, whatever their marker says.",
  ),
  "run-per": field(
    oneOf(["shard", "slot", "job"]),
    "shard, slot or job",
    "One command per shard, one long-lived worker per GPU slot, or one program for the whole job.",
  ),
  shell: field(
    nonEmpty,
    "a shell name of GitHub or a template with {0}",
    "The shell of the command.",
  ),
  "working-directory": field(nonEmpty, "a folder", "The folder in which the command runs."),
  parallel: field(
    parallel,
    "auto or a whole number from 1 up",
    "How many commands run at once; auto is one per GPU, or 1.",
  ),
  retries: field(
    whole(0),
    "a whole number from 0 up",
    "How many more times a failed shard is tried.",
  ),
  "shard-timeout": field(time(1), "a time such as 90m or 30s", "Longest time for one shard."),
  "max-runtime": field(
    time(1),
    "a time such as 5h or 90m",
    "After this time nothing new starts, what runs is stopped, and the run ends in good order.",
  ),
  "stop-grace": field(
    time(6000, 120_000),
    "a time from 6s to 120s",
    "How long a stopped command may take to end.",
  ),
  "max-failures": field(
    whole(0),
    "a whole number from 0 up",
    "Stop after this many failed shards; 0 never; where it is not given, after 5 with no success before them.",
  ),
  "work-every": field(
    time(1000),
    "a time from 1s up, such as 5m",
    "How often the work of unfinished shards is saved to the store.",
  ),
  fetch: field(
    oneOf(["none", "missing", "all"]),
    "none, missing or all",
    "Which finished shards are brought from the store to this disk: none, or those that are not here (missing, and all is the same).",
  ),
  report: field(text, "a path", "Where the summary of the run is written, in Markdown."),

  "max-jobs": field(
    whole(1),
    "a whole number from 1 up",
    "The most jobs that plan packs the remaining shards into; a matrix holds 256.",
  ),
  "job-time": field(time(1000), "a time such as 60m", "About how long each planned job takes."),
  "allow-missing": field(
    whole(0),
    "a whole number from 0 up",
    "How many shards may be missing at collect.",
  ),
  finished: field(
    oneOf(["marked", "sound"]),
    "marked or sound",
    "What save takes for finished: checkpoints for which your steps have made a .done, or every sound checkpoint.",
  ),
};

export type FieldName = keyof typeof FIELDS;

/** What each field gives after reading. */
export type FieldValue<K extends FieldName> = v.InferOutput<(typeof FIELDS)[K]["schema"]>;

export const FIELD_NAMES: readonly FieldName[] = Object.keys(FIELDS).filter(isFieldName);

export function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(FIELDS, name);
}

/** What holds where an input is not given, in words for the documentation. */
export const DEFAULTS: Readonly<Partial<Record<FieldName, string>>> = {
  work: "the checkpoint, if a directory",
  "fingerprint-text": "empty",
  "fingerprint-files": "none",
  "input-fingerprint": "content",
  "rerun-on": "input,command,files,text",
  name: "repository and checkpoint template",
  store: "auto",
  validate: "structure",
  adopt: "true",
  only: "all",
  force: "none",
  "run-per": "shard",
  shell: "bash",
  "working-directory": "the workspace",
  parallel: "auto",
  retries: "0",
  "stop-grace": "10s",
  "max-failures": "5 with no success before them",
  "work-every": "5m",
  fetch: "all, but none where only is given",
  "max-jobs": "256",
  "job-time": "60m",
  "allow-missing": "0",
  finished: "marked",
  shards: "required",
  checkpoint: "required",
  command: "required",
};
