import { TEMPORARY_PREFIX } from "../../../src/files/durable.ts";
import { applyEdits, Machine, ROOT, type Change, type FileNode, type Node } from "./machine.ts";

/**
 * What POSIX allows after a crash:
 *
 * - A change of names that no flush of its directory covers is there or is not, whatever became of any other; but two
 *   changes of one name are there in their order or the first alone, and a rename within a directory is one change.
 * - Of a file's bytes that were not flushed there is nothing, a beginning, zeros in their number, or all of them; size
 *   and times may be those of the whole file in each case.
 *
 * Bounds: up to `ALL` changes that are not durable, every subset is taken. Above it, every subset in which at most
 * `FEW` of them are lost or at most `FEW` are kept, besides what follows from their order: a fault that needs more at
 * once than two that go one way while all others go the other is not found. So it is with unflushed files: of up to
 * `FEW` every combination, of more every form of each while all others are whole, and all of them in one form. What has
 * never had a name but below a temporary one, which nobody reads, is there as a whole or not at all.
 */
const ALL = 7;
const FEW = 2;

/** One disk that a crash may leave, all of it durable. */
export interface CrashState {
  /** Tells states apart: every name with its inode and its bytes. */
  readonly key: string;
  readonly machine: () => Machine;
}

type Names = Map<number, Map<string, number>>;

/** Every state that a crash at this moment may leave, each once. */
export function crashStates(machine: Machine): readonly CrashState[] {
  const states = new Map<string, CrashState>();
  const isTemporary = temporaries(machine);
  for (const kept of keptOf(machine.pending, isTemporary)) {
    const names = copyNames(machine.durable);
    for (const change of kept) applyEdits(names, change);
    const found = reachable(machine, names);
    for (const texts of textsOf(found.unflushed, isTemporary)) {
      const key = keyOf(found, texts);
      if (!states.has(key)) states.set(key, { key, machine: () => build(machine, names, texts) });
    }
  }
  return [...states.values()];
}

/** The state in which the machine goes on running. */
export function presentState(machine: Machine): CrashState {
  const found = reachable(machine, machine.current);
  const texts = new Map(found.unflushed.map(([inode, { text }]) => [inode, text]));
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
): Generator<readonly Change[]> {
  const isWithin = (change: Change): boolean =>
    change.every(({ directory }) => isTemporary(directory));
  const within = pending.filter(isWithin);
  for (const kept of keptChanges(pending.filter((change) => !isWithin(change)))) {
    yield kept;
    if (within.length > 0) yield [...within, ...kept];
  }
}

/** Subsets of the changes in which a change is never there without an earlier one of the same name. */
function* keptChanges(pending: readonly Change[]): Generator<readonly Change[]> {
  const all = 2 ** pending.length;
  if (pending.length <= ALL) {
    for (let mask = 0; mask < all; mask += 1) {
      const kept = inOrder(pending, (place) => (mask & (1 << place)) !== 0);
      if (kept.length === bits(mask)) yield kept;
    }
    return;
  }
  for (const few of fewOf(pending.length)) {
    yield inOrder(pending, (place) => !few.has(place));
    yield inOrder(pending, (place) => few.has(place));
  }
}

function bits(mask: number): number {
  let count = 0;
  for (let left = mask; left > 0; left >>= 1) count += left & 1;
  return count;
}

/** Every set of at most `FEW` places. */
function* fewOf(length: number): Generator<ReadonlySet<number>> {
  yield new Set();
  for (let one = 0; one < length; one += 1) {
    yield new Set([one]);
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
  readonly unflushed: readonly (readonly [number, FileNode])[];
}

function reachable(machine: Machine, names: Names): Reachable {
  const lines: [string, number][] = [];
  const unflushed = new Map<number, FileNode>();
  const visit = (inode: number, path: string): void => {
    const node = machine.nodes.get(inode);
    const isOpen = node?.kind === "file" && !node.isSynced;
    if (isOpen) unflushed.set(inode, node);
    lines.push([`${path}\t${inode}\t${isOpen ? "" : describe(node)}`, inode]);
    for (const [name, child] of [...(names.get(inode) ?? [])].sort())
      visit(child, `${path}/${name}`);
  };
  visit(ROOT, "");
  return { lines, unflushed: [...unflushed] };
}

function describe(node: Node | undefined): string {
  if (node?.kind === "file") return node.text;
  return node?.kind === "link" ? `-> ${node.target}` : "";
}

type Texts = ReadonlyMap<number, string>;

/** Each choice of bytes elsewhere, once with all temporary files whole and once with all of them torn. */
function* textsOf(unflushed: Reachable["unflushed"], isTemporary: IsTemporary): Generator<Texts> {
  const within = unflushed.filter(([inode]) => isTemporary(inode));
  const elsewhere = unflushed.filter(([inode]) => !isTemporary(inode));
  const torn = within.map(([inode, { text }]): [number, string] => [
    inode,
    text.slice(0, Math.floor(text.length / 2)),
  ]);
  for (const texts of textChoices(elsewhere)) {
    yield new Map([
      ...texts,
      ...within.map(([inode, { text }]): [number, string] => [inode, text]),
    ]);
    if (torn.length > 0) yield new Map([...texts, ...torn]);
  }
}

function* textChoices(unflushed: Reachable["unflushed"]): Generator<Texts> {
  const whole = new Map(unflushed.map(([inode, { text }]) => [inode, text]));
  if (unflushed.length <= FEW) {
    yield* combinations(unflushed);
    return;
  }
  yield whole;
  for (const [inode, { text }] of unflushed) {
    for (const form of formsOf(text)) yield new Map([...whole, [inode, form]]);
  }
  for (const place of [1, 2, 3]) {
    yield new Map(unflushed.map(([inode, { text }]) => [inode, formsOf(text)[place] ?? text]));
  }
}

function* combinations(unflushed: Reachable["unflushed"]): Generator<Texts> {
  const [first, ...others] = unflushed;
  if (first === undefined) {
    yield new Map();
    return;
  }
  const [inode, { text }] = first;
  for (const rest of combinations(others)) {
    for (const form of formsOf(text)) yield new Map([...rest, [inode, form]]);
  }
}

/** Whole, lost, torn, and zeros where the bytes should be. */
function formsOf(text: string): readonly string[] {
  return [text, "", text.slice(0, Math.floor(text.length / 2)), "\0".repeat(text.length)];
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
