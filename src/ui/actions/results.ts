import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sha256OfList } from "../../core/model/digest.ts";
import type { Invocation } from "../../job/invocation.ts";
import type { Job } from "../../job/open.ts";

/**
 * Writes an answer below the workspace, for later steps. Gives the file's path: one of this step and this definition
 * alone, since a job may have several steps. `<kind>.json` is the last one of its kind.
 */
export function writeResults(
  { workspace, env }: Pick<Invocation, "workspace" | "env">,
  { definition }: Pick<Job, "definition">,
  { kind, answer }: { readonly kind: string; readonly answer: object },
): string {
  const folder = join(workspace, ".donemark");
  mkdirSync(folder, { recursive: true });
  const text = `${JSON.stringify(answer)}\n`;
  const last = join(folder, `${kind}.json`);
  writeFileSync(last, text);
  const step = env["GITHUB_ACTION"] ?? "";
  if (step === "") return last;
  const { name, checkpoint } = definition;
  const own = join(
    folder,
    `${kind}-${sha256OfList([name ?? "", checkpoint, step]).slice(0, 8)}.json`,
  );
  writeFileSync(own, text);
  return own;
}
