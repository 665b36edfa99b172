import { distance } from "fastest-levenshtein";

/** The candidate that a person most likely meant; `undefined` where none is near. */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
  const wanted = name.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(name.length / 2)) + 1;
  for (const candidate of candidates) {
    const far = editsBetween(wanted, candidate.toLowerCase());
    if (far < bestDistance) [best, bestDistance] = [candidate, far];
  }
  return best;
}

/** Letters in another order count as one edit: the most common slip. */
function editsBetween(a: string, b: string): number {
  const areSwapped = a !== b && [...a].sort().join("") === [...b].sort().join("");
  return areSwapped ? 1 : distance(a, b);
}

/** ` Did you mean --x?`, or nothing where no candidate is near. */
export function didYouMeanFlag(name: string, candidates: readonly string[]): string {
  const best = nearest(name, candidates);
  return best === undefined ? "" : ` Did you mean --${best}?`;
}

/** ` Did you mean "x"?`, or nothing where no candidate is near. */
export function didYouMean(name: string, candidates: readonly string[]): string {
  const best = nearest(name, candidates);
  return best === undefined ? "" : ` Did you mean ${JSON.stringify(best)}?`;
}
