/** Ends a wait that would never end. A test says nothing about time by it: it is far above what a busy machine needs. */
export const PATIENCE_MS = 120_000;
