import { resolve } from "node:path";
import type { Examined } from "../core/examined.ts";
import type { InfoAnswer } from "../core/info-answer.ts";
import { RECORD_LIMIT_BYTES, STARTED_SUFFIX } from "../core/marker.ts";
import { EXIT, UserError } from "../core/problem.ts";
import { parseStartRecord } from "../core/start-record.ts";
import { show } from "../core/text.ts";
import { answerCheckpoint } from "../core/verify-answer.ts";
import type { Disk } from "../files/disk.ts";
import { examine } from "../survey/examine.ts";
import { checkpointOf, NO_SHARDS } from "./checkpoints.ts";
import { define } from "./define.ts";
import type { Invocation } from "./invocation.ts";
import { markersOf } from "./markers.ts";

/**
 * All that one checkpoint says about itself and that is said of it. No definition is needed. Changes nothing.
 * @throws {UserError} where not one path is given, or neither checkpoint nor marker nor start record is there.
 */
export async function info(
  invocation: Invocation,
  targets: readonly string[],
): Promise<InfoAnswer> {
  const { disk, workspace } = invocation;
  const [name] = targets;
  if (name === undefined || targets.length > 1)
    throw new UserError(["Name one checkpoint: donemark info PATH. verify takes many."]);
  const { definition } = await define(invocation, NO_SHARDS);
  const path = checkpointOf(disk, resolve(workspace, name));
  const rules = { status: definition.status, markers: markersOf(invocation) };
  const one = await examine(disk, { path }, rules);
  const started = readStart(disk, path);
  if (one.objection?.verdict === "absent" && started === null)
    throw new UserError([`No checkpoint is at ${show(name)}, and no marker.`], EXIT.checkpoint);
  return {
    ...answerCheckpoint(workspace, one),
    kind: kindOf(disk, path),
    ...agreement(one),
    marked: one.full ?? null,
    started,
  };
}

function agreement({ full, difference }: Examined): Pick<InfoAnswer, "agrees" | "difference"> {
  if (full === undefined) return { agrees: null, difference: null };
  return { agrees: difference === undefined, difference: difference ?? null };
}

function kindOf(disk: Disk, path: string): InfoAnswer["kind"] {
  const kind = disk.stat(path)?.kind;
  return kind === "file" || kind === "directory" ? kind : null;
}

function readStart(disk: Disk, path: string): InfoAnswer["started"] {
  const place = path + STARTED_SUFFIX;
  if (!disk.exists(place)) return null;
  try {
    const text = disk.readText(place, RECORD_LIMIT_BYTES) ?? "";
    return parseStartRecord(text) ?? "unreadable";
  } catch {
    return "unreadable";
  }
}
