import { findEntries, listEntries } from "./file-entries.ts";
import { fetchEntry, removeEntry, revokeEntry, saveEntry } from "./file-save.ts";
import {
  openSite,
  rootTrouble,
  unavailable,
  type FileStoreOptions,
  type Site,
} from "./file-site.ts";
import { dropWork, fetchWork, findWork, saveWork } from "./file-work.ts";
import type { Store, Unavailable, Wanted } from "./store.ts";

export type { FileStoreOptions } from "./file-site.ts";

/**
 * A directory as a store, also on a network file system that many machines share at once:
 * `<root>/<name>/[<scope>/]<shard>/<match>/<entry>/` with `data` and `marker.json`. Nothing needs a lock: an entry is made
 * under `incoming` and moved into place by one rename, and is never changed after that.
 */
export function fileStore(options: FileStoreOptions): Store {
  const site = openSite(options);
  const one = <T>(act: () => T | Promise<T>): Promise<T | Unavailable> => guarded(site, act);
  const each = async <T>(
    wanted: readonly Wanted[],
    act: () => readonly T[],
  ): Promise<readonly (T | Unavailable)[]> => {
    const answers = await guarded(site, act);
    return "kind" in answers ? wanted.map(() => answers) : answers;
  };
  return {
    kind: "file",
    label: `file:${options.root}`,
    find: (wanted) => each(wanted, () => findEntries(site, wanted)),
    fetch: (entry, staging) => one(() => fetchEntry(site, entry, staging)),
    save: (finished) => one(() => saveEntry(site, finished)),
    revoke: (entry) => one(() => revokeEntry(site, entry)),
    list: () => one(() => ({ kind: "listed" as const, entries: listEntries(site) })),
    remove: (entry) => one(() => removeEntry(site, entry)),
    findWork: (wanted) => each(wanted, () => findWork(site, wanted)),
    saveWork: (wanted, work) => one(() => saveWork(site, wanted, work)),
    fetchWork: (wanted, staging) => one(() => fetchWork(site, wanted, staging)),
    dropWork: (wanted) => one(() => dropWork(site, wanted)),
  };
}

/** A store's trouble is an answer, whatever it is: it must never end a good run. */
async function guarded<T>(site: Site, act: () => T | Promise<T>): Promise<T | Unavailable> {
  try {
    const trouble = rootTrouble(site);
    return trouble === undefined ? await act() : unavailable(site, trouble);
  } catch (error) {
    return unavailable(site, error);
  }
}
