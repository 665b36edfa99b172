import type { Disk } from "../files/disk.ts";
import type { FieldNames, Inspection } from "../inspect/inspection.ts";

/**
 * What the file or directory at `path` says about itself, as `inspect` and `inspectDirectory` do. The formats are
 * loaded with the first checkpoint that is opened: most surveys open none.
 */
export async function inspect(disk: Disk, path: string, names: FieldNames): Promise<Inspection> {
  if (disk.stat(path)?.kind === "directory") {
    const { inspectDirectory } = await import("../inspect/directory.ts");
    return inspectDirectory(disk, path, names);
  }
  const formats = await import("../inspect/inspect.ts");
  return formats.inspect(disk, path, names);
}
