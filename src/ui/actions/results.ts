import { ownFolder } from "../../core/model/shard-paths.ts";
import { openOwnFolder } from "../../files/bad-checkpoint-record.ts";
import { writeStepFile } from "../../files/step-files.ts";
import type { Invocation } from "../../job/invocation.ts";
import type { Job } from "../../job/open.ts";
import { stepName } from "../../job/own-files.ts";

/**
 * Writes an answer below the workspace, for later steps. Gives the file's path: one of this step alone, since a job may
 * have several, of one definition too. `<kind>.json` is the last one of its kind.
 */
export async function writeResults(
  { disk, workspace, randomHex }: Pick<Invocation, "disk" | "workspace" | "randomHex">,
  job: Pick<Job, "definition">,
  { kind, answer }: { readonly kind: string; readonly answer: object },
): Promise<string> {
  await openOwnFolder(disk, workspace);
  const unique = randomHex(4);
  return writeStepFile(disk, ownFolder(workspace), {
    name: stepName(kind, job, { ext: "json", unique }),
    last: `${kind}.json`,
    text: `${JSON.stringify(answer)}\n`,
    unique,
  });
}
