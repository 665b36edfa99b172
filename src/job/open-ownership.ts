import { hostname } from "node:os";
import { join } from "node:path";
import type { Definition } from "../core/definition/fields.ts";
import { belowWorkspace } from "../core/model/shard-paths.ts";
import type { Verdict } from "../checkpoint/survey.ts";
import type { ProcessMark } from "../core/model/start-record.ts";
import { fixedPart } from "../core/model/template.ts";
import { makeFolders, TEMPORARY_PREFIX } from "../files/durable.ts";
import {
  heartbeatTimes,
  openHeart,
  type Heart,
  type Heartbeat,
  type HeartbeatPlace,
} from "../machine/heartbeat.ts";
import { sweepHeartbeats } from "../machine/heartbeat-sweep.ts";
import {
  discardSpares,
  leaseFolder,
  leaseHeartbeat,
  sweepSpares,
  type LeaseTaker,
} from "../machine/lease.ts";
import { watchOwners, type OwnerWatch } from "../machine/owner-watch.ts";
import { whyRefused } from "../files/refused.ts";
import { strangerOf } from "../protocol/claims.ts";
import { temporaryToken } from "../protocol/temporary-names.ts";
import type { Invocation } from "./invocation.ts";

/** What a process needs to own shards and GPUs, and to tell who else does. */
export interface Ownership {
  readonly owners: OwnerWatch;
  readonly leases: LeaseTaker;
  readonly heart: Heart;
  /** Its heartbeat for those who share the disk of the checkpoints; `undefined` where it has none. */
  readonly heartbeat: string | undefined;
  readonly close: () => Promise<void>;
}

type Beating = Pick<Invocation, "disk" | "env" | "reporter" | "home">;

/**
 * With a heartbeat beside the leases, for as long as they are held. Removes heartbeats there whose owners are gone.
 * @throws {UserError} where there is no folder for leases.
 */
export function openOwnership(invocation: Beating, holder: ProcessMark): Ownership {
  const { env, reporter, home } = invocation;
  const times = heartbeatTimes(env);
  const owners = watchOwners(times);
  const folder = leaseFolder(env);
  const onRemade = (): void =>
    reporter.warn(
      `The folder of leases ${folder} was removed while this run goes on, and is made anew. Keep it from cleaners of temporary files, or set DONEMARK_LEASE_DIR.`,
    );
  const leases: LeaseTaker = { folder, holder, owners, onRemade, spares: [] };
  const text = { host: hostname(), ...holder };
  const path = leaseHeartbeat(folder, holder);
  const heart = openHeart(home, times);
  const beating = beginToBeat(invocation, heart, { path, text, isFolderShared: true });
  sweepSpares(leases);
  const endSweep = sweepHeartbeats(folder, { owners, everyMs: times.lookMs });
  const close = async (): Promise<void> => {
    endSweep();
    discardSpares(leases);
    owners.close();
    await beating?.stop().catch(() => undefined);
  };
  return { owners, leases, heart, heartbeat: undefined, close };
}

/** The same with a second heartbeat, where the checkpoints lie: for those who share that disk and not this machine. */
export async function openBeatingOwnership(
  invocation: Invocation,
  { checkpoint }: Pick<Definition, "checkpoint">,
  { owner, runTag }: { readonly owner: ProcessMark; readonly runTag: string },
): Promise<Ownership> {
  const opened = openOwnership(invocation, owner);
  const { disk, workspace } = invocation;
  const folder = belowWorkspace(workspace, fixedPart(checkpoint));
  const path = join(folder, TEMPORARY_PREFIX + temporaryToken(owner, "alive"));
  const text = { host: hostname(), pid: owner.pid, run: runTag };
  await makeFolders(disk, folder).catch(() => undefined);
  const beating = beginToBeat(invocation, opened.heart, { path, text, isFolderShared: false });
  const close = async (): Promise<void> => {
    await opened.close();
    await beating?.stop().catch(() => undefined);
  };
  return { ...opened, heartbeat: beating?.path, close };
}

function beginToBeat(
  { disk, reporter }: Pick<Invocation, "disk" | "reporter">,
  heart: Heart,
  place: HeartbeatPlace,
): Heartbeat | undefined {
  try {
    return heart.begin(place);
  } catch (error) {
    reporter.warn(
      `This run gives no sign of life to other machines and containers, which take its work over after three minutes: ${whyRefused(disk, error)}`,
    );
    return undefined;
  }
}

/** Begins to watch every owner of whom nothing is known here, so that all of them are known after one time. */
export function tellOfStrangers(
  { reporter }: Pick<Invocation, "reporter">,
  owners: OwnerWatch,
  verdicts: readonly Verdict[],
): void {
  for (const { task, facts } of verdicts) {
    const { startRecord } = facts;
    const owner = strangerOf(startRecord, task.paths, owners);
    if (owner === undefined) continue;
    reporter.warn(
      `[${task.shard.id}] was started by another run (${owners.nameOf(owner, startRecord?.by.host)}), as ${task.paths.started} says. Whether that one lives is known after three minutes at most; waiting.`,
    );
  }
}
