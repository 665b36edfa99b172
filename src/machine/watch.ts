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

/** So many files that are not there are looked at in a round at most, however many are awaited. */
const MOST_MISSED = 64;

export function watchFolders(): FolderWatch {
  const awaited = awaitedFiles(existsSync);
  const folders = new Map<string, FSWatcher | undefined>();
  const timer = setInterval(awaited.round, LOOK_EVERY_MS);
  timer.unref();
  return {
    whenThere: (path, listener) => {
      const folder = dirname(path);
      if (!folders.has(folder)) folders.set(folder, watchFolder(folder, awaited.look));
      return awaited.add(path, listener);
    },
    close: () => {
      clearInterval(timer);
      for (const watcher of folders.values()) watcher?.close();
    },
  };
}

interface AwaitedFiles {
  /** As `FolderWatch.whenThere`. */
  readonly add: (path: string, listener: () => void) => () => void;
  /** Looks at one file, if it is awaited. */
  readonly look: (path: string) => void;
  /** Looks at some that are awaited: the first ones, since a program makes one after the other, and others in turn. */
  readonly round: () => void;
}

/** Files whose appearing is awaited. The work of a round depends on how many have appeared, not on how many are awaited. */
export function awaitedFiles(isThere: (path: string) => boolean): AwaitedFiles {
  const awaited = new Map<string, () => void>();
  const isFound = (path: string): boolean => {
    const listener = awaited.get(path);
    if (listener === undefined || !isThere(path)) return false;
    awaited.delete(path);
    listener();
    return true;
  };
  // An iterator of a map goes on where it was, whatever is added and removed meanwhile.
  let turn = awaited.keys();
  return {
    add: (path, listener) => {
      awaited.set(path, listener);
      isFound(path);
      return () => void awaited.delete(path);
    },
    look: isFound,
    round: () => {
      missSome(awaited.keys(), isFound);
      if (missSome(turn, isFound)) turn = awaited.keys();
    },
  };
}

/** Looks at one after the other until half of the misses of a round are used up. Were these all? */
function missSome(paths: Iterator<string>, isFound: (path: string) => boolean): boolean {
  let missed = 0;
  while (missed < MOST_MISSED / 2) {
    const { value, done } = paths.next();
    if (done === true) return true;
    if (!isFound(value)) missed += 1;
  }
  return false;
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
