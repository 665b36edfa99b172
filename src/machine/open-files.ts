import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { basename, dirname, sep } from "node:path";
import { isNamedAfter } from "../core/model/shard-paths.ts";
import { hasCode } from "../core/text/problem.ts";
import { isAlive, type ProcessId } from "./processes.ts";

/**
 * May the process write to one of these files, to what lies below one of these folders, or to a file beside one that has
 * its name in its own, as a temporary one has? `true` where its open files cannot be seen. `paths` are without links.
 */
export function mayWrite(id: ProcessId, paths: readonly string[]): boolean {
  if (process.platform !== "linux") return isAlive(id);
  try {
    const place = `/proc/${id.pid}`;
    // Paths mean something else in another mount namespace, such as a container's.
    if (readlinkSync(`${place}/ns/mnt`) !== readlinkSync("/proc/self/ns/mnt")) return isAlive(id);
    return (
      readdirSync(`${place}/fd`).some((fd) => isWritten(place, fd, paths)) ||
      isMapped(readFileSync(`${place}/maps`, "utf8"), paths)
    );
  } catch (error) {
    if (hasCode(error, "ENOENT", "ESRCH")) return isAlive(id);
    return true;
  }
}

function isWritten(place: string, fd: string, paths: readonly string[]): boolean {
  try {
    if (!isOneOf(readlinkSync(`${place}/fd/${fd}`), paths)) return false;
    const flags = /^flags:\s*([0-7]+)/m.exec(readFileSync(`${place}/fdinfo/${fd}`, "utf8"));
    return flags?.[1] === undefined || (Number.parseInt(flags[1], 8) & ACCESS_MODE) !== 0;
  } catch (error) {
    // It was closed meanwhile.
    if (hasCode(error, "ENOENT")) return false;
    throw error;
  }
}

/** O_WRONLY or O_RDWR. */
const ACCESS_MODE = 0b11;

/** proc_pid_maps(5): a mapping that is shared and writable changes the file, also after its descriptor is closed. */
function isMapped(maps: string, paths: readonly string[]): boolean {
  return maps.split("\n").some((line) => {
    const [, path] = /^\S+ .w.s \S+ \S+ \d+\s+(\/.*)$/.exec(line) ?? [];
    return path !== undefined && isOneOf(path, paths);
  });
}

function isOneOf(found: string, paths: readonly string[]): boolean {
  const path = found.replace(/ \(deleted\)$/, "");
  return paths.some(
    (wanted) =>
      path === wanted ||
      path.startsWith(wanted + sep) ||
      (dirname(path) === dirname(wanted) && isNamedAfter(basename(path), basename(wanted))),
  );
}
