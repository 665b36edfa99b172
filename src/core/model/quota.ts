/** The space of a cache, as far as it is known. */
export interface Room {
  readonly usedBytes: number;
  readonly limitBytes: number;
}

/** GitHub's limit for a repository where nothing else is known. */
export const DEFAULT_LIMIT_BYTES = 10 * 1024 ** 3;

/**
 * One line for people where the entries that are expected do not fit: beyond the limit the service drops the least
 * recently used entries, finished shards among them. `undefined` where they fit.
 */
export function quotaWarning(
  { usedBytes, limitBytes }: Room,
  comingBytes: number,
): string | undefined {
  if (usedBytes + comingBytes <= limitBytes) return undefined;
  return (
    `The cache holds ${gigabytes(usedBytes)} and about ${gigabytes(comingBytes)} are going to be saved, ` +
    `but its limit is ${gigabytes(limitBytes)}${limitBytes === DEFAULT_LIMIT_BYTES ? " where nobody has raised it" : ""}: the service will drop what was used least recently, finished shards ` +
    "among it, and they will run again. Raise the limit in the repository's settings (Actions, caches), remove old " +
    "caches, or use a store on a disk (store: file:<folder>)."
  );
}

/** The bytes that remain to be saved: each remaining shard counts with the mean size of those saved so far. */
export function expectedBytes(remaining: number, savedBytes: number, saved: number): number {
  return saved === 0 ? 0 : Math.round((savedBytes / saved) * Math.max(remaining, 0));
}

function gigabytes(bytes: number): string {
  const amount = bytes / 1024 ** 3;
  return `${amount >= 10 ? amount.toFixed(0) : amount.toFixed(amount >= 0.1 ? 1 : 3)} GiB`;
}
