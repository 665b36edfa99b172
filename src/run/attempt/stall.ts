const LOOKS = 4;
const SHORTEST_LOOK_MS = 50;
const LONGEST_LOOK_MS = 15_000;

/**
 * Calls `onStall` once where the signs stay the same for so long. Looks are counted, not time: after a pause of this
 * process the command gets the time again, since its output may wait to be read. Gives a function that ends the watch.
 */
export function watchForStall(
  limitMs: number | undefined,
  signs: () => string,
  onStall: () => void,
): () => void {
  if (limitMs === undefined) return () => undefined;
  const everyMs = Math.min(LONGEST_LOOK_MS, Math.max(SHORTEST_LOOK_MS, limitMs / LOOKS));
  let last = signs();
  let same = 0;
  const timer = setInterval(() => {
    const now = signs();
    same = now === last ? same + 1 : 0;
    last = now;
    if (same < limitMs / everyMs) return;
    clearInterval(timer);
    onStall();
  }, everyMs);
  return () => clearInterval(timer);
}
