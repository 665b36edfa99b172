import { dirname } from "node:path";
import type { Unreadable } from "../core/model/unreadable.ts";
import type { Disk } from "./disk.ts";

/** Codes that say that no such file is there, or that it is no file: these are facts, and no refusals. */
const FACTS = new Set(["ENOENT", "ENOTDIR", "EISDIR", "ENXIO", "ESPIPE", "ENAMETOOLONG", "EINVAL"]);

/** Has the system refused to look? What it refuses may be there: nothing is known about it. */
export function isRefusal(error: unknown): boolean {
  const code = codeOf(error);
  return code !== undefined && !FACTS.has(code);
}

/** Tries to read something. `what` is its role, in words. */
export interface Reading {
  readonly path: string;
  readonly what: string;
}

/**
 * What the system refused, where an error says so: a missing right, a disk that fails, a link in a circle. `undefined` for
 * any other error.
 */
export function unreadableBy(
  disk: Disk,
  error: unknown,
  { path, what }: Reading,
): Unreadable | undefined {
  const code = codeOf(error);
  if (code === undefined || !isRefusal(error)) return undefined;
  const refused = pathIn(error) ?? path;
  if (code !== "EACCES" && code !== "EPERM") return { what, path: refused, code };
  return { what, code, ...refusing(disk, refused) };
}

/**
 * Throws where a path that gives nothing is a link in a circle; every other one leads to nothing.
 * @throws `ELOOP`, or the error with which even its name is refused.
 */
export function checkNotLooped(disk: Disk, path: string): void {
  if (!disk.exists(path)) return;
  try {
    disk.realPath(path);
  } catch (error) {
    if (codeOf(error) === "ELOOP") throw error;
  }
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error) || !("syscall" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

function pathIn(error: unknown): string | undefined {
  return error instanceof Error && "path" in error && typeof error.path === "string"
    ? error.path
    : undefined;
}

/** The path itself, or the folder above it whose rights keep it from being seen. */
function refusing(disk: Disk, path: string): Pick<Unreadable, "path" | "access"> {
  for (let at = path; ; at = dirname(at)) {
    try {
      const access = disk.access(at);
      if (access !== undefined) return { path: at, access };
    } catch {
      // The folder above it refuses.
    }
    if (dirname(at) === at) return { path };
  }
}
