import { FIELD_NAMES, FIELDS, type FieldName } from "../../core/definition/fields.ts";
import { SWITCHES, type Described, type SwitchName } from "./described.ts";

/** The help of the command line: every command in one line, every input, the exit codes. */
export function helpText(commands: readonly Described[]): string {
  const usages = commands.map((command) => [usageOf(command), command.about] as const);
  return [
    "donemark: kill it anywhere, run it again, and only the unfinished shards run.",
    "",
    "Usage: donemark COMMAND [--config donemark.yml] [--INPUT VALUE …] [--json]",
    "       donemark help COMMAND",
    "",
    ...table(usages),
    "",
    "Inputs (also keys of the config file; a list is given by repeating the flag):",
    ...table(FIELD_NAMES.map((name) => [`--${name}`, FIELDS[name].about] as const)),
    "",
    "Exit codes: 0 all done, 1 a shard failed, 2 wrong usage, 3 a checkpoint problem,",
    "            4 shards remain: stopped in good order, or left to another run; 130/143 a signal",
    "",
  ].join("\n");
}

/** The help of one command: its usage, an example, its switches, and its inputs with what they may be. */
export function commandHelp(command: Described): string {
  const { name, about, switches, takesInputs, example } = command;
  const all: readonly SwitchName[] = [...switches, "help"];
  const [line, meaning] = example;
  return [
    `donemark ${name}: ${about}`,
    "",
    `Usage: donemark ${usageOf(command)}${takesInputs ? " [--INPUT VALUE …]" : ""}`,
    `Example: ${line}`,
    `         ${meaning}`,
    "",
    ...table(all.map((one) => [`--${one}`, SWITCHES[one]] as const)),
    ...(takesInputs ? ["", "Inputs (also keys of the config file):", ...table(inputs())] : []),
    "",
  ].join("\n");
}

function usageOf({ name, positionals }: Described): string {
  if (positionals.kind === "none") return name;
  return positionals.kind === "one"
    ? `${name} ${positionals.word}`
    : `${name} [${positionals.word}…]`;
}

function inputs(): readonly (readonly [string, string])[] {
  return FIELD_NAMES.map((name) => [`--${name}`, inputText(name)] as const);
}

function inputText(name: FieldName): string {
  const { expected, default: fallback } = FIELDS[name];
  return fallback === undefined ? expected : `${expected} (default: ${fallback})`;
}

function table(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = rows.reduce((most, [left]) => Math.max(most, left.length), 0);
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
