import { join } from "node:path";
import { TEMPORARY_PREFIX } from "../../files/durable.ts";
import type { FileBucketOptions } from "./bucket.ts";

/** Has the file system of the bucket hard links? Without them two writers of one key are not kept apart. */
export async function hasHardLinks({
  disk,
  root,
  token,
}: Pick<FileBucketOptions, "disk" | "root" | "token">): Promise<boolean> {
  const [file, link] = [token(), token()].map((name) => join(root, TEMPORARY_PREFIX + name));
  if (file === undefined || link === undefined) return false;
  await disk.create(file, "");
  try {
    await disk.hardLink(file, link);
    return true;
  } catch {
    return false;
  } finally {
    await disk.unlink(link);
    await disk.unlink(file);
  }
}
