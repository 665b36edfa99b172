import { resolve } from "node:path";
import type { MarkAnswer } from "../core/answers.ts";
import { MARKER_SUFFIX } from "../core/marker.ts";
import { EXIT, describe, UserError } from "../core/problem.ts";
import { parseSelectors, select } from "../core/select.ts";
import type { Shard } from "../core/shard.ts";
import { leaseFolder, type Held } from "../run/lease.ts";
import { isBusy } from "../run/leftovers.ts";
import { thisProcess } from "../run/processes.ts";
import { inOneHand, leaseShard } from "../run/shard-lease.ts";
import { idMatcher } from "../survey/globs.ts";
import type { Verdict } from "../survey/survey.ts";
import type { Invocation } from "./invocation.ts";
import type { Job } from "./open.ts";

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

/** What became of one shard. */
export type Deed =
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
  const byPath = new Map(job.verdicts.map(({ task }) => [task.places.checkpoint, task.shard.id]));
  const shards = job.verdicts.map(({ task }) => task.shard);
  const matcher = await idMatcher();
  const names = options.targets.flatMap((target) => {
    const path = resolve(workspace, target);
    const named = byPath.get(path) ?? byPath.get(withoutSuffix(path));
    return named === undefined ? namesLike(target, shards, matcher) : [named];
  });
  const selectors = parseSelectors(JSON.stringify(names));
  if (typeof selectors === "string") throw new UserError([selectors]);
  const ids = shards.map(({ id }) => id);
  const failed = job.verdicts.filter(({ observed }) => observed.startRecord?.failure !== undefined);
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

/** A glob that matches no id may match the paths of checkpoints. */
function namesLike(
  target: string,
  shards: readonly Shard[],
  matcher: (pattern: string) => (text: string) => boolean,
): readonly string[] {
  const parsed = parseSelectors(JSON.stringify([target]));
  if (typeof parsed === "string" || parsed[0]?.kind !== "name") return [target];
  const matches = matcher(target);
  if (shards.some(({ id }) => id === target || matches(id))) return [target];
  const found = shards.filter(({ checkpoint }) => matches(checkpoint)).map(({ id }) => id);
  return found.length > 0 ? found : [target];
}

/** A shard to act on. */
export interface One {
  readonly job: Job;
  readonly verdict: Verdict;
}

/** Acts on each shard while no run has it in hand; whatever is thrown refuses that shard alone. */
export async function forEach(
  { env }: Invocation,
  verdicts: readonly Verdict[],
  act: (verdict: Verdict) => Promise<Deed>,
): Promise<Marked> {
  const leases = leaseFolder(env);
  const owner = thisProcess();
  const changed: string[] = [];
  const unchanged: string[] = [];
  const refused: { id: string; why: string }[] = [];
  for (const verdict of verdicts) {
    const { id } = verdict.task.shard;
    const lease = leaseShard(leases, verdict.task, owner);
    const deed = await inOneHand(lease, () => act(verdict)).then(deedOf, refusedWith);
    if (deed.kind === "changed") changed.push(id);
    else if (deed.kind === "unchanged") unchanged.push(id);
    else refused.push({ id, why: deed.why });
  }
  return {
    answer: { changed, unchanged, refused },
    exitCode: refused.length > 0 ? EXIT.checkpoint : EXIT.done,
  };
}

function deedOf(acted: { readonly kind: "acted"; readonly result: Deed } | Held): Deed {
  return acted.kind === "held" ? busyWith(acted.by.pid) : acted.result;
}

function refusedWith(error: unknown): Deed {
  return { kind: "refused", why: describe(error) };
}

/** The refusal of a shard that a run has in hand. */
export function atWork({ observed }: Verdict): Deed | undefined {
  const { startRecord } = observed;
  return isBusy(startRecord, thisProcess()) ? busyWith(startRecord?.owner.pid) : undefined;
}

function busyWith(pid: number | undefined): Deed {
  return { kind: "refused", why: `a run (pid ${pid}) is working on it` };
}
