import type { Beginning, DirectoryFormat, FileFormat, FileSign } from "./format.ts";
import type { Folder } from "./folders/folder.ts";
import { hasAt, isAllZero } from "./shared/bytes.ts";

/** Does one of the format's signs hold for a file that begins like this? */
export function isOfFormat({ signs }: FileFormat, { fileName, head }: Beginning): boolean {
  const name = fileName.toLowerCase();
  return signs.some(
    ({ endings, magic, holds }) =>
      (endings?.some((ending) => name.endsWith(ending)) ?? true) &&
      (magic === undefined || hasAt(head, magic.at ?? 0, magic.bytes)) &&
      (holds?.(head) ?? true),
  );
}

/** Does one of the format's signs hold for this directory? */
export function isOfLayout({ signs }: DirectoryFormat, { name, has, names }: Folder): boolean {
  return signs.some(
    ({ folderName, entry, entryEnding }) =>
      (folderName?.test(name) ?? true) &&
      (entry === undefined || has(entry)) &&
      (entryEnding === undefined || names.some((each) => each.endsWith(entryEnding))),
  );
}

/**
 * The signs of a format that a file must begin with: the magic, or a name of the format over the remains of the
 * magic. Any other content under the name is left to other formats.
 */
export function magicOrItsRemains(
  bytes: readonly number[],
  endings: readonly string[],
): readonly FileSign[] {
  return [{ magic: { bytes } }, { endings, holds: (head) => isRemainderOf(bytes, head) }];
}

/** Is `head` a beginning of `magic`, or all zeros? Both mean that the first bytes never reached the disk. */
function isRemainderOf(magic: readonly number[], head: Uint8Array): boolean {
  return isAllZero(head) || isCutAtMost(magic, head);
}

/** Is `head` the whole magic, or as much of it as the file has bytes? */
export function isCutAtMost(magic: readonly number[], head: Uint8Array): boolean {
  return hasAt(head, 0, magic.slice(0, head.length));
}
