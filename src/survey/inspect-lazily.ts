import type { Disk } from "../files/disk.ts";
import type { FieldNames, Inspection } from "../inspect/inspection.ts";

/** As `inspect`; the formats are loaded with the first checkpoint that is opened: most surveys open none. */
export async function inspect(disk: Disk, path: string, names: FieldNames): Promise<Inspection> {
  const formats = await import("../inspect/inspect.ts");
  return formats.inspect(disk, path, names);
}
