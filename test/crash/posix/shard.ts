import { join } from "node:path";
import { sha256 } from "../../../src/core/model/digest.ts";
import type { Fingerprint } from "../../../src/core/model/fingerprint.ts";
import { matchOf } from "../../../src/core/keys/match.ts";
import { ownFolder, shardPaths } from "../../../src/core/model/shard-paths.ts";
import type { Disk } from "../../../src/files/disk.ts";
import type { Store } from "../../../src/store/store.ts";
import type { Task } from "../../../src/checkpoint/tasks.ts";

/** Two states of what a result depends on. What they lead to has the same size. */
export type Generation = "A" | "B";
export type Layout = "file" | "directory";
export type StoreKind = "none" | "file" | "github";

export const WORKSPACE = "/w";
const OUT = `${WORKSPACE}/out`;

/** Where Donemark keeps its own notes. */
export const OWN_FOLDER = ownFolder(WORKSPACE);

/** Donemark never reads it: its bytes make no other state. */
export const IGNORE_FILE = `${OWN_FOLDER}/.gitignore`;

/** The one shard, as it is of a generation. With the layout `file` its work lies beside its checkpoint. */
export function taskOf(generation: Generation, layout: Layout, store: Store): Task {
  const place =
    layout === "file" ? { checkpoint: "out/a.json", work: "out/work" } : { checkpoint: "out/a" };
  const fingerprint = fingerprintOf(generation);
  const match = matchOf(fingerprint, ["input", "command", "files", "text"]) ?? "";
  return {
    shard: { id: "a", name: "a", index: 0, inputs: [], ...place },
    paths: shardPaths(WORKSPACE, place),
    inputs: [],
    basis: "",
    fingerprint,
    unfetched: () => undefined,
    markLine: () => "donemark mark",
    prepare: () => Promise.resolve(),
    wanted: store.kind === "none" ? undefined : { shard: "a", match, whole: match },
  };
}

function fingerprintOf(generation: Generation): Fingerprint {
  const part = (name: string) => ({ digest: sha256(name) });
  return {
    input: part("input"),
    command: part("command"),
    files: part("files"),
    text: part(`text ${generation}`),
    listedFiles: {},
  };
}

/** The generation whose fingerprint a record holds. */
export function generationOf(text: string | undefined): Generation | undefined {
  return (["A", "B"] as const).find((one) => sha256(`text ${one}`) === text);
}

/**
 * The command: a part with its own `.done`, kept only when it is told to resume, and a result that says what the part
 * says. Nothing is flushed. `until` ends it early, as a failure does; `claims` is what the result says instead.
 */
export async function command(
  disk: Disk,
  { paths }: Task,
  how: {
    readonly of: Generation;
    readonly resume: boolean;
    readonly until?: "part";
    readonly claims?: string;
  },
): Promise<void> {
  const part = join(paths.work, "part.json");
  await disk.makeDirectory(paths.work);
  if (!how.resume || !disk.exists(`${part}.done`)) {
    await replace(disk, part, partText(how.of));
    await replace(disk, `${part}.done`, "");
  }
  if (how.until === "part") return;
  const isFile = paths.work !== paths.checkpoint;
  const result = isFile ? paths.checkpoint : join(paths.checkpoint, "result.json");
  const said = how.claims === undefined ? disk.readText(part, 10_000) : partText(how.claims);
  await replace(disk, result, resultText(said ?? ""));
}

async function replace(disk: Disk, path: string, text: string): Promise<void> {
  await disk.unlink(path);
  await disk.create(path, text);
}

function partText(of: string): string {
  return `{"part":"of generation ${of}"}`;
}

function resultText(part: string): string {
  return `{"status":"complete","made of":[${part}]}`;
}

/** The work of a shard whose part is whole. */
export function partOf(of: string): Readonly<Record<string, string>> {
  return { "/part.json": partText(of), "/part.json.done": "" };
}

/** All that a complete checkpoint of a generation holds, by the path below it. */
function complete(of: string, layout: Layout): Readonly<Record<string, string>> {
  const result = resultText(partText(of));
  if (layout === "file") return { "": result };
  return { ...partOf(of), "/result.json": result };
}

/** What lies at a path, in the same form; nothing where nothing does. */
export function contentAt(disk: Disk, path: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  const visit = (at: string, below: string): void => {
    const entries = disk.stat(at)?.kind === "directory" ? disk.list(at) : undefined;
    if (entries === undefined) {
      const text = disk.readText(at, 100_000);
      if (text !== undefined) found[below] = text;
    } else for (const { name } of entries) visit(join(at, name), `${below}/${name}`);
  };
  visit(path, "");
  return found;
}

/** The marker of a part that was never there. */
export const FALSE_MARKER = "/other.json.done";

/** A log that a command may leave among its work. */
export const LOG = "/log";

/** Whatever the log says. */
export function isComplete(disk: Disk, path: string, of: string, layout: Layout): boolean {
  const { [LOG]: _, ...found } = contentAt(disk, path);
  return isSame(found, complete(of, layout));
}

export function isSame(
  found: Readonly<Record<string, string>>,
  wanted: Readonly<Record<string, string>>,
): boolean {
  const names = Object.keys(wanted);
  return (
    Object.keys(found).length === names.length &&
    names.every((name) => found[name] === wanted[name])
  );
}

/** Puts a checkpoint of another's making in its place, in a folder of another's making: nothing of it is flushed. */
export async function writeComplete(disk: Disk, layout: Layout, of: string): Promise<void> {
  await disk.makeDirectory(OUT);
  const place = join(OUT, layout === "file" ? "a.json" : "a");
  if (layout === "directory") await disk.makeDirectory(place);
  for (const [name, text] of Object.entries(complete(of, layout)))
    await disk.create(place + name, text);
}
