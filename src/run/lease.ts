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
 * A lease is a folder named after the resource, with one empty file, the baton, whose name says who holds it, and one
 * for each process that was noted. No name is ever used twice, and every step is one rename of the baton, of which the
 * kernel lets exactly one of many racers succeed:
 * - nobody has the resource: a folder with one's own baton is renamed to the resource's name, which fails where a
 *   folder that is not empty has that name;
 * - the holder is dead: its baton is renamed to one's own. Whoever comes second finds no baton of the old name;
 * - release: the folder is renamed away, by the living holder alone, and then removed. While a noted process lives the
 *   folder stays, with a baton that is nobody's.
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
    const by = [...batons, ...notesIn(place)].map(processOf).find(isLiving);
    if (by !== undefined) return { kind: "held", by };
    const baton = batonOf(holder);
    if (batons[0] === undefined) forgetTheDead(place);
    const isTaken =
      batons[0] === undefined
        ? plant(folder, place, baton)
        : moved(join(place, batons[0]), join(place, baton));
    if (isTaken) return leaseOf(folder, place, baton);
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

function leaseOf(folder: string, place: string, first: string): Lease {
  // Gone after the release, or when a cleaner of temporary files took it: then the resource may be another's.
  let baton: string | undefined = first;
  let noted = 0;
  const own = (): string | undefined => batonsIn(place).find((name) => name === baton);
  return {
    kind: "lease",
    note: (process) => {
      baton = own();
      if (baton === undefined) return;
      forgetTheDead(place);
      noted += 1;
      writeFileSync(join(place, noteOf(noted, process)), "");
    },
    release: async () => {
      const last = own();
      baton = undefined;
      if (last === undefined) return;
      const away = join(folder, `.old-${randomUUID()}`);
      const isFree = !notesIn(place).map(processOf).some(isLiving);
      if (isFree && moved(place, away)) rmSync(away, { recursive: true, force: true });
      // A command still runs, or the folder is another user's: it stays, with a baton that is nobody's.
      else moved(join(place, last), join(place, batonOf()));
    },
  };
}

/** What cannot be removed is another user's, and dead all the same. */
function forgetTheDead(place: string): void {
  for (const name of notesIn(place)) {
    if (isLiving(processOf(name))) continue;
    try {
      rmSync(join(place, name), { force: true });
    } catch (error) {
      if (!hasCode(error, "EPERM", "EACCES")) throw error;
    }
  }
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
  return namesIn(place).filter((name) => name.includes("~") && !name.startsWith("+"));
}

/** In the order in which they were noted. */
function notesIn(place: string): readonly string[] {
  return namesIn(place)
    .filter((name) => name.startsWith("+"))
    .toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
}

function namesIn(place: string): readonly string[] {
  try {
    return readdirSync(place);
  } catch (error) {
    if (hasCode(error, "ENOENT")) return [];
    throw error;
  }
}

/** `<boot>~<pid>,<start time>~<unique>`; one that is nobody's names no process. */
function batonOf(holder?: ProcessId): string {
  const unique = randomUUID().slice(0, 13);
  return holder === undefined ? `~~${unique}` : `${nameOf(holder)}~${unique}`;
}

/** `+<number>~<boot>~<pid>,<start time>~` */
function noteOf(serial: number, process: ProcessId): string {
  return `+${serial}~${nameOf(process)}~`;
}

function nameOf({ boot, pid, startTime }: ProcessId): string {
  return `${encodeURIComponent(boot)}~${pid},${encodeURIComponent(startTime)}`;
}

/** The process that a baton or a note names. */
function processOf(name: string): ProcessId | undefined {
  const [, boot = "", pid = "", startTime = ""] =
    /^(?:\+\d+~)?([^~]*)~(\d+),([^~]*)~/.exec(name) ?? [];
  if (pid === "") return undefined;
  const [start, bootName] = [decodeURIComponent(startTime), decodeURIComponent(boot)];
  return { pid: Number(pid), startTime: start, boot: bootName };
}

function isLiving(process: ProcessId | undefined): process is ProcessId {
  return process !== undefined && isAlive(process);
}
