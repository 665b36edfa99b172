import { answer, answerEach } from "../answers.ts";
import type { Store } from "../store.ts";
import { serviceTime } from "./clock.ts";
import { failuresIn } from "./failures.ts";
import { fetchEntry } from "./fetch.ts";
import { findEntries, listEntries } from "./find.ts";
import { removeEntry, revokeEntry } from "./revoke.ts";
import { saveEntry } from "./save.ts";
import { openContext, type GithubStoreOptions } from "./context.ts";
import { findWork, saveWork } from "./work/save.ts";
import { dropWork } from "./work/drop.ts";
import { fetchWork } from "./work/fetch.ts";

export type { GithubStoreOptions } from "./context.ts";

/**
 * GitHub's cache as a store: one cache entry for each finished shard, whose key says all that a plan needs. The library
 * that talks to the cache service runs in helper processes, so that nothing of it can hang the job or reach its log;
 * they hold this process up only while something is asked of them, so that a store needs no closing.
 */
export function githubStore(options: GithubStoreOptions): Store {
  const context = openContext(options);
  const { serviceUrl } = options.surroundings;
  return {
    kind: "github",
    label: "github",
    find: (wanted) => answerEach(wanted, () => findEntries(context, wanted)),
    fetch: (entry, staging) => answer(() => fetchEntry(context, entry, staging)),
    save: (finished) => answer(() => saveEntry(context, finished)),
    revoke: (entry) => answer(() => revokeEntry(context, entry)),
    list: () => answer(() => listEntries(context)),
    remove: (entry) => answer(() => removeEntry(context, entry)),
    findWork: (wanted) => answerEach(wanted, () => findWork(context, wanted)),
    saveWork: (wanted, work, failure) => answer(() => saveWork(context, wanted, work, failure)),
    fetchWork: (wanted, staging) => answer(() => fetchWork(context, wanted, staging)),
    dropWork: (wanted) => answer(() => dropWork(context, wanted)),
    failures: failuresIn(context),
    ...(serviceUrl !== undefined && { clock: () => serviceTime(context, serviceUrl) }),
  };
}
