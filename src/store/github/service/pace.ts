/** Keeps the requests of this process below what GitHub allows a repository in a minute. */
export interface Pace {
  /** Milliseconds until this request's turn; it counts as made then. */
  readonly turn: (kind: "look" | "save") => number;
  /** Holds back all requests for this time. */
  readonly pause: (milliseconds: number) => void;
}

/** GitHub answers 1,500 look-ups and downloads a minute, and takes 200 uploads: other jobs want theirs. */
const MOST = { look: 900, save: 150 } as const;
const MINUTE_MS = 60_000;

export function openPace(now: () => number): Pace {
  const turns: Record<"look" | "save", number[]> = { look: [], save: [] };
  let notBefore = 0;
  return {
    turn: (kind) => {
      const made = turns[kind];
      const most = MOST[kind];
      const after = made.length < most ? 0 : (made[made.length - most] ?? 0) + MINUTE_MS;
      const at = Math.max(now(), notBefore, after);
      made.push(at);
      if (made.length > 2 * most) made.splice(0, made.length - most);
      return at - now();
    },
    pause: (milliseconds) => {
      notBefore = Math.max(notBefore, now() + milliseconds);
    },
  };
}
