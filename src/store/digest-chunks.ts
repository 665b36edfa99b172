import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";

const CHUNK_BYTES = 4 * 1024 * 1024;

/** Gives bytes from `offset`; fewer than `length` at the end. */
type ReadChunk = (offset: number, length: number) => Uint8Array | Promise<Uint8Array>;

/** SHA-256 of the bytes that are read chunk by chunk. Other work of this process goes on between two chunks. */
export async function digestOfChunks(read: ReadChunk): Promise<string> {
  const hash = createHash("sha256");
  for (let offset = 0; ; offset += CHUNK_BYTES) {
    const bytes = await read(offset, CHUNK_BYTES);
    hash.update(bytes);
    if (bytes.length < CHUNK_BYTES) return hash.digest("hex");
    await setImmediate();
  }
}
