import { didYouMean } from "../core/text/nearest.ts";
import { EXIT, UserError } from "../core/text/problem.ts";
import { quote } from "../core/text/text.ts";
import { print } from "./cli/call.ts";
import type { Command } from "./cli/command.ts";
import { bashScript } from "./completion/bash.ts";
import { fishScript } from "./completion/fish.ts";
import { vocabularyOf, type Known } from "./completion/vocabulary.ts";
import { zshScript } from "./completion/zsh.ts";

const SHELLS: Readonly<Record<string, (commands: readonly Known[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

const NAMES = Object.keys(SHELLS);

export const completionCommand: Command = {
  name: "completion",
  about: "print the script with which a shell completes commands, flags and values",
  positionals: { kind: "one", word: "bash|zsh|fish" },
  switches: [],
  takesInputs: false,
  example: [
    "source <(donemark completion bash)",
    "completes in this shell; add the line to ~/.bashrc for every one",
  ],
  run: async ({ args, loadAll }) => {
    const [shell = "", ...more] = args.positionals;
    const script = Object.hasOwn(SHELLS, shell) ? SHELLS[shell] : undefined;
    if (script === undefined || more.length > 0)
      throw new UserError([
        `Name one shell of ${NAMES.join(", ")}, got ${quote(args.positionals.join(" "))}.${didYouMean(shell, NAMES)}`,
      ]);
    await print(script(vocabularyOf(await loadAll())));
    return EXIT.done;
  },
};
