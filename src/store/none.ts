import { MISS } from "./answers.ts";
import type { Store, Unavailable } from "./store.ts";

const NOWHERE: Unavailable = {
  kind: "unavailable",
  cause: "no store is set: the disk itself keeps the checkpoints",
};

/** No store: what lies on this disk is all there is. */
export const noStore: Store = {
  kind: "none",
  label: "none",
  find: (wanted) => Promise.resolve(wanted.map(() => MISS)),
  fetch: () => Promise.resolve(MISS),
  save: () => Promise.resolve(NOWHERE),
  revoke: () => Promise.resolve(MISS),
  list: () => Promise.resolve({ kind: "listed", entries: [] }),
  remove: () => Promise.resolve(MISS),
  findWork: (wanted) => Promise.resolve(wanted.map(() => MISS)),
  saveWork: () => Promise.resolve(NOWHERE),
  fetchWork: () => Promise.resolve(MISS),
  dropWork: () => Promise.resolve(MISS),
};
