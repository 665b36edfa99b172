import { dirname, join } from "node:path";
import { readStart } from "../checkpoint/records.ts";
import type { Verdict } from "../checkpoint/survey.ts";
import type { ShardPaths } from "../core/model/shard-paths.ts";
import { isOver, type ProcessMark, type StartRecord } from "../core/model/start-record.ts";
import type { Disk } from "../files/disk.ts";
import { acquireLease, type Held, type Lease, type LeaseTaker } from "../machine/lease.ts";
import type { Owner, OwnerWatch } from "../machine/owner-watch.ts";
import { livenessHere } from "../machine/processes.ts";

/** Claims a shard on this machine, from before its start until its result is marked, digested and saved. */
export function claimShard(
  taker: LeaseTaker,
  { paths }: { readonly paths: Pick<ShardPaths, "checkpoint"> },
): Promise<Lease | Held> {
  return acquireLease(taker, `shard ${paths.checkpoint}`);
}

/** Acts while the shard is claimed. Does not wait where another process holds the claim. */
export async function whileClaimed<T>(
  lease: Promise<Lease | Held>,
  act: () => Promise<T>,
): Promise<{ readonly kind: "acted"; readonly result: T } | Held> {
  const taken = await lease;
  if (taken.kind === "held") return taken;
  try {
    return { kind: "acted", result: await act() };
  } finally {
    await taken.release();
  }
}

/** Another run that works on a shard, or may do so. */
export interface Holder {
  readonly owner: Owner;
  readonly liveness: "alive" | "unknown";
  /** Its machine, as it wrote it down itself. */
  readonly host: string | undefined;
}

export interface Asking {
  readonly self: ProcessMark;
  readonly owners: OwnerWatch;
}

/** The run that has started the shard, unless that is over, it is this process, or it is gone. */
export function holderOf(
  start: StartRecord | undefined,
  { started }: Pick<ShardPaths, "started">,
  { self, owners }: Asking,
): Holder | undefined {
  if (start === undefined || isOver(start) || isSameProcess(start.owner, self)) return undefined;
  const owner = ownerOf(start, started);
  const liveness = owners.livenessOf(owner);
  return liveness === "gone" ? undefined : { owner, liveness, host: start.by.host };
}

/** The same once it is known whether that run lives: the start record is read again until then. */
export async function knownHolder(
  disk: Disk,
  { checkpoint, started }: Pick<ShardPaths, "checkpoint" | "started">,
  asking: Asking,
): Promise<Holder | undefined> {
  for (;;) {
    const holder = holderOf(readStart(disk, checkpoint).startRecord, { started }, asking);
    if (holder?.liveness !== "unknown") return holder;
    await asking.owners.nextLook();
  }
}

/** The owner of a start that is not over, where it is not known yet whether it lives. */
export function strangerOf(
  start: StartRecord | undefined,
  { started }: Pick<ShardPaths, "started">,
  owners: Pick<OwnerWatch, "livenessOf">,
): Owner | undefined {
  if (start === undefined || isOver(start)) return undefined;
  const owner = ownerOf(start, started);
  return owners.livenessOf(owner) === "unknown" ? owner : undefined;
}

/**
 * Puts shards to the end of which nobody knows yet whether their owner lives, and watches all those owners from now on: by
 * the time that the rest is through, most are known.
 */
export function strangersLast<V extends Pick<Verdict, "task" | "facts">>(
  verdicts: readonly V[],
  owners: OwnerWatch,
): readonly V[] {
  const strange = new Set(
    verdicts.filter(({ task, facts }) => strangerOf(facts.startRecord, task.paths, owners)),
  );
  if (strange.size === 0) return verdicts;
  return [...verdicts.filter((one) => !strange.has(one)), ...strange];
}

/** The owner that a start record names. Its heartbeat lies where it says, seen from the record. */
export function ownerOf({ owner, heartbeat }: StartRecord, started: string): Owner {
  const path = heartbeat === undefined ? undefined : join(dirname(started), heartbeat);
  return { process: owner, heartbeat: path };
}

export function isSameProcess(a: ProcessMark, b: ProcessMark): boolean {
  return a.pid === b.pid && a.startTime === b.startTime && a.boot === b.boot;
}

/** Is another Donemark of this boot and namespace at work on the shard? */
export function isBusyHere(start: StartRecord | undefined, self: ProcessMark): boolean {
  if (start === undefined || isOver(start) || isSameProcess(start.owner, self)) return false;
  return livenessHere(start.owner) === "alive";
}

/** Was it written by a Donemark of this boot that is gone, and left no word of how its command ended? */
export function isAbandoned(start: StartRecord | undefined): boolean {
  return start !== undefined && !isOver(start) && livenessHere(start.owner) === "gone";
}
