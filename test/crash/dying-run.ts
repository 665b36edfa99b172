import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { run } from "../../src/commands/run/run-job.ts";
import type { Disk } from "../../src/files/disk.ts";
import { TEMPORARY_PREFIX } from "../../src/files/durable.ts";
import { realDisk } from "../../src/files/real-disk.ts";
import type { Reporter } from "../../src/core/text/reporter.ts";
import { createStop } from "../../src/run/schedule/stop.ts";
import { DIST } from "../helpers/program.ts";
import { unflushedDisk, type Operation } from "../store/disks.ts";
import { namesBelow } from "./disk-look.ts";

/** Gone before which of its changes a program is makes a difference; temporaries count for nothing. */
function isChange(operation: Operation, path: string): boolean {
  switch (operation) {
    case "rename":
      return true;
    case "unlink":
    case "removeTree":
      return !path.includes(TEMPORARY_PREFIX) && realDisk.exists(path);
    case "makeDirectory":
      return !path.includes(TEMPORARY_PREFIX) && !realDisk.exists(path);
    default:
      return false;
  }
}

export interface DyingRun {
  readonly folder: string;
  readonly inputs: Record<string, string>;
  readonly env?: Record<string, string>;
  /** The change of the disk before which the program is gone, from 1; never where it is not given. */
  readonly diesAt?: number;
}

export type Died = { readonly kind: "died"; readonly before: string };
export type Lived = {
  readonly kind: "lived";
  readonly exitCode: number;
  readonly log: readonly string[];
};

/**
 * A run within this process whose program is as good as gone from one change of the disk on: no later change is made,
 * and nothing that waits for one goes on. What the program has not reached by then never happens.
 */
export async function dyingRun({
  folder,
  inputs,
  env = {},
  diesAt,
}: DyingRun): Promise<Died | Lived> {
  let changes = 0;
  let die: (died: Died) => void = () => undefined;
  const died = new Promise<Died>((settle) => {
    die = settle;
  });
  const disk = hangingDisk((operation, path) => {
    if (!isChange(operation, path)) return true;
    changes += 1;
    if (diesAt === undefined || changes < diesAt) return true;
    die({ kind: "died", before: `${operation} ${path.slice(folder.length + 1)}` });
    return false;
  });
  const log: string[] = [];
  const lived = runIn(folder, { inputs, env, disk, log }).then((exitCode): Lived => ({
    kind: "lived",
    exitCode,
    log,
  }));
  const end = await Promise.race([died, lived]);
  if (end.kind === "died") removeTemporaries(folder);
  return end;
}

/** The next program sweeps up after a process that is gone; the writer of these lives on. */
function removeTemporaries(folder: string): void {
  for (const name of namesBelow(folder, /^\.donemark-tmp-/)) {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}

async function runIn(
  folder: string,
  {
    inputs,
    env,
    disk,
    log,
  }: { inputs: Record<string, string>; env: Record<string, string>; disk: Disk; log: string[] },
): Promise<number> {
  // The lease of a dead run is held by this process, which lives on; no two runs are of the same path.
  process.env["DONEMARK_LEASE_DIR"] = join(folder, "..", "leases");
  const say = (line: string): void => void log.push(line);
  const reporter: Reporter = {
    info: say,
    warn: say,
    error: say,
    debug: say,
    output: say,
    mask: () => undefined,
  };
  const { exitCode } = await run(
    {
      surface: "terminal",
      inputs: { label: (name) => name, values: inputs },
      workspace: folder,
      env: {
        PATH: process.env["PATH"],
        DONEMARK_CACHE_DIR: join(folder, ".cache"),
        CUDA_VISIBLE_DEVICES: "",
        ...env,
      },
      disk,
      reporter,
      now: Date.now,
      randomHex: (bytes) => randomBytes(bytes).toString("hex"),
      home: pathToFileURL(`${DIST}/`),
    },
    { stop: createStop() },
  );
  return exitCode;
}

/** The real disk, on which a change that is not allowed never comes to an end. */
function hangingDisk(allows: (operation: Operation, path: string) => boolean): Disk {
  const hang = new Promise<never>(() => undefined);
  const stopAt = <T>(operation: Operation, path: string, act: () => Promise<T>): Promise<T> =>
    allows(operation, path) ? act() : hang;
  const disk = unflushedDisk;
  return {
    ...disk,
    rename: (from, to) => stopAt("rename", from, () => disk.rename(from, to)),
    unlink: (path) => stopAt("unlink", path, () => disk.unlink(path)),
    makeDirectory: (path) => stopAt("makeDirectory", path, () => disk.makeDirectory(path)),
    removeTree: (path) => stopAt("removeTree", path, () => disk.removeTree(path)),
  };
}
