import { join } from "node:path";
import type { WorkFile, WorkManifest } from "./work-manifest.ts";
import { digestInSteps, type Shelf } from "./work-shelf.ts";

/**
 * Brings a snapshot to `staging`, a path where nothing is, and checks every copy's digest. `false` where a content is
 * not what its name says. Files are made in the order of their old times, for programs that go on from the newest.
 * @throws system errors.
 */
export async function restoreSnapshot(
  shelf: Shelf,
  { folders, files }: WorkManifest,
  staging: string,
): Promise<boolean> {
  const { disk } = shelf.site;
  await disk.makeDirectory(staging);
  for (const folder of folders) await disk.makeDirectory(join(staging, folder));
  for (const file of files.toSorted(compareTime)) {
    const copy = join(staging, file.path);
    await disk.copyFile(join(shelf.folder, file.sha256), copy);
    if ((await digestInSteps(disk, copy)) === file.sha256) continue;
    await dropIfFalse(shelf, file);
    return false;
  }
  return true;
}

function compareTime(a: WorkFile, b: WorkFile): number {
  const [first, second] = [BigInt(a.mtimeNs), BigInt(b.mtimeNs)];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** A false content must not stay: the next snapshot would take it for what is there already. */
async function dropIfFalse({ site, folder }: Shelf, { sha256 }: WorkFile): Promise<void> {
  const content = join(folder, sha256);
  if ((await digestInSteps(site.disk, content)) !== sha256) {
    await site.disk.unlink(content).catch(() => false);
  }
}
