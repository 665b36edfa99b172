import { answer, answerEach } from "../answers.ts";
import type { Store } from "../store.ts";
import { openContext, describeStore, type EntriesOptions } from "./context.ts";
import { bucketTime } from "./clock.ts";
import { failuresIn } from "./failures.ts";
import { fetchEntry } from "./fetch.ts";
import { findEntries, listEntries } from "./find.ts";
import { removeEntry, revokeEntry } from "./remove.ts";
import { saveEntry } from "./save.ts";
import { dropWork, fetchWork, findWork } from "./work.ts";
import { saveWork } from "./work-save.ts";

/**
 * A store over a bucket: `<name>/[<scope>/]<shard>/<match>/<entry>/` with `data` and `marker.json`. Nothing needs a lock:
 * an entry counts from its marker on, which is put last, and is never changed after that.
 */
export function entriesStore(
  { kind, label }: Pick<Store, "kind" | "label">,
  options: EntriesOptions,
): Store {
  const context = openContext(options);
  const place = describeStore(context);
  return {
    kind,
    label,
    find: (wanted) => answerEach(wanted, () => findEntries(context, wanted), place),
    fetch: (entry, staging) => answer(() => fetchEntry(context, entry, staging), place),
    save: (finished) => answer(() => saveEntry(context, finished), place),
    revoke: (entry) => answer(() => revokeEntry(context, entry), place),
    list: () =>
      answer(async () => ({ kind: "listed" as const, entries: await listEntries(context) }), place),
    remove: (entry) => answer(() => removeEntry(context, entry), place),
    findWork: (wanted) => answerEach(wanted, () => findWork(context, wanted), place),
    saveWork: (wanted, work, failure) =>
      answer(() => saveWork(context, wanted, work, failure), place),
    fetchWork: (wanted, staging) => answer(() => fetchWork(context, wanted, staging), place),
    dropWork: (wanted) => answer(() => dropWork(context, wanted), place),
    clock: () => bucketTime(context),
    failures: failuresIn(context),
  };
}
