import { join } from "node:path";
import type { Disk } from "../../../src/files/disk.ts";
import type { Helpers } from "../../../src/store/github/service/helpers.ts";
import {
  ENTRY_FOLDER,
  type Reply,
  type Request,
} from "../../../src/store/github/service/library.ts";
import type { MemoryDisk } from "./memory-disk.ts";
import { contentAt } from "./shard.ts";

/** Where the machine in memory keeps what the cache service has. */
export const CACHE_ROOT = "/cache";

type Place = Pick<MemoryDisk, "machine" | "by" | "upload">;

/**
 * The cache service and the library that packs for it, on the machine in memory. What is uploaded is durable at once,
 * and no crash of the runner takes it away; what is unpacked lies there as tar leaves it, with nothing flushed.
 */
export function memoryHelpers(place: Place): Helpers {
  return {
    ask: async (request) => ({ kind: "answered", reply: await answer(place, request) }),
  };
}

async function answer(place: Place, request: Request): Promise<Reply> {
  if (request.op === "save") return save(place, request);
  const found = newestLike(place, request.key);
  if (found === undefined) return { lines: [] };
  if (request.op === "restore" && found === request.key) {
    await unpack(place, found, request.folder);
  }
  return { found, lines: [] };
}

async function save(
  place: Place,
  { key, folder }: Extract<Request, { readonly op: "save" }>,
): Promise<Reply> {
  if (keys(place).includes(key)) {
    return { saved: false, lines: [`Cache already exists. Key: ${key}`] };
  }
  const content = contentAt(place.by("service"), join(folder, ENTRY_FOLDER));
  await place.upload(pathOf(key), JSON.stringify(content));
  return { saved: true, found: key, lines: [] };
}

/** The key itself, or the one made last that begins with it. */
function newestLike(place: Place, key: string): string | undefined {
  const known = keys(place);
  return known.includes(key) ? key : known.findLast((one) => one.startsWith(key));
}

/** In the order in which they were made. */
function keys({ machine }: Place): readonly string[] {
  const entries = machine.current.get(machine.find(CACHE_ROOT) ?? 0) ?? [];
  return [...entries]
    .toSorted(([, one], [, other]) => one - other)
    .map(([name]) => decodeURIComponent(name));
}

async function unpack({ by }: Place, key: string, folder: string): Promise<void> {
  const disk = by("service");
  const content: unknown = JSON.parse(disk.readText(pathOf(key), Number.MAX_SAFE_INTEGER) ?? "{}");
  await disk.makeDirectory(join(folder, ENTRY_FOLDER));
  for (const [path, text] of Object.entries(Object(content))) {
    await makeFoldersAbove(disk, join(folder, ENTRY_FOLDER), path);
    await disk.create(join(folder, ENTRY_FOLDER, path), String(text));
  }
}

async function makeFoldersAbove(disk: Disk, folder: string, path: string): Promise<void> {
  const names = path.split("/").slice(1, -1);
  for (const [place] of names.entries()) {
    await disk.makeDirectory(join(folder, ...names.slice(0, place + 1)));
  }
}

function pathOf(key: string): string {
  return `${CACHE_ROOT}/${encodeURIComponent(key)}`;
}
