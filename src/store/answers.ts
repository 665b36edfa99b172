import { realDisk } from "../files/real-disk.ts";
import { whyRefused } from "../files/refused.ts";
import type { BroughtWork, Unavailable } from "./store.ts";
import type { WorkManifest } from "./work/manifest.ts";

export const MISS = { kind: "miss" } as const;
export const HIT = { kind: "hit" } as const;
export const REMOVED = { kind: "removed" } as const;

/** The answer of a snapshot that was brought. */
export function broughtWork({ failure }: Pick<WorkManifest, "failure">): BroughtWork {
  return failure === undefined ? HIT : { kind: "hit", failure };
}

/** A trouble of a store as an answer, whatever was thrown. `place` says for people which store it is. */
export function unavailable(error: unknown, place?: string): Unavailable {
  const cause = whyRefused(realDisk, error);
  return { kind: "unavailable", cause: place === undefined ? cause : `${place}: ${cause}` };
}

/** A trouble of a store must never end a good run: whatever `act` throws becomes an answer. */
export async function answer<T>(act: () => Promise<T>, place?: string): Promise<T | Unavailable> {
  try {
    return await act();
  } catch (error) {
    return unavailable(error, place);
  }
}

/** The same for many questions: a trouble with all of them is the answer to each. */
export async function answerEach<T>(
  questions: readonly unknown[],
  act: () => Promise<readonly T[]>,
  place?: string,
): Promise<readonly (T | Unavailable)[]> {
  const answers = await answer(act, place);
  return "kind" in answers ? questions.map(() => answers) : answers;
}
