/** The exit codes of the command, as docs/commands.md lists them. */
export const EXIT = { done: 0, failed: 1, usage: 2, checkpoint: 3, remaining: 4 } as const;

/**
 * A fault that the user can mend: shown as its message, without a stack.
 * The message says what was expected, what came, and what to do.
 */
export class UserError extends Error {
  /** Each fault found, one line each; the message holds them all. */
  readonly problems: readonly string[];
  readonly exitCode: number;

  constructor(problems: readonly string[], exitCode: number = EXIT.usage) {
    super(problems.join("\n"));
    this.name = "UserError";
    this.problems = problems;
    this.exitCode = exitCode;
  }
}

/** Patterns match no file here. In a workflow the files may be on another machine. */
export class UnmatchedError extends UserError {}

/** Is this a refusal of the system, such as a full disk or a missing right? */
export function isRefused(error: unknown): boolean {
  return error instanceof Error && "code" in error && "syscall" in error;
}

/** The line for a fault of Donemark's own. */
export function faultLine(error: unknown): string {
  return `Donemark met a fault of its own: ${messageOf(error).replaceAll(/\s*[\r\n]+\s*/g, " ")}`;
}

/** Is this a system error with one of these codes (`ENOENT`, …)? */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    typeof error.code === "string" &&
    codes.includes(error.code)
  );
}

/** One line of text for anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
