import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { FIELD_NAMES } from "../core/definition/fields.ts";
import { hasCode, messageOf, UserError, EXIT } from "../core/text/problem.ts";
import { isBlank, nameSome, plural, quote } from "../core/text/text.ts";
import type { Reporter } from "../core/text/reporter.ts";
import { define } from "../job/define.ts";
import type { Invocation } from "../job/invocation.ts";
import { expandShards } from "../shards/expand.ts";
import { canAsk, openAsker, type Asker } from "../ui/terminal/ask.ts";
import type { Call } from "./cli/call.ts";
import type { Command } from "./cli/command.ts";
import { guess, type Guess } from "./init/guess.ts";
import { lookAround } from "./init/look-around.ts";
import { configText, workflowText, type Values } from "./init/written.ts";

const CONFIG = "donemark.yml";
const WORKFLOW = ".github/workflows/donemark.yml";
const PROGRAM_BYTES = 64 * 1024;
const MOST_NAMED = 5;

/** Writes a definition for the folder, from what is given, what is answered and what the folder tells; never over another. */
async function init({ invocation, args }: Call): Promise<void> {
  const { env, reporter } = invocation;
  checkAbsent(invocation, args.switches.has("workflow"));
  const asker = canAsk(env) && !args.switches.has("yes") ? openAsker() : undefined;
  const guessed = guessHere(invocation);
  const wanted = await settleAll(invocation, guessed, asker).finally(() => asker?.close());
  const withWorkflow = wanted.withWorkflow || args.switches.has("workflow");
  const { stringify } = await import("yaml");
  write(
    invocation,
    CONFIG,
    configText(wanted.values, (value) => stringify(value, { lineWidth: 0 })),
  );
  if (withWorkflow) write(invocation, WORKFLOW, workflowText());
  if (wanted.values["shards"] === guessed.shards) warnOf(guessed.besides, reporter);
  for (const line of await nextLines(invocation)) reporter.info(line);
}

/** @throws {UserError} where a file is there already that would be written, before any is. */
function checkAbsent({ disk, workspace }: Invocation, withWorkflow: boolean): void {
  if (disk.exists(join(workspace, CONFIG)))
    throw new UserError([
      `${CONFIG} is there already. \`donemark plan\` says what it does; edit it, or move it away.`,
    ]);
  if (withWorkflow && disk.exists(join(workspace, WORKFLOW)))
    throw new UserError([
      `${WORKFLOW} is there already. Edit it, or move it away; without --workflow only ${CONFIG} is written.`,
    ]);
}

function warnOf(besides: readonly string[], reporter: Reporter): void {
  if (besides.length === 0) return;
  const names = nameSome(besides.map(quote), MOST_NAMED);
  reporter.warn(
    `${names} are there too, and are no shards. Add each as a line of shards if they should be.`,
  );
}

interface Wanted {
  readonly values: Values;
  readonly withWorkflow: boolean;
}

async function settleAll(
  invocation: Invocation,
  guessed: Guess,
  asker: Asker | undefined,
): Promise<Wanted> {
  const values = await settle(givenTo(invocation), guessed, asker);
  const withWorkflow = asker !== undefined && (await wantsWorkflow(invocation, asker));
  return { values, withWorkflow };
}

function guessHere({ disk, workspace }: Invocation): Guess {
  const textOf = (path: string): string => {
    try {
      return disk.readText(join(workspace, path), PROGRAM_BYTES) ?? "";
    } catch {
      return "";
    }
  };
  return guess(lookAround(disk, workspace), textOf);
}

/** The inputs that were given as flags, as texts. */
function givenTo({ inputs }: Invocation): Values {
  return Object.fromEntries(
    FIELD_NAMES.filter((name) => !isBlank(inputs.values[name])).map((name) => [
      name,
      String(inputs.values[name]),
    ]),
  );
}

/** The values to write, in the order in which a person reads them. */
async function settle(given: Values, guessed: Guess, asker: Asker | undefined): Promise<Values> {
  const known: Record<string, string | undefined> = {
    shards: given["shards"] ?? guessed.shards,
    checkpoint: given["checkpoint"] ?? guessed.checkpoint,
    command: given["command"] ?? guessed.command,
    "fingerprint-files": given["fingerprint-files"] ?? guessed.fingerprintFiles.join("\n"),
  };
  if (asker !== undefined) {
    for (const [name, question] of QUESTIONS)
      if (given[name] === undefined)
        known[name] = await askFor(asker, { name, question, proposal: known[name] ?? "" });
  }
  const unknown = ["shards", "command"].filter((name) => isBlank(known[name]));
  if (unknown.length > 0) throw new UserError([unguessed(unknown)]);
  const runPer = given["run-per"] ?? (guessed.runPer === "slot" ? "slot" : undefined);
  const all = { ...known, "run-per": runPer, ...given };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) =>
      value === undefined || value.trim() === "" ? [] : [[name, value]],
    ),
  );
}

/** Asks again where there must be an answer. A list is written in one line, with blanks. */
async function askFor(
  { ask }: Asker,
  {
    name,
    question,
    proposal,
  }: { readonly name: string; readonly question: string; readonly proposal: string },
): Promise<string> {
  const isList = name === "fingerprint-files";
  const shown = isList ? proposal.split("\n").join(" ") : proposal;
  for (;;) {
    const answer = await ask(question, shown);
    if (isList) return answer.split(/\s+/).join("\n");
    if (answer !== "") return answer;
  }
}

const QUESTIONS = [
  ["shards", "Inputs, one file for each shard"],
  ["checkpoint", "Result of a shard"],
  ["command", "Command that makes it"],
  ["fingerprint-files", "Code and weights that a result depends on"],
] as const;

function unguessed(unknown: readonly string[]): string {
  const flags = { shards: "--shards='inputs/*.fa'", command: "--command='python3 predict.py'" };
  const missing = unknown
    .map((name) => (name === "shards" ? "the inputs" : "the program"))
    .join(" and ");
  const more = unknown.map((name) => (name === "shards" ? flags.shards : flags.command)).join(" ");
  return `Nothing here tells which files are ${missing}. Say so: donemark init ${more}`;
}

async function wantsWorkflow({ disk, workspace }: Invocation, { ask }: Asker): Promise<boolean> {
  if (!disk.exists(join(workspace, ".git")) || disk.exists(join(workspace, WORKFLOW))) return false;
  const answer = await ask(`Write ${WORKFLOW} for GPU runners too, y or n`, "n");
  return /^y(es)?$/i.test(answer.trim());
}

/** @throws {UserError} where a file is there already, or cannot be written. */
function write({ workspace, reporter }: Invocation, name: string, text: string): void {
  const path = join(workspace, name);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag: "wx" });
  } catch (error) {
    const why = hasCode(error, "EEXIST") ? "it is there already" : messageOf(error);
    throw new UserError([`${name} was not written: ${why}.`]);
  }
  reporter.info(`wrote ${name}`);
}

/** What was written is read as a run would read it, so that a mistake is told now. */
async function nextLines(invocation: Invocation): Promise<readonly string[]> {
  const { disk, workspace } = invocation;
  const { definition } = await define({
    ...invocation,
    inputs: { ...invocation.inputs, values: {} },
  });
  const { shards } = await expandShards(disk, workspace, definition);
  const [first] = shards;
  const such = first === undefined ? "" : `, such as ${quote(first.id)}`;
  return [
    `${plural(shards.length, "shard")}${such}`,
    `Read ${CONFIG}, then:`,
    "  donemark plan   what would run",
    "  donemark run    runs it",
  ];
}

export const initCommand: Command = {
  name: "init",
  about: "write a donemark.yml for this folder: asks, or guesses from what is there",
  positionals: { kind: "none" },
  switches: ["yes", "workflow"],
  takesInputs: true,
  example: [
    "donemark init --yes --workflow",
    "asks nothing, and writes the workflow for GPU runners too",
  ],
  run: async (call) => {
    await init(call);
    return EXIT.done;
  },
};
