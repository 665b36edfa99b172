import * as core from "@actions/core";
import { endRun, finishSaves, type CutOff } from "../commands/finish.ts";
import { parseJson } from "../core/marker.ts";
import { describe, EXIT } from "../core/problem.ts";
import { readProcess } from "../core/start-record.ts";
import { count, isRecord } from "../core/text.ts";
import { STATE, stepInvocation } from "./action.ts";

/** After a cancel the runner ends the job 285 s later; the saves must be over before. */
const DEADLINE_MS = 240_000;

/** The root action's post step: ends and saves what a cancel cut off. It never fails a job. */
export async function actionPost(home: URL): Promise<number> {
  const startedAtMs = Date.now();
  try {
    if (core.getState(STATE.finished) === "true") return EXIT.done;
    const cutOff = readState();
    if (cutOff === undefined) return EXIT.done;
    const ended = await endRun(cutOff);
    if (ended > 0)
      core.info(`Ended ${ended} process${ended === 1 ? "" : "es"} of commands still running.`);
    const untilMs = startedAtMs + DEADLINE_MS;
    const late = await finishSaves(stepInvocation(home), cutOff, untilMs);
    if (late.saved > 0) core.info(`Saved ${count(late.saved, "finished shard")} after the stop.`);
    if (late.work > 0)
      core.info(`Saved the work of ${count(late.work, "unfinished shard")} after the stop.`);
    for (const line of late.warnings) core.warning(line);
  } catch (error) {
    core.warning(`The post step could not finish: ${describe(error)}`);
  }
  return EXIT.done;
}

function readState(): CutOff | undefined {
  const value = parseJson(core.getState(STATE.run));
  if (!isRecord(value) || typeof value["runTag"] !== "string") return undefined;
  const owner = readProcess(value["owner"]);
  const stopGraceMs = Number(core.getState(STATE.stopGraceMs)) || 10_000;
  return owner === undefined ? undefined : { runTag: value["runTag"], owner, stopGraceMs };
}
