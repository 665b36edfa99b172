import * as core from "@actions/core";
import { endRun, finishSaves, type CutOff } from "./finish-run.ts";
import { parseJson } from "../core/model/marker.ts";
import { messageOf, EXIT } from "../core/text/problem.ts";
import { readProcess } from "../core/model/start-record.ts";
import { plural, isRecord } from "../core/text/text.ts";
import { SAVE_NEXT } from "../ui/render/unsaved-lines.ts";
import { STATE, stepInvocation } from "./invocation.ts";

/** After a cancel the runner ends the job 285 s later; the saves must be over before. */
const DEADLINE_MS = 240_000;

/**
 * The root action's post step: ends and saves what a cancel cut off, and what main could not save. It fails where other
 * jobs take the results from the store and a finished shard is not there, or nobody knows.
 */
export async function actionPost(home: URL): Promise<number> {
  const untilMs = Date.now() + DEADLINE_MS;
  if (core.getState(STATE.finished) === "true") return EXIT.done;
  const cutOff = readState();
  if (cutOff === undefined) return EXIT.done;
  const { handsOver } = cutOff;
  const say = handsOver ? core.error : core.warning;
  try {
    const isUnsaved = await saveRest(home, cutOff, { untilMs, say });
    return handsOver && isUnsaved ? EXIT.checkpoint : EXIT.done;
  } catch (error) {
    say(`The post step could not finish: ${messageOf(error)}`);
    return handsOver ? EXIT.checkpoint : EXIT.done;
  }
}

interface Saying {
  /** Milliseconds since 1970. */
  readonly untilMs: number;
  /** Says that a finished shard is not in the store. */
  readonly say: (line: string) => void;
}

/** Is a finished shard not in the store afterwards? */
async function saveRest(home: URL, cutOff: CutOff, { untilMs, say }: Saying): Promise<boolean> {
  const ended = await endRun(cutOff);
  if (ended > 0)
    core.info(`Ended ${ended} process${ended === 1 ? "" : "es"} of commands still running.`);
  const late = await finishSaves(stepInvocation(home), cutOff, untilMs);
  if (late.saved > 0) core.info(`Saved ${plural(late.saved, "finished shard")} after the stop.`);
  if (late.work > 0)
    core.info(`Saved the work of ${plural(late.work, "unfinished shard")} after the stop.`);
  for (const line of late.unsaved) say(line);
  for (const line of late.unsavedWork) core.warning(line);
  const isUnsaved = late.unsaved.length > 0;
  if (isUnsaved && cutOff.handsOver) core.info(SAVE_NEXT);
  return isUnsaved;
}

function readState(): CutOff | undefined {
  const value = parseJson(core.getState(STATE.run));
  if (!isRecord(value) || typeof value["runTag"] !== "string") return undefined;
  const owner = readProcess(value["owner"]);
  const stopGraceMs = Number(core.getState(STATE.stopGraceMs)) || 10_000;
  const handsOver = core.getState(STATE.handsOver) === "true";
  return owner && { runTag: value["runTag"], owner, stopGraceMs, handsOver };
}
