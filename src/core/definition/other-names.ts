import { didYouMean } from "../text/nearest.ts";

const LIMITS =
  "shard-timeout limits one shard, stall-timeout its silence, and max-runtime the whole run.";
const GPUS =
  "GPUs are found by themselves, one for each command at once; parallel sets how many run at once.";
const MADE_FROM =
  "fingerprint-files names the files that a result depends on, and fingerprint-text the rest.";

/** Names that other tools have for an input, each with the input that does the same here. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  input: "shards names the inputs, one shard each.",
  inputs: "shards names the inputs, one shard each.",
  files: "shards names the inputs, one shard each.",
  output: "checkpoint is the path of the result, such as out/{id}.pt.",
  outputs: "checkpoint is the path of the result, such as out/{id}.pt.",
  result: "checkpoint is the path of the result, such as out/{id}.pt.",
  run: "command is the command that makes one shard's checkpoint.",
  script: "command is the command that makes one shard's checkpoint.",
  cmd: "command is the command that makes one shard's checkpoint.",
  cwd: "working-directory is the folder in which the command runs.",
  timeout: LIMITS,
  "timeout-minutes": LIMITS,
  "max-time": LIMITS,
  gpu: GPUS,
  gpus: GPUS,
  jobs: "parallel sets how many commands run at once.",
  threads: "parallel sets how many commands run at once.",
  workers: "parallel sets how many commands run at once.",
  retry: "retries sets how many more times a failed shard is tried.",
  attempts: "retries sets how many more times a failed shard is tried.",
  weights: MADE_FROM,
  model: MADE_FROM,
  code: MADE_FROM,
  cache: "store names where checkpoints live between jobs.",
  env: "The command gets the environment of `donemark run`; set the variable there or in the command.",
};

/** What was probably meant by a name that no input has, as a sentence behind a space; empty where nobody can tell. */
export function hintForName(name: string, known: readonly string[]): string {
  const other = Object.hasOwn(OTHER_NAMES, name) ? OTHER_NAMES[name] : undefined;
  return other === undefined ? didYouMean(name, known) : ` ${other}`;
}
