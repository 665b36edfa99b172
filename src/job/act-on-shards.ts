import { resolve } from "node:path";
import type { MarkAnswer } from "../core/answers/answers.ts";
import { MARKER_SUFFIX } from "../core/model/marker.ts";
import { EXIT, UserError } from "../core/text/problem.ts";
import { parseSelectorList, select, type Selector } from "../core/decide/select.ts";
import type { Shard } from "../core/model/shard.ts";
import { thisProcess } from "../machine/processes.ts";
import type { Disk } from "../files/disk.ts";
import { whyRefused } from "../files/refused.ts";
import { claimShard, knownHolder, whileClaimed } from "../protocol/claims.ts";
import { idMatcher } from "../shards/globs.ts";
import type { Verdict } from "../checkpoint/survey.ts";
import type { Invocation } from "./invocation.ts";
import type { Job } from "./open.ts";
import { openOwnership, tellOfStrangers, type Ownership } from "./open-ownership.ts";

export interface ChooseOptions {
  /** Ids, id globs or paths of checkpoints. */
  readonly targets: readonly string[];
  /** Every shard that has a checkpoint or a marker, as the command has it. */
  readonly all: boolean;
}

export interface Marked {
  readonly answer: MarkAnswer;
  readonly exitCode: number;
}

/** The result of acting on one shard. */
export type ShardChange =
  | { readonly kind: "changed" }
  | { readonly kind: "unchanged" }
  | { readonly kind: "refused"; readonly why: string };

export const CHANGED = { kind: "changed" } as const;
export const UNCHANGED = { kind: "unchanged" } as const;

interface Choice {
  readonly options: ChooseOptions;
  readonly wanted: (verdict: Verdict) => boolean;
}

/** @throws {UserError} where nothing is named, or a name fits no shard. */
export async function choose(
  { workspace }: Invocation,
  job: Job,
  { options, wanted }: Choice,
): Promise<readonly Verdict[]> {
  if (options.all) return job.verdicts.filter(wanted);
  if (options.targets.length === 0) {
    throw new UserError(["Name the shards: ids, id globs, paths of checkpoints, or --all."]);
  }
  const byPath = new Map(job.verdicts.map(({ task }) => [task.paths.checkpoint, task.shard.id]));
  const shards = job.verdicts.map(({ task }) => task.shard);
  const matcher = await idMatcher();
  const selectors = options.targets.flatMap((target): readonly Selector[] => {
    const path = resolve(workspace, target);
    const named = byPath.get(path) ?? byPath.get(withoutSuffix(path));
    return named === undefined
      ? selectorsLike(target, shards, matcher)
      : [{ kind: "id", text: named }];
  });
  const ids = shards.map(({ id }) => id);
  const failed = job.verdicts.filter(({ facts }) => facts.startRecord?.failure !== undefined);
  const chosen = select("The command line", selectors, {
    ids,
    failed: new Set(failed.map(({ task }) => task.shard.id)),
    globMatcher: matcher,
  });
  if ("problems" in chosen) throw new UserError(chosen.problems);
  return job.verdicts.filter(({ task }) => chosen.has(task.shard.id));
}

/** The name of a marker stands for its checkpoint: a shell that expands a glob gives both. */
function withoutSuffix(path: string): string {
  return path.endsWith(MARKER_SUFFIX) ? path.slice(0, -MARKER_SUFFIX.length) : path;
}

/** An id is taken before a pattern, and a glob that matches no id may match the paths of checkpoints. */
function selectorsLike(
  target: string,
  shards: readonly Shard[],
  matcher: (pattern: string) => (text: string) => boolean,
): readonly Selector[] {
  if (shards.some(({ id }) => id === target)) return [{ kind: "id", text: target }];
  const parsed = parseSelectorList([target]);
  if (typeof parsed === "string") throw new UserError([parsed]);
  if (parsed[0]?.kind !== "name") return parsed;
  const matches = matcher(target);
  if (shards.some(({ id }) => matches(id))) return parsed;
  const found = shards.filter(({ checkpoint }) => matches(checkpoint));
  return found.length > 0 ? found.map(({ id }) => ({ kind: "id", text: id })) : parsed;
}

/** A shard to act on. */
export interface One {
  readonly job: Job;
  readonly verdict: Verdict;
  readonly atWork: () => Promise<ShardChange | undefined>;
}

/**
 * Acts on one shard. `atWork` gives the refusal of one that a run works on, once that is known, or of which something
 * cannot be read: what is there stays.
 */
type Act = (
  verdict: Verdict,
  atWork: () => Promise<ShardChange | undefined>,
) => Promise<ShardChange>;

/** Acts on each shard while it is claimed. An error refuses that shard alone. */
export async function actOnShards(
  invocation: Invocation,
  verdicts: readonly Verdict[],
  act: Act,
): Promise<Marked> {
  const { disk } = invocation;
  const ownership = openOwnership(invocation, thisProcess());
  const changed: string[] = [];
  const unchanged: string[] = [];
  const refused: { id: string; why: string }[] = [];
  tellOfStrangers(invocation, ownership.owners, verdicts);
  for (const verdict of verdicts) {
    const { id } = verdict.task.shard;
    const deed = await actClaimed({ disk, ownership }, verdict, act).catch((error: unknown) =>
      refusedWith(disk, error),
    );
    if (deed.kind === "changed") changed.push(id);
    else if (deed.kind === "unchanged") unchanged.push(id);
    else refused.push({ id, why: deed.why });
  }
  await ownership.close();
  return {
    answer: { changed, unchanged, refused },
    exitCode: refused.length > 0 ? EXIT.checkpoint : EXIT.done,
  };
}

async function actClaimed(
  { disk, ownership }: { readonly disk: Disk; readonly ownership: Ownership },
  verdict: Verdict,
  act: Act,
): Promise<ShardChange> {
  const { leases, owners } = ownership;
  const { task, reason, detail } = verdict;
  const { paths } = task;
  const atWork = async (): Promise<ShardChange | undefined> => {
    if (reason === "unreadable") return { kind: "refused", why: `${reason}: ${detail}` };
    const holder = await knownHolder(disk, paths, { self: leases.holder, owners });
    return holder && busyWith(owners.nameOf(holder.owner, holder.host));
  };
  for (;;) {
    const claimed = await whileClaimed(claimShard(leases, { paths }), () => act(verdict, atWork));
    if (claimed.kind === "acted") return claimed.result;
    if (claimed.liveness === "alive") return busyWith(owners.nameOf(claimed.owner));
    await owners.nextLook();
  }
}

function refusedWith(disk: Disk, error: unknown): ShardChange {
  return { kind: "refused", why: whyRefused(disk, error) };
}

function busyWith(name: string): ShardChange {
  return {
    kind: "refused",
    why: `a run (${name}) is working on it: do this again once that run has ended`,
  };
}
