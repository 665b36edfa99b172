import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { parseMarker, type Marker } from "../../src/core/model/marker.ts";

/** Digest over the path and the bytes of every file of a checkpoint, read without the program's help. */
export function contentOf(path: string): string {
  const hash = createHash("sha256");
  for (const file of filesBelow(path)) {
    hash.update(`${file.slice(path.length)}\n`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

/** Every file at or below a path, sorted; none where nothing is. */
export function filesBelow(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path, { recursive: true, encoding: "utf8" }).toSorted();
  return names.map((name) => join(path, name)).filter((file) => !statSync(file).isDirectory());
}

/** Paths below a folder whose last name fits, folders as well. */
export function namesBelow(folder: string, fits: RegExp): readonly string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names.filter((name) => fits.test(basename(name)));
}

/** The full marker of a checkpoint; `undefined` for none and for any other. */
export function fullMarkerOf(checkpoint: string): Marker | undefined {
  const path = `${checkpoint}.done`;
  if (!existsSync(path)) return undefined;
  const parsed = parseMarker(readFileSync(path, "utf8"));
  return parsed.kind === "full" ? parsed.marker : undefined;
}

/** What a directory store shows: shard id and content of each of its entries. */
export function entriesOf(
  store: string,
): readonly { readonly id: string; readonly content: string }[] {
  return namesBelow(store, /^marker\.json$/)
    .filter((name) => !name.includes("/incoming/"))
    .flatMap((name) => {
      const parsed = parseMarker(readFileSync(join(store, name), "utf8"));
      if (parsed.kind !== "full") return [];
      const data = join(store, name, "..", "data");
      return [{ id: parsed.marker.shard, content: contentOf(data) }];
    });
}
