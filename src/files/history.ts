import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { sha256 } from "../core/model/digest.ts";
import { parseJson } from "../core/model/marker.ts";
import { ownFolder, shownPath } from "../core/model/shard-paths.ts";
import { isRecord } from "../core/text/text.ts";
import { openOwnFolder } from "./bad-checkpoint-record.ts";
import { cacheFolder } from "./cache-files.ts";
import type { Disk } from "./disk.ts";
import { makeFolders } from "./durable.ts";

/**
 * The checkpoints that Donemark has started or marked: an old sign of completeness proves nothing for them, also after a
 * user has removed the marker. Kept below the workspace, and a copy in the folder of caches, for workspaces that are
 * cleaned. Where neither can be read or written, nothing fails.
 */
export interface History {
  /** Has it started or marked the checkpoint at this absolute path? */
  readonly knows: (checkpoint: string) => boolean;
  /** Milliseconds since 1970: what happened before is not known. Infinite where there is no history. */
  readonly sinceMs: () => number;
  /** Adds checkpoints, each once; `false` where it knew them all. None is durable before `flush`. */
  readonly note: (checkpoints: readonly string[]) => Promise<boolean>;
  /** Makes all that it knows durable, also what a killed run has added. */
  readonly flush: () => Promise<void>;
}

interface HistoryPlace {
  readonly disk: Disk;
  readonly workspace: string;
  readonly env: NodeJS.ProcessEnv;
  readonly now: () => number;
}

const MOST_BYTES = 512 * 1024 * 1024;
const NAME = /^history-[\da-f]{8}\.jsonl$/;

interface Known {
  readonly paths: Set<string>;
  readonly sinceMs: number;
}

/** Opens the history of a workspace. It is read when it is first asked for. */
export function openHistory(place: HistoryPlace): History {
  const { workspace } = place;
  let opened: Files | undefined;
  const files = (): Files => (opened ??= filesOf(place));
  let known: Known | undefined;
  const load = (): Known => (known ??= read(place, files().copy));
  const write = async (added: readonly string[]): Promise<void> => {
    const text = added.map((path) => `${JSON.stringify(path)}\n`).join("");
    await appendTo(place, files().own, text).catch(() => undefined);
    await appendTo(place, files().copy, text).catch(() => undefined);
  };
  // A killed run may have left lines, and names of folders, that no flush covers.
  const flushing = flushesOf(async (isFirst) => {
    await place.disk.syncFile(files().own);
    if (!isFirst) return;
    await place.disk.syncDirectory(ownFolder(workspace));
    await place.disk.syncDirectory(workspace);
  });
  return {
    knows: (checkpoint) => load().paths.has(shownPath(workspace, checkpoint)),
    sinceMs: () => load().sinceMs,
    note: async (checkpoints) => {
      const noted = load().paths;
      const added = checkpoints
        .map((path) => shownPath(workspace, path))
        .filter((path) => !noted.has(path));
      if (added.length === 0) return false;
      for (const path of added) noted.add(path);
      await write(added);
      flushing.isDue();
      return true;
    },
    flush: flushing.flush,
  };
}

interface Flushes {
  /** There is something new to flush. */
  readonly isDue: () => void;
  /** Comes back when all that was due before is flushed, also by a flush that another has asked for. */
  readonly flush: () => Promise<void>;
}

function flushesOf(act: (isFirst: boolean) => Promise<void>): Flushes {
  let isDue = true;
  let isFirst = true;
  let last = Promise.resolve();
  return {
    isDue: () => void (isDue = true),
    flush: () => {
      if (!isDue) return last;
      isDue = false;
      const wasFirst = isFirst;
      isFirst = false;
      last = last.then(() => act(wasFirst)).catch(() => undefined);
      return last;
    },
  };
}

interface Files {
  readonly own: string;
  readonly copy: string;
}

/** Each machine has a file of its own: appends of two clients of a network disk overwrite each other. */
function filesOf({ workspace, env }: HistoryPlace): Files {
  const host = sha256(hostname()).slice(0, 8);
  return {
    own: join(ownFolder(workspace), `history-${host}.jsonl`),
    copy: join(cacheFolder(env), `history-${sha256(workspace).slice(0, 16)}.jsonl`),
  };
}

function read({ disk, workspace }: HistoryPlace, copy: string): Known {
  const folder = ownFolder(workspace);
  const names = unlessRefused(() => disk.names(folder)) ?? [];
  const files = [
    ...names.filter((name) => NAME.test(name)).map((name) => join(folder, name)),
    copy,
  ];
  const paths = new Set<string>();
  let sinceMs = Number.POSITIVE_INFINITY;
  for (const file of files) {
    const text = unlessRefused(() => disk.readText(file, MOST_BYTES)) ?? "";
    for (const line of text.split("\n")) {
      // A line that was cut off by a crash was not durable, so the start that it is of was not either.
      const value = line === "" ? undefined : parseJson(line);
      if (typeof value === "string") paths.add(value);
      else if (isRecord(value) && typeof value["since"] === "number")
        sinceMs = Math.min(sinceMs, value["since"]);
    }
  }
  return { paths, sinceMs };
}

/** The line before may have been cut off, so each addition begins with an end of line. */
async function appendTo(
  { disk, workspace, now }: HistoryPlace,
  file: string,
  text: string,
): Promise<void> {
  const isNew = !disk.exists(file);
  if (dirname(file) === ownFolder(workspace)) await openOwnFolder(disk, workspace);
  else await makeFolders(disk, dirname(file));
  const head = isNew ? `${JSON.stringify({ since: now() })}\n` : "\n";
  await disk.append(file, head + text);
}

function unlessRefused<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
