import { hostname } from "node:os";
import { resolve } from "node:path";
import type { Definition, Layer } from "../core/definition.ts";
import type { MarkerForm } from "../core/marker-form.ts";
import type { Author } from "../core/marker.ts";
import { STARTED_SUFFIX } from "../core/marker.ts";
import { EXIT, UserError } from "../core/problem.ts";
import { select, type Selector } from "../core/select.ts";
import type { Shard } from "../core/shard.ts";
import { parseStartRecord } from "../core/start-record.ts";
import { show } from "../core/text.ts";
import type { Store } from "../store/store.ts";
import { noStore } from "../store/none.ts";
import { expandShards } from "../survey/expand.ts";
import { openFingerprints, type Fingerprints } from "../survey/fingerprints.ts";
import { idMatcher } from "../survey/globs.ts";
import { cacheFolder } from "../survey/cache.ts";
import { openHashCache } from "../survey/hash-cache.ts";
import { openProofs, type Proofs } from "../survey/proofs.ts";
import { survey, tasksOf, type SurveyContext, type Task, type Verdict } from "../survey/survey.ts";
import { define, type Defined } from "./define.ts";
import type { Invocation } from "./invocation.ts";
import { markersOf } from "./markers.ts";
import { warnOfSilence } from "./silence.ts";

/** A definition, its shards, and what is to be done with those that this call is about. */
export interface Job extends Defined {
  readonly store: Store;
  /** All shards of the definition. */
  readonly all: readonly Shard[];
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
  /** What makes no sense on one disk alone, and therefore fails without a store: the word for it. */
  readonly shared?: string;
  /** Does it bring what the store has, as `fetch` says? */
  readonly brings?: boolean;
  /** What holds for this command where nothing is given. */
  readonly defaults?: Layer["values"];
}

/** Reads the definition, finds the shards and decides for each. Changes nothing but the cache of hashes. */
export async function openJob(invocation: Invocation, rules: OpenRules): Promise<Job> {
  const markers = markersOf(invocation);
  const defined = withoutAdoption(await define(invocation, rules.defaults), markers);
  const { definition } = defined;
  checkCommand(definition, rules);
  const { disk, workspace, env, now } = invocation;
  // What changes after this moment must not be remembered as it was.
  const beginMs = now();
  const expanded = await expandShards(disk, workspace, definition);
  const chosen = await chooseShards(invocation, definition, expanded.shards);
  const hashes = openHashCache(disk, cacheFolder(env), workspace);
  const prints = await openFingerprints({ disk, workspace, hashes }, definition, expanded.counted);
  const by = authorOf(invocation);
  const store = await openStore(invocation, definition, rules);
  if (rules.shared !== undefined) checkShared(store, rules.shared);
  const tasks = tasksOf({ workspace, definition, store }, chosen.shards, prints);
  const { forced } = chosen;
  const context = contextOf(invocation, { definition, store, markers, forced, by });
  const verdicts = await survey(context, tasks);
  prints.check();
  warnOfSilence(invocation, store, verdicts);
  await hashes.save(beginMs);
  await context.proofs?.save(beginMs);
  return {
    ...defined,
    store,
    all: expanded.shards,
    tasks,
    verdicts,
    by,
    context,
    fingerprints: prints,
  };
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
    ...given
  }: Pick<SurveyContext, "definition" | "store" | "markers" | "forced"> & Pick<Job, "by">,
): SurveyContext {
  const proofs = proofsFor(invocation, given);
  return {
    disk: invocation.disk,
    ...given,
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
  const { validate, status, rerunOn } = definition;
  if (store.kind !== "none" || validate === "deep" || markers.seal !== undefined) return undefined;
  const rules = JSON.stringify([validate, status, rerunOn]);
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

/** Ids whose start record says that they failed; looked up only where something asks for them. */
function failedShards(
  { disk, workspace }: Invocation,
  { only, force }: Definition,
  all: readonly Shard[],
): ReadonlySet<string> {
  const isAsked = [...(only ?? []), ...(force ?? [])].some(({ kind }) => kind === "failed");
  if (!isAsked) return new Set();
  const failed = all.filter(({ checkpoint }) => {
    const text = disk.readText(resolve(workspace, checkpoint) + STARTED_SUFFIX, 64 * 1024);
    return text !== undefined && parseStartRecord(text)?.failure !== undefined;
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

async function openStore(
  invocation: Invocation,
  definition: Definition,
  { runs, brings = false }: OpenRules,
): Promise<Store> {
  const { store, fetch } = definition;
  const name = storeName(invocation, definition);
  if (store === "none") return noStore;
  if (store === "auto") return autoStore(invocation, name);
  if (store === "github") {
    const { openGithubStore } = await import("./github-store.ts");
    return openGithubStore(invocation, { name, looksOnly: !runs && !(brings && fetch !== "none") });
  }
  if (!store.startsWith("file:")) {
    throw new UserError([
      `store ${show(store)} is not available in this version: use none, github or file:<folder>.`,
    ]);
  }
  const { openFileStore } = await import("./file-store.ts");
  return openFileStore(invocation, name, store.slice("file:".length));
}

/** In a workflow GitHub's cache where the runner has it, on a terminal the disk itself. */
async function autoStore(invocation: Invocation, name: string): Promise<Store> {
  if (invocation.surface !== "actions") return noStore;
  const { openGithubStoreIfAny } = await import("./github-store.ts");
  const found = openGithubStoreIfAny(invocation, name);
  if (found !== undefined) return found;
  invocation.reporter.warn(
    "store is auto, and this runner has no cache service: checkpoints and markers stay on this runner. " +
      'Set store to "none" if that is meant, or to "file:<folder>" on a disk that the runners share.',
  );
  return noStore;
}

/** The same on every machine: the name given, or the repository and the checkpoint's template. */
function storeName({ env }: Invocation, { name, checkpoint }: Definition): string {
  if (name !== undefined) return name;
  const repository = env["GITHUB_REPOSITORY"] ?? "";
  return `${repository} ${checkpoint}`.trim();
}

/** The exit code of a plan or a status: blocked shards are a checkpoint problem. */
export function exitOfPlan(verdicts: readonly Verdict[]): number {
  return verdicts.some(({ kind }) => kind === "blocked") ? EXIT.checkpoint : EXIT.done;
}
