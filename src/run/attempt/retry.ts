import type { Definition } from "../../core/definition/fields.ts";
import type { Trouble } from "./trouble.ts";

type RetryRules = Pick<Definition, "retries" | "retryOn" | "noRetryOn" | "retryDelayMs">;

const LONGEST_DELAY_MS = 3_600_000;

/**
 * The time until a shard is tried again, in milliseconds: `retry-delay`, twice as long with each attempt, at most an hour.
 * `undefined` where its attempts are used up, or `retry-on` or `no-retry-on` forbids another. `number` counts from 1.
 */
export function retryAfterMs(
  rules: RetryRules,
  number: number,
  trouble: Trouble,
): number | undefined {
  const { retries, retryOn, retryDelayMs } = rules;
  const isMeant = retryOn === undefined || isNamed(retryOn, trouble);
  if (number > retries || !isMeant || belongsToInput(rules, trouble)) return undefined;
  return Math.min(Math.max(LONGEST_DELAY_MS, retryDelayMs), retryDelayMs * 2 ** (number - 1));
}

/** A change of what it read stays one for the rest of the run: the next run decides anew. */
const OF_INPUT: ReadonlySet<string> = new Set(["unreadable", "changed-meanwhile"]);

/** `no-retry-on` says that such a failure comes from the shard: it is not tried elsewhere, and speaks against no slot. */
export function belongsToInput(
  { noRetryOn }: Pick<RetryRules, "noRetryOn">,
  trouble: Trouble,
): boolean {
  return OF_INPUT.has(trouble.reason) || isNamed(noRetryOn, trouble);
}

function isNamed(names: readonly string[], { kinds }: Trouble): boolean {
  return kinds?.some((kind) => names.includes(kind)) === true;
}
