import { hostname } from "node:os";
import { join } from "node:path";
import type { Definition } from "../core/definition/fields.ts";
import { belowWorkspace } from "../core/model/shard-paths.ts";
import type { Verdict } from "../checkpoint/survey.ts";
import type { ProcessMark } from "../core/model/start-record.ts";
import { fixedPart } from "../core/model/template.ts";
import { messageOf } from "../core/text/problem.ts";
import { makeFolders, TEMPORARY_PREFIX } from "../files/durable.ts";
import { heartbeatTimes, startHeartbeat, type Heartbeat } from "../machine/heartbeat.ts";
import { leaseFolder, leaseHeartbeat, type LeaseTaker } from "../machine/lease.ts";
import { watchOwners, type OwnerWatch } from "../machine/owner-watch.ts";
import { strangerOf } from "../protocol/claims.ts";
import { temporaryToken } from "../protocol/temporary-names.ts";
import type { Invocation } from "./invocation.ts";

/** What a process needs to own shards and GPUs, and to tell who else does. */
export interface Ownership {
  readonly owners: OwnerWatch;
  readonly leases: LeaseTaker;
  /** Its heartbeat for those who share the disk of the checkpoints; `undefined` where it has none. */
  readonly heartbeat: string | undefined;
  readonly close: () => Promise<void>;
}

/** @throws {UserError} where there is no folder for leases. */
export function openOwnership(
  { env, reporter }: Pick<Invocation, "env" | "reporter">,
  holder: ProcessMark,
): Ownership {
  const owners = watchOwners(heartbeatTimes(env));
  const folder = leaseFolder(env);
  const onRemade = (): void =>
    reporter.warn(
      `The folder of leases ${folder} was removed while this run goes on, and is made anew. Keep it from cleaners of temporary files, or set DONEMARK_LEASE_DIR.`,
    );
  const leases = { folder, holder, owners, onRemade };
  return { owners, leases, heartbeat: undefined, close: async () => owners.close() };
}

/** The same with heartbeats: one beside the leases, and one where the checkpoints lie. */
export async function openBeatingOwnership(
  invocation: Invocation,
  { checkpoint }: Pick<Definition, "checkpoint">,
  { owner, runTag }: { readonly owner: ProcessMark; readonly runTag: string },
): Promise<Ownership> {
  const opened = openOwnership(invocation, owner);
  const { disk, workspace, env, home, reporter } = invocation;
  const folder = belowWorkspace(workspace, fixedPart(checkpoint));
  const text = { host: hostname(), pid: owner.pid, run: runTag };
  const places = [
    { path: leaseHeartbeat(opened.leases.folder, owner), text, isFolderShared: true },
    {
      path: join(folder, TEMPORARY_PREFIX + temporaryToken(owner, "alive")),
      text,
      isFolderShared: false,
    },
  ];
  const beating: Heartbeat[] = [];
  for (const place of places) {
    try {
      if (!place.isFolderShared) await makeFolders(disk, folder);
      beating.push(startHeartbeat(home, place, heartbeatTimes(env)));
    } catch (error) {
      reporter.warn(
        `This run gives no sign of life to other machines and containers, which take its work over after three minutes: ${place.path} cannot be written: ${messageOf(error)}`,
      );
    }
  }
  return {
    ...opened,
    heartbeat: beating.find(({ path }) => path === places[1]?.path)?.path,
    close: async () => {
      opened.owners.close();
      for (const { stop } of beating) await stop().catch(() => undefined);
    },
  };
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
      `[${task.shard.id}] was started by another run (${owners.nameOf(owner, startRecord?.by.host)}). Whether that one lives is known after three minutes at most; waiting.`,
    );
  }
}
