import { formatBytes } from "../core/text/duration.ts";
import { harmlessJson, harmlessLine } from "../core/text/log-line.ts";
import { progressLine } from "../ui/terminal/progress-line.ts";
import { painter } from "../ui/terminal/terminal.ts";
import { verifyLines } from "../ui/render/verify-lines.ts";
import { print, type Call } from "./cli/call.ts";
import type { Command } from "./cli/command.ts";
import { availableParallelism } from "node:os";
import { answerVerify, type VerifyAnswer } from "../core/answers/verify-answer.ts";
import { assess, lineOf, type Assessment } from "../core/decide/decide.ts";
import { inParallel } from "../core/text/parallel.ts";
import { EXIT } from "../core/text/problem.ts";
import type { Disk } from "../files/disk.ts";
import { recordFailed, type BadCheckpoint } from "../files/bad-checkpoint-record.ts";
import { checkpointRules, look, type LookRules } from "../checkpoint/look.ts";
import { readStart, type Target } from "../checkpoint/records.ts";
import { isBusyHere } from "../protocol/claims.ts";
import { thisProcess } from "../machine/processes.ts";
import { checkpointsAt, checkpointsOfJob } from "../job/targets.ts";
import type { Invocation } from "../job/invocation.ts";
import { markerForm } from "../job/marker-key.ts";

export interface VerifyOptions {
  /** Paths of checkpoints, and globs; none for all of the job. */
  readonly targets: readonly string[];
  /** Read every byte. */
  readonly deep: boolean;
  /** Called after each checkpoint. */
  readonly onProgress?: (progress: VerifyProgress) => void;
}

export interface VerifyProgress {
  readonly verified: number;
  readonly total: number;
  readonly bytesRead: number;
  readonly wrong: number;
}

export interface Verified {
  readonly answer: VerifyAnswer;
  readonly assessments: readonly Assessment[];
  /** Left out: a run is writing them. */
  readonly busy: number;
  readonly isDeep: boolean;
  readonly exitCode: number;
}

/**
 * Looks at each checkpoint: its structure, its marker against its bytes, its status against the rules. Changes nothing
 * but the record of bad checkpoints.
 */
export async function verify(invocation: Invocation, options: VerifyOptions): Promise<Verified> {
  const { disk, workspace, home } = invocation;
  const isJob = options.targets.length === 0;
  const chosen = await (isJob
    ? checkpointsOfJob(invocation)
    : checkpointsAt(invocation, options.targets));
  const { definition } = chosen;
  const isDeep = options.deep || definition.validate === "deep";
  const rules: LookRules = {
    ...checkpointRules(definition),
    markers: markerForm(invocation),
    depth: isDeep ? "deep" : "structure",
    trustsMarker: false,
    home,
  };
  const targets = isJob ? withoutBusy(disk, chosen.targets) : chosen.targets;
  const progress = { verified: 0, total: targets.length, bytesRead: 0, wrong: 0 };
  options.onProgress?.(progress);
  const width = widthOf(invocation, definition);
  const assessments = await inParallel(targets, width, async (target) => {
    const one = assess(target.path, await look(disk, target, rules));
    progress.verified += 1;
    progress.bytesRead += one.facts.bytesRead;
    if (one.objection !== undefined) progress.wrong += 1;
    options.onProgress?.(progress);
    return one;
  });
  await recordFailed(invocation, assessments.flatMap(badCheckpoint));
  const answer = answerVerify(workspace, assessments);
  const exitCode = progress.wrong > 0 ? EXIT.checkpoint : EXIT.done;
  const busy = chosen.targets.length - targets.length;
  return { answer, assessments, busy, isDeep, exitCode };
}

/**
 * A checkpoint that a run is writing is not finished, and not bad. One that is named is looked at all the same: the run's
 * own `check` may ask for it.
 */
function withoutBusy(disk: Disk, targets: readonly Target[]): readonly Target[] {
  const self = thisProcess();
  return targets.filter(({ path }) => !isBusyHere(readStart(disk, path).startRecord, self));
}

/** A checkpoint that does not exist is a wrong name, and one that cannot be read is unknown: neither is a bad one. */
function badCheckpoint({ path, objection }: Assessment): readonly BadCheckpoint[] {
  const { word } = objection ?? {};
  if (objection === undefined || word === "absent" || word === "unreadable") return [];
  return [{ path, reason: lineOf(objection) }];
}

const MOST_AT_ONCE = 8;

/** A definition's `parallel` is about GPUs: here it counts only where this call gives it. */
function widthOf(
  { inputs }: Invocation,
  { parallel }: { readonly parallel: number | "auto" },
): number {
  const isGiven = inputs.values["parallel"] !== undefined;
  if (isGiven && parallel !== "auto") return parallel;
  return Math.min(MOST_AT_ONCE, availableParallelism());
}

export const verifyCommand: Command = {
  name: "verify",
  about: "check checkpoints and their markers: those of the definition, or at paths and globs",
  positionals: { kind: "many", word: "PATH" },
  switches: ["json", "deep"],
  takesInputs: true,
  example: ["donemark verify --deep 'out/*.pt'", "reads every byte of these checkpoints"],
  run: runVerify,
};

async function runVerify({ invocation, args, isJson }: Call): Promise<number> {
  const progress = progressLine();
  const { answer, assessments, busy, isDeep, exitCode } = await verify(invocation, {
    targets: args.positionals,
    deep: args.switches.has("deep"),
    onProgress: (so) => progress.show(progressText(so)),
  });
  progress.clear();
  const paint = painter("stdout", process.env);
  const { workspace } = invocation;
  const lines = isJson
    ? [harmlessJson(answer)]
    : verifyLines(assessments, { workspace, busy, isDeep, paint }).map(harmlessLine);
  await print(`${lines.join("\n")}\n`);
  return exitCode;
}

function progressText({ verified, total, bytesRead, wrong }: VerifyProgress): string {
  const found = wrong > 0 ? ` · ${wrong} wrong` : "";
  return `${verified} of ${total} verified · ${formatBytes(bytesRead)} read${found}`;
}
