import { didYouMean } from "../core/nearest.ts";
import { UserError } from "../core/problem.ts";
import { show } from "../core/text.ts";

/** The names that GitHub gives, with its own argument lists (workflow syntax, `jobs.<id>.steps[*].shell`). */
const TEMPLATES: ReadonlyMap<string, string> = new Map([
  ["bash", "bash --noprofile --norc -eo pipefail {0}"],
  ["sh", "sh -e {0}"],
  ["pwsh", `pwsh -command ". '{0}'"`],
  ["python", "python {0}"],
]);

const EXTENSIONS: ReadonlyMap<string, string> = new Map([
  ["bash", ".sh"],
  ["sh", ".sh"],
  ["pwsh", ".ps1"],
  ["powershell", ".ps1"],
  ["python", ".py"],
]);

/**
 * The argument list that runs a script: `shell` is a name that GitHub gives or a template in which `{0}` stands for the
 * script's path. Words end at blanks, double quotes hold them together, and no shell reads the template: a path with
 * blanks stays one word.
 * @throws {UserError} for any other text.
 */
export function shellArgv(shell: string, scriptPath: string): readonly string[] {
  const template = TEMPLATES.get(shell) ?? shell;
  if (!template.includes("{0}")) throw new UserError([expectation(shell)]);
  return splitWords(template).map((word) => fill(word, scriptPath));
}

/** The ending that a script's name needs for this shell: `.sh`, `.ps1`, `.py`, or none. */
export function scriptExtension(shell: string): string {
  const [program = ""] = shell.trimStart().split(/\s/, 1);
  return EXTENSIONS.get(program) ?? "";
}

/** A path inside single quotes, as PowerShell has it, must double those of its own. */
function fill(word: string, scriptPath: string): string {
  return word
    .replaceAll("'{0}'", () => `'${scriptPath.replaceAll("'", "''")}'`)
    .replaceAll("{0}", () => scriptPath);
}

/** `\"` is a quote of the word itself. */
function splitWords(template: string): readonly string[] {
  const words = template.match(/(?:\\"|"(?:\\"|[^"])*"?|[^\s"])+/g) ?? [];
  return words.map((word) => word.replaceAll(/\\"|"/g, (quote) => (quote === '"' ? "" : '"')));
}

function expectation(shell: string): string {
  const names = [...TEMPLATES.keys()];
  return `shell: expected ${names.join(", ")} or a template with {0} for the script, such as "perl {0}", got ${show(shell)}.${didYouMean(shell, names)}`;
}
