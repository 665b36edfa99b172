import { TEMPORARY_PREFIX } from "../../../src/files/durable.ts";
import { IGNORE_FILE, OWN_FOLDER } from "./shard.ts";
import { applyEdits, Machine, ROOT, type Change, type FileNode, type Node } from "./machine.ts";

/**
 * What POSIX allows after a crash:
 *
 * - A change of names that no flush of its directory covers is there or is not, whatever became of any other; but two
 *   changes of one name are there in their order or the first alone, and a rename within a directory is one change.
 * - Of a file's bytes that were not flushed there is nothing, a beginning, zeros in their number, or all of them, behind
 *   those that were flushed; size and times may be those of the whole file in each case.
 *
 * Bounds: up to `all` changes that are not durable, every subset is taken. Above it, every subset in which at most
 * `few` of them are lost or at most `few` are kept, besides what follows from their order: a fault that needs more at
 * once than so many that go one way while all others go the other is not found. So it is with unflushed files: of up to
 * `few` every combination, of more every form of each while all others are whole, and all of them in one form. What has
 * never had a name but below a temporary one, which nobody reads, is there as a whole or not at all. What Donemark notes
 * for itself is whole or lost with every form of all other files, and torn or zeros while they are whole.
 */
export interface Bounds {
  readonly all: number;
  readonly few: 1 | 2;
}

export const WIDE: Bounds = { all: 7, few: 2 };
export const NARROW: Bounds = { all: 3, few: 1 };

/** One disk that a crash may leave, all of it durable. */
export interface CrashState {
  /** Tells states apart: every name with its inode and its bytes. */
  readonly key: string;
  readonly machine: () => Machine;
}

type Names = Map<number, Map<string, number>>;

/** Every state that a crash at this moment may leave, each once. */
export function crashStates(machine: Machine, bounds = WIDE): readonly CrashState[] {
  const states = new Map<string, CrashState>();
  const isTemporary = temporaries(machine);
  for (const kept of keptOf(machine.pending, isTemporary, bounds)) {
    const names = copyNames(machine.durable);
    for (const change of kept) applyEdits(names, change);
    const found = reachable(machine, names);
    for (const texts of textsOf(sortUnflushed(found, isTemporary), bounds)) {
      const key = keyOf(found, texts);
      if (!states.has(key)) states.set(key, { key, machine: () => build(machine, names, texts) });
    }
  }
  return [...states.values()];
}

/** The state in which the machine goes on running. */
export function presentState(machine: Machine): CrashState {
  const found = reachable(machine, machine.current);
  const texts = new Map(found.unflushed.map(({ inode, node }) => [inode, node.text]));
  return { key: keyOf(found, texts), machine: () => build(machine, machine.current, texts) };
}

function keyOf({ lines }: Reachable, texts: Texts): string {
  return lines
    .map(([line, inode]) => `${line}${JSON.stringify(texts.get(inode) ?? "")}`)
    .join("\n");
}

function copyNames(names: Names): Names {
  return new Map([...names].map(([directory, entries]) => [directory, new Map(entries)]));
}

type IsTemporary = (inode: number) => boolean;

/** Tells what has no name, durable or not, but temporary ones and names below them. */
function temporaries({ durable, current, pending }: Machine): IsTemporary {
  const names = new Map<number, (readonly [directory: number, name: string])[]>();
  const note = (directory: number, name: string, inode: number | undefined): void => {
    if (inode === undefined) return;
    const known = names.get(inode) ?? [];
    known.push([directory, name]);
    names.set(inode, known);
  };
  for (const tree of [durable, current]) {
    for (const [directory, entries] of tree) {
      for (const [name, inode] of entries) note(directory, name, inode);
    }
  }
  for (const { directory, name, inode } of pending.flat()) note(directory, name, inode);
  const known = new Map<number, boolean>([[ROOT, false]]);
  const isTemporary = (inode: number): boolean => {
    const answer =
      known.get(inode) ??
      (names.get(inode) ?? []).every(
        ([directory, name]) => name.startsWith(TEMPORARY_PREFIX) || isTemporary(directory),
      );
    known.set(inode, answer);
    return answer;
  };
  return isTemporary;
}

/** Each choice of changes elsewhere, once with all changes within temporary folders and once with none of them. */
function* keptOf(
  pending: readonly Change[],
  isTemporary: IsTemporary,
  bounds: Bounds,
): Generator<readonly Change[]> {
  const isWithin = (change: Change): boolean =>
    change.every(({ directory }) => isTemporary(directory));
  const within = pending.filter(isWithin);
  for (const kept of keptChanges(
    pending.filter((change) => !isWithin(change)),
    bounds,
  )) {
    yield kept;
    if (within.length > 0) yield [...within, ...kept];
  }
}

/** Subsets of the changes in which a change is never there without an earlier one of the same name. */
function* keptChanges(
  pending: readonly Change[],
  { all: most, few: mostFew }: Bounds,
): Generator<readonly Change[]> {
  const all = 2 ** pending.length;
  if (pending.length <= most) {
    for (let mask = 0; mask < all; mask += 1) {
      const kept = inOrder(pending, (place) => (mask & (1 << place)) !== 0);
      if (kept.length === bits(mask)) yield kept;
    }
    return;
  }
  for (const few of fewOf(pending.length, mostFew)) {
    yield inOrder(pending, (place) => !few.has(place));
    yield inOrder(pending, (place) => few.has(place));
  }
}

function bits(mask: number): number {
  let count = 0;
  for (let left = mask; left > 0; left >>= 1) count += left & 1;
  return count;
}

/** Every set of at most so many places. */
function* fewOf(length: number, most: Bounds["few"]): Generator<ReadonlySet<number>> {
  yield new Set();
  for (let one = 0; one < length; one += 1) {
    yield new Set([one]);
    if (most === 1) continue;
    for (let other = one + 1; other < length; other += 1) yield new Set([one, other]);
  }
}

function inOrder(
  pending: readonly Change[],
  isWanted: (place: number) => boolean,
): readonly Change[] {
  const lost = new Set<string>();
  return pending.filter((change, place) => {
    const names = change.map(({ directory, name }) => `${directory}/${name}`);
    const isKept = isWanted(place) && !names.some((name) => lost.has(name));
    if (!isKept) for (const name of names) lost.add(name);
    return isKept;
  });
}

interface Reachable {
  /** Path, inode and, of flushed files and links, content; by path. */
  readonly lines: readonly (readonly [string, number])[];
  readonly unflushed: readonly Unflushed[];
}

interface Unflushed {
  readonly inode: number;
  readonly node: FileNode;
  readonly path: string;
}

function reachable(machine: Machine, names: Names): Reachable {
  const lines: [string, number][] = [];
  const unflushed = new Map<number, Unflushed>();
  const visit = (inode: number, path: string): void => {
    const node = machine.nodes.get(inode);
    const isOpen = node?.kind === "file" && !node.isSynced;
    if (isOpen) unflushed.set(inode, { inode, node, path });
    lines.push([`${path}\t${inode}\t${isOpen ? "" : describe(node)}`, inode]);
    for (const [name, child] of [...(names.get(inode) ?? [])].sort())
      visit(child, `${path}/${name}`);
  };
  visit(ROOT, "");
  return { lines, unflushed: [...unflushed.values()] };
}

function describe(node: Node | undefined): string {
  if (node?.kind === "file") return node.text;
  return node?.kind === "link" ? `-> ${node.target}` : "";
}

type Texts = ReadonlyMap<number, string>;

interface Sorted {
  /** Nobody reads them. */
  readonly unread: readonly Unflushed[];
  /** What Donemark notes for itself. */
  readonly notes: readonly Unflushed[];
  readonly elsewhere: readonly Unflushed[];
}

function sortUnflushed({ unflushed }: Reachable, isTemporary: IsTemporary): Sorted {
  const isUnread = ({ inode }: Unflushed): boolean => isTemporary(inode);
  const isNote = ({ path }: Unflushed): boolean => path.startsWith(`${OWN_FOLDER}/`);
  const read = unflushed.filter((one) => !isUnread(one) && one.path !== IGNORE_FILE);
  return {
    unread: unflushed.filter(isUnread),
    notes: read.filter(isNote),
    elsewhere: read.filter((one) => !isNote(one)),
  };
}

/** Each choice of bytes elsewhere, once with all files that nobody reads whole and once with all of them torn. */
function* textsOf(sorted: Sorted, bounds: Bounds): Generator<Texts> {
  const { unread } = sorted;
  for (const texts of withNotes(sorted, bounds)) {
    yield new Map([...texts, ...inForm(unread, WHOLE)]);
    if (unread.length > 0) yield new Map([...texts, ...inForm(unread, TORN)]);
  }
}

function* withNotes({ notes, elsewhere }: Sorted, bounds: Bounds): Generator<Texts> {
  for (const texts of textChoices(elsewhere, bounds)) {
    yield new Map([...texts, ...inForm(notes, WHOLE)]);
    if (notes.length > 0) yield new Map([...texts, ...inForm(notes, LOST)]);
  }
  if (notes.length === 0) return;
  for (const form of [TORN, ZEROS])
    yield new Map([...inForm(elsewhere, WHOLE), ...inForm(notes, form)]);
}

const [WHOLE, LOST, TORN, ZEROS] = [0, 1, 2, 3];

function inForm(files: readonly Unflushed[], form: number): Texts {
  return new Map(files.map(({ inode, node }) => [inode, formsOf(node)[form] ?? node.text]));
}

function* textChoices(unflushed: readonly Unflushed[], { few }: Bounds): Generator<Texts> {
  if (unflushed.length <= few) {
    yield* combinations(unflushed);
    return;
  }
  const whole = inForm(unflushed, WHOLE);
  yield whole;
  for (const { inode, node } of unflushed) {
    for (const form of formsOf(node)) yield new Map([...whole, [inode, form]]);
  }
  for (const form of [LOST, TORN, ZEROS]) yield inForm(unflushed, form);
}

function* combinations(unflushed: readonly Unflushed[]): Generator<Texts> {
  const [first, ...others] = unflushed;
  if (first === undefined) {
    yield new Map();
    return;
  }
  for (const rest of combinations(others)) {
    for (const form of formsOf(first.node)) yield new Map([...rest, [first.inode, form]]);
  }
}

/** Whole, lost, torn, and zeros where the bytes should be; what was flushed is there in each of them. */
function formsOf({ text, flushed }: FileNode): readonly string[] {
  const there = text.slice(0, flushed);
  const rest = text.slice(flushed);
  return [
    text,
    there,
    there + rest.slice(0, Math.floor(rest.length / 2)),
    there + "\0".repeat(rest.length),
  ];
}

function build(machine: Machine, names: Names, texts: Texts): Machine {
  const built = new Machine();
  const visit = (inode: number, path: string): void => {
    const node = machine.nodes.get(inode);
    if (inode !== ROOT && node !== undefined) {
      if (node.kind === "directory") built.apply({ op: "makeDirectory", path, inode });
      else if (node.kind === "link") built.apply({ op: "link", path, target: node.target, inode });
      else {
        const text = texts.get(inode) ?? node.text;
        built.apply({ op: "create", path, text, inode, timeNs: node.timeNs });
      }
    }
    for (const [name, child] of names.get(inode) ?? []) visit(child, `${path}/${name}`);
  };
  visit(ROOT, "");
  built.settle();
  return built;
}
