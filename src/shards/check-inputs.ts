import type { Definition } from "../core/definition/fields.ts";
import { belowWorkspace } from "../core/model/shard-paths.ts";
import { isUri, type Input, type Shard } from "../core/model/shard.ts";
import { UserError } from "../core/text/problem.ts";
import { plural, quote } from "../core/text/text.ts";
import type { Disk } from "../files/disk.ts";
import { pointerAt } from "./pointers.ts";

interface Checked {
  readonly workspace: string;
  readonly definition: Pick<Definition, "inputFingerprint" | "rerunOn">;
  readonly shards: readonly Shard[];
}

/**
 * Vanished inputs must not make a shard run on nothing.
 * @throws {UserError} for inputs that are not here and that no digest or pointer stands for, where their content counts.
 */
export function checkInputs(disk: Disk, { workspace, definition, shards }: Checked): void {
  const { inputFingerprint, rerunOn } = definition;
  if (inputFingerprint === "name" || !rerunOn.includes("input")) return;
  const missing = shards.flatMap(({ id, inputs }) =>
    inputs
      .filter((input) => isMissing(disk, workspace, input))
      .map(({ path }) => `${quote(path)} (of shard ${quote(id)})`),
  );
  const [first] = missing;
  if (first === undefined) return;
  throw new UserError([
    `shards names ${plural(missing.length, "input")} that ${missing.length === 1 ? "is" : "are"} not here, such as ${first}. ` +
      "Bring the file, take the shard out of the list, give its sha256, or compare inputs by name (input-fingerprint: name).",
  ]);
}

function isMissing(disk: Disk, workspace: string, { path, sha256 }: Input): boolean {
  if (path === "" || sha256 !== undefined) return false;
  if (isUri(path)) return true;
  const absolute = belowWorkspace(workspace, path);
  try {
    return disk.stat(absolute) === undefined && pointerAt(disk, absolute) === undefined;
  } catch {
    // What cannot be looked at is not absent.
    return false;
  }
}
