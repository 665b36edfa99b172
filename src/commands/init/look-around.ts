import { join } from "node:path";
import type { Disk } from "../../files/disk.ts";

/** No folder of data is deeper, and no larger one is needed for a guess. */
const DEEPEST = 3;
const MOST_FILES = 20_000;

/** Folders that hold no inputs: what tools keep for themselves, and results. */
const PASSED = /^(\..*|node_modules|__pycache__|venv|env|site-packages|out|outputs?|results?)$/i;

/** The files below a folder, as paths with `/`, those of a folder before those below it. Whatever cannot be read is passed over. */
export function lookAround(disk: Disk, root: string): readonly string[] {
  const files: string[] = [];
  const folders: { readonly below: string; readonly depth: number }[] = [{ below: "", depth: 0 }];
  for (const { below, depth } of folders) {
    for (const { name, kind } of listed(disk, join(root, below))) {
      if (files.length >= MOST_FILES) return files;
      const path = below === "" ? name : `${below}/${name}`;
      const isFolder =
        kind === "directory" || (kind === "link" && isDirectory(disk, join(root, path)));
      if (!isFolder) files.push(path);
      else if (depth < DEEPEST && !PASSED.test(name))
        folders.push({ below: path, depth: depth + 1 });
    }
  }
  return files;
}

function listed(disk: Disk, folder: string): ReturnType<Disk["list"]> & object {
  try {
    return disk.list(folder) ?? [];
  } catch {
    return [];
  }
}

function isDirectory(disk: Disk, path: string): boolean {
  try {
    return disk.stat(path)?.kind === "directory";
  } catch {
    return false;
  }
}
