/** Names and accepted values of the fields inside a checkpoint. */
export interface StatusRules {
  readonly statusField: string;
  readonly versionField: string;
  readonly complete: readonly string[];
  readonly inProgress: readonly string[];
  readonly failed: readonly string[];
  /** Highest version that is accepted, compared number by number; `undefined` accepts every version. */
  readonly highestVersion: string | undefined;
}

export const DEFAULT_STATUS_RULES: StatusRules = {
  statusField: "status",
  versionField: "version",
  complete: ["complete", "completed", "done", "success", "succeeded", "finished", "true"],
  inProgress: [
    ...["in-progress", "inprogress", "running", "partial", "incomplete", "pending", "queued"],
    ...["waiting", "started", "starting", "processing", "unfinished", "paused", "false"],
    ...["suspended", "stopped", "halted", "scheduled", "submitted", "resuming", "initializing"],
    ...["ongoing", "requeued", "notdone", "notfinished"],
    ...["not complete", "not completed", "not done", "not finished", "not started"],
  ],
  failed: [
    ...["failed", "failure", "fail", "error", "errored", "exception", "aborted", "abort"],
    ...["cancelled", "canceled", "crashed", "killed", "terminated", "interrupted"],
    ...["timeout", "timed out", "invalid", "corrupt", "corrupted", "unsuccessful"],
    ...[
      "timedout",
      "failing",
      "oom",
      "oomkilled",
      "oom killed",
      "out of memory",
      "cuda out of memory",
    ],
    ...["preempted", "evicted", "node fail", "boot fail", "startup failure", "upstream failed"],
    ...["segfault", "segmentation fault", "panic", "fatal", "broken", "traceback"],
  ],
  highestVersion: undefined,
};

export type StatusWord = "none" | "complete" | "in-progress" | "failed" | "other";

/** The form in which status words are compared: upper and lower case are the same, and so are `_`, `-` and blanks. */
function statusWord(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, "-");
}

/**
 * Interprets an embedded status. One that begins with a word of failure or of work in progress is one (`failed: out of
 * memory`, `running (3/10)`); complete is only what has the whole word.
 */
export function readStatus(status: string | undefined, rules: StatusRules): StatusWord {
  if (status === undefined) return "none";
  const text = statusWord(status);
  const is = (word: string): boolean => statusWord(word) === text;
  if (rules.complete.some(is)) return "complete";
  if (rules.failed.some(is)) return "failed";
  if (rules.inProgress.some(is)) return "in-progress";
  const begins = (word: string): boolean => beginsWith(text, statusWord(word));
  if (rules.failed.some(begins)) return "failed";
  return rules.inProgress.some(begins) ? "in-progress" : "other";
}

/** Does the text begin with the word, and is it no longer word? */
function beginsWith(text: string, word: string): boolean {
  return word !== "" && text.startsWith(word) && !/^\p{L}/u.test(text.slice(word.length));
}

/** The lists of words that a definition gives, each with the default where it gives none. */
export interface GivenWords {
  readonly complete?: readonly string[] | undefined;
  readonly inProgress?: readonly string[] | undefined;
  readonly failed?: readonly string[] | undefined;
}

/** The lists that hold. A word that a definition gives is in its list alone, whatever the defaults say of it. */
export function wordLists(given: GivenWords): Required<{
  readonly [K in keyof GivenWords]: readonly string[];
}> {
  const taken = new Set(Object.values(given).flatMap((words) => (words ?? []).map(statusWord)));
  const untaken = (words: readonly string[]): readonly string[] =>
    words.filter((word) => !taken.has(statusWord(word)));
  return {
    complete: given.complete ?? untaken(DEFAULT_STATUS_RULES.complete),
    inProgress: given.inProgress ?? untaken(DEFAULT_STATUS_RULES.inProgress),
    failed: given.failed ?? untaken(DEFAULT_STATUS_RULES.failed),
  };
}

/**
 * Is a checkpoint of this version newer than accepted? Versions are compared number by number, so `10.0` is newer
 * than `2.0`, and as far as the accepted one goes: `1` accepts every `1.x`. No version is `0.x`, which is accepted;
 * a value that is no version at all is not accepted.
 */
export function isNewer(version: string | undefined, highest: string | undefined): boolean {
  if (version === undefined || highest === undefined) return false;
  const found = numbersOf(version);
  const accepted = numbersOf(highest);
  if (found === undefined || accepted === undefined) return true;
  for (const [place, limit] of accepted.entries()) {
    const number = found[place] ?? 0;
    if (number !== limit) return number > limit;
  }
  return false;
}

/** Can versions be compared with this one: `2`, `1.10`, `v3.x`, `1.0-rc.1`? */
export function isVersion(version: string): boolean {
  return numbersOf(version) !== undefined;
}

function numbersOf(version: string): readonly number[] | undefined {
  const found = /^v?(\d{1,9}(?:\.\d{1,9})*)(?:\.x)?(?:[-+][0-9a-z.-]*)?$/i.exec(version.trim());
  return found?.[1]?.split(".").map(Number);
}
