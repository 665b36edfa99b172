import { basename, dirname, join } from "node:path";
import { isNamedAfter, isSetAside, type ShardPaths } from "../../core/model/shard-paths.ts";
import type { Disk } from "../../files/disk.ts";
import type { ShardLog } from "../../machine/log.ts";
import { startTimer } from "../../machine/timer.ts";
import type { RunParts, Slot } from "../parts.ts";
import { launch, withoutStart, type OutputLog } from "./command.ts";
import type { Care } from "./supervise.ts";

/** What a command gets beside its time limit: it is watched for a stall, and `on-stop` runs when it is ended. */
export interface CareForCommand extends Care {
  /** The log of its output, which is a sign of life. */
  readonly log: OutputLog;
  /** Settles when `on-stop` is through, at once where it does not run. */
  readonly settled: () => Promise<void>;
}

interface Cared {
  readonly slot: Slot;
  readonly log: Pick<ShardLog, "take" | "ready">;
  /** The environment of the command. */
  readonly env: () => Record<string, string>;
  readonly paths: () => readonly ShardPaths[];
}

export function careFor(
  { writing, commands }: Pick<RunParts, "writing" | "commands">,
  { slot, log, env, paths }: Cared,
): CareForCommand {
  const { onStop, limits } = commands;
  const { disk } = writing.writer;
  let pieces = 0;
  let ending: Promise<void> | undefined;
  const beside = besideSigns(disk);
  const signsOfAll = (all: readonly ShardPaths[]): readonly string[] => [
    ...all.map((one) => signsOf(disk, one)),
    ...(all.length > MOST_BESIDE ? [] : all.map(({ checkpoint }) => beside(checkpoint))),
  ];
  return {
    log: {
      take: (stream, chunk) => {
        pieces += 1;
        log.take(stream, chunk);
      },
      ready: () => log.ready(),
    },
    signs: () => [pieces, ...signsOfAll(paths())].join(" "),
    onStop: () => {
      if (onStop === undefined || ending !== undefined) return;
      const given = { program: onStop, env: withoutStart(env()), log, slot };
      const group = launch(commands, given, "closed");
      const limit = startTimer(limits.stopGraceMs, group.kill);
      ending = group.exit.then(limit.stop);
    },
    settled: () => ending ?? Promise.resolve(),
  };
}

function signsOf(disk: Disk, { checkpoint, work }: ShardPaths): string {
  const left = { entries: MOST_ENTRIES };
  return [...new Set([checkpoint, work])].map((path) => signOf(disk, path, left)).join(" ");
}

/** Looks at no more files than this: a stall is then seen by the others, or by the time limit. */
const MOST_ENTRIES = 20_000;

/** Above as many checkpoints of one program, what lies beside them is not looked at: each would look through all names. */
const MOST_BESIDE = 64;

/**
 * The signs of the files beside a checkpoint that have its name in their own, as one has that a program writes and then
 * renames. A folder is listed again only where its names have changed.
 */
function besideSigns(disk: Disk): (checkpoint: string) => string {
  const listed = new Map<string, { readonly time: string; readonly names: readonly string[] }>();
  return (checkpoint) => {
    const folder = dirname(checkpoint);
    try {
      const time = disk.stat(folder)?.mtimeNs ?? "";
      const known = listed.get(folder);
      const now = known?.time === time ? known : { time, names: disk.names(folder) };
      listed.set(folder, now);
      const name = basename(checkpoint);
      const near = now.names.filter((one) => isNamedAfter(one, name) && !isSetAside(one));
      return near.map((one) => signOf(disk, join(folder, one), { entries: MOST_ENTRIES })).join();
    } catch {
      return "?";
    }
  };
}

/** Sizes and times of what lies at a path. What cannot be read is no sign. */
function signOf(disk: Disk, path: string, left: { entries: number }): string {
  if (left.entries <= 0) return "";
  left.entries -= 1;
  try {
    const stat = disk.stat(path);
    if (stat === undefined) return "-";
    const own = `${stat.sizeBytes}.${stat.mtimeNs}`;
    if (stat.kind !== "directory") return own;
    const inner = (disk.list(path) ?? []).filter(({ kind }) => kind !== "link");
    return [own, ...inner.map(({ name }) => signOf(disk, join(path, name), left))].join();
  } catch {
    return "?";
  }
}
