import { dirname } from "node:path";
import type { Disk } from "../../files/disk.ts";

/**
 * A file in the place of the bucket's directory must not look like a bucket that holds nothing.
 * @throws where the directory cannot be one; not where it is not there yet.
 */
export function checkRoot(disk: Disk, root: string): void {
  const why = rootTrouble(disk, root);
  if (why !== undefined) throw new Error(why);
}

function rootTrouble(disk: Disk, root: string): string | undefined {
  for (let path = root; ; path = dirname(path)) {
    const kind = disk.stat(path)?.kind;
    if (kind !== undefined) return kind === "directory" ? undefined : `${path} is not a directory`;
    const above = dirname(path);
    if (above === path) return undefined;
    if (disk.stat(above)?.kind === "directory") {
      return disk.exists(path) ? `${path} is a link that leads nowhere` : undefined;
    }
  }
}
