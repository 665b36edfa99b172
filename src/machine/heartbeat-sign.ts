import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { hasCode } from "../core/text/problem.ts";

/** What one look at a heartbeat gives. */
export interface HeartbeatSign {
  readonly text: string;
  readonly mtimeMs: number;
  /** All that changes with a beat. */
  readonly seen: string;
}

/** Without O_NONBLOCK a named pipe, which anybody may put into a shared folder, keeps its reader for ever. */
const READING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** A beat is a line with a host's name and some numbers. */
const MOST_BYTES = 16 * 1024;

/**
 * Reads a heartbeat. It is opened, since a network file system may answer a look at a file that is not opened from a memory
 * of up to a minute ago. What is no file is nobody's heartbeat: `absent`, as one that is not there.
 */
export function readHeartbeat(path: string): HeartbeatSign | "absent" | "unreadable" {
  try {
    const fd = openSync(path, READING);
    try {
      const stat = fstatSync(fd);
      if (!stat.isFile()) return "absent";
      const bytes = Buffer.alloc(Math.min(stat.size, MOST_BYTES));
      const text = bytes.toString("utf8", 0, readSync(fd, bytes, 0, bytes.length, 0));
      const { mtimeMs, ctimeMs, ino } = stat;
      return { text, mtimeMs, seen: `${mtimeMs} ${ctimeMs} ${ino} ${text}` };
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    return hasCode(error, ...NOBODYS) ? "absent" : "unreadable";
  }
}

/** The last two are of a socket and of a link that leads to itself. */
const NOBODYS = ["ENOENT", "ENOTDIR", "ENXIO", "ELOOP"];
