import * as v from "valibot";
import { INPUT_MODES, PARTS } from "../model/fingerprint.ts";
import { DEFAULT_STATUS_RULES } from "../model/status.ts";
import { field } from "./field.ts";
import * as form from "./schemas.ts";
import { hintForStore, STORE_FORMS, STORE_PATTERN } from "./store-address.ts";

/** The inputs that describe the shards, what their results depend on, and where these live. */
export const DESCRIBING = {
  shards: field({
    key: "shards",
    schema: () =>
      v.union([
        form.nonEmpty(),
        v.pipe(v.number(), v.integer(), v.minValue(1)),
        v.array(form.shardEntry()),
      ]),
    fallback: () => "" as const,
    default: "required",
    expected: "globs (one per line), a whole number from 1 up, or a JSON list of shards",
    example: "inputs/*.fa",
    about:
      "Globs, one per line: each matching file is a shard. Or a whole number of shards, or JSON [{id, inputs, sha256, params}], also from a file (@list.jsonl).",
    mustAgree: "always",
  }),
  checkpoint: field({
    key: "checkpoint",
    schema: form.nonEmpty,
    fallback: () => "",
    default: "required",
    expected: "a path template such as out/{id}.pt",
    example: "out/{id}.pt",
    about:
      "Path template of the file or directory that the command writes for a shard, with {id} or {name}, or with {index} where shards is a number.",
    mustAgree: "always",
  }),
  work: field({
    key: "work",
    schema: form.nonEmpty,
    fallback: () => undefined,
    default: "the checkpoint, if it is a directory",
    expected: "a path template that contains {id} or {name}",
    example: "work/{id}",
    about: "Path template of the directory where the command keeps a shard's progress.",
    mustAgree: "always",
  }),
  command: field({
    key: "command",
    schema: form.nonEmpty,
    fallback: () => undefined,
    default: "required",
    expected: "a command",
    example: "python predict.py",
    about: "The command that makes a shard's checkpoint.",
    mustAgree: "with-command",
  }),
  check: field({
    key: "check",
    schema: form.nonEmpty,
    fallback: () => undefined,
    expected: "a command",
    example: "python check.py",
    about:
      "A second command, run after the first: a shard is finished only if it exits with 0, too.",
    actions: ["main", "plan", "save"],
  }),
  "fingerprint-text": field({
    key: "fingerprintText",
    schema: () => v.pipe(v.union([v.string(), v.number(), v.boolean()]), v.transform(String)),
    isText: true,
    fallback: () => "",
    default: "empty",
    expected: "a text",
    example: "esm2 v1.0, fp16",
    about: "A text such as a model version and its parameters: shards run again when it changes.",
    mustAgree: "always",
  }),
  "fingerprint-files": field({
    key: "fingerprintFiles",
    schema: form.lines,
    fallback: () => [],
    default: "none",
    expected: "globs, one per line",
    example: "predict.py",
    about:
      "Globs of code, weights and lock files: shards run again when the content of one changes.",
    mustAgree: "always",
  }),
  "input-fingerprint": field({
    key: "inputFingerprint",
    schema: () => form.oneOf(INPUT_MODES),
    fallback: () => "content" as const,
    default: "content",
    expected: "content, stat or name",
    example: "stat",
    about:
      "How a change of an input is seen: by its content, by its size and modification time, or by its name alone.",
    mustAgree: "always",
  }),
  "rerun-on": field({
    key: "rerunOn",
    schema: form.parts,
    fallback: () => PARTS,
    default: "input,command,files,text",
    expected: `a list of ${PARTS.join(", ")}`,
    example: "input,files",
    about: "The parts of the fingerprint whose change makes a shard run again.",
    mustAgree: "always",
  }),
  name: field({
    key: "name",
    schema: form.nonEmpty,
    fallback: () => undefined,
    default: "repository and checkpoint template",
    expected: "a text",
    example: "proteins",
    about:
      "The name of this definition in a store that several definitions share; it must be the same on every machine.",
    mustAgree: "always",
  }),
  store: field({
    key: "store",
    schema: () => v.pipe(v.string(), v.trim(), v.regex(STORE_PATTERN)),
    fallback: () => "auto",
    default: "auto",
    expected: STORE_FORMS,
    hint: hintForStore,
    example: "file:/mnt/shared/results",
    about: "Where checkpoints and markers are kept between jobs.",
  }),
  validate: field({
    key: "validate",
    schema: () => form.oneOf(["size", "structure", "deep"]),
    fallback: () => "structure" as const,
    default: "structure",
    expected: "size, structure or deep",
    example: "deep",
    about:
      "How closely a checkpoint is checked: its size, its structure (kilobytes are read), or every byte.",
  }),
  "allow-empty": field({
    key: "allowEmpty",
    schema: form.flag,
    fallback: () => false,
    default: "false",
    expected: "true or false",
    example: "true",
    about:
      "Accept a checkpoint that is an empty file or directory, where that can be a right result.",
    mustAgree: "always",
  }),
  ignore: field({
    key: "ignore",
    schema: form.markedLines,
    fallback: (): readonly string[] => [],
    expected: "patterns, one per line, of 8 KB at most",
    example: "'*.fai'",
    about:
      "Patterns of files that are no part of an input or checkpoint folder, such as .DS_Store or *.fai. A pattern without / is about names.",
    mustAgree: "always",
  }),
  adopt: field({
    key: "adopt",
    schema: form.flag,
    fallback: () => true,
    default: "true",
    expected: "true or false",
    example: "false",
    about:
      "Accept empty markers of other programs, and unmarked checkpoints whose own status says complete.",
    mustAgree: "always",
  }),
  status: field({
    key: "status",
    schema: form.statusBlock,
    isText: true,
    fallback: () => DEFAULT_STATUS_RULES,
    expected: "a block with field, version-field, complete, in-progress, failed, highest-version",
    example: "{ field: state, highest-version: 2 }",
    about:
      "The names of the status and version fields inside checkpoints, their values, and the highest accepted version.",
    mustAgree: "always",
  }),
};
