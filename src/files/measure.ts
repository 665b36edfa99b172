import { join } from "node:path";
import { sha256, sha256OfList } from "../core/model/digest.ts";
import type { MarkedCheckpoint } from "../core/model/marker.ts";
import { nodeCrypto } from "../core/model/node-crypto.ts";
import type { Disk, Reader } from "./disk.ts";
import { checkNotLooped } from "./unreadable.ts";
import { EVERYTHING, readTree, type Members, type TreeFile, type TreeLink } from "./tree.ts";

/** The facts about a checkpoint's bytes that cost no read of its content. */
export type Measure = Pick<
  MarkedCheckpoint,
  "kind" | "sizeBytes" | "mtimeNs" | "inode" | "files" | "tree" | "ignore"
>;

export type Measured =
  | { readonly kind: "absent" }
  | { readonly kind: "refused"; readonly why: string }
  | { readonly kind: "measured"; readonly measure: Measure };

const BLOCK_BYTES = 64 * 1024;
const MIDDLE_BLOCKS = 4;
const CHUNK_BYTES = 1024 * 1024;

/**
 * Measures size, time and inode; of a directory, count, bytes and the digest over (path, size, mtime) of its members.
 * @throws the system error where it cannot be seen.
 */
export function measure(disk: Disk, path: string, members: Members = EVERYTHING): Measured {
  const stat = disk.stat(path);
  if (stat === undefined) {
    checkNotLooped(disk, path);
    return { kind: "absent" };
  }
  const { inode, mtimeNs, sizeBytes } = stat;
  if (stat.kind === "file") {
    return { kind: "measured", measure: { kind: "file", sizeBytes, mtimeNs, inode } };
  }
  if (stat.kind === "other")
    return { kind: "refused", why: "it is neither a file nor a directory" };
  const tree = readTree(disk, path, members);
  if ("refused" in tree) return { kind: "refused", why: tree.refused };
  const { ignore = [] } = members;
  const own = { inode, ...measureTree(tree) };
  return { kind: "measured", measure: ignore.length > 0 ? { ...own, ignore } : own };
}

interface Contents {
  readonly files: readonly TreeFile[];
  readonly links: readonly TreeLink[];
}

/** A link counts with its target. The word `link` cannot be mistaken for a digest or a size. */
function linkFacts(links: readonly TreeLink[]): readonly string[] {
  return links.flatMap(({ path, target }) => [path, "link", target]);
}

function measureTree({ files, links }: Contents): Omit<Measure, "inode"> {
  const facts = files.flatMap(({ path, stat }) => [path, String(stat.sizeBytes), stat.mtimeNs]);
  let latest = 0n;
  let sizeBytes = 0;
  for (const { stat } of files) {
    sizeBytes += stat.sizeBytes;
    if (BigInt(stat.mtimeNs) > latest) latest = BigInt(stat.mtimeNs);
  }
  const tree = sha256OfList([...facts, ...linkFacts(links)]);
  return { kind: "directory", sizeBytes, mtimeNs: String(latest), files: files.length, tree };
}

/** Are kind, size, time and inode the same? */
export function isSameMeasure(marked: Measure, found: Measure): boolean {
  return (
    marked.kind === found.kind &&
    marked.sizeBytes === found.sizeBytes &&
    marked.mtimeNs === found.mtimeNs &&
    marked.tree === found.tree &&
    marked.inode === found.inode
  );
}

/**
 * The sample digest: size, the first and the last 64 KiB, and four blocks between at offsets that depend on the size.
 * A file of up to 384 KiB is read whole. Of a directory: over (path, sample) of every file.
 *
 * A run of L zero bytes in a file of S bytes is seen with a probability of about 5 (L + 64 KiB) / S, which is 1 from a fifth
 * of the file on. The blocks are spaced evenly, since a lost extent is one run and not random single bytes.
 */
export function sampleOf(disk: Disk, path: string, members: Members = EVERYTHING): string {
  if (disk.stat(path)?.kind !== "directory") return withReader(disk, path, sampleFile);
  return overTree(disk, path, { members, digest: sampleFile });
}

/** SHA-256 of every byte; of a directory, over (path, SHA-256) of every file. */
export function digestOf(disk: Disk, path: string, members: Members = EVERYTHING): string {
  if (disk.stat(path)?.kind !== "directory") return withReader(disk, path, digestFile);
  return overTree(disk, path, { members, digest: digestFile });
}

function sampleFile(reader: Reader): string {
  const hash = nodeCrypto().createHash("sha256").update(`${reader.sizeBytes}\n`);
  for (const [offset, length] of samplePlaces(reader.sizeBytes))
    hash.update(reader.read(offset, length));
  return hash.digest("hex");
}

/** Offsets and lengths of the blocks of a sample, in order and without overlap beyond the file's end. */
export function samplePlaces(sizeBytes: number): readonly (readonly [number, number])[] {
  if (sizeBytes <= BLOCK_BYTES * (MIDDLE_BLOCKS + 2)) return [[0, sizeBytes]];
  const room = sizeBytes - BLOCK_BYTES;
  return Array.from({ length: MIDDLE_BLOCKS + 2 }, (_, i) => {
    return [Math.floor((room * i) / (MIDDLE_BLOCKS + 1)), BLOCK_BYTES] as const;
  });
}

function digestFile(reader: Reader): string {
  // One byte more than the size at opening: the file may have grown.
  const length = Math.min(CHUNK_BYTES, reader.sizeBytes + 1);
  const buffer = Buffer.allocUnsafe(length);
  let bytes = reader.read(0, length, buffer);
  // All of it: where that is little, Node's own library need not be loaded.
  if (bytes.length < length) return sha256(bytes);
  const hash = nodeCrypto().createHash("sha256");
  for (let offset = length; bytes.length === length; offset += length) {
    hash.update(bytes);
    bytes = reader.read(offset, length, buffer);
  }
  return hash.update(bytes).digest("hex");
}

interface OverTree {
  readonly members: Members;
  readonly digest: (reader: Reader) => string;
}

function overTree(disk: Disk, directory: string, { members, digest }: OverTree): string {
  const tree = readTree(disk, directory, members);
  if ("refused" in tree) throw new Error(`${directory}: ${tree.refused}`);
  const contents = tree.files.flatMap(({ path }) => [
    path,
    withReader(disk, join(directory, path), digest),
  ]);
  return sha256OfList([...contents, ...linkFacts(tree.links)]);
}

function withReader<T>(disk: Disk, path: string, use: (reader: Reader) => T): T {
  const reader = disk.open(path);
  try {
    return use(reader);
  } finally {
    reader.close();
  }
}
