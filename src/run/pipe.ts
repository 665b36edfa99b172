import { execFileSync } from "node:child_process";
import { closeSync, constants, mkdtempSync, openSync, rmSync } from "node:fs";
import { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The way of a command's output to us. */
export interface Pipe {
  /** For `stdio` of `spawn`. */
  readonly writer: number | "pipe";
  /** `undefined` where node makes the pipe; then the child has the reader. */
  readonly reader: Socket | undefined;
}

const AT_ONCE = 16;
const ready: { readonly reader: number; readonly writer: number }[] = [];

/**
 * What node itself calls a pipe is a socket, and Linux opens no socket by name: `echo oops >/dev/stderr` and
 * `tee /dev/stderr` would fail in every script. A named pipe can be opened so. Its own name is gone before it is used.
 * Where there are none (macOS needs none; no room in the temporary folder), sockets have to do.
 */
export function openPipe(): Pipe {
  if (ready.length === 0 && process.platform === "linux") makeReady();
  const pipe = ready.pop();
  if (pipe === undefined) return { writer: "pipe", reader: undefined };
  return { writer: pipe.writer, reader: new Socket({ fd: pipe.reader, writable: false }) };
}

/** To be called when the command has its copy of the write end: the output ends when all are closed. */
export function closeWriter({ writer }: Pipe): void {
  if (writer !== "pipe") closeSync(writer);
}

/** mkfifo(1) takes milliseconds, so it makes several. */
function makeReady(): void {
  let folder: string | undefined;
  try {
    folder = mkdtempSync(join(tmpdir(), "donemark-"));
    const paths = Array.from({ length: AT_ONCE }, (_, index) => `${folder}/${index}`);
    execFileSync("mkfifo", paths, { stdio: "ignore" });
    for (const path of paths) {
      // To open one end waits for the other, unless the reader says that it does not.
      const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
      ready.push({ reader, writer: openSync(path, constants.O_WRONLY) });
    }
  } catch {
    // What could be made is made.
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}
