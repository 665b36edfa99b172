import type { Known } from "./vocabulary.ts";

/** Bash gives `--flag=value` as three words. */
export function bashScript(commands: readonly Known[]): string {
  const names = commands.map(({ name }) => name).join(" ");
  return `# Completion of donemark for bash: source <(donemark completion bash)
_donemark() {
  local current=\${COMP_WORDS[COMP_CWORD]} flag=\${COMP_WORDS[COMP_CWORD-1]} words=""
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W "${names} --version" -- "$current"))
    return
  fi
  if [[ $current == "=" ]]; then current=""; elif [[ $flag == "=" ]]; then flag=\${COMP_WORDS[COMP_CWORD-2]}; fi
  case $flag in
${valueCases(commands)}
  esac
  if [[ -n $words ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
    return
  fi
  if [[ $current == -* ]]; then
    case \${COMP_WORDS[1]} in
${commands.map(flagCase).join("\n")}
    esac
  else
    case \${COMP_WORDS[1]} in
${commands.flatMap(wordCase).join("\n")}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o bashdefault -o default -F _donemark donemark
`;
}

function valueCases(commands: readonly Known[]): string {
  const values = new Map(
    commands.flatMap(({ flags }) =>
      flags.flatMap(({ name, values: all = [] }) => (all.length > 0 ? [[name, all] as const] : [])),
    ),
  );
  return [...values].map(([name, all]) => `    --${name}) words="${all.join(" ")}" ;;`).join("\n");
}

function flagCase({ name, flags }: Known): string {
  return `      ${name}) words="${flags.map((flag) => `--${flag.name}`).join(" ")}" ;;`;
}

function wordCase({ name, words }: Known): readonly string[] {
  return words.length === 0 ? [] : [`      ${name}) words="${words.join(" ")}" ;;`];
}
