import { existsSync, watch, type FSWatcher } from "node:fs";
import { basename, dirname } from "node:path";

/** Reports when files appear. */
export interface FolderWatch {
  /** Calls the listener when the file exists, at once if it exists already. Gives a function that removes the listener. */
  readonly whenThere: (path: string, listener: () => void) => () => void;
  readonly close: () => void;
}

/** The interval of looks for file systems that send no events, such as a network disk. */
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
    // With too many watches, or without file system events, the timer looks.
    return undefined;
  }
}
