import { join } from "node:path";
import type { Definition } from "../core/definition/fields.ts";
import { parseJson } from "../core/model/marker.ts";
import { ownFolder, shardPaths } from "../core/model/shard-paths.ts";
import type { Shard } from "../core/model/shard.ts";
import { messageOf } from "../core/text/problem.ts";
import { isRecord } from "../core/text/text.ts";
import type { Disk } from "../files/disk.ts";
import type { Writer } from "../protocol/writer.ts";
import type { Invocation } from "./invocation.ts";
import { ownName, writeOwn } from "./own-files.ts";

/*
 * In a workflow the id of the run tells which forced shards a first attempt has finished. A terminal has no such id: a note
 * says which shards `force` has named and what lay beside each of them then. One that has started since is not forced
 * again, and one that has not still is, until every one has started.
 */

const KIND = "forced";
const LIMIT_BYTES = 256 * 1024 * 1024;

/** A job, as far as its forced shards are concerned. */
interface Forcing {
  readonly definition: Definition;
  readonly all: readonly Shard[];
  readonly context: { readonly forced: ReadonlySet<string> };
}

/** By id, what lay beside a shard when it was forced. */
type Note = ReadonlyMap<string, string>;

/** The shards that are forced now: those that `given` names, and those that a run which was cut off has not started. */
export function forcedNow(
  invocation: Invocation,
  definition: Definition,
  { all, given }: { readonly all: readonly Shard[]; readonly given: ReadonlySet<string> },
): ReadonlySet<string> {
  const note = readNote(invocation, definition);
  if (note.size === 0) return given;
  const { disk, workspace } = invocation;
  const open = all.filter((shard) => note.get(shard.id) === traceOf(disk, workspace, shard));
  const rest = open.map(({ id }) => id);
  // The same command again goes on with what it began.
  const isSame = given.size === note.size && [...given].every((id) => note.has(id));
  return new Set(isSame ? rest : [...given, ...rest]);
}

/** Notes which shards are forced, before anything is done to them. */
export async function noteForced(
  invocation: Invocation,
  writer: Writer,
  job: Forcing,
): Promise<void> {
  const { forced } = job.context;
  if (invocation.surface !== "terminal" || forced.size === 0) return;
  const { disk, workspace } = invocation;
  const before = readNote(invocation, job.definition);
  if ([...forced].every((id) => before.has(id))) return;
  const note = new Map(before);
  for (const shard of job.all) {
    if (!forced.has(shard.id)) continue;
    const trace = traceOf(disk, workspace, shard);
    // One that has nothing runs from scratch anyway.
    note.set(shard.id, trace === NOTHING ? "" : trace);
  }
  const text = `${JSON.stringify(Object.fromEntries(note))}\n`;
  await writeNote(invocation, writer, { job, text });
}

/** Empties the note when no forced shard waits for its start any more. */
export async function forgetForced(
  invocation: Invocation,
  writer: Writer,
  job: Forcing,
): Promise<void> {
  if (invocation.surface !== "terminal" || job.context.forced.size === 0) return;
  const rest = forcedNow(invocation, job.definition, { all: job.all, given: new Set() });
  if (rest.size > 0) return;
  await writeNote(invocation, writer, { job, text: "{}\n" });
}

/** Without a note a kill makes the run forget what was forced: a warning, and no failure. */
async function writeNote(
  invocation: Invocation,
  writer: Writer,
  { job, text }: { readonly job: Forcing; readonly text: string },
): Promise<void> {
  try {
    await writeOwn(invocation, writer, { name: ownName(KIND, job, "json"), text });
  } catch (error) {
    invocation.reporter.warn(`force is not remembered over a kill: ${messageOf(error)}`);
  }
}

function readNote({ disk, workspace, surface }: Invocation, definition: Definition): Note {
  const folder = ownFolder(workspace);
  // Most commands have no note, and a short one saves the digest of its name.
  if (surface !== "terminal" || !hasNotes(disk, folder)) return new Map();
  const value = parseJson(readQuietly(disk, join(folder, ownName(KIND, { definition }, "json"))));
  if (!isRecord(value)) return new Map();
  return new Map(
    Object.entries(value).flatMap(([id, trace]) =>
      typeof trace === "string" ? [[id, trace]] : [],
    ),
  );
}

function hasNotes(disk: Disk, folder: string): boolean {
  try {
    return disk.names(folder).some((name) => name.startsWith(`${KIND}-`));
  } catch {
    return false;
  }
}

/** A note that is not given forces nothing: what is done stays done. */
function readQuietly(disk: Disk, path: string): string {
  try {
    return disk.readText(path, LIMIT_BYTES) ?? "";
  } catch {
    return "";
  }
}

const NOTHING = "[null,null]";

/** Tells the marker and the start record of a shard from later ones. */
function traceOf(disk: Disk, workspace: string, shard: Shard): string {
  const { marker, started } = shardPaths(workspace, shard);
  return JSON.stringify(
    [marker, started].map((path) => {
      const stat = disk.stat(path);
      return stat === undefined ? null : `${stat.inode} ${stat.mtimeNs}`;
    }),
  );
}
