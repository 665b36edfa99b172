import { join } from "node:path";
import { sha256OfList } from "../core/model/digest.ts";
import { variable } from "../core/definition/environment.ts";
import type { Definition } from "../core/definition/fields.ts";
import { parseJson, type Author } from "../core/model/marker.ts";
import { ownFolder } from "../core/model/shard-paths.ts";
import { messageOf, UserError } from "../core/text/problem.ts";
import { isRecord } from "../core/text/text.ts";
import { makeFolders, writeDurably } from "../files/durable.ts";
import type { Writer } from "../protocol/writer.ts";
import type { Invocation } from "./invocation.ts";

/** What the name and the content of such a file depend on. */
interface Owning {
  readonly definition: Pick<Definition, "name" | "checkpoint">;
  readonly by: Author;
}

const RECORD_LIMIT_BYTES = 64 * 1024;

/**
 * Writes a file of Donemark's own below the workspace, and gives its path. `.donemark` keeps itself out of version
 * control.
 * @throws {UserError} where it cannot be written.
 */
export async function writeOwn(
  { workspace }: Invocation,
  writer: Writer,
  { name, text }: { readonly name: string; readonly text: string },
): Promise<string> {
  const folder = ownFolder(workspace);
  const path = join(folder, name);
  try {
    await makeFolders(writer.disk, folder);
    if (!writer.disk.exists(join(folder, ".gitignore")))
      await writeDurably(writer.disk, join(folder, ".gitignore"), "*\n", writer.token());
    await writeDurably(writer.disk, path, text, writer.token());
  } catch (error) {
    throw new UserError([
      `Donemark writes ${path}, and ${folder} must be a folder that can be written: ${messageOf(error)}`,
    ]);
  }
  return path;
}

/** Tells the files of one definition from those of another in the same workspace. */
export function ownName(
  kind: string,
  { definition }: Pick<Owning, "definition">,
  ext: string,
): string {
  const { name, checkpoint } = definition;
  return `${kind}-${sha256OfList([name ?? "", checkpoint]).slice(0, 8)}.${ext}`;
}

/** The same for a file that a step of a workflow hands to later ones: no two steps share it, with one definition either. */
export function stepName(
  kind: string,
  owning: Pick<Owning, "definition">,
  { ext, unique }: { readonly ext: string; readonly unique: string },
): string {
  return ownName(kind, owning, `${unique}.${ext}`);
}

/** The runner gives each job an id, by which it finds its processes. */
const TRACKING = "RUNNER_TRACKING_ID";

/** Notes which start records the restore steps of this job wrote: a job may have several, each with its own `only`. */
export function noteRestored(
  invocation: Invocation,
  writer: Writer,
  { job, runTag }: { readonly job: Owning; readonly runTag: string },
): Promise<string> {
  const { run, attempt } = job.by;
  const tracking = variable(invocation.env, TRACKING);
  // Where nothing tells this job from another one of the run, what that one started is not taken over.
  const earlier = tracking === undefined ? [] : readRestored(invocation, job);
  const note = { runTag, runTags: [...earlier, runTag], run, attempt, tracking };
  const text = `${JSON.stringify(note)}\n`;
  return writeOwn(invocation, writer, { name: ownName("restored", job, "json"), text });
}

/** The tags of the start records of this job's restore steps; none where none has run. */
export function readRestored({ disk, workspace, env }: Invocation, job: Owning): readonly string[] {
  const path = join(ownFolder(workspace), ownName("restored", job, "json"));
  const value = parseJson(disk.readText(path, RECORD_LIMIT_BYTES) ?? "");
  if (!isRecord(value)) return [];
  const isThisRun = value["run"] === job.by.run && value["attempt"] === job.by.attempt;
  const tracking = variable(env, TRACKING);
  const isOtherJob =
    [value["tracking"], tracking].every((one) => one !== undefined) &&
    value["tracking"] !== tracking;
  const isThisJob = isThisRun && !isOtherJob;
  // An earlier version noted one tag alone.
  const { runTag, runTags = [runTag] } = value;
  const tags: readonly unknown[] = isThisJob && Array.isArray(runTags) ? runTags : [];
  return tags.filter((tag) => typeof tag === "string");
}
