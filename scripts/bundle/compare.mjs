// Compares two folders of built files.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Returns a line for each file that differs between a folder and what it should hold; none if they are the same. */
export function differences(folder, expected) {
  const names = new Set(
    [folder, expected].flatMap((path) => (existsSync(path) ? readdirSync(path) : [])),
  );
  return [...names].toSorted().flatMap((name) => {
    const [is, should] = [folder, expected].map((path) => join(path, name));
    if (!existsSync(is)) return [`${name} is missing`];
    if (!existsSync(should)) return [`${name} is not built any more`];
    return readFileSync(is).equals(readFileSync(should)) ? [] : [`${name} differs`];
  });
}
