import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Environment } from "../../core/definition/environment.ts";
import type { Packing } from "./service/library.ts";

/** The library's way of packing on this machine: zstd where it is in the path. */
export function packingHere(env: Environment): Packing {
  return isInPath(env, "zstd") ? "zstd-without-long" : "gzip";
}

/** Why nothing can be packed or unpacked here; `undefined` where it can. */
export function toolTrouble(env: Environment): string | undefined {
  if (isInPath(env, "tar") || isInPath(env, "gtar")) return undefined;
  return "tar is not installed on this runner (it is not in the path), and the cache needs it: install it";
}

function isInPath(env: Environment, name: string): boolean {
  const isWindows = process.platform === "win32";
  const path =
    Object.entries(env).find(([key]) => (isWindows ? /^path$/i.test(key) : key === "PATH"))?.[1] ??
    "";
  const file = isWindows ? `${name}.exe` : name;
  return path.split(delimiter).some((folder) => folder !== "" && existsSync(join(folder, file)));
}
