import { isBlank } from "../text/text.ts";

/** A step's environment. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The value of a variable; `undefined` where it is not set or blank. */
export function variable(env: Environment, name: string): string | undefined {
  const value = env[name];
  return isBlank(value) ? undefined : value;
}

const HIDDEN =
  /^(ACTIONS_|INPUT_|STATE_|DONEMARK_|SHARD_|SHARDS_FILE$|GITHUB_(STATE|OUTPUT|ENV|PATH|STEP_SUMMARY)$)/i;

/**
 * The part of the step's environment that a command may see: all but the runner's tokens and services, the step's inputs and
 * state, the files through which a step speaks to the runner, and Donemark's own variables.
 */
export function scrub(environment: Environment): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && !HIDDEN.test(name)) kept[name] = value;
  }
  return kept;
}

/** The environment of a tool of the system that needs nothing of the step's. */
export function bareEnvironment({ PATH = "/usr/bin:/bin" }: Environment): Record<string, string> {
  return { PATH };
}

const SECRET_NAME = /TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIAL|KEY/i;
const SHORTEST_SECRET = 6;

/** Is the variable named as one with a secret? */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name);
}

/**
 * Values that no log may show: those of variables named like TOKEN, SECRET, PASSWORD or KEY, longest first so that
 * none hides inside another. Shorter ones than six characters would blot out ordinary words.
 */
export function secretsOf(environment: Environment): readonly string[] {
  const values = new Set<string>();
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined || !isSecretName(name)) continue;
    for (const line of value.split(/\r?\n/)) {
      if (line.trim().length >= SHORTEST_SECRET) values.add(line.trim());
    }
  }
  return [...values].sort((a, b) => b.length - a.length);
}

/** The text with every secret replaced by `***`. */
export function mask(text: string, secrets: readonly string[]): string {
  let masked = text;
  for (const secret of secrets) masked = masked.replaceAll(secret, "***");
  return masked;
}

const CHANGING = [
  "GITHUB_RUN_ID",
  "GITHUB_RUN_NUMBER",
  "GITHUB_RUN_ATTEMPT",
  "RUNNER_NAME",
  "RUNNER_TEMP",
  "GITHUB_WORKSPACE",
  "TMPDIR",
  "HOSTNAME",
] as const;

/** Names of variables whose values differ from runner to runner and stand in `text` letter by letter. */
export function changingValuesIn(text: string, environment: Environment): readonly string[] {
  return CHANGING.filter((name) => {
    const value = environment[name];
    return value !== undefined && value.length >= 4 && text.includes(value);
  });
}
