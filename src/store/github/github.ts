import { describe } from "../../core/problem.ts";
import type { Store, Unavailable } from "../store.ts";
import { fetchEntry } from "./fetch.ts";
import { findEntries, listEntries } from "./find.ts";
import { removeEntry, revokeEntry } from "./revoke.ts";
import { saveEntry } from "./save.ts";
import { unavailable } from "./service.ts";
import { openSite, type GithubStoreOptions } from "./site.ts";
import { findWork, saveWork } from "./work.ts";
import { dropWork } from "./work-drop.ts";
import { fetchWork } from "./work-fetch.ts";

export type { GithubStoreOptions } from "./site.ts";

/**
 * GitHub's cache as a store: one cache entry for each finished shard, whose key says all that a plan needs. The library
 * that talks to the cache service runs in helper processes, so that nothing of it can hang the job or reach its log;
 * they hold this process up only while something is asked of them, so that a store needs no closing.
 */
export function githubStore(options: GithubStoreOptions): Store {
  const site = openSite(options);
  return {
    kind: "github",
    label: "github",
    find: (wanted) => each(wanted, () => findEntries(site, wanted)),
    fetch: (entry, staging) => guarded(() => fetchEntry(site, entry, staging)),
    save: (finished) => guarded(() => saveEntry(site, finished)),
    revoke: (entry) => guarded(() => revokeEntry(site, entry)),
    list: () => guarded(() => listEntries(site)),
    remove: (entry) => guarded(() => removeEntry(site, entry)),
    findWork: (wanted) => each(wanted, () => findWork(site, wanted)),
    saveWork: (wanted, work) => guarded(() => saveWork(site, wanted, work)),
    fetchWork: (wanted, staging) => guarded(() => fetchWork(site, wanted, staging)),
    dropWork: (wanted) => guarded(() => dropWork(site, wanted)),
  };
}

/** A store's trouble is an answer, whatever it is: it must never end a good run. */
async function guarded<T>(act: () => Promise<T>): Promise<T | Unavailable> {
  try {
    return await act();
  } catch (error) {
    return unavailable(describe(error));
  }
}

async function each<T>(
  wanted: readonly unknown[],
  act: () => Promise<readonly T[]>,
): Promise<readonly (T | Unavailable)[]> {
  const answers = await guarded(act);
  return "kind" in answers ? wanted.map(() => answers) : answers;
}
