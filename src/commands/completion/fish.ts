import type { Flag, Known } from "./vocabulary.ts";

export function fishScript(commands: readonly Known[]): string {
  const first = commands.map(
    ({ name, about }) =>
      `complete -c donemark -n __fish_use_subcommand -f -a ${name} -d ${quoted(about)}`,
  );
  const flags = commands.flatMap(({ name, flags: all }) => all.map((flag) => flagLine(name, flag)));
  const words = commands
    .filter(({ words: all }) => all.length > 0)
    .map(
      ({ name, words: all }) =>
        `complete -c donemark -n '__fish_seen_subcommand_from ${name}' -f -a '${all.join(" ")}'`,
    );
  return [
    "# Completion of donemark for fish: donemark completion fish | source",
    ...first,
    ...flags,
    ...words,
    "",
  ].join("\n");
}

function flagLine(command: string, { name, about, values }: Flag): string {
  const seen = `-n '__fish_seen_subcommand_from ${command}'`;
  const choice =
    values === undefined ? "" : values.length === 0 ? " -r" : ` -x -a '${values.join(" ")}'`;
  return `complete -c donemark ${seen} -l ${name}${choice} -d ${quoted(about)}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
