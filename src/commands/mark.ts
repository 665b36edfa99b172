import { dirname, resolve } from "node:path";
import type { MarkAnswer } from "../core/answers.ts";
import { record } from "../core/fingerprint.ts";
import { EXIT, describe, UserError } from "../core/problem.ts";
import { parseSelectors, select } from "../core/select.ts";
import { writeDurably } from "../files/durable.ts";
import { leaseFolder, type Held } from "../run/lease.ts";
import { isBusy } from "../run/leftovers.ts";
import { renewMarker, type Hand } from "../run/commit.ts";
import { thisProcess } from "../run/processes.ts";
import { inOneHand, leaseShard } from "../run/shard-lease.ts";
import { askWitnesses } from "../run/witness.ts";
import { idMatcher } from "../survey/globs.ts";
import type { Verdict } from "../survey/survey.ts";
import { handOf } from "./hand.ts";
import type { Invocation } from "./invocation.ts";
import { openJob, type Job } from "./open.ts";
import { adopt, settleFolders } from "./prepare.ts";

export interface MarkOptions {
  /** Ids, id globs or paths of checkpoints. */
  readonly targets: readonly string[];
  /** Every shard that has a checkpoint (`mark`) or a marker (`unmark`, `--accept`). */
  readonly all: boolean;
  /** Write the present fingerprint into existing markers, and nothing else. */
  readonly accept: boolean;
}

export interface Marked {
  readonly answer: MarkAnswer;
  readonly exitCode: number;
}

type Deed =
  | { readonly kind: "changed" }
  | { readonly kind: "unchanged" }
  | { readonly kind: "refused"; readonly why: string };

const CHANGED = { kind: "changed" } as const;
const UNCHANGED = { kind: "unchanged" } as const;

/** Marks checkpoints as complete on the user's word, after the witnesses were asked. */
export async function mark(invocation: Invocation, options: MarkOptions): Promise<Marked> {
  const job = await openJob(invocation, { runs: false });
  const hand = handOf(invocation, thisProcess());
  await settleFolders(hand, job.verdicts);
  const wanted = ({ observed }: Verdict): boolean =>
    options.accept
      ? observed.marker === "full" || observed.marker === "empty"
      : observed.checkpoint !== "absent";
  return forEach(invocation, await choose(invocation, job, { options, wanted }), (verdict) =>
    options.accept
      ? acceptOne(invocation, hand, { job, verdict })
      : markOne(invocation, hand, { job, verdict }),
  );
}

/** Takes markers away, here and in the store: the shards run again. */
export async function unmark(invocation: Invocation, options: MarkOptions): Promise<Marked> {
  const job = await openJob(invocation, { runs: false });
  const hand = handOf(invocation, thisProcess());
  const chosen = await choose(invocation, job, { options, wanted: countsAsDone });
  return forEach(invocation, chosen, (verdict) => unmarkOne(hand, job, verdict));
}

interface Choice {
  readonly options: MarkOptions;
  readonly wanted: (verdict: Verdict) => boolean;
}

/** @throws {UserError} where nothing is named, or a name fits no shard. */
async function choose(
  { workspace }: Invocation,
  job: Job,
  { options, wanted }: Choice,
): Promise<readonly Verdict[]> {
  if (options.all) return job.verdicts.filter(wanted);
  if (options.targets.length === 0) {
    throw new UserError(["Name the shards: ids, id globs, paths of checkpoints, or --all."]);
  }
  const byPath = new Map(job.verdicts.map(({ task }) => [task.places.checkpoint, task.shard.id]));
  const names = options.targets.map((target) => byPath.get(resolve(workspace, target)) ?? target);
  const selectors = parseSelectors(JSON.stringify(names));
  if (typeof selectors === "string") throw new UserError([selectors]);
  const ids = job.verdicts.map(({ task }) => task.shard.id);
  const failed = job.verdicts.filter(({ observed }) => observed.startRecord?.failure !== undefined);
  const chosen = select("The command line", selectors, {
    ids,
    failed: new Set(failed.map(({ task }) => task.shard.id)),
    globMatcher: await idMatcher(),
  });
  if ("problems" in chosen) throw new UserError(chosen.problems);
  return job.verdicts.filter(({ task }) => chosen.has(task.shard.id));
}

async function forEach(
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

interface One {
  readonly job: Job;
  readonly verdict: Verdict;
}

async function markOne(invocation: Invocation, hand: Hand, { job, verdict }: One): Promise<Deed> {
  const { task, reason } = verdict;
  if (reason === "done") return UNCHANGED;
  const busy = atWork(verdict);
  if (busy !== undefined) return busy;
  const witness = await askWitnesses(hand.disk, task.places.checkpoint, job.definition);
  if (witness.kind === "bad") return { kind: "refused", why: witness.why };
  await adopt(invocation, hand, { task, by: job.by, rules: job.definition.status });
  return CHANGED;
}

async function acceptOne(invocation: Invocation, hand: Hand, { job, verdict }: One): Promise<Deed> {
  const { task, observed, reason } = verdict;
  if (reason === "done") return UNCHANGED;
  if (observed.marker === "empty") return markOne(invocation, hand, { job, verdict });
  if (observed.full === undefined)
    return { kind: "refused", why: "it has no marker that can be read" };
  if (!observed.asMarked)
    return { kind: "refused", why: "its checkpoint is not the one that was marked" };
  await renewMarker(hand, task.places, { ...observed.full, fingerprint: record(task.fingerprint) });
  return CHANGED;
}

/**
 * Without its marker a checkpoint may still call itself complete. The note in the place of a start record keeps it from
 * being adopted, and its parts from being resumed, until the shard is done again.
 */
async function unmarkOne(hand: Hand, { store }: Job, verdict: Verdict): Promise<Deed> {
  const { disk } = hand;
  const { task, entry, observed } = verdict;
  const { marker, started } = task.places;
  const busy = atWork(verdict);
  if (busy !== undefined) return busy;
  if (!countsAsDone(verdict)) return UNCHANGED;
  if (observed.checkpoint !== "absent" && !disk.exists(started)) {
    const note = { donemark: 1, status: "unmarked", shard: task.shard.id };
    await writeDurably(disk, started, `${JSON.stringify(note)}\n`, hand.token());
  }
  if (await disk.unlink(marker)) await disk.syncDirectory(dirname(marker));
  if (entry !== undefined) {
    const revoked = await store.revoke(entry);
    if (revoked.kind === "unavailable")
      return { kind: "refused", why: `its entry in the store stays: ${revoked.cause}` };
  }
  return CHANGED;
}

/** Is there anything that says so, true or not? */
function countsAsDone({ kind, observed, entry }: Verdict): boolean {
  return kind === "skip" || observed.marker !== "none" || entry !== undefined;
}

function atWork({ observed }: Verdict): Deed | undefined {
  const { startRecord } = observed;
  return isBusy(startRecord, thisProcess()) ? busyWith(startRecord?.owner.pid) : undefined;
}

function busyWith(pid: number | undefined): Deed {
  return { kind: "refused", why: `a run (pid ${pid}) is working on it` };
}
