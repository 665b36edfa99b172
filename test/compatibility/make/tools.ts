import { readdirSync, symlinkSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Fills a folder with all programs of PATH but zstd; alone in PATH, it makes the cache's client take gzip. */
export function linkProgramsButZstd(folder: string): string {
  const linked = new Set<string>();
  for (const place of (process.env["PATH"] ?? "").split(delimiter)) {
    for (const name of programsIn(place)) {
      if (name.includes("zstd") || linked.has(name)) continue;
      linked.add(name);
      symlinkSync(join(place, name), join(folder, name));
    }
  }
  return folder;
}

function programsIn(place: string): readonly string[] {
  try {
    return readdirSync(place);
  } catch {
    // PATH may name folders that are not there.
    return [];
  }
}
