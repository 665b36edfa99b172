import { join } from "node:path";
import type { Disk } from "../../files/disk.ts";
import type { WorkFile, WorkManifest } from "./manifest.ts";
import { digestInSteps } from "./shelf.ts";

/** Source and target of a restore. */
export interface Restoring {
  readonly disk: Disk;
  /** Copies the content of a digest to a path where nothing is. */
  readonly bring: (sha256: string, path: string) => Promise<void>;
  /** A path where nothing is. */
  readonly staging: string;
}

/**
 * Restores a snapshot and checks every copy's digest; answers with the first digest whose copy differs.
 * Files are made in the order of their old times, for programs that go on from the newest.
 * @throws system errors.
 */
export async function restoreSnapshot(
  { disk, bring, staging }: Restoring,
  { folders, files }: WorkManifest,
): Promise<{ readonly kind: "whole" } | { readonly kind: "false"; readonly sha256: string }> {
  await disk.makeDirectory(staging);
  for (const folder of folders) await disk.makeDirectory(join(staging, folder));
  for (const { path, sha256 } of files.toSorted(compareTime)) {
    const copy = join(staging, path);
    await bring(sha256, copy);
    if ((await digestInSteps(disk, copy)) !== sha256) return { kind: "false", sha256 };
  }
  return { kind: "whole" };
}

function compareTime(a: WorkFile, b: WorkFile): number {
  const [first, second] = [BigInt(a.mtimeNs), BigInt(b.mtimeNs)];
  return first < second ? -1 : first > second ? 1 : 0;
}
