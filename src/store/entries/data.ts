import { dirname, join, posix } from "node:path";
import { makeNewFolder } from "../../files/durable.ts";
import type { Disk } from "../../files/disk.ts";
import type { Bucket, Source } from "../bucket.ts";
import type { EntriesContext } from "./context.ts";
import { folderOf, type DataPart, type Stored } from "./entry.ts";
import { DATA } from "../entry-names.ts";
import { partOf } from "../finished.ts";
import type { Finished } from "../store.ts";

/** One object that a checkpoint is put as. */
interface Part {
  /** Below the entry's folder. */
  readonly name: string;
  readonly source: Source;
}

/**
 * Puts a finished checkpoint below an entry's folder: a file as one object, a directory as one for each file that its
 * marker covers.
 */
export async function putData(
  { bucket, disk }: Pick<EntriesContext, "bucket" | "disk">,
  finished: Pick<Finished, "checkpoint" | "marker" | "added">,
  folder: string,
): Promise<void> {
  const isMember = partOf(finished);
  const isPart = (name: string): boolean => isMember(name.slice(`${DATA}/`.length));
  const from = disk.realPath(finished.checkpoint);
  for (const { name, source } of partsOf(disk, from, { name: DATA, isPart })) {
    await bucket.put(posix.join(folder, name), source);
  }
}

interface Naming {
  readonly name: string;
  readonly isPart: (name: string) => boolean;
}

function partsOf(disk: Disk, path: string, { name, isPart }: Naming): readonly Part[] {
  if (disk.stat(path)?.kind !== "directory") return [{ name, source: { kind: "file", path } }];
  const below = disk.list(path) ?? [];
  if (below.length === 0) return [{ name: `${name}/`, source: { kind: "folder" } }];
  return below.flatMap((one) => {
    const [from, to] = [join(path, one.name), posix.join(name, one.name)];
    if (!isPart(to)) return [];
    if (one.kind !== "link") return partsOf(disk, from, { name: to, isPart });
    return [{ name: to, source: { kind: "link" as const, target: disk.readLink(from) } }];
  });
}

/** Brings the data of an entry that counts to `staging`, a path where nothing is. @throws whatever keeps it from that. */
export async function bringData(
  context: EntriesContext,
  { place, file, parts }: Stored,
  staging: string,
): Promise<void> {
  const { bucket, disk } = context;
  const data = posix.join(folderOf(context, place), DATA);
  if (file !== undefined) return bucket.download(data, staging);
  await makeNewFolder(disk, staging);
  const made = new Set([staging]);
  for (const part of parts) await bringPart({ bucket, disk, data, staging, made }, part);
}

interface Bringing {
  readonly bucket: Bucket;
  readonly disk: Disk;
  readonly data: string;
  readonly staging: string;
  /** Folders that are there already. */
  readonly made: Set<string>;
}

async function bringPart(bringing: Bringing, { path, object }: DataPart): Promise<void> {
  const { bucket, disk, data, staging } = bringing;
  const target = join(staging, path);
  await makeBelow(bringing, object.kind === "folder" ? target : dirname(target));
  if (object.kind === "link") return disk.link(object.target ?? "", target);
  return object.kind === "file" ? bucket.download(posix.join(data, path), target) : undefined;
}

async function makeBelow(bringing: Bringing, folder: string): Promise<void> {
  const { disk, made } = bringing;
  if (made.has(folder)) return;
  await makeBelow(bringing, dirname(folder));
  await makeNewFolder(disk, folder);
  made.add(folder);
}
