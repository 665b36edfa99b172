import { FIELDS, isFieldName } from "../../core/definition/fields.ts";
import { nonBlankLines } from "../../core/text/text.ts";

const PAGES = "https://github.com/donemark/donemark/blob/v0";

/** What stands above a key. */
const ABOUT: Readonly<Record<string, string>> = {
  shards: "Each file is a shard.",
  checkpoint:
    "What the command leaves for a shard; {id} is the name of its file without the ending.",
  command:
    "Makes the checkpoint of one shard. It finds its paths in SHARD_INPUT and SHARD_CHECKPOINT.",
  "run-per": "One worker for each GPU, which loads its model once.",
  "fingerprint-files":
    "Code, weights and versions: a change of one of these files runs the shards again.",
};

const LIST = "A list of shards: a line for each, with its id, inputs and digests.";

/** Gives a value as YAML. */
type Stringify = (value: string | number | boolean) => string;

export type Values = Readonly<Record<string, string>>;

/** The text of a donemark.yml. `stringify` gives a value as YAML. */
export function configText(values: Values, stringify: Stringify): string {
  const blocks = Object.entries(values).map(([name, value]) => {
    const about = name === "shards" && value.startsWith("@") ? LIST : ABOUT[name];
    const comment = about === undefined ? "" : `# ${about}\n`;
    return `${comment}${name}: ${valueText(name, value, stringify)}\n`;
  });
  return [`# What donemark run does. All keys: ${PAGES}/docs/reference.md\n`, ...blocks].join("\n");
}

function valueText(name: string, value: string, stringify: Stringify): string {
  const lines = nonBlankLines(value);
  if (lines.length < 2) return stringify(plain(name, value)).trimEnd();
  return `|\n${lines.map((line) => `  ${line}`).join("\n")}`;
}

/** A number or a truth value as one, where the input is no text. */
function plain(name: string, value: string): string | number | boolean {
  if (!isFieldName(name) || FIELDS[name].isText === true) return value;
  if (/^(0|[1-9]\d{0,8})$/.test(value)) return Number(value);
  return value === "true" || value === "false" ? value === "true" : value;
}

/** The text of the workflow that runs the definition on GPU runners. */
export function workflowText(): string {
  return `# Runs donemark.yml on the GPU runners: ${PAGES}/docs/workflows.md
name: donemark
on: workflow_dispatch
jobs:
  predict:
    permissions:
      contents: read
      actions: write
    uses: donemark/donemark/.github/workflows/predict.yml@v0
    with:
      # The labels of your runners.
      runs-on: '["self-hosted", "gpu"]'
      # Inputs or weights that are on the GPU machine alone: let it plan.
      # plan-runs-on: '["self-hosted", "gpu"]'
      artifact: results
`;
}
