import { didYouMean } from "../core/text/nearest.ts";
import { UserError } from "../core/text/problem.ts";
import { quote } from "../core/text/text.ts";

/** GitHub's shell names with its argument lists (workflow syntax, `jobs.<id>.steps[*].shell`). */
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
 * The argument list that runs a script. `shell` is one of GitHub's names or a template in which `{0}` stands for the
 * script's path. Blanks separate words, double quotes keep them together, and no shell reads the template: a path with
 * blanks stays one word.
 * @throws {UserError} for any other text.
 */
export function shellArgv(shell: string, scriptPath: string): readonly string[] {
  const template = TEMPLATES.get(shell) ?? shell;
  if (!template.includes("{0}")) throw new UserError([expectation(shell)]);
  return splitWords(template).map((word) => fill(word, scriptPath));
}

/** The file name extension that the shell needs for a script: `.sh`, `.ps1`, `.py`, or none. */
export function scriptExtension(shell: string): string {
  const [program = ""] = shell.trimStart().split(/\s/, 1);
  return EXTENSIONS.get(program) ?? "";
}

/** Inside single quotes PowerShell needs each single quote of the path doubled. */
function fill(word: string, scriptPath: string): string {
  return word
    .replaceAll("'{0}'", () => `'${scriptPath.replaceAll("'", "''")}'`)
    .replaceAll("{0}", () => scriptPath);
}

/** `\"` stands for a double quote inside the word. */
function splitWords(template: string): readonly string[] {
  const words = template.match(/(?:\\"|"(?:\\"|[^"])*"?|[^\s"])+/g) ?? [];
  return words.map((word) => word.replaceAll(/\\"|"/g, (mark) => (mark === '"' ? "" : '"')));
}

function expectation(shell: string): string {
  const names = [...TEMPLATES.keys()];
  return `shell: expected ${names.join(", ")} or a template with {0} for the script, such as "perl {0}", got ${quote(shell)}.${didYouMean(shell, names)}`;
}
