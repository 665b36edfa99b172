/** What is known of the room in a cache. */
export interface Room {
  readonly usedBytes: number;
  readonly limitBytes: number;
}

/** GitHub's limit for a repository where nothing else is known. */
export const DEFAULT_LIMIT_BYTES = 10 * 1024 ** 3;

/**
 * One line for people if what is expected to be saved does not fit: beyond the limit the service drops what was used
 * least recently, finished shards among it. `undefined` where it fits.
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

/** What is going to be saved: the shards that remain, each of the size that those saved so far have had. */
export function expectedBytes(remaining: number, savedBytes: number, saved: number): number {
  return saved === 0 ? 0 : Math.round((savedBytes / saved) * Math.max(remaining, 0));
}

function gigabytes(bytes: number): string {
  const amount = bytes / 1024 ** 3;
  return `${amount >= 10 ? amount.toFixed(0) : amount.toFixed(amount >= 0.1 ? 1 : 3)} GiB`;
}
