import { harmlessJson, harmlessLine } from "../core/text/log-line.ts";
import { collectLines, collectNext } from "../ui/render/lines.ts";
import { painter } from "../ui/terminal/terminal.ts";
import { print } from "./cli/call.ts";
import { NO_WORDS, type Command } from "./cli/command.ts";
import type { CollectAnswer, CollectedShard } from "../core/answers/answers.ts";
import { answerCollect } from "../core/answers/answers.ts";
import { findOtherList } from "../core/decide/planned-list.ts";
import { EXIT, UserError } from "../core/text/problem.ts";
import type { Writer } from "../protocol/writer.ts";
import { thisProcess } from "../machine/processes.ts";
import { survey, type Verdict } from "../checkpoint/survey.ts";
import { bringAll } from "../job/reconcile/bring-all.ts";
import { againCommand } from "../job/again-command.ts";
import { recordBadEntries } from "../job/bad-checkpoints.ts";
import { writerOf } from "../job/writer.ts";
import type { Invocation } from "../job/invocation.ts";
import { openJob, type Job } from "../job/open.ts";
import type { Answered } from "../job/answered.ts";
import { sweepHere } from "../job/reconcile/folders.ts";
import { reconcileRestored } from "../job/reconcile/restored.ts";
import { clearPlace } from "../job/reconcile/stored.ts";

/** An entry that is lost may have an older one behind it; one that cannot be revoked would come up for ever. */
const ROUNDS = 3;

/**
 * Proves that every shard is done, here or in the store, and brings those that are not here. An entry that proves to be
 * lost or damaged is revoked, and its shard is missing unless another entry takes its place.
 */
export async function collect(invocation: Invocation): Promise<Answered<CollectAnswer>> {
  const isStep = invocation.surface === "actions";
  const job = await openJob(invocation, {
    runs: false,
    brings: true,
    defaults: { fetch: "all" },
    ...(isStep && { shared: "collect" }),
  });
  checkPlanned(job);
  const writer = writerOf(invocation, thisProcess(), job.definition);
  await sweepHere(invocation, writer, job.verdicts);
  const found = new Map<string, CollectedShard>();
  const restored = await reconcileRestored(invocation, writer, job);
  for (const [verdict, { why }] of restored.left) note(found, verdict, { outcome: "missing", why });
  const gone = new Set([...restored.lost, ...restored.left.keys()]);
  let open: readonly Verdict[] = [...job.verdicts, ...restored.again].filter(
    (verdict) => !gone.has(verdict),
  );
  for (let round = 1; open.length > 0; round += 1) {
    const lost = await collectOnce(invocation, writer, { job, verdicts: open, found });
    if (round === ROUNDS) break;
    open = await survey(
      job.context,
      lost.map(({ task }) => task),
    );
    open = open.filter(({ reason }) => reason === "done" || reason === "done-in-store");
  }
  const answer = answerCollect(job.tasks.flatMap(({ shard }) => found.get(shard.id) ?? []));
  const isGood = answer.missingCount <= job.definition.allowMissing;
  return { answer, job, exitCode: isGood ? EXIT.done : EXIT.checkpoint };
}

/** @throws {UserError} where the plan had other shards: what is missing here would count as done. */
function checkPlanned({ planned, all }: Job): void {
  const problem = planned === undefined ? undefined : findOtherList(planned, all);
  if (problem !== undefined) throw new UserError([problem], EXIT.checkpoint);
}

interface Round {
  readonly job: Job;
  readonly verdicts: readonly Verdict[];
  readonly found: Map<string, CollectedShard>;
}

/** Writes what became of each shard into `found`. Gives those whose entry proved to be lost. */
async function collectOnce(
  invocation: Invocation,
  writer: Writer,
  { job, verdicts, found }: Round,
): Promise<readonly Verdict[]> {
  const brings = job.definition.fetch !== "none";
  const stored: Verdict[] = [];
  for (const verdict of verdicts) {
    if (verdict.kind !== "skip") note(found, verdict, { outcome: "missing", why: verdict.detail });
    else if (verdict.reason === "done-in-store") stored.push(verdict);
    else note(found, verdict, { outcome: "here" });
  }
  const lost: Verdict[] = [];
  const all = await bringAll(writer, job.store, { verdicts: brings ? stored : [] });
  await recordBadEntries(invocation, job.store.label, all);
  for (const { verdict, brought } of all) {
    if (brought.kind === "brought") note(found, verdict, { outcome: "brought" });
    else
      note(found, verdict, {
        outcome: "missing",
        why: brought.kind === "lost" ? brought.why : brought.cause,
      });
    if (brought.kind === "lost") lost.push(verdict);
  }
  for (const verdict of stored) {
    if (!brings) note(found, verdict, { outcome: "in-store" });
    if (found.get(verdict.task.shard.id)?.outcome !== "brought")
      await clearPlace(invocation, writer, verdict);
  }
  return lost;
}

function note(
  found: Map<string, CollectedShard>,
  { task, reason }: Verdict,
  is: Pick<CollectedShard, "outcome" | "why">,
): void {
  const { id, checkpoint } = task.shard;
  found.set(id, { id, checkpoint, reason, ...is });
}

/** What the jobs' event logs tell, as far as there are any, and the summary of the whole. Writes the reports that are wanted. */
export async function summarise(
  invocation: Invocation,
  { answer, job }: Answered<CollectAnswer>,
  { elapsedMs, next }: { readonly elapsedMs: number; readonly next: string | undefined },
): Promise<string> {
  const { events, report: paths } = job.definition;
  const again = againCommand(invocation, job);
  const { readEvents } = await import("./run/read-events.ts");
  const jobs = events.length === 0 ? undefined : await readEvents(invocation, events);
  const { renderCollect } = await import("../ui/render/plan-summary.ts");
  const summary = renderCollect(answer, { store: job.store.label, elapsedMs, next, jobs, again });
  if (jobs !== undefined && paths.length > 0) {
    const { writeReports } = await import("./run/report.ts");
    await writeReports(invocation, paths, { report: jobs, end: { summary, again } });
  }
  return summary;
}

export const collectCommand: Command = {
  name: "collect",
  about: "prove that every shard is done, and bring from the store those that are not here",
  positionals: NO_WORDS,
  switches: ["json"],
  takesInputs: true,
  example: ["donemark collect --fetch=none", "proves that nothing is missing, and brings nothing"],
  run: async ({ invocation, isJson }) => {
    const startedTick = performance.now();
    const collected = await collect(invocation);
    const { answer, job, exitCode } = collected;
    const paint = painter("stdout", process.env);
    const next = collectNext(answer, { isStep: false, again: againCommand(invocation, job)() });
    const lines = isJson ? [harmlessJson(answer)] : collectLines(answer, paint).map(harmlessLine);
    await print(`${lines.join("\n")}\n`);
    if (next !== undefined) invocation.reporter.info(next);
    if (job.definition.events.length > 0)
      await summarise(invocation, collected, { elapsedMs: performance.now() - startedTick, next });
    return exitCode;
  },
};
