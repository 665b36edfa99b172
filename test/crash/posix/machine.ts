import { dirname, posix } from "node:path";

/** One change or flush, as the file system sees it. Inodes and times are part of it, so that it can be made again. */
export type Step =
  | {
      readonly op: "create";
      readonly path: string;
      readonly text: string;
      readonly inode: number;
      readonly timeNs: bigint;
    }
  /** To a file that is there: its flushed bytes stay. */
  | {
      readonly op: "append";
      readonly path: string;
      readonly text: string;
      readonly timeNs: bigint;
    }
  | { readonly op: "makeDirectory"; readonly path: string; readonly inode: number }
  | {
      readonly op: "link";
      readonly path: string;
      readonly target: string;
      readonly inode: number;
    }
  | { readonly op: "hardLink"; readonly from: string; readonly path: string }
  /** A file of another machine, whose bytes and name are durable there at once. */
  | {
      readonly op: "upload";
      readonly path: string;
      readonly text: string;
      readonly inode: number;
      readonly timeNs: bigint;
    }
  | { readonly op: "rename"; readonly from: string; readonly to: string }
  | { readonly op: "unlink"; readonly path: string }
  | { readonly op: "removeDirectory"; readonly path: string }
  | { readonly op: "syncFile"; readonly path: string }
  | { readonly op: "syncDirectory"; readonly path: string };

/** A file is written when it is created, and may be appended to: who wants other bytes in its place makes a new one. */
export interface FileNode {
  readonly kind: "file";
  readonly text: string;
  readonly timeNs: bigint;
  readonly isSynced: boolean;
  /** So much of its beginning is on the device. */
  readonly flushed: number;
}
export type Node =
  | FileNode
  | { readonly kind: "directory" }
  | { readonly kind: "link"; readonly target: string };

/** What one change says of one name in one directory: the inode behind it from then on, or none. */
export interface Edit {
  readonly directory: number;
  readonly name: string;
  readonly inode: number | undefined;
}

/** Edits of names that become durable together, in the order in which they were made. */
export type Change = readonly Edit[];

export const ROOT = 1;

/** A file system in memory: what programs see, and what is durable of it. */
export class Machine {
  readonly nodes = new Map<number, Node>([[ROOT, { kind: "directory" }]]);
  /** Names as programs see them, and as the device holds them, by directory. */
  readonly current = new Map<number, Map<string, number>>([[ROOT, new Map()]]);
  readonly durable = new Map<number, Map<string, number>>([[ROOT, new Map()]]);
  /** Changes of names that no flush has made durable. */
  pending: readonly Change[] = [];
  #highest = ROOT;

  /** An inode that was never used here. */
  nextInode(): number {
    return this.#highest + 1;
  }

  find(path: string): number | undefined {
    let at: number | undefined = ROOT;
    for (const name of path.split("/")) {
      if (name === "") continue;
      at = at === undefined ? undefined : this.current.get(at)?.get(name);
    }
    return at;
  }

  node(path: string): Node | undefined {
    const inode = this.find(path);
    return inode === undefined ? undefined : this.nodes.get(inode);
  }

  /** @throws the system's error for what cannot be done. */
  apply(step: Step): void {
    switch (step.op) {
      case "create":
        return this.#add(step, {
          kind: "file",
          text: step.text,
          timeNs: step.timeNs,
          isSynced: false,
          flushed: 0,
        });
      case "append":
        return this.#append(step);
      case "upload":
        return this.#upload(step);
      case "makeDirectory":
        this.#add(step, { kind: "directory" });
        this.current.set(step.inode, new Map());
        this.durable.set(step.inode, new Map());
        return;
      case "link":
        return this.#add(step, { kind: "link", target: step.target });
      case "hardLink":
        if (this.find(step.path) !== undefined) fail("EEXIST", step);
        return this.#change([this.#edit(step.path, this.#need(step.from, step.op).inode)]);
      case "rename":
        return this.#rename(step.from, step.to);
      case "unlink":
        if (this.#need(step.path, step.op).node.kind === "directory") fail("EISDIR", step);
        return this.#change([this.#edit(step.path, undefined)]);
      case "removeDirectory":
        if ((this.current.get(this.#need(step.path, step.op).inode)?.size ?? 0) > 0)
          fail("ENOTEMPTY", step);
        return this.#change([this.#edit(step.path, undefined)]);
      case "syncFile":
        return this.#syncFile(step.path);
      case "syncDirectory":
        return this.#syncDirectory(this.#need(step.path, step.op).inode);
    }
  }

  /** Everything reaches the device. */
  settle(): void {
    for (const [inode, node] of this.nodes) {
      if (node.kind === "directory") this.#syncDirectory(inode);
      if (node.kind === "file") this.nodes.set(inode, flushedNode(node));
    }
  }

  #add(step: Step & { readonly path: string; readonly inode: number }, node: Node): void {
    if (this.find(step.path) !== undefined) fail("EEXIST", step);
    const edit = this.#edit(step.path, step.inode);
    this.nodes.set(step.inode, node);
    this.#highest = Math.max(this.#highest, step.inode);
    this.#change([edit]);
  }

  #upload(step: Extract<Step, { readonly op: "upload" }>): void {
    const { path, text, timeNs, inode } = step;
    this.#add(step, { kind: "file", text, timeNs, isSynced: true, flushed: text.length });
    const directory = this.find(dirname(path)) ?? ROOT;
    const isIt = (change: Change): boolean => change.some((edit) => edit.inode === inode);
    this.durable.get(directory)?.set(posix.basename(path), inode);
    this.pending = this.pending.filter((change) => !isIt(change));
  }

  #append({ path, text, timeNs }: Extract<Step, { readonly op: "append" }>): void {
    const { inode, node } = this.#need(path, "append");
    if (node.kind !== "file") fail("EISDIR", { path });
    this.nodes.set(inode, { ...node, text: node.text + text, timeNs, isSynced: false });
  }

  #rename(from: string, to: string): void {
    const moved = this.#need(from, "rename");
    const edits = [this.#edit(to, moved.inode), this.#edit(from, undefined)] as const;
    const target = this.find(to);
    if (target === moved.inode) return;
    if (target !== undefined) {
      const there = this.nodes.get(target)?.kind;
      if (there === "directory" && moved.node.kind !== "directory") fail("EISDIR", { path: to });
      if (there !== "directory" && moved.node.kind === "directory") fail("ENOTDIR", { path: to });
      if ((this.current.get(target)?.size ?? 0) > 0) fail("ENOTEMPTY", { path: to });
    }
    // Within one directory a rename is one change; between two it is a name in each, and each has its own flush.
    if (edits[0].directory === edits[1].directory) return this.#change(edits);
    this.#change([edits[0]]);
    this.#change([edits[1]]);
  }

  #syncFile(path: string): void {
    const { inode, node } = this.#need(path, "syncFile");
    if (node.kind === "file") this.nodes.set(inode, flushedNode(node));
  }

  #syncDirectory(directory: number): void {
    const isHere = ([edit]: Change): boolean => edit?.directory === directory;
    for (const change of this.pending.filter(isHere)) applyEdits(this.durable, change);
    this.pending = this.pending.filter((change) => !isHere(change));
  }

  #change(change: Change): void {
    applyEdits(this.current, change);
    this.pending = [...this.pending, change];
  }

  #edit(path: string, inode: number | undefined): Edit {
    const directory = this.find(dirname(path));
    if (directory === undefined) fail("ENOENT", { path });
    if (!this.current.has(directory)) fail("ENOTDIR", { path });
    return { directory, name: posix.basename(path), inode };
  }

  #need(path: string, op: string): { readonly inode: number; readonly node: Node } {
    const inode = this.find(path);
    const node = inode === undefined ? undefined : this.nodes.get(inode);
    if (inode === undefined || node === undefined) fail("ENOENT", { op, path });
    return { inode, node };
  }
}

function flushedNode(node: FileNode): FileNode {
  return { ...node, isSynced: true, flushed: node.text.length };
}

/** Makes a change in names. */
export function applyEdits(names: Map<number, Map<string, number>>, change: Change): void {
  for (const { directory, name, inode } of change) {
    const entries = names.get(directory);
    if (inode === undefined) entries?.delete(name);
    else entries?.set(name, inode);
  }
}

/** An error as the system gives it, without a stack: a campaign makes millions of them. */
export function fail(code: string, about: object): never {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  const error = new Error(`${code}: ${JSON.stringify(about, plainly)}`);
  Error.stackTraceLimit = stackTraceLimit;
  throw Object.assign(error, { code });
}

function plainly(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}
