import type { Disk } from "../../../src/files/disk.ts";
import { OWN_FOLDER, WORKSPACE } from "./shard.ts";

const OUT = `${WORKSPACE}/out`;

/** Somebody's files in and beside every folder in which Donemark works, with names like those of its own. */
const NEIGHBOURS: Readonly<Record<string, readonly string[]>> = {
  [WORKSPACE]: ["note"],
  [OUT]: ["a.json.note", ".a.json.note", "a.json.done.note", ".a.stale.note", "work.note", "b"],
  [OWN_FOLDER]: ["note"],
};
/** Says which of them were laid. */
const LIST = `${WORKSPACE}/list`;

/** Lays them into those of the folders that are there. */
export async function layNeighbours(disk: Disk): Promise<void> {
  const laid = Object.entries(NEIGHBOURS)
    .filter(([folder]) => disk.exists(folder))
    .flatMap(([folder, names]) => names.map((name) => `${folder}/${name}`));
  for (const path of laid) await disk.create(path, path);
  await disk.create(LIST, laid.join("\n"));
}

/** Whatever is done, each of those that were laid is there, as it was. */
export function neighbourFault(disk: Disk): string | undefined {
  const laid = disk.readText(LIST, 10_000)?.split("\n") ?? [];
  const gone = laid.find((path) => disk.readText(path, 1000) !== path);
  return gone === undefined ? undefined : `lost: ${gone}, which is somebody's, is gone`;
}
