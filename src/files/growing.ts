import type { Disk } from "./disk.ts";

/** How far a file was read. */
export interface Place {
  readonly inode: number;
  readonly offset: number;
}

export const BEGINNING: Place = { inode: -1, offset: 0 };

const PIECE_BYTES = 64 * 1024;

/**
 * Gives what a file has beyond a place, piece by piece, and the place behind it. A file that became shorter, or another one
 * of its name, is read from its beginning; one that is not there has nothing. `give` says whether more is wanted.
 */
export async function readOn(
  disk: Disk,
  { path, from }: { readonly path: string; readonly from: Place },
  give: (piece: Uint8Array) => Promise<boolean>,
): Promise<{ readonly place: Place; readonly isWanted: boolean }> {
  const stamp = disk.stamp(path);
  if (stamp === undefined) return { place: from, isWanted: true };
  const [size, , , inode] = stamp;
  let offset = inode === from.inode && size >= from.offset ? from.offset : 0;
  if (offset === size) return { place: { inode, offset }, isWanted: true };
  const reader = disk.open(path);
  try {
    for (;;) {
      const piece = reader.read(offset, Math.min(PIECE_BYTES, size - offset));
      if (piece.length === 0) return { place: { inode, offset }, isWanted: true };
      offset += piece.length;
      if (!(await give(piece))) return { place: { inode, offset }, isWanted: false };
    }
  } finally {
    reader.close();
  }
}
