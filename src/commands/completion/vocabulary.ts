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
  /** The words that it takes, where they are a choice; else names of files complete. */
  readonly words: readonly string[];
}

const CONFIG: Flag = { name: "config", about: "the file that holds the definition", values: [] };

export function vocabularyOf(commands: readonly Described[]): readonly Known[] {
  const inputs = FIELD_NAMES.map((name): Flag => {
    const { about, expected } = FIELDS[name];
    return { name, about, values: choicesIn(expected) };
  });
  const known = commands.map(({ name, about, positionals, switches, takesInputs }) => ({
    name,
    about,
    words: positionals.kind === "one" ? choicesIn(positionals.word, "|") : [],
    flags: [
      ...[...switches, "help" as const].map((one): Flag => ({
        name: one,
        about: SWITCHES[one],
        values: undefined,
      })),
      ...(takesInputs ? [CONFIG, ...inputs] : []),
    ],
  }));
  const names = commands.map(({ name }) => name);
  return [
    ...known,
    { name: "help", about: "print the help of a command", flags: [], words: names },
  ];
}

/** The words of `shard, slot or job`; none where other values are right too. */
function choicesIn(expected: string, between: string | RegExp = /, | or /): readonly string[] {
  const words = expected.split(between);
  return words.length > 1 && words.every((word) => /^[\w:<>-]+$/.test(word))
    ? words.filter((word) => !word.includes("<"))
    : [];
}
