/** A checkpoint that was found bad. */
interface FailedCheckpoint {
  /** Relative to the workspace where it lies below it. */
  readonly path: string;
  /** A word, as decisions have them, and the rest in words. */
  readonly reason: string;
  /** ISO 8601, UTC. */
  readonly time: string;
}

const LONGEST_REASON = 1000;

/** One line of JSON, with its end. */
export function formatFailed({ path, reason, time }: FailedCheckpoint): string {
  return `${JSON.stringify({ path, reason: reason.slice(0, LONGEST_REASON), time })}\n`;
}
