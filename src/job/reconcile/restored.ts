import { survey, type Verdict } from "../../checkpoint/survey.ts";
import type { ShardPaths } from "../../core/model/shard-paths.ts";
import { thisProcess } from "../../machine/processes.ts";
import { CannotClear } from "../../protocol/aside/cannot-clear.ts";
import { bringBack, type BroughtBack } from "../../protocol/bring-back.ts";
import { claimShard, knownHolder, whileClaimed } from "../../protocol/claims.ts";
import { AFTER_THAT_RUN } from "../../protocol/ownership.ts";
import { whyRefused } from "../../files/refused.ts";
import type { Writer } from "../../protocol/writer.ts";
import type { Invocation } from "../invocation.ts";
import { openOwnership, tellOfStrangers, type Ownership } from "../open-ownership.ts";
import type { Job } from "../open.ts";

/** What became of the shards whose set-aside result is to be brought back. */
export interface Restored {
  /** Their results are back, and they are done. */
  readonly back: readonly Verdict[];
  /** Their result proved to be bad, or is gone. */
  readonly lost: readonly Verdict[];
  /** The verdicts about those now; among them are some whose older result is back. */
  readonly again: readonly Verdict[];
  /** They are neither back nor to run. */
  readonly left: ReadonlyMap<Verdict, Left>;
}

/** Why a shard is left as it is. */
export interface Left {
  readonly why: string;
  /** `held`: another run has it. `cannot-clear`: what lies at its path cannot be set aside. `unreadable`: its result cannot be read. */
  readonly kind: "held" | "cannot-clear" | "unreadable" | "failed";
}

/** Brings back each result that was set aside and fits again, one after the other, while its shard is claimed. */
export async function reconcileRestored(
  invocation: Invocation,
  writer: Writer,
  { context, verdicts }: Pick<Job, "context" | "verdicts">,
): Promise<Restored> {
  const brought: Verdict[] = [];
  const lost: Verdict[] = [];
  const again: Verdict[] = [];
  const left = new Map<Verdict, Left>();
  const first = verdicts.filter(isRestorable);
  if (first.length === 0) return { back: [], lost, again, left };
  const ownership = openOwnership(invocation, thisProcess());
  tellOfStrangers(invocation, ownership.owners, first);
  // A result that proves to be bad is not found again, so this comes to an end.
  for (let open: readonly Verdict[] = first; open.length > 0;) {
    const bad: Verdict[] = [];
    for (const verdict of open) {
      const outcome = await restoreOne(invocation, writer, { verdict, ownership });
      if (outcome === "brought") brought.push(verdict);
      else if (outcome === "lost") bad.push(verdict);
      else left.set(verdict, outcome);
    }
    lost.push(...bad);
    const now = await survey(context, bad.map(taskOf));
    again.push(...now);
    open = now.filter(isRestorable);
  }
  await ownership.close();
  return { back: await survey(context, brought.map(taskOf)), lost, again, left };
}

function isRestorable({ setAside }: Verdict): boolean {
  return setAside !== undefined;
}

function taskOf({ task }: Verdict): Verdict["task"] {
  return task;
}

async function restoreOne(
  { home, reporter }: Invocation,
  writer: Writer,
  { verdict, ownership }: { readonly verdict: Verdict; readonly ownership: Ownership },
): Promise<"brought" | "lost" | Left> {
  const { task, setAside } = verdict;
  const { shard, paths } = task;
  if (setAside === undefined) return "lost";
  const warn = (text: string): void => reporter.warn(`[${shard.id}] ${text}`);
  const restore = (): Promise<BroughtBack> =>
    bringBack({ ...writer, warn }, home, { paths, setAside });
  try {
    const result = await whileFree(writer, ownership, { paths, act: restore });
    if (result.kind === "brought") return "brought";
    if (result.kind === "gone") return "lost";
    if (result.kind === "unreadable") warn(`its earlier result is not brought back: ${result.why}`);
    if (result.kind !== "bad") return result;
    warn(`its earlier result at ${setAside.checkpoint} ${result.why}; it is made again`);
    return "lost";
  } catch (error) {
    const why =
      error instanceof CannotClear
        ? error.message
        : whyRefused(writer.disk, error, paths.checkpoint);
    warn(`its earlier result is not brought back: ${why}`);
    return { why, kind: error instanceof CannotClear ? "cannot-clear" : "failed" };
  }
}

interface Deed {
  readonly paths: ShardPaths;
  readonly act: () => Promise<BroughtBack>;
}

/** Acts while the shard is claimed and no other run works on it, once that is known. */
async function whileFree(
  { disk }: Writer,
  { leases, owners }: Ownership,
  { paths, act }: Deed,
): Promise<BroughtBack | Left> {
  const asking = { self: leases.holder, owners };
  for (;;) {
    const claimed = await whileClaimed(claimShard(leases, { paths }), async () => {
      const holder = await knownHolder(disk, paths, asking);
      return holder === undefined ? act() : heldBy(owners.nameOf(holder.owner, holder.host));
    });
    if (claimed.kind === "acted") return claimed.result;
    if (claimed.liveness === "alive") return heldBy(owners.nameOf(claimed.owner));
    await owners.nextLook();
  }
}

function heldBy(name: string): Left {
  return { why: `another run (${name}) is working on it: ${AFTER_THAT_RUN}`, kind: "held" };
}
