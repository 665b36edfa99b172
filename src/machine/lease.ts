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
import {
  holderFileName,
  isHolderFile,
  isNote,
  nameOf,
  noteOf,
  processOf,
  serialOf,
} from "./lease-names.ts";
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
  /** Folders of leases that were given back, for the next leases: a new one costs six changes on the disk. */
  readonly spares: Spare[];
}

interface Spare {
  readonly path: string;
  /** The only file in it. */
  readonly holderFile: string;
}

/** A run has as many leases on their way as it has slots. */
const MOST_SPARES = 16;

/** Names of folders that are no resource's: those that are about to be, and those that were. */
const [FRESH, AWAY] = [".new-", ".old-"];

/** More than these are left to a later run. */
const MOST_SWEPT = 100;

/** Removes such folders of runs that are gone: those were killed before they removed them. Never throws. */
export function sweepSpares(taker: LeaseTaker): void {
  const isSpare = (name: string): boolean => name.startsWith(FRESH) || name.startsWith(AWAY);
  const names = namesIn(taker.folder).filter(isSpare).slice(0, MOST_SWEPT);
  for (const name of names) {
    try {
      const path = join(taker.folder, name);
      const { lives } = lookIn(taker, path);
      const isLeft = lives.length > 0 && lives.every(({ liveness }) => liveness === "gone");
      if (isLeft) rmSync(path, { recursive: true, force: true });
    } catch {
      // It is another user's, or no folder: it stays.
    }
  }
}

/** Removes what is kept for the next leases. */
export function discardSpares({ spares }: LeaseTaker): void {
  for (const { path } of spares.splice(0)) rmSync(path, { recursive: true, force: true });
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
 * - release: the living holder renames the folder away, and keeps it for its next lease or removes it. While a noted process lives the folder stays, with
 *   a holder file that names nobody.
 * A holder of another boot or namespace counts as long as its heartbeat does, which lies in the same folder; so does a
 * process that it has noted. Nothing is flushed: what a power cut leaves is a lease of nobody, or one of another boot.
 */
export async function acquireLease(taker: LeaseTaker, resource: string): Promise<Lease | Held> {
  const place = join(taker.folder, sha256(resource).slice(0, 32));
  for (let round = 0; round < ROUNDS; round += 1) {
    const seen = lookIn(taker, place);
    const held = heldBy(seen);
    if (held !== undefined) return held;
    const holderFile = holderFileName(taker.holder);
    const last = seen.names.find(isHolderFile);
    if (last === undefined) forgetTheDead(place, seen);
    const isTaken =
      last === undefined
        ? plant(taker, place, holderFile)
        : moved(join(place, last), join(place, holderFile));
    if (isTaken) return leaseOf(taker, place, holderFile);
  }
  throw new UserError([
    `No lease could be taken in ${quote(place)}, which no run holds: move it away (\`mv -- ${quoteForShell(place)} ${quoteForShell(`${place}.old`)}\`), then run again.`,
  ]);
}

/** Who holds leases in a folder, and how many were left by holders that are gone: the next run takes these. */
export interface LeasesSeen {
  readonly holders: readonly ProcessId[];
  readonly left: number;
}

/** One look at the leases of a folder. Changes nothing. */
export function lookAtLeases(from: Pick<LeaseTaker, "folder" | "owners">): LeasesSeen {
  const resources = namesIn(from.folder).filter((name) => /^[\da-f]{32}$/.test(name));
  const held = resources.map((name) => heldBy(lookIn(from, join(from.folder, name))));
  const holders = held.filter((one) => one !== undefined).map(({ by }) => by);
  const isFirst = ({ pid }: ProcessId, place: number): boolean =>
    holders.findIndex((one) => one.pid === pid) === place;
  return { holders: holders.filter(isFirst), left: held.length - holders.length };
}

/** The beginning of the names of heartbeats in a folder of leases. */
export const LEASE_HEARTBEAT_PREFIX = ".alive-";

/** The path of the heartbeat of one that holds leases in this folder. */
export function leaseHeartbeat(folder: string, holder: ProcessId): string {
  return join(folder, LEASE_HEARTBEAT_PREFIX + sha256(nameOf(holder)).slice(0, 32));
}

/** One that lives, or one of whom nothing is known yet. */
function heldBy({ lives }: Look): Held | undefined {
  for (const { owner, liveness } of lives)
    if (liveness !== "gone") return { kind: "held", by: owner.process, owner, liveness };
  return undefined;
}

/** The folder of a resource at one moment. */
interface Look {
  readonly names: readonly string[];
  readonly lives: readonly Life[];
}

interface Life {
  readonly name: string;
  readonly owner: Owner;
  readonly liveness: Liveness;
}

/** The holder and the noted processes. A noted stranger has no heartbeat but that of its holder. */
function lookIn({ folder, owners }: Pick<LeaseTaker, "folder" | "owners">, place: string): Look {
  const names = namesIn(place);
  const holders = names.filter(isHolderFile);
  const notes = names.filter(isNote).toSorted((a, b) => serialOf(a) - serialOf(b));
  const holder = holders.map(processOf).find((one) => one !== undefined);
  const lives = [...holders, ...notes].flatMap((name): readonly Life[] => {
    const process = processOf(name);
    if (process === undefined) return [];
    const owner = { process, heartbeat: leaseHeartbeat(folder, holder ?? process) };
    return [{ name, owner, liveness: owners.livenessOf(owner) }];
  });
  return { names, lives };
}

/**
 * The folder of this machine's leases: `DONEMARK_LEASE_DIR`, or one that all users and runners share. Not the
 * temporary folder of this process: each runner may have its own.
 * @throws {UserError} where it is not a folder that can be trusted.
 */
export function leaseFolder(env: Environment = process.env): string {
  const folder = leaseFolderPath(env);
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

/** Its path alone: nothing is made, and nothing is looked at. @throws {UserError} for a relative one. */
export function leaseFolderPath(env: Environment): string {
  const folder = variable(env, "DONEMARK_LEASE_DIR") ?? "/tmp/donemark-leases";
  if (isAbsolute(folder)) return folder;
  throw new UserError([`DONEMARK_LEASE_DIR: expected an absolute path, got ${quote(folder)}.`]);
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
    const own = reuseSpare(taker, holderFile) ?? makeFolder(taker, holderFile);
    const isTaken = moved(own, place);
    if (!isTaken) rmSync(own, { recursive: true, force: true });
    return isTaken;
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error;
    // A cleaner of temporary files has removed the folder.
    if (makeShared(taker.folder)) taker.onRemade?.();
    return false;
  }
}

function makeFolder({ folder }: LeaseTaker, holderFile: string): string {
  const own = mkdtempSync(join(folder, FRESH));
  writeFileSync(join(own, holderFile), "");
  chmodSync(own, EVERYBODY);
  return own;
}

/** `undefined` where there is none, or a cleaner of temporary files has removed it. */
function reuseSpare({ spares }: LeaseTaker, holderFile: string): string | undefined {
  for (let spare = spares.pop(); spare !== undefined; spare = spares.pop()) {
    const { path } = spare;
    if (moved(join(path, spare.holderFile), join(path, holderFile))) return path;
    rmSync(path, { recursive: true, force: true });
  }
  return undefined;
}

function leaseOf(taker: LeaseTaker, place: string, first: string): Lease {
  // Absent after the release.
  let holderFile: string | undefined = first;
  let noted = 0;
  return {
    kind: "lease",
    note: (process) => {
      if (holderFile === undefined) return;
      const seen = lookIn(taker, place);
      if (!seen.names.includes(holderFile)) holderFile = takeAgain(taker, place);
      forgetTheDead(place, seen);
      noted += 1;
      writeFileSync(join(place, noteOf(noted, process)), "");
    },
    release: async () => {
      const last = holderFile;
      holderFile = undefined;
      if (last === undefined) return;
      const { names, lives } = lookIn(taker, place);
      if (!names.includes(last)) return;
      const away = join(taker.folder, AWAY + randomUUID());
      const isFree = !lives.some(({ name, liveness }) => name !== last && liveness !== "gone");
      if (isFree && moved(place, away)) {
        if (names.length === 1 && taker.spares.length < MOST_SPARES)
          taker.spares.push({ path: away, holderFile: last });
        else rmSync(away, { recursive: true, force: true });
      }
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
    const seen = lookIn(taker, place);
    const held = heldBy(seen);
    if (held !== undefined)
      throw new Error(
        `its lease in ${taker.folder} was removed, and another run (pid ${held.by.pid}) has taken its GPU since: run again once that run has ended`,
      );
    forgetTheDead(place, seen);
    if (plant(taker, place, holderFile)) break;
  }
  return holderFile;
}

/** Removes the notes of processes that are gone. A note that cannot be removed is another user's, and counts for nothing. */
function forgetTheDead(place: string, { names, lives }: Look): void {
  const living = new Set(lives.flatMap(({ name, liveness }) => (liveness === "gone" ? [] : name)));
  for (const name of names.filter(isNote)) {
    if (living.has(name)) continue;
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

function namesIn(place: string): readonly string[] {
  try {
    return readdirSync(place);
  } catch (error) {
    if (hasCode(error, "ENOENT")) return [];
    throw error;
  }
}
