import { randomUUID } from "node:crypto";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, isAbsolute, join } from "node:path";

import { sha256 } from "../core/digest.ts";
import type { Environment } from "../core/environment.ts";
import { describe, hasCode, UserError } from "../core/problem.ts";
import { show } from "../core/text.ts";
import { isAlive, type ProcessId } from "./processes.ts";

/** The right to use something of this machine alone, as long as a process that holds it lives. */
export interface Lease {
  readonly kind: "lease";
  /** Names one more process that keeps the lease alive, such as a command that may outlive Donemark for a moment. */
  readonly note: (process: ProcessId) => void;
  readonly release: () => Promise<void>;
}

export interface Held {
  readonly kind: "held";
  readonly by: ProcessId;
}

/**
 * Takes a resource, or says who has it; never waits. Two takers in one process are two takers.
 *
 * A lease is a folder named after the resource, with one empty file, the baton, whose name says who holds it. No name
 * is ever used twice, and every step is one rename, of which the kernel lets exactly one of many racers succeed:
 * - nobody has the resource: a folder with one's own baton is renamed to the resource's name, which fails where a
 *   folder that is not empty has that name;
 * - the holder is dead: its baton is renamed to one's own. Whoever comes second finds no baton of the old name;
 * - release: the folder is renamed away, by the living holder alone, and then removed.
 * Nothing is flushed: with the boot, all leases end.
 */
export async function acquireLease(
  folder: string,
  resource: string,
  holder: ProcessId,
): Promise<Lease | Held> {
  const place = join(folder, sha256(resource).slice(0, 32));
  for (let round = 0; round < ROUNDS; round += 1) {
    const batons = batonsIn(place);
    const by = batons.map(livingHolder).find((living) => living !== undefined);
    if (by !== undefined) return { kind: "held", by };
    const baton = batonOf([holder]);
    const isTaken =
      batons[0] === undefined
        ? plant(folder, place, baton)
        : moved(join(place, batons[0]), join(place, baton));
    if (isTaken) return leaseOf(folder, place, holder, baton);
  }
  throw new UserError([`No lease could be taken in ${show(place)}: remove that folder.`]);
}

/**
 * The folder of this machine's leases: `DONEMARK_LEASE_DIR`, or one that all users and runners share. Not the
 * temporary folder of this process: each runner may have its own.
 * @throws {UserError} where it is not a folder that can be trusted.
 */
export function leaseFolder(env: Environment = process.env): string {
  const folder = env["DONEMARK_LEASE_DIR"] ?? "/tmp/donemark-leases";
  if (!isAbsolute(folder)) {
    throw new UserError([`DONEMARK_LEASE_DIR: expected an absolute path, got ${show(folder)}.`]);
  }
  try {
    makeShared(folder);
  } catch (error) {
    throw new UserError([
      `Leases are kept in ${show(folder)}, which cannot be made (${describe(error)}): set DONEMARK_LEASE_DIR.`,
    ]);
  }
  if (lstatSync(folder).isDirectory()) return folder;
  throw new UserError([
    `Expected a folder for leases at ${show(folder)}, found a link or a file: remove it, or set DONEMARK_LEASE_DIR.`,
  ]);
}

function makeShared(folder: string): void {
  mkdirSync(dirname(folder), { recursive: true });
  try {
    mkdirSync(folder);
    chmodSync(folder, 0o1777);
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  }
}

/** More than the racers that could get in between, one after the other. */
const ROUNDS = 1000;

/** The folder of a resource is everybody's: the next holder may be another user. */
const EVERYBODY = 0o777;

function plant(folder: string, place: string, baton: string): boolean {
  const own = mkdtempSync(join(folder, ".new-"));
  writeFileSync(join(own, baton), "");
  chmodSync(own, EVERYBODY);
  const isTaken = moved(own, place);
  if (!isTaken) rmSync(own, { recursive: true });
  return isTaken;
}

function leaseOf(folder: string, place: string, holder: ProcessId, first: string): Lease {
  // Gone after the release, or when a cleaner of temporary files took it: then the resource may be another's.
  let baton: string | undefined = first;
  const own = (): string | undefined => batonsIn(place).find((name) => name === baton);
  return {
    kind: "lease",
    note: (process) => {
      baton = own();
      if (baton === undefined) return;
      const next = batonOf([holder, ...processesOf(baton).slice(1).filter(isAlive), process]);
      renameSync(join(place, baton), join(place, next));
      baton = next;
    },
    release: async () => {
      const last = own();
      baton = undefined;
      if (last === undefined) return;
      const away = join(folder, `.old-${randomUUID()}`);
      if (moved(place, away)) rmSync(away, { recursive: true, force: true });
      // The folder is another user's: it stays, with a baton that is nobody's.
      else moved(join(place, last), join(place, batonOf([])));
    },
  };
}

/** Renames; `false` where another was faster, or it is not allowed. */
function moved(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (hasCode(error, "ENOENT", "ENOTEMPTY", "EEXIST", "EPERM", "EACCES")) return false;
    throw error;
  }
}

function batonsIn(place: string): readonly string[] {
  try {
    return readdirSync(place).filter((name) => name.includes("~"));
  } catch (error) {
    if (hasCode(error, "ENOENT")) return [];
    throw error;
  }
}

/** `~<boot>~<pid>,<start time>~<pid>,<start time>~<unique>`: at most 255 bytes, for a few processes. */
function batonOf(processes: readonly ProcessId[]): string {
  const boot = encodeURIComponent(processes[0]?.boot ?? "");
  const names = processes.map(({ pid, startTime }) => `${pid},${encodeURIComponent(startTime)}`);
  return [boot, ...names, randomUUID().slice(0, 13)].join("~");
}

function processesOf(baton: string): readonly ProcessId[] {
  const [boot = "", ...names] = baton.split("~").slice(0, -1);
  return names.map((name) => {
    const [pid, startTime = ""] = name.split(",");
    return {
      pid: Number(pid),
      startTime: decodeURIComponent(startTime),
      boot: decodeURIComponent(boot),
    };
  });
}

function livingHolder(baton: string): ProcessId | undefined {
  return processesOf(baton).find(isAlive);
}
