import { TEMPORARY_PREFIX } from "../../../src/files/durable.ts";
import type { Explored } from "./explore.ts";
import type { Log, Operation } from "./memory-disk.ts";
import type { Mutant } from "./mutants.ts";
import { OWN_FOLDER } from "./shard.ts";

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
      "It leads to no state, under the same claims, that the code itself does not lead to; nobody reads temporaries, so one whose removal is flushed later makes no other state.",
    holds: (mutant, states) =>
      isLateRemoval(mutant) || isSubset(plain(states.mutant), plain(states.recorded)),
  },
  {
    name: "flushed in time",
    proof:
      "The folder is flushed all the same before anything is reported, and nothing between relies on it. On Donemark's notes nothing relies before a marker.",
    holds: ({ kind, log, from, first, second }) => {
      const flush = [first, second].find((one) => one?.name === "syncDirectory");
      if (flush === undefined) return false;
      const begin = kind === "dropped" ? from : from + 1;
      const isOfNotes = [first, second, log.slice(0, from).findLast(isChange)].some(isOwn);
      const reported = log.findIndex(
        (item, place) =>
          place >= begin && item.kind === "mark" && (!isOfNotes || RELIES_ON_NOTES.test(item.says)),
      );
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
    name: "removed from the store",
    proof:
      "An entry counts only with its marker and all its data, a snapshot only with its manifest and all its contents: each removal alone hides it, and the others make room. A power cut that undoes one brings back nothing that is found.",
    holds: ({ kind, log, from, first, second }) => {
      const change = kind === "dropped" ? log.slice(0, from).findLast(isChange) : undefined;
      return [first, second, change].some((one) => one?.kind === "operation" && isRemoval(one));
    },
  },
  {
    name: "notes for tidying",
    proof:
      "Nobody but those who tidy reads the note of an entry in the making: without it what a killed save left stays, and a note too many is looked up in vain.",
    holds: ({ kind, log, from, first, second }) => {
      const change = kind === "dropped" ? log.slice(0, from).findLast(isChange) : undefined;
      return [first, second, change].some((one) => one?.kind === "operation" && isOfNote(one, log));
    },
  },
];

const RELIES_ON_NOTES = /^(?:done|stored|cleared|gone)/;

function isOwn(item: Log[number] | undefined): boolean {
  return item?.kind === "operation" && `${item.path}/`.startsWith(`${OWN_FOLDER}/`);
}

function isOfNote({ path }: Operation, log: Log): boolean {
  const isNote = (at: string): boolean => at.includes("/incoming/saving-");
  return (
    isNote(path) ||
    log.some(
      (item) =>
        item.kind === "operation" &&
        item.steps.some((step) => step.op === "rename" && step.from === path && isNote(step.to)),
    )
  );
}

function isChange(item: Log[number]): boolean {
  return item.kind === "operation" && !isFolderFlush(item);
}

/** Of what was saved, or of a folder in which nothing is left. */
function isRemoval({ name, path }: Operation): boolean {
  if (!path.startsWith("/store/") || path.includes("/incoming/")) return false;
  return name === "unlink" || name === "removeFolder";
}

/** The removal of a temporary name comes after the flush that followed it. */
function isLateRemoval({ kind, first, second }: Mutant): boolean {
  const isTemporary = first.name === "unlink" && first.path.includes(TEMPORARY_PREFIX);
  return kind === "swapped" && isTemporary && second !== undefined && isFolderFlush(second);
}

function isFolderFlush({ name }: Operation): boolean {
  return name === "syncDirectory";
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
