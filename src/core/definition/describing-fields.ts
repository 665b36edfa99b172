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
    expected: "globs (one a line), a whole number from 1 up, or a JSON list of shards",
    about:
      "Globs, one a line (each matching file is a shard), a whole number of shards, or JSON [{id, inputs, sha256, params}], also from a file (@list.jsonl).",
    mustAgree: "always",
  }),
  checkpoint: field({
    key: "checkpoint",
    schema: form.nonEmpty,
    fallback: () => "",
    default: "required",
    expected: "a path template such as out/{id}.pt",
    about:
      "Path template of the checkpoint, with {id}, {name} or, with a number of shards, {index}.",
    mustAgree: "always",
  }),
  work: field({
    key: "work",
    schema: form.nonEmpty,
    fallback: () => undefined,
    default: "the checkpoint, if a directory",
    expected: "a path template that contains {id} or {name}",
    about:
      "Path template of the directory where the command keeps a shard's progress; by default the checkpoint, if that is a directory.",
    mustAgree: "always",
  }),
  command: field({
    key: "command",
    schema: form.nonEmpty,
    fallback: () => undefined,
    default: "required",
    expected: "a command",
    about: "The command that makes one shard's checkpoint.",
    mustAgree: "with-command",
  }),
  check: field({
    key: "check",
    schema: form.nonEmpty,
    fallback: () => undefined,
    expected: "a command",
    about: "A second command that must also exit 0 before a shard counts as finished.",
    actions: ["main", "plan", "save"],
  }),
  "fingerprint-text": field({
    key: "fingerprintText",
    schema: () => v.pipe(v.union([v.string(), v.number(), v.boolean()]), v.transform(String)),
    isText: true,
    fallback: () => "",
    default: "empty",
    expected: "a text",
    about: "Model version and parameters: a shard runs again when this text changes.",
    mustAgree: "always",
  }),
  "fingerprint-files": field({
    key: "fingerprintFiles",
    schema: form.lines,
    fallback: () => [],
    default: "none",
    expected: "globs, one a line",
    about: "Globs of code, weights and lock files: a shard runs again when their content changes.",
    mustAgree: "always",
  }),
  "input-fingerprint": field({
    key: "inputFingerprint",
    schema: () => form.oneOf(INPUT_MODES),
    fallback: () => "content" as const,
    default: "content",
    expected: "content, stat or name",
    about: "How inputs are compared: by content, by size and time, or by name.",
    mustAgree: "always",
  }),
  "rerun-on": field({
    key: "rerunOn",
    schema: form.parts,
    fallback: () => PARTS,
    default: "input,command,files,text",
    expected: `a list of ${PARTS.join(", ")}`,
    about: "The parts of the fingerprint that must be the same for a skip.",
    mustAgree: "always",
  }),
  name: field({
    key: "name",
    schema: form.nonEmpty,
    fallback: () => undefined,
    default: "repository and checkpoint template",
    expected: "a text",
    about: "Keeps definitions apart in one store; the same on every machine.",
    mustAgree: "always",
  }),
  store: field({
    key: "store",
    schema: () => v.pipe(v.string(), v.trim(), v.regex(STORE_PATTERN)),
    fallback: () => "auto",
    default: "auto",
    expected: STORE_FORMS,
    hint: hintForStore,
    about: "Where checkpoints and markers live between jobs.",
  }),
  validate: field({
    key: "validate",
    schema: () => form.oneOf(["size", "structure", "deep"]),
    fallback: () => "structure" as const,
    default: "structure",
    expected: "size, structure or deep",
    about: "How closely a checkpoint is looked at: its size, kilobytes of it, or every byte.",
  }),
  "allow-empty": field({
    key: "allowEmpty",
    schema: form.flag,
    fallback: () => false,
    default: "false",
    expected: "true or false",
    about: "Accept a checkpoint without a byte or a file: an honest empty result.",
    mustAgree: "always",
  }),
  ignore: field({
    key: "ignore",
    schema: form.markedLines,
    fallback: (): readonly string[] => [],
    expected: "patterns, one a line, of 8 KB at most",
    about:
      "Patterns of files in folders (inputs, checkpoints) that are no part of them, such as .DS_Store or *.fai; one without / is about names.",
    mustAgree: "always",
  }),
  adopt: field({
    key: "adopt",
    schema: form.flag,
    fallback: () => true,
    default: "true",
    expected: "true or false",
    about: "Accept old empty markers and old checkpoints whose status says complete.",
    mustAgree: "always",
  }),
  status: field({
    key: "status",
    schema: form.statusBlock,
    isText: true,
    fallback: () => DEFAULT_STATUS_RULES,
    expected: "a block with field, version-field, complete, in-progress, failed, highest-version",
    about:
      "Names and values of the status and version fields inside checkpoints, and the highest version accepted.",
    mustAgree: "always",
  }),
};
