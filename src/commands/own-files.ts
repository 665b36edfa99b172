import { join } from "node:path";
import { sha256OfList } from "../core/digest.ts";
import { parseJson } from "../core/marker.ts";
import { ownFolder } from "../core/places.ts";
import { describe, UserError } from "../core/problem.ts";
import { isRecord } from "../core/text.ts";
import { makeFolders, writeDurably } from "../files/durable.ts";
import type { Hand } from "../run/commit.ts";
import type { Invocation } from "./invocation.ts";
import type { Job } from "./open.ts";

const RECORD_LIMIT_BYTES = 64 * 1024;

/**
 * Writes a file of Donemark's own below the workspace, and gives its path. `.donemark` keeps itself out of version
 * control.
 * @throws {UserError} where it cannot be written.
 */
export async function writeOwn(
  { workspace }: Invocation,
  hand: Hand,
  { name, text }: { readonly name: string; readonly text: string },
): Promise<string> {
  const folder = ownFolder(workspace);
  const path = join(folder, name);
  try {
    await makeFolders(hand.disk, folder);
    if (!hand.disk.exists(join(folder, ".gitignore")))
      await writeDurably(hand.disk, join(folder, ".gitignore"), "*\n", hand.token());
    await writeDurably(hand.disk, path, text, hand.token());
  } catch (error) {
    throw new UserError([
      `Donemark writes ${path}, and ${folder} must be a folder that can be written: ${describe(error)}`,
    ]);
  }
  return path;
}

/** Tells the files of one definition from those of another in the same workspace. */
export function ownName(
  kind: string,
  { definition }: Pick<Job, "definition">,
  ext: string,
): string {
  const { name, checkpoint } = definition;
  return `${kind}-${sha256OfList([name ?? "", checkpoint]).slice(0, 8)}.${ext}`;
}

/** Notes which start records the restore step of this job wrote. */
export function noteRestored(
  invocation: Invocation,
  hand: Hand,
  { job, runTag }: { readonly job: Job; readonly runTag: string },
): Promise<string> {
  const { run, attempt } = job.by;
  const text = `${JSON.stringify({ runTag, run, attempt })}\n`;
  return writeOwn(invocation, hand, { name: ownName("restored", job, "json"), text });
}

/** The tag of the start records of this job's restore step; `undefined` where none has run. */
export function readRestored({ disk, workspace }: Invocation, job: Job): string | undefined {
  const path = join(ownFolder(workspace), ownName("restored", job, "json"));
  const value = parseJson(disk.readText(path, RECORD_LIMIT_BYTES) ?? "");
  if (!isRecord(value) || typeof value["runTag"] !== "string") return undefined;
  const isThisJob = value["run"] === job.by.run && value["attempt"] === job.by.attempt;
  return isThisJob ? value["runTag"] : undefined;
}
