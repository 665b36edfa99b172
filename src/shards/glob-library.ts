import { Dirent, readdirSync } from "node:fs";
import { globSync } from "tinyglobby";

/** Holds both libraries, so that they are one file of the bundle: each further file costs a short command a millisecond. */
export { default as picomatch } from "picomatch";
export { globSync, readingWith };

/** Functions of the file system for the library that tell of each folder whose entries it reads. */
function readingWith(onRead: (folder: string, entries: readonly Dirent[]) => void): {
  readonly readdirSync: typeof readdirSync;
} {
  const telling = new Proxy(readdirSync, {
    apply: (target, self, given: readonly unknown[]) => {
      const entries: unknown = Reflect.apply(target, self, given);
      if (Array.isArray(entries) && typeof given[0] === "string")
        onRead(
          given[0],
          entries.filter((one: unknown) => one instanceof Dirent),
        );
      return entries;
    },
  });
  return { readdirSync: telling };
}
