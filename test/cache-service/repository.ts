import type { Blobs } from "./blobs.ts";
import type { Entries, ServiceEntry } from "./entries.ts";
import type { Tokens } from "./tokens.ts";

/** What every protocol of the service works on. */
export interface Repository {
  readonly entries: Entries;
  readonly blobs: Blobs;
  readonly tokens: Tokens;
  readonly limitBytes: number;
}

export const WRITE_DENIED =
  "cache write denied: the token of this run has no writable cache scopes";
export const READ_DENIED = "cache read denied: the token of this run has no readable cache scopes";
export const EXISTS = "cache entry with the same key, version, and scope already exists";

export function blobOf(entry: ServiceEntry): string {
  return `entry-${entry.id}`;
}

/** Finishes a reservation whose bytes are all there; else says what is wrong. */
export async function finish(
  { entries, blobs }: Repository,
  entry: ServiceEntry,
  sizeBytes: number,
): Promise<string | undefined> {
  const found = await blobs.sizeOf(blobOf(entry));
  if (found !== sizeBytes) {
    return `expected ${sizeBytes} uploaded bytes, found ${found ?? "none"}`;
  }
  entries.finalize(entry.id, sizeBytes);
  return undefined;
}
