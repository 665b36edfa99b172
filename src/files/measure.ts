import { join } from "node:path";
import { sha256OfList } from "../core/digest.ts";
import type { MarkedCheckpoint } from "../core/marker.ts";
import { nodeCrypto } from "../core/node-crypto.ts";
import { count } from "../core/text.ts";
import type { Disk, Reader } from "./disk.ts";
import { readTree, type TreeFile, type TreeLink } from "./tree.ts";

/** What is known of a checkpoint's bytes without reading more than kilobytes. */
export type Measure = Pick<
  MarkedCheckpoint,
  "kind" | "sizeBytes" | "mtimeNs" | "inode" | "files" | "tree"
>;

export type Measured =
  | { readonly kind: "absent" }
  | { readonly kind: "refused"; readonly why: string }
  | { readonly kind: "measured"; readonly measure: Measure };

const BLOCK_BYTES = 64 * 1024;
const MIDDLE_BLOCKS = 4;
const CHUNK_BYTES = 1024 * 1024;

/** Size, time and inode; of a directory, count, bytes and the digest over (path, size, mtime). */
export function measure(disk: Disk, path: string): Measured {
  const stat = disk.stat(path);
  if (stat === undefined) return { kind: "absent" };
  const { inode, mtimeNs, sizeBytes } = stat;
  if (stat.kind === "file") {
    return { kind: "measured", measure: { kind: "file", sizeBytes, mtimeNs, inode } };
  }
  if (stat.kind === "other")
    return { kind: "refused", why: "it is neither a file nor a directory" };
  const tree = readTree(disk, path);
  if ("refused" in tree) return { kind: "refused", why: tree.refused };
  return { kind: "measured", measure: { inode, ...measureTree(tree) } };
}

interface Contents {
  readonly files: readonly TreeFile[];
  readonly links: readonly TreeLink[];
}

/** A link counts by where it points; no digest and no size looks like it. */
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

/** Are these the bytes of the marker, as far as size, time and inode tell? */
export function isSameMeasure(marked: MarkedCheckpoint, found: Measure): boolean {
  return (
    marked.kind === found.kind &&
    marked.sizeBytes === found.sizeBytes &&
    marked.mtimeNs === found.mtimeNs &&
    marked.tree === found.tree &&
    marked.inode === found.inode
  );
}

/** How what was found differs from what was marked in kind, files and size, in words. Times and inodes count for nothing. */
export function findDifference(marked: MarkedCheckpoint, found: Measure): string | undefined {
  if (found.kind !== marked.kind) return `it is a ${found.kind}, the marker says ${marked.kind}`;
  if (marked.files !== undefined && found.files !== marked.files) {
    return `it has ${count(found.files ?? 0, "file")}, the marker says ${marked.files}`;
  }
  if (found.sizeBytes === marked.sizeBytes) return undefined;
  return `it has ${count(found.sizeBytes, "byte")}, the marker says ${count(marked.sizeBytes, "byte")}`;
}

/**
 * The sample digest: size, the first and the last 64 KiB, and four blocks between at places that the size decides.
 * A file of up to 384 KiB is read whole. Of a directory: over (path, sample) of every file.
 *
 * Zeros over L bytes of a file of S bytes, wherever they begin, are met with a probability of about 5 (L + 64 KiB) / S,
 * which is 1 from a fifth of the file on: the blocks lie evenly, as lost extents do not come at random single bytes.
 */
export function sampleOf(disk: Disk, path: string): string {
  if (disk.stat(path)?.kind !== "directory") return withReader(disk, path, sampleFile);
  return overTree(disk, path, (file) => withReader(disk, file, sampleFile));
}

/** SHA-256 of every byte; of a directory, over (path, SHA-256) of every file. */
export function digestOf(disk: Disk, path: string): string {
  if (disk.stat(path)?.kind !== "directory") return withReader(disk, path, digestFile);
  return overTree(disk, path, (file) => withReader(disk, file, digestFile));
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
  const hash = nodeCrypto().createHash("sha256");
  // One more than the file had when it was opened: it may have grown.
  const length = Math.min(CHUNK_BYTES, reader.sizeBytes + 1);
  const buffer = Buffer.allocUnsafe(length);
  for (let offset = 0; ; offset += length) {
    const bytes = reader.read(offset, length, buffer);
    hash.update(bytes);
    if (bytes.length < length) return hash.digest("hex");
  }
}

function overTree(disk: Disk, directory: string, digest: (path: string) => string): string {
  const tree = readTree(disk, directory);
  if ("refused" in tree) throw new Error(`${directory}: ${tree.refused}`);
  const contents = tree.files.flatMap(({ path }) => [path, digest(join(directory, path))]);
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
