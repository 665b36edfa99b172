import type { Flag, Known } from "./vocabulary.ts";

/** For a file `_donemark` in a folder of `fpath`, or to be sourced after `compinit`. */
export function zshScript(commands: readonly Known[]): string {
  const described = commands.map(({ name, about }) => `    '${name}:${quoted(about)}'`).join("\n");
  return `#compdef donemark
# Completion of donemark for zsh: source <(donemark completion zsh), after compinit
_donemark() {
  local -a commands=(
${described}
  )
  if ((CURRENT == 2)); then
    _describe command commands
    return
  fi
  case $words[2] in
${commands.map(caseOf).join("\n")}
  esac
}
# As a file of fpath it is loaded by the first completion, which it has to answer.
if [[ \${funcstack[1]} == _donemark ]]; then _donemark "$@"; else compdef _donemark donemark; fi
`;
}

function caseOf({ name, flags, words }: Known): string {
  const word = words.length > 0 ? `(${words.join(" ")})` : "_files";
  return `    ${name})
      _arguments -S \\
${flags.map(spec).join(" \\\n")} \\
        '*:${words.length > 0 ? "name" : "file"}:${word}'
      ;;`;
}

function spec({ name, about, values }: Flag): string {
  const text = quoted(about).replaceAll(/[[\]]/g, String.raw`\$&`);
  if (values === undefined) return `        '--${name}[${text}]'`;
  const choices =
    values.length === 0 ? "_files" : `(${values.join(" ").replaceAll(":", String.raw`\:`)})`;
  return `        '*--${name}=[${text}]:${name}:${choices}'`;
}

/** Inside of single quotes; a colon ends a description. */
function quoted(text: string): string {
  return text.replaceAll("'", String.raw`'\''`).replaceAll(":", String.raw`\:`);
}
