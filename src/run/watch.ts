import { existsSync, watch, type FSWatcher } from "node:fs";
import { basename, dirname } from "node:path";

/** Tells when files appear. */
export interface FolderWatch {
  /** Calls back when the file is there: at once if it is already. Gives a function that takes the call back. */
  readonly whenThere: (path: string, listener: () => void) => () => void;
  readonly close: () => void;
}

/** A file system that sends no events (a network disk) is looked at this often. */
const LOOK_EVERY_MS = 200;

export function watchFolders(): FolderWatch {
  const awaited = new Map<string, () => void>();
  const folders = new Map<string, FSWatcher | undefined>();
  const look = (path: string): void => {
    const listener = awaited.get(path);
    if (listener === undefined || !existsSync(path)) return;
    awaited.delete(path);
    listener();
  };
  const timer = setInterval(() => {
    for (const path of [...awaited.keys()]) look(path);
  }, LOOK_EVERY_MS);
  timer.unref();
  return {
    whenThere: (path, listener) => {
      const folder = dirname(path);
      if (!folders.has(folder)) folders.set(folder, watchFolder(folder, look));
      awaited.set(path, listener);
      look(path);
      return () => void awaited.delete(path);
    },
    close: () => {
      clearInterval(timer);
      for (const watcher of folders.values()) watcher?.close();
    },
  };
}

function watchFolder(folder: string, look: (path: string) => void): FSWatcher | undefined {
  try {
    const watcher = watch(folder, { persistent: false }, (_, name) => {
      if (name !== null) look(`${folder}/${basename(name)}`);
    });
    watcher.on("error", () => watcher.close());
    return watcher;
  } catch {
    // Too many watches, or a file system without events: the timer looks.
    return undefined;
  }
}
