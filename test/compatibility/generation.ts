import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { generationFolder, OWN_FOLDER, type TreeList } from "./make/keep.ts";

/** Every version whose files are kept here. */
export const GENERATIONS = ["fb90092"] as const;

interface LayOut {
  /** Gives files the times that they had, as a copy that keeps times does. */
  readonly withTimes?: boolean;
}

/** Copies a kept tree into a folder that is there, with the empty folders and names that version control has changed. */
export function layOut(
  generation: string,
  { name, to, withTimes = false }: LayOut & { readonly name: string; readonly to: string },
): void {
  const from = join(generationFolder(generation), name);
  cpSync(from, to, { recursive: true });
  const own = join(to, ".donemark");
  if (existsSync(join(to, OWN_FOLDER))) {
    renameSync(join(to, OWN_FOLDER), own);
    writeFileSync(join(own, ".gitignore"), "*\n");
  }
  const list: TreeList = JSON.parse(readFileSync(`${from}.tree.json`, "utf8"));
  for (const folder of list.emptyFolders) mkdirSync(join(to, folder), { recursive: true });
  if (!withTimes) return;
  for (const [path, seconds] of Object.entries(list.times))
    if (existsSync(join(to, path))) utimesSync(join(to, path), seconds, seconds);
}

/** A kept file that is no tree. */
export function keptFile(generation: string, name: string): Buffer {
  return readFileSync(join(generationFolder(generation), name));
}

/** The same as text. */
export function keptText(generation: string, name: string): string {
  return keptFile(generation, name).toString("utf8");
}
