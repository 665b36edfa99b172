/** Names and accepted values of the fields that a checkpoint carries inside. */
export interface StatusRules {
  readonly statusField: string;
  readonly versionField: string;
  readonly complete: readonly string[];
  readonly inProgress: readonly string[];
  /** Highest version that is accepted, compared number by number; `undefined` accepts every version. */
  readonly highestVersion: string | undefined;
}

export const DEFAULT_STATUS_RULES: StatusRules = {
  statusField: "status",
  versionField: "version",
  complete: ["complete", "completed", "done", "success"],
  inProgress: ["in_progress", "in-progress", "running", "partial"],
  highestVersion: undefined,
};

export type StatusWord = "none" | "complete" | "in-progress" | "other";

/** What the embedded status means. Upper and lower case are the same. */
export function readStatus(status: string | undefined, rules: StatusRules): StatusWord {
  if (status === undefined) return "none";
  const word = status.trim().toLowerCase();
  if (rules.complete.includes(word)) return "complete";
  if (rules.inProgress.includes(word)) return "in-progress";
  return "other";
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
