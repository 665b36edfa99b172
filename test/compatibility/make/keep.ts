import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const FIXTURES = fileURLToPath(new URL("../fixtures/", import.meta.url));

/** Caches and leases are of a machine; `.gitignore` would keep Donemark's own folder out of the repository. */
const LEFT_OUT: ReadonlySet<string> = new Set([".cache", ".leases", ".gitignore"]);

/** Version control ignores `.donemark` in every project; in a fixture it has this name. */
export const OWN_FOLDER = "own";

/** What version control does not keep of a tree. */
export interface TreeList {
  readonly emptyFolders: readonly string[];
  /** Whole seconds since 1970, by path. */
  readonly times: Readonly<Record<string, number>>;
}

export function generationFolder(generation: string): string {
  return join(FIXTURES, generation);
}

/** Copies a tree into a generation, with a list of what version control does not keep of it. */
export function keepTree(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to, { recursive: true, filter: (path) => !LEFT_OUT.has(basename(path)) });
  if (existsSync(join(to, ".donemark"))) renameSync(join(to, ".donemark"), join(to, OWN_FOLDER));
  writeFileSync(`${to}.tree.json`, `${JSON.stringify(listTree(from), undefined, 1)}\n`);
}

/** Writes a JSON file of a generation. */
export function keepJson(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(value, undefined, 1)}\n`);
}

function listTree(folder: string): TreeList {
  const emptyFolders: string[] = [];
  const times: Record<string, number> = {};
  const look = (at: string): void => {
    const names = readdirSync(at).filter((name) => !LEFT_OUT.has(name));
    if (names.length === 0) emptyFolders.push(relative(folder, at));
    for (const path of names.toSorted().map((name) => join(at, name))) {
      const stat = lstatSync(path);
      if (stat.isDirectory()) look(path);
      else times[relative(folder, path)] = Math.floor(stat.mtimeMs / 1000);
    }
  };
  look(folder);
  return { emptyFolders, times };
}
