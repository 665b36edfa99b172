/** Lines that begin with these change nothing about which program is found. */
const HARMLESS = new Set(["set", "umask", "ulimit", ":", "echo", "printf", "shopt"]);

/** Words before a program, which is the next word. */
const BEFORE = new Set(["exec", "command", "nohup", "time", "!"]);

/** What a shell itself knows. What follows it may find programs otherwise: nothing is said of it. */
const OF_THE_SHELL = new Set(
  `alias bg break builtin case cd continue declare do done elif else esac eval exit export false fg fi for function getopts
  hash if in jobs kill let local mapfile popd pushd pwd read readonly return select shift source test then times trap true
  type typeset unalias unset until wait while . [ [[ { (`.split(/\s+/),
);

/** The program that a command of a POSIX shell begins with; `undefined` where that cannot be told without a shell. */
export function firstProgram(command: string): string | undefined {
  const lines = command
    .replaceAll("\\\n", " ")
    .split("\n")
    .map((line) => line.trim());
  for (const line of lines) {
    if (line === "" || line.startsWith("#")) continue;
    const words = line.split(/\s+/);
    const place = words.findIndex((word) => !BEFORE.has(word));
    const word = words[place] ?? "";
    if (!HARMLESS.has(word)) return isProgram(word) ? word : undefined;
    if (/[;&|<>]/.test(line)) return undefined;
  }
  return undefined;
}

/** A plain word: no variable, quote, pattern or assignment. */
function isProgram(word: string): boolean {
  return /^[\w./+-]+$/.test(word) && !OF_THE_SHELL.has(word);
}
