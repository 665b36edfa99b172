import type { Reader } from "../../files/disk.ts";

/** The most that an inspection reads of one file. */
export const MOST_BYTES = 1024 * 1024;

/** Ends an inspection that cannot give an answer; its message is the reason. */
export class NoAnswer extends Error {
  override readonly name = "NoAnswer";
}

/** A reader that counts bytes, and that gives either all the bytes asked for or none. */
export interface CountingReader extends Reader {
  readonly bytesRead: () => number;
}

/**
 * Wraps a reader. A range outside the file gives the bytes of it that lie inside, perhaps none.
 * `read` throws `NoAnswer` past `MOST_BYTES` in all, and where the file has become shorter since it was opened.
 */
export function countReads(reader: Reader): CountingReader {
  const { sizeBytes } = reader;
  let total = 0;
  const read = (offset: number, length: number): Uint8Array => {
    const wanted = offset < 0 ? 0 : Math.max(0, Math.min(length, sizeBytes - offset));
    if (total + wanted > MOST_BYTES) throw new NoAnswer("more than 1 MB would have to be read");
    const bytes = wanted > 0 ? reader.read(offset, wanted) : new Uint8Array();
    total += bytes.length;
    if (bytes.length < wanted) throw new NoAnswer("the file became shorter while it was read");
    return bytes;
  };
  return { sizeBytes, read, close: () => reader.close(), bytesRead: () => total };
}
