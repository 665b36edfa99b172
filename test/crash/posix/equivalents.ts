import { TEMPORARY_PREFIX } from "../../../src/files/durable.ts";
import type { Explored } from "./explore.ts";
import type { Operation } from "./memory-disk.ts";
import type { Mutant } from "./mutants.ts";

/** A class of mutants that break nothing, with the proof. */
interface Equivalence {
  readonly name: string;
  readonly proof: string;
  readonly holds: (mutant: Mutant, states: States) => boolean;
}

/** Keys of the states that the mutant and the recorded log lead to, each with what was claimed of it. */
interface States {
  readonly mutant: Explored;
  readonly recorded: Explored;
}

/** All that may survive. Every state that these mutants lead to has been judged like any other, and found true. */
export const EQUIVALENTS: readonly Equivalence[] = [
  {
    name: "same states",
    proof:
      "It leads to no state, under the same claims, that the code itself does not lead to; nobody reads temporaries.",
    holds: (_, { mutant, recorded }) => isSubset(plain(mutant), plain(recorded)),
  },
  {
    name: "flushed in time",
    proof:
      "The folder is flushed all the same before anything is reported, and nothing between relies on it.",
    holds: ({ kind, log, from, first, second }) => {
      const flush = [first, second].find((one) => one?.name === "syncDirectory");
      if (flush === undefined) return false;
      const begin = kind === "dropped" ? from : from + 1;
      const reported = log.findIndex((item, place) => place >= begin && item.kind === "mark");
      const rest = log.slice(begin, reported === -1 ? undefined : reported);
      return rest.some(
        (item) =>
          item.kind === "operation" && item.name === "syncDirectory" && item.path === flush.path,
      );
    },
  },
  {
    name: "no order",
    proof:
      "Between two flushes POSIX orders no two changes of different names: a power cut leaves the same either way.",
    holds: ({ first, second }) =>
      second !== undefined && !isFolderFlush(first) && !isFolderFlush(second),
  },
  {
    name: "nothing incoming lasts",
    proof:
      "After a crash nobody reads the store's folder for what is in the making; whoever needs it makes it.",
    holds: ({ kind, log, from, first, second }) => {
      const before = kind === "dropped" ? log[from - 1] : undefined;
      return [first, second, before].some((one) => one?.kind === "operation" && isOfIncoming(one));
    },
  },
];

function isFolderFlush({ name }: Operation): boolean {
  return name === "syncDirectory";
}

function isOfIncoming({ name, path }: Operation): boolean {
  return (name === "syncDirectory" || name === "makeDirectory") && path.endsWith("/incoming");
}

function plain({ states }: Explored): ReadonlySet<string> {
  const without = (key: string): string =>
    key
      .split("\n")
      .filter((line) => !line.includes(TEMPORARY_PREFIX))
      .join("\n");
  return new Set([...states].map(without));
}

function isSubset(some: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  return [...some].every((one) => all.has(one));
}
