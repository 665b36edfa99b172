import { FIELD_NAMES, FIELDS } from "../../core/definition/fields.ts";
import { SWITCHES, type Described } from "../cli/described.ts";

/** A flag of a command. */
export interface Flag {
  readonly name: string;
  readonly about: string;
  /** `undefined` for a switch, which takes no value; empty where any value may be right. */
  readonly values: readonly string[] | undefined;
}

/** A command as a shell has to know it. */
export interface Known {
  readonly name: string;
  readonly about: string;
  readonly flags: readonly Flag[];
}

const CONFIG: Flag = { name: "config", about: "the file that holds the definition", values: [] };

export function vocabularyOf(commands: readonly Described[]): readonly Known[] {
  const inputs = FIELD_NAMES.map((name): Flag => {
    const { about, expected } = FIELDS[name];
    return { name, about, values: choicesIn(expected) };
  });
  return commands.map(({ name, about, switches, takesInputs }) => ({
    name,
    about,
    flags: [
      ...[...switches, "help" as const].map((one): Flag => ({
        name: one,
        about: SWITCHES[one],
        values: undefined,
      })),
      ...(takesInputs ? [CONFIG, ...inputs] : []),
    ],
  }));
}

/** The words of `shard, slot or job`; none where other values are right too. */
function choicesIn(expected: string): readonly string[] {
  const words = expected.split(/, | or /);
  return words.length > 1 && words.every((word) => /^[\w:<>-]+$/.test(word))
    ? words.filter((word) => !word.includes("<"))
    : [];
}
