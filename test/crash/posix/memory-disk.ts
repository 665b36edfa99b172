import { dirname, join } from "node:path";
import { hasCode } from "../../../src/core/text/problem.ts";
import type { Disk, Listed, Reader, Stat } from "../../../src/files/disk.ts";
import { fail, type Machine, type Node, type Step } from "./machine.ts";

/** Donemark itself, the shard's command, or the cache service with what packs and unpacks for it. */
type By = "donemark" | "command" | "service";

/** One call of the file layer that changed or flushed something, with all that it did. */
export interface Operation {
  readonly kind: "operation";
  readonly name: keyof Disk;
  readonly path: string;
  readonly by: By;
  readonly steps: readonly Step[];
}

/** Something that holds from here on: what was promised to whoever waited for it. */
interface Mark {
  readonly kind: "mark";
  readonly says: string;
}

export type Log = readonly (Operation | Mark)[];

export interface MemoryDisk {
  readonly disk: Disk;
  readonly machine: Machine;
  readonly log: () => Log;
  readonly mark: (says: string) => void;
  /** The same disk in the hands of another. */
  readonly by: (other: By) => Disk;
  /** Puts a file where the cache service keeps its own. */
  readonly upload: (path: string, text: string) => Promise<void>;
}

/** Called before each changing operation; may throw in its place. */
export type Refuse = (operation: keyof Disk, path: string) => void;

const SECOND_NS = 1_000_000_000n;
const TICK_NS = 1_000_000n;
/** 2026-01-01 in nanoseconds; every inode has a time of its own. */
const EPOCH_NS = 1_767_225_600n * SECOND_NS;

/** The narrow file layer on a machine in memory, which writes down whatever changes it. */
export function memoryDisk(machine: Machine, refuse: Refuse = () => undefined): MemoryDisk {
  const log: (Operation | Mark)[] = [];
  const changeBy =
    (by: By): Change =>
    async (name, path, make) => {
      refuse(name, path);
      const steps: Step[] = [];
      for (const step of make()) {
        machine.apply(step);
        steps.push(step);
      }
      if (steps.length > 0) log.push({ kind: "operation", name, path, by, steps });
      return steps.length > 0;
    };
  const by = (other: By): Disk => ({ ...looks(machine), ...changes(machine, changeBy(other)) });
  return {
    disk: by("donemark"),
    by,
    machine,
    log: () => log,
    mark: (says) => void log.push({ kind: "mark", says }),
    upload: async (path, text) => {
      const inode = machine.nextInode();
      await changeBy("service")("create", path, () => [
        { op: "upload", path, text, inode, timeNs: EPOCH_NS },
      ]);
    },
  };
}

type Looks = Pick<
  Disk,
  | "stat"
  | "stamp"
  | "access"
  | "exists"
  | "list"
  | "names"
  | "readText"
  | "readLink"
  | "realPath"
  | "open"
>;

function looks(machine: Machine): Looks {
  const namesIn = (path: string): ReadonlyMap<string, number> | undefined => {
    const inode = machine.find(path);
    return inode === undefined ? undefined : machine.current.get(inode);
  };
  return {
    stat: (path) => statOf(machine, path),
    stamp: () => undefined,
    access: () => undefined,
    exists: (path) => machine.find(path) !== undefined,
    list: (path) => {
      const names = namesIn(path);
      return names && [...names].map(([name, inode]) => listed(name, machine.nodes.get(inode)));
    },
    names: (path) => [...(namesIn(path)?.keys() ?? [])],
    readText: (path, maxBytes) => textAt(machine, path)?.slice(0, maxBytes),
    readLink: (path) => {
      const node = machine.node(path);
      return node?.kind === "link" ? node.target : fail("EINVAL", { path });
    },
    realPath: (path) => (machine.find(path) === undefined ? fail("ENOENT", { path }) : path),
    open: (path) => readerOf(textAt(machine, path) ?? fail("ENOENT", { path })),
  };
}

function textAt(machine: Machine, path: string): string | undefined {
  const node = machine.node(path);
  if (node?.kind === "directory") fail("EISDIR", { path });
  return node?.kind === "file" ? node.text : undefined;
}

function listed(name: string, node: Node | undefined): Listed {
  return { name, kind: node?.kind ?? "other" };
}

function statOf(machine: Machine, path: string): Stat | undefined {
  const node = machine.node(path);
  if (node === undefined) return undefined;
  if (node.kind === "link") return statOf(machine, join(dirname(path), node.target));
  const timeNs = String(node.kind === "file" ? node.timeNs : EPOCH_NS);
  return {
    kind: node.kind,
    sizeBytes: node.kind === "file" ? node.text.length : 0,
    mtimeNs: timeNs,
    ctimeNs: timeNs,
    inode: String(machine.find(path)),
  };
}

function readerOf(text: string): Reader {
  const bytes = Buffer.from(text, "latin1");
  return {
    sizeBytes: bytes.length,
    read: (offset, length) => bytes.subarray(offset, offset + length),
    close: () => undefined,
  };
}

type Change = (name: keyof Disk, path: string, make: () => readonly Step[]) => Promise<boolean>;

function changes(machine: Machine, change: Change): Omit<Disk, keyof Looks> {
  const create = (path: string, text: string): readonly Step[] => {
    const inode = machine.nextInode();
    return [{ op: "create", path, text, inode, timeNs: EPOCH_NS + BigInt(inode) * SECOND_NS }];
  };
  const made = async (done: Promise<boolean>): Promise<void> => void (await done);
  return {
    create: (path, text) => made(change("create", path, () => create(path, text))),
    append: (path, text) =>
      made(
        change("append", path, () => {
          const node = machine.node(path);
          if (node?.kind !== "file") return create(path, text);
          return [{ op: "append", path, text, timeNs: node.timeNs + TICK_NS }];
        }),
      ),
    copyFile: (from, to) =>
      made(
        change("copyFile", to, () =>
          create(to, textAt(machine, from) ?? fail("ENOENT", { path: from })),
        ),
      ),
    hardLink: (from, path) =>
      made(change("hardLink", path, () => [{ op: "hardLink", from, path }])),
    link: (target, path) =>
      made(change("link", path, () => [{ op: "link", path, target, inode: machine.nextInode() }])),
    syncFile: (path) => made(change("syncFile", path, () => [{ op: "syncFile", path }])),
    syncDirectory: (path) =>
      made(change("syncDirectory", path, () => [{ op: "syncDirectory", path }])),
    rename: (from, to) => made(change("rename", to, () => [{ op: "rename", from, to }])),
    unlink: (path) =>
      unless(
        "ENOENT",
        change("unlink", path, () => [{ op: "unlink", path }]),
      ),
    makeDirectory: (path) =>
      unless(
        "EEXIST",
        change("makeDirectory", path, () => [
          { op: "makeDirectory", path, inode: machine.nextInode() },
        ]),
      ),
    removeFolder: (path) =>
      unless(
        ["ENOENT", "ENOTEMPTY"],
        change("removeFolder", path, () => [{ op: "removeDirectory", path }]),
      ),
    removeTree: (path) => made(change("removeTree", path, () => removal(machine, path))),
    freeBytes: () => Promise.resolve(2 ** 40),
  };
}

/** From the leaves up, in the order of the names. */
export function removal(machine: Machine, path: string): readonly Step[] {
  const node = machine.node(path);
  if (node === undefined) return [];
  if (node.kind !== "directory") return [{ op: "unlink", path }];
  const names = [...(machine.current.get(machine.find(path) ?? 0)?.keys() ?? [])];
  return [
    ...names.flatMap((name) => removal(machine, join(path, name))),
    { op: "removeDirectory", path },
  ];
}

async function unless(code: string | readonly string[], done: Promise<boolean>): Promise<boolean> {
  try {
    return await done;
  } catch (error) {
    if (hasCode(error, ...[code].flat())) return false;
    throw error;
  }
}
