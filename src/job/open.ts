import { hostname } from "node:os";
import { resolve } from "node:path";
import type { Layer } from "../core/definition/definition.ts";
import type { Definition } from "../core/definition/fields.ts";
import type { MarkerForm } from "../core/model/marker-form.ts";
import type { Author } from "../core/model/marker.ts";
import { EXIT, UserError } from "../core/text/problem.ts";
import { select, type Selector } from "../core/decide/select.ts";
import type { Shard } from "../core/model/shard.ts";
import { unreadableClause } from "../core/model/unreadable.ts";
import { readStart } from "../checkpoint/records.ts";
import type { Store } from "../store/store.ts";
import { plural, quote } from "../core/text/text.ts";
import { checkInputs } from "../shards/check-inputs.ts";
import { findUncovered } from "../shards/uncovered.ts";
import { expandShards, type Expanded } from "../shards/expand.ts";
import { openFingerprints, type Fingerprints } from "../shards/fingerprints.ts";
import { idMatcher } from "../shards/globs.ts";
import type { Members } from "../files/tree.ts";
import { cacheFolder } from "../files/cache-files.ts";
import { openHashCache, type HashCache } from "../shards/hash-cache.ts";
import { findTwins } from "../core/model/folded.ts";
import { shardPaths } from "../core/model/shard-paths.ts";
import { openHistory } from "../files/history.ts";
import { openProvenance } from "../checkpoint/provenance.ts";
import { openProofs, type Proofs } from "../checkpoint/proofs.ts";
import { isProven, survey, type SurveyContext, type Verdict } from "../checkpoint/survey.ts";
import { tasksOf, type Task } from "../checkpoint/tasks.ts";
import { markCommand } from "./again-command.ts";
import { define, type Defined } from "./define.ts";
import type { Invocation } from "./invocation.ts";
import { forcedNow } from "./forced.ts";
import { markerForm } from "./marker-key.ts";
import { ownerLooks } from "./owners.ts";
import { checkOnly } from "./planned-job.ts";
import { openStore } from "./stores/open-store.ts";
import { warnOfSilence } from "./stores/store-warnings.ts";

/** A definition, its shards, and what is to be done with those that this call is about. */
export interface Job extends Defined {
  readonly store: Store;
  /** All shards of the definition. */
  readonly all: readonly Shard[];
  /** The value of `shards` where it is a whole number. */
  readonly counted?: number;
  /** Those that `only` names, or all; one verdict each, in the same order. */
  readonly tasks: readonly Task[];
  readonly verdicts: readonly Verdict[];
  readonly by: Author;
  /** For deciding again. */
  readonly context: SurveyContext;
  readonly fingerprints: Fingerprints;
}

export interface OpenRules {
  /** Is the command itself going to run? */
  readonly runs: boolean;
  /** The name of an operation that makes no sense on one disk alone, and therefore fails without a store. */
  readonly shared?: string;
  /** Does it make, or prepare, the shards of one job of a plan? Then a blank `only` is an error. */
  readonly isPart?: boolean;
  /** Is it about what the command would do? */
  readonly isPlan?: boolean;
  /** Does it bring what the store has, as `fetch` says? */
  readonly brings?: boolean;
  /** Values for this command where nothing is given. */
  readonly defaults?: Layer["values"];
}

/** Reads the definition, finds the shards and decides for each. Changes nothing but the cache of hashes. */
export async function openJob(invocation: Invocation, rules: OpenRules): Promise<Job> {
  const markers = markerForm(invocation);
  const defined = withoutAdoption(await defineFor(invocation, rules), markers);
  const { definition } = defined;
  const { disk, workspace } = invocation;
  // A change after this moment must not be remembered as the old state.
  const beginMs = invocation.now();
  const expanded = await expandShards(disk, workspace, definition);
  const { shards: all, counted } = expanded;
  warnOfLeftOut(invocation, expanded);
  await tellTwinsApart(invocation, all, rules);
  const chosen = await chooseShards(invocation, definition, all);
  const hashes = openHashes(invocation, beginMs);
  const prints = await openFingerprints({ disk, workspace, hashes }, definition, counted);
  if (rules.runs) prints.checkFiles();
  warnOfUncovered(invocation, definition, { rules, shards: all, files: prints.files });
  const by = authorOf(invocation);
  const store = await openStore(invocation, definition, looksOnly(definition, rules));
  if (rules.shared !== undefined) checkShared(store, rules.shared);
  const source = { workspace, definition, store, markLine: markCommand(invocation, defined) };
  const tasks = tasksOf(source, chosen.shards, prints);
  const forced = forcedNow(invocation, definition, { all, given: chosen.forced });
  const context = contextOf(invocation, { definition, store, markers, forced, by, all });
  const verdicts = await survey({ ...context, lookAtOwner: ownerLooks(invocation) }, tasks);
  const unproven = verdicts.filter((verdict) => !isProven(verdict));
  checkInputs(disk, { workspace, definition, shards: unproven.map(({ task }) => task.shard) });
  prints.check();
  warnOfSilence(invocation, store, verdicts);
  await Promise.all([hashes.save(beginMs), context.proofs?.save(beginMs)]);
  return {
    ...defined,
    store,
    all,
    ...(counted !== undefined && { counted }),
    tasks,
    verdicts,
    by,
    context,
    fingerprints: prints,
  };
}

async function defineFor(invocation: Invocation, rules: OpenRules): Promise<Defined> {
  const defined = await define(invocation, rules.defaults);
  if (rules.isPart === true) checkOnly(invocation, defined);
  checkCommand(defined.definition, rules);
  return defined;
}

function* markersOf(workspace: string, shards: readonly Shard[]): Iterable<string> {
  for (const shard of shards) yield shardPaths(workspace, shard).marker;
}

/** Folders and large files are hashed in a thread, whose code a short command does not load. */
function openHashes({ disk, workspace, env, home }: Invocation, beginMs: number): HashCache {
  const inThread = async (path: string, members: Members): Promise<string> => {
    const { digestInThread } = await import("../checkpoint/digest-thread.ts");
    return digestInThread(home, path, { urgency: "awaited", members });
  };
  return openHashCache(disk, { folder: cacheFolder(env), workspace, beginMs, inThread });
}

/** Few definitions have any. */
async function tellTwinsApart(
  invocation: Invocation,
  shards: readonly Shard[],
  { runs, isPlan = false }: OpenRules,
): Promise<void> {
  if (!runs && !isPlan) return;
  const twins = findTwins(shards);
  if (twins.length === 0) return;
  const { checkTwins } = await import("./check-twins.ts");
  await checkTwins(invocation, twins, { runs, isPlan });
}

/** One warning for each way in which files can be fewer than a user thinks. */
function warnOfLeftOut({ reporter }: Invocation, { unmatched, unfinished }: Expanded): void {
  if (unmatched.length > 0)
    reporter.warn(`shards: ${first5(unmatched)} matched no file; the other globs did.`);
  if (unfinished.length === 0) return;
  reporter.warn(
    `shards: ${plural(unfinished.length, "file")} ${unfinished.length === 1 ? "is" : "are"} left out: ${first5(unfinished)}. ` +
      "A start record lies beside it and no marker: it is the checkpoint of a shard that is not finished. Finish that stage first.",
  );
}

interface Covering {
  readonly rules: OpenRules;
  readonly shards: readonly Shard[];
  readonly files: readonly string[];
}

/** Once for a definition: a model or a script that is changed would run nothing again. */
function warnOfUncovered(
  { disk, workspace, reporter }: Invocation,
  definition: Definition,
  { rules, shards, files }: Covering,
): void {
  if (!rules.runs && rules.isPlan !== true) return;
  if (!definition.rerunOn.includes("files")) return;
  const covered = { disk, workspace, shards, files: new Set(files) };
  const names = findUncovered(definition, covered);
  if (names.length === 0) return;
  const many = names.length > 1;
  reporter.warn(
    `The command names ${first5(names)}, and no fingerprint covers ${many ? "them" : "it"}: a change there runs no shard again. ` +
      `Add ${many ? "them" : "it"} to fingerprint-files, with all that ${many ? "they read" : "it reads"}.`,
  );
}

function first5(names: readonly string[]): string {
  return names.slice(0, 5).map(quote).join(", ") + (names.length > 5 ? " and more" : "");
}

function looksOnly({ fetch }: Definition, { runs, brings = false }: OpenRules): boolean {
  return !runs && !(brings && fetch !== "none");
}

/** Where all that counts is signed, nobody has signed an old marker, nor what a checkpoint says of itself. */
function withoutAdoption(defined: Defined, { seal }: MarkerForm): Defined {
  if (seal === undefined) return defined;
  return { ...defined, definition: { ...defined.definition, adopt: false } };
}

function contextOf(
  invocation: Invocation,
  {
    by,
    all,
    ...given
  }: Pick<SurveyContext, "definition" | "store" | "markers" | "forced"> & Pick<Job, "by" | "all">,
): SurveyContext {
  const proofs = proofsFor(invocation, given);
  const { disk, home } = invocation;
  const { markers } = given;
  const history = openHistory(invocation);
  const markerPaths = markersOf(invocation.workspace, all);
  return {
    disk,
    home,
    ...given,
    provenanceOf: openProvenance({ disk, markers, history, markerPaths }),
    ...(by.run !== undefined && { run: by.run }),
    ...(proofs !== undefined && { proofs }),
  };
}

/**
 * With a store every marker is read: what is not in the store yet is saved from it. `deep` recalls nothing, nor does a
 * key: proofs are not signed.
 */
function proofsFor(
  { disk, workspace, env }: Invocation,
  { definition, store, markers }: Pick<SurveyContext, "definition" | "store" | "markers">,
): Proofs | undefined {
  const { validate, status, rerunOn, allowEmpty } = definition;
  if (store.kind !== "none" || validate === "deep" || markers.seal !== undefined) return undefined;
  const rules = JSON.stringify([validate, status, rerunOn, ...(allowEmpty ? ["empty"] : [])]);
  return openProofs(disk, { folder: cacheFolder(env), workspace }, rules);
}

function checkCommand({ command, rerunOn }: Definition, { runs }: OpenRules): void {
  if (command !== undefined) return;
  if (runs)
    throw new UserError(["command is required: the command that makes one shard's checkpoint."]);
  if (!rerunOn.includes("command")) return;
  throw new UserError([
    "command is not given, but rerun-on names it: without it no finished shard can be told from an outdated one. " +
      "Give the command here too (best in a config file that every surface reads), hand on plan's definition, " +
      'or leave it out of the comparison with rerun-on "input,files,text".',
  ]);
}

/** @throws {UserError} where each job would see its own disk alone. */
function checkShared({ kind }: Store, word: string): void {
  if (kind !== "none") return;
  throw new UserError([
    `${word} needs a store that all jobs share, and here is none: finished shards stay on the disk of the runner that made them. ` +
      "Set store to github (where the runner has a cache service) or to file:<folder> on a disk that all runners see.",
  ]);
}

interface Chosen {
  readonly shards: readonly Shard[];
  readonly forced: ReadonlySet<string>;
}

/** @throws {UserError} where `only` or `force` names nothing. */
export async function chooseShards(
  invocation: Invocation,
  definition: Definition,
  all: readonly Shard[],
): Promise<Chosen> {
  if (definition.only === undefined && definition.force === undefined) {
    return { shards: all, forced: new Set() };
  }
  const problems: string[] = [];
  const failed = failedShards(invocation, definition, all);
  const from = { ids: all.map(({ id }) => id), failed, globMatcher: await idMatcher() };
  const choose = (
    label: string,
    selectors: readonly Selector[] | undefined,
  ): ReadonlySet<string> | undefined => {
    if (selectors === undefined) return undefined;
    const result = select(label, selectors, from);
    if (!("problems" in result)) return result;
    problems.push(...result.problems);
    return undefined;
  };
  const only = choose("only", definition.only);
  const forced = choose("force", definition.force) ?? new Set<string>();
  if (problems.length > 0) throw new UserError(problems);
  return { shards: only === undefined ? all : all.filter(({ id }) => only.has(id)), forced };
}

/**
 * Ids whose start record says that they failed; looked up only where something asks for them.
 * @throws {UserError} where a start record cannot be read: nobody knows then whether its shard failed.
 */
function failedShards(
  { disk, workspace }: Invocation,
  { only, force }: Definition,
  all: readonly Shard[],
): ReadonlySet<string> {
  const isAsked = [...(only ?? []), ...(force ?? [])].some(({ kind }) => kind === "failed");
  if (!isAsked) return new Set();
  const failed = all.filter(({ checkpoint }) => {
    const { startRecord, unreadable } = readStart(disk, resolve(workspace, checkpoint));
    if (unreadable !== undefined)
      throw new UserError([`status:failed: ${unreadableClause(unreadable)}.`]);
    return startRecord?.failure !== undefined;
  });
  return new Set(failed.map(({ id }) => id));
}

function authorOf({ env }: Invocation): Author {
  const { GITHUB_RUN_ID: run, GITHUB_RUN_ATTEMPT: attempt, GITHUB_REF: ref } = env;
  return {
    ...(run !== undefined && run !== "" && { run }),
    ...(attempt !== undefined && /^\d+$/.test(attempt) && { attempt: Number(attempt) }),
    ...(ref !== undefined && ref !== "" && { ref }),
    host: hostname(),
  };
}

/** The exit code of a plan or a status: blocked shards are a checkpoint problem. */
export function exitOfPlan(verdicts: readonly Verdict[]): number {
  return verdicts.some(({ kind }) => kind === "blocked") ? EXIT.checkpoint : EXIT.done;
}
