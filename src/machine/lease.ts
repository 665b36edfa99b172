import { randomUUID } from "node:crypto";
import {
  accessSync,
  chmodSync,
  constants,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, isAbsolute, join } from "node:path";

import { sha256 } from "../core/model/digest.ts";
import { variable, type Environment } from "../core/definition/environment.ts";
import { messageOf, hasCode, UserError } from "../core/text/problem.ts";
import { quoteForShell } from "../core/text/shell-quote.ts";
import { quote } from "../core/text/text.ts";
import type { Liveness } from "../core/ownership/liveness.ts";
import type { Owner, OwnerWatch } from "./owner-watch.ts";
import type { ProcessId } from "./processes.ts";

/** The exclusive right to a resource of this machine, as long as a process that holds the lease lives. */
export interface Lease {
  readonly kind: "lease";
  /** Adds a process that keeps the lease alive, such as a command that may outlive Donemark for a moment. */
  readonly note: (process: ProcessId) => void;
  readonly release: () => Promise<void>;
}

export interface Held {
  readonly kind: "held";
  readonly by: ProcessId;
  /** Who holds it, for asking once more whether it lives. */
  readonly owner: Owner;
  readonly liveness: "alive" | "unknown";
}

/** Who takes leases, and where. */
export interface LeaseTaker {
  readonly folder: string;
  readonly holder: ProcessId;
  /** Tells which holders live. */
  readonly owners: Pick<OwnerWatch, "livenessOf">;
  /** Called where the folder had vanished and was made anew. */
  readonly onRemade?: () => void;
}

/**
 * Takes a resource, or names its holder; never waits. Two calls in one process compete like two processes.
 *
 * A lease is a folder named after the resource. One empty file in it, the holder file, names the holder; one more file
 * names each noted process. No name is used twice, and every step is one rename, of which the kernel lets exactly one of
 * several competitors succeed:
 * - the resource is free: a folder with one's own holder file is renamed to the resource's name, which fails where a
 *   folder that is not empty has that name;
 * - the holder is gone: its holder file is renamed to one's own. A second process finds no file of the old name;
 * - release: the living holder renames the folder away and removes it. While a noted process lives the folder stays, with
 *   a holder file that names nobody.
 * A holder of another boot or namespace counts as long as its heartbeat does, which lies in the same folder; so does a
 * process that it has noted. Nothing is flushed: what a power cut leaves is a lease of nobody, or one of another boot.
 */
export async function acquireLease(taker: LeaseTaker, resource: string): Promise<Lease | Held> {
  const place = join(taker.folder, sha256(resource).slice(0, 32));
  for (let round = 0; round < ROUNDS; round += 1) {
    const holderFiles = holderFilesIn(place);
    const held = heldBy(taker, place);
    if (held !== undefined) return held;
    const holderFile = holderFileName(taker.holder);
    if (holderFiles[0] === undefined) forgetTheDead(taker, place);
    const isTaken =
      holderFiles[0] === undefined
        ? plant(taker, place, holderFile)
        : moved(join(place, holderFiles[0]), join(place, holderFile));
    if (isTaken) return leaseOf(taker, place, holderFile);
  }
  throw new UserError([
    `No lease could be taken in ${quote(place)}, which no run holds: move it away (\`mv -- ${quoteForShell(place)} ${quoteForShell(`${place}.old`)}\`), then run again.`,
  ]);
}

/** The beginning of the names of heartbeats in a folder of leases. */
export const LEASE_HEARTBEAT_PREFIX = ".alive-";

/** The path of the heartbeat of one that holds leases in this folder. */
export function leaseHeartbeat(folder: string, holder: ProcessId): string {
  return join(folder, LEASE_HEARTBEAT_PREFIX + sha256(nameOf(holder)).slice(0, 32));
}

/** One that lives, or one of whom nothing is known yet. */
function heldBy(taker: LeaseTaker, place: string): Held | undefined {
  for (const { owner, liveness } of livesIn(taker, place))
    if (liveness !== "gone") return { kind: "held", by: owner.process, owner, liveness };
  return undefined;
}

interface Life {
  readonly name: string;
  readonly owner: Owner;
  readonly liveness: Liveness;
}

/** The holder and the noted processes. A noted stranger has no heartbeat but that of its holder. */
function livesIn({ folder, owners }: LeaseTaker, place: string): readonly Life[] {
  const holder = holderFilesIn(place)
    .map(processOf)
    .find((one) => one !== undefined);
  return [...holderFilesIn(place), ...notesIn(place)].flatMap((name): readonly Life[] => {
    const process = processOf(name);
    if (process === undefined) return [];
    const owner = { process, heartbeat: leaseHeartbeat(folder, holder ?? process) };
    return [{ name, owner, liveness: owners.livenessOf(owner) }];
  });
}

/**
 * The folder of this machine's leases: `DONEMARK_LEASE_DIR`, or one that all users and runners share. Not the
 * temporary folder of this process: each runner may have its own.
 * @throws {UserError} where it is not a folder that can be trusted.
 */
export function leaseFolder(env: Environment = process.env): string {
  const folder = variable(env, "DONEMARK_LEASE_DIR") ?? "/tmp/donemark-leases";
  if (!isAbsolute(folder)) {
    throw new UserError([`DONEMARK_LEASE_DIR: expected an absolute path, got ${quote(folder)}.`]);
  }
  try {
    makeShared(folder);
  } catch (error) {
    throw new UserError([
      `Leases are kept in ${quote(folder)}, which cannot be made (${messageOf(error)}): set DONEMARK_LEASE_DIR.`,
    ]);
  }
  const found = lstatSync(folder);
  if (found.isDirectory()) {
    checkWritable(folder, found.uid);
    return folder;
  }
  throw new UserError([
    `Expected a folder for leases at ${quote(folder)}, found a link or a file: move it away (\`mv -- ${quoteForShell(folder)} ${quoteForShell(`${folder}.old`)}\`), then run again.`,
  ]);
}

function checkWritable(folder: string, uid: number): void {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new UserError([
      `Leases are kept in ${quote(folder)}, which belongs to user ${uid} and cannot be written here (${messageOf(error)}): ` +
        `let its owner run \`chmod 1777 ${quoteForShell(folder)}\`, then run again.`,
    ]);
  }
}

/** `false` where the folder was there. */
function makeShared(folder: string): boolean {
  mkdirSync(dirname(folder), { recursive: true });
  try {
    mkdirSync(folder);
    chmodSync(folder, 0o1777);
    return true;
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
    return false;
  }
}

/** More rounds than there can be competitors that succeed first, one after the other. */
const ROUNDS = 1000;

/** Everybody may write in the folder of a resource: the next holder may be another user. */
const EVERYBODY = 0o777;

function plant(taker: LeaseTaker, place: string, holderFile: string): boolean {
  try {
    const own = mkdtempSync(join(taker.folder, ".new-"));
    writeFileSync(join(own, holderFile), "");
    chmodSync(own, EVERYBODY);
    const isTaken = moved(own, place);
    if (!isTaken) rmSync(own, { recursive: true });
    return isTaken;
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error;
    // A cleaner of temporary files has removed the folder.
    if (makeShared(taker.folder)) taker.onRemade?.();
    return false;
  }
}

function leaseOf(taker: LeaseTaker, place: string, first: string): Lease {
  // Absent after the release.
  let holderFile: string | undefined = first;
  let noted = 0;
  const own = (): string | undefined => holderFilesIn(place).find((name) => name === holderFile);
  return {
    kind: "lease",
    note: (process) => {
      if (holderFile === undefined) return;
      holderFile = own() ?? takeAgain(taker, place);
      forgetTheDead(taker, place);
      noted += 1;
      writeFileSync(join(place, noteOf(noted, process)), "");
    },
    release: async () => {
      const last = own();
      holderFile = undefined;
      if (last === undefined) return;
      const away = join(taker.folder, `.old-${randomUUID()}`);
      const isFree = !livesIn(taker, place).some(
        ({ name, liveness }) => name !== last && liveness !== "gone",
      );
      if (isFree && moved(place, away)) rmSync(away, { recursive: true, force: true });
      // A command still runs, or the folder is another user's: it stays, with a holder file that names nobody.
      else moved(join(place, last), join(place, holderFileName()));
    },
  };
}

/**
 * Takes a lease anew that a cleaner of temporary files has removed.
 * @throws where another process holds the resource by now.
 */
function takeAgain(taker: LeaseTaker, place: string): string {
  const holderFile = holderFileName(taker.holder);
  for (let round = 0; round < ROUNDS; round += 1) {
    const held = heldBy(taker, place);
    if (held !== undefined)
      throw new Error(
        `its lease in ${taker.folder} was removed, and another run (pid ${held.by.pid}) has taken its GPU since: run again once that run has ended`,
      );
    forgetTheDead(taker, place);
    if (plant(taker, place, holderFile)) break;
  }
  return holderFile;
}

/** Removes the notes of processes that are gone. A note that cannot be removed is another user's, and counts for nothing. */
function forgetTheDead(taker: LeaseTaker, place: string): void {
  const lives = new Map(livesIn(taker, place).map(({ name, liveness }) => [name, liveness]));
  for (const name of notesIn(place)) {
    if ((lives.get(name) ?? "gone") !== "gone") continue;
    try {
      rmSync(join(place, name), { force: true });
    } catch (error) {
      if (!hasCode(error, "EPERM", "EACCES")) throw error;
    }
  }
}

/** Renames; `false` where another process was faster, or the rename is not allowed. */
function moved(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (hasCode(error, "ENOENT", "ENOTEMPTY", "EEXIST", "EPERM", "EACCES")) return false;
    throw error;
  }
}

function holderFilesIn(place: string): readonly string[] {
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

/** `<boot>~<pid>,<start time>~<unique>`; without a holder it names no process. */
function holderFileName(holder?: ProcessId): string {
  const unique = randomUUID().slice(0, 13);
  return holder === undefined ? `~~${unique}` : `${nameOf(holder)}~${unique}`;
}

/** `+<number>~<boot>~<pid>,<start time>~` */
function noteOf(serial: number, process: ProcessId): string {
  return `+${serial}~${nameOf(process)}~`;
}

function nameOf({ boot, pid, startTime }: ProcessId): string {
  return `${encoded(boot)}~${pid},${encoded(startTime)}`;
}

/** A text as a part of a name between `~`. */
function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll("~", "%7E");
}

/** The process that a holder file or a note names; `undefined` for one that names nobody, whoever put it there. */
function processOf(name: string): ProcessId | undefined {
  const [, boot = "", pid = "", startTime = ""] =
    /^(?:\+\d+~)?([^~]*)~(\d+),([^~]*)~/.exec(name) ?? [];
  if (pid === "") return undefined;
  try {
    const [start, bootName] = [decodeURIComponent(startTime), decodeURIComponent(boot)];
    return { pid: Number(pid), startTime: start, boot: bootName };
  } catch {
    return undefined;
  }
}
