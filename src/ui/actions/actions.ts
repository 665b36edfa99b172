import * as core from "@actions/core";
import type { RunAnswer } from "../../core/answers/answers.ts";
import { splitBlank, type Layer } from "../../core/definition/definition.ts";
import type { Environment } from "../../core/definition/environment.ts";
import { nameSome } from "../../core/text/text.ts";
import { groupFailures, type FailureGroup } from "../render/failure-lines.ts";
import { harmlessLine } from "../../core/text/log-line.ts";
import type { Reporter } from "../../core/text/reporter.ts";
import { isLeftOut, OTHER_INPUTS } from "../../core/definition/fields.ts";

/** Ids in an output, as the design cuts them: an output must stay far below the runner's 1 MiB. */
const MOST_IDS = 1000;

/** GitHub shows ten annotations of a kind for a step. */
const MOST_ANNOTATIONS = 10;

/**
 * The inputs of a step, as the runner hands them over: an input that was left out has the action's default, or is an empty
 * text.
 */
export function readInputs(env: Environment): Layer {
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(env)) {
    const input = /^INPUT_(.+)$/.exec(name)?.[1];
    if (input !== undefined && value !== undefined && !isLeftOut(input.toLowerCase(), value))
      values[input.toLowerCase()] = value;
  }
  return {
    label: (name) => `Input "${name}"`,
    ...splitBlank(values),
    others: OTHER_INPUTS.map(({ name }) => name),
  };
}

/** Says things in the job's log. */
export function actionsReporter(): Reporter {
  return {
    info: (text) => core.info(harmless(text)),
    warn: (line) => core.warning(harmless(line)),
    error: (line) => core.error(harmless(line)),
    debug: (line) => core.debug(harmless(line)),
    output: (line) => core.info(harmless(line)),
    mask: (value) => core.setSecret(value),
  };
}

/** Files and ids are named as users and their archives name them: no name may become a workflow command. */
function harmless(text: string): string {
  const lines = text.split(/\r\n|\r|\n/).map(harmlessLine);
  return lines.map((line) => line.replace(/^(\s*):(?=:)/, "$1: ")).join("\n");
}

export function setOutputs(outputs: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
}

/** Ids as an output holds them. */
export function firstIds(ids: readonly string[]): string {
  return JSON.stringify(ids.slice(0, MOST_IDS));
}

/** One annotation for each problem, as many as are shown, and one for the rest. */
export function annotate(
  problems: readonly string[],
  kind: "error" | "warning" | "notice" = "error",
): void {
  const isOver = problems.length > MOST_ANNOTATIONS;
  const shown = isOver ? problems.slice(0, MOST_ANNOTATIONS - 1) : problems;
  const say = SAYING[kind];
  for (const problem of shown) say(harmless(problem));
  if (isOver) say(`… and ${problems.length - shown.length} more of these: see the log.`);
}

const SAYING = { error: core.error, warning: core.warning, notice: core.notice };

/** Sets the outputs of the root action. */
export function setRunOutputs(answer: RunAnswer, resultsPath: string): void {
  const failed = answer.shards.filter(({ outcome }) => outcome === "failed").map(({ id }) => id);
  setOutputs({
    total: answer.total,
    skipped: answer.skipped,
    resumed: answer.resumed,
    ran: answer.ran,
    failed: answer.failed,
    remaining: answer.remaining,
    "in-progress": answer.inProgress,
    "all-done": answer.allDone,
    saved: answer.saved,
    unsaved: answer.unsaved,
    "seconds-saved": answer.secondsSaved,
    results: resultsPath,
    "failed-ids": firstIds(failed),
  });
}

/** Annotates the failed shards, once for each cause, and the blocked ones, as many as are shown, with what goes on. */
export function annotateFailures(answer: RunAnswer, again: (id?: string) => string): void {
  const blocked = answer.shards.filter(({ decision }) => decision === "blocked");
  annotate(
    blocked.map(({ id, reason, why }) => `Shard ${id} is blocked (${reason}): ${why ?? ""}`),
  );
  const failed = answer.shards.filter(({ outcome }) => outcome === "failed");
  for (const group of groupFailures(failed).slice(0, MOST_ANNOTATIONS)) annotateGroup(group, again);
}

function annotateGroup({ why, shards }: FailureGroup, again: (id?: string) => string): void {
  const [first] = shards;
  const isAlone = shards.length === 1;
  const title = isAlone ? `Shard ${first.id} failed` : `${shards.length} shards failed alike`;
  const ids = nameSome(
    shards.map(({ id }) => id),
    MOST_NAMED,
  );
  const next = `To try ${isAlone ? "it" : "them"} again: ${isAlone ? again(first.id) : again()}`;
  const facts = [
    ...(isAlone ? [] : [ids]),
    ...(first.logTail === undefined ? [] : [`Its last line: ${lastLine(first.logTail)}`]),
    ...(shards.every(({ stays }) => stays === true) ? [] : [next]),
  ];
  core.error(harmless([why, ...facts].join(". ")), { title });
}

const MOST_NAMED = 10;

function lastLine(text: string): string {
  return text.trimEnd().split("\n").at(-1) ?? "";
}

/** Appends to the job summary, where the runner has one. */
export async function writeSummary(markdown: string, env: Environment): Promise<void> {
  const file = env["GITHUB_STEP_SUMMARY"];
  if (file === undefined || file === "") return;
  await core.summary.addRaw(markdown).write();
}
