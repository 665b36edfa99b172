import { execFileSync } from "node:child_process";
import { closeSync, constants, mkdtempSync, openSync, rmSync } from "node:fs";
import { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bareEnvironment } from "../core/definition/environment.ts";
import { countFreeHandles } from "../files/handles.ts";

/** A pipe from a command's output to this process. */
export interface Pipe {
  /** For `stdio` of `spawn`. */
  readonly writer: number | "pipe";
  /** `undefined` where node makes the pipe; the child process object then has the reader. */
  readonly reader: Socket | undefined;
}

const AT_ONCE = 16;
/** Where fewer are free, fewer pipes are made ahead: they would take a quarter of them. */
const MOST_HANDLES = AT_ONCE * 8;
const ready: { readonly reader: number; readonly writer: number }[] = [];

/**
 * Opens a pipe. Node's own pipes are sockets, and Linux does not open a socket by name: `echo oops >/dev/stderr` and
 * `tee /dev/stderr` would fail in every script. A named pipe can be opened so; its name is removed before it is used. Where
 * no named pipe can be made (a full temporary folder) or none is needed (macOS), node's socket is used.
 */
export function openPipe(): Pipe {
  if (ready.length === 0 && process.platform === "linux") makeReady();
  const pipe = ready.pop();
  if (pipe === undefined) return { writer: "pipe", reader: undefined };
  return { writer: pipe.writer, reader: new Socket({ fd: pipe.reader, writable: false }) };
}

/** Closes our copy of the write end once the command has its own: the output ends when all copies are closed. */
export function closeWriter({ writer }: Pipe): void {
  if (writer !== "pipe") closeSync(writer);
}

/** Makes several pipes at once, since mkfifo(1) takes milliseconds. */
function makeReady(): void {
  let folder: string | undefined;
  try {
    folder = mkdtempSync(join(tmpdir(), "donemark-"));
    const pairs = Math.min(AT_ONCE, Math.floor(countFreeHandles(MOST_HANDLES) / 8));
    const paths = Array.from({ length: Math.max(1, pairs) }, (_, index) => `${folder}/${index}`);
    execFileSync("mkfifo", paths, { stdio: "ignore", env: bareEnvironment(process.env) });
    for (const path of paths) {
      // Opening one end blocks until the other is open, unless the reader is non-blocking.
      const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
      ready.push({ reader, writer: openSync(path, constants.O_WRONLY) });
    }
  } catch {
    // The pipes made so far are used; after them node's sockets are.
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}
