import { appendFileSync } from "node:fs";
import { inject } from "vitest";

/** What a suite has tried; the run's closing report adds up what has the same name. */
export function tally(suite: string, counts: Readonly<Record<string, number>>): void {
  appendFileSync(inject("tallyFile"), `${JSON.stringify({ suite, counts })}\n`);
}

declare module "vitest" {
  export interface ProvidedContext {
    /** Path of the file that gets one JSON line for each tally. */
    readonly tallyFile: string;
  }
}
