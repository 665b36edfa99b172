import type { CheckpointFacts } from "../core/decide/facts.ts";
import type { StatedFields } from "../core/model/marker.ts";
import { isNewer, readStatus, type StatusRules } from "../core/model/status.ts";
import { messageOf } from "../core/text/problem.ts";
import type { Disk } from "../files/disk.ts";
import type { Measure } from "../files/measure.ts";
import { unreadableBy } from "../files/unreadable.ts";
import { inspect } from "../inspect/inspect.ts";

/** The facts that a checkpoint states about itself. */
export type Contents = Pick<
  CheckpointFacts,
  | "checkpoint"
  | "why"
  | "format"
  | "status"
  | "statusText"
  | "version"
  | "newerThan"
  | "unreadable"
  | "doubt"
>;

/** Looks inside, in kilobytes. Never throws: what cannot be read is damaged, or refused by the system. */
export async function readContents(
  disk: Disk,
  path: string,
  { found, rules }: { readonly found: Measure; readonly rules: StatusRules },
): Promise<Contents> {
  if (isBare(found)) return unopened(found);
  try {
    const inspected = await inspect(disk, path, rules);
    const { format, structure, why, doubt, status, version } = inspected;
    return {
      checkpoint: structure,
      ...(doubt !== undefined && { doubt }),
      ...(why !== undefined && { why }),
      ...statedContents({ format, status, version }, rules),
    };
  } catch (error) {
    const unseen = { format: "unread", status: "none" } as const;
    const unreadable = unreadableBy(disk, error, { path, what: "the checkpoint" });
    return unreadable === undefined
      ? { checkpoint: "damaged", why: messageOf(error), ...unseen }
      : { checkpoint: "unknown", unreadable, ...unseen };
  }
}

/** All that is known of a checkpoint without opening it. */
export function unopened(found: Measure): Contents {
  const format = found.kind === "directory" ? "directory" : "unread";
  if (!isBare(found)) return { checkpoint: "unknown", format, status: "none" };
  const why =
    found.kind === "directory"
      ? "the checkpoint is an empty directory"
      : "the checkpoint has 0 bytes";
  return { checkpoint: "empty", why, format, status: "none" };
}

/** The contents that a marker of the same bytes records: its writer has looked inside. */
export function markedContents(
  marked: StatedFields,
  { found, rules }: { readonly found: Measure; readonly rules: StatusRules },
): Contents {
  const stated = statedContents(marked, rules);
  return isBare(found) ? { ...unopened(found), ...stated } : { checkpoint: "sound", ...stated };
}

/** The fields of a marker that the checkpoint itself states. */
export function statedFields({ format, statusText, version }: Contents): StatedFields {
  return {
    format,
    ...(statusText !== undefined && { status: statusText }),
    ...(version !== undefined && { version }),
  };
}

/** The same of what lies at a path, at whatever depth its shard was decided. @throws where it cannot be read. */
export async function readStatedFields(
  disk: Disk,
  path: string,
  rules: StatusRules,
): Promise<StatedFields> {
  return statedFields({
    checkpoint: "unknown",
    ...statedContents(await inspect(disk, path, rules), rules),
  });
}

interface Stated {
  readonly format: string;
  readonly status?: string | undefined;
  readonly version?: string | undefined;
}

function statedContents(
  { format, status, version }: Stated,
  rules: StatusRules,
): Omit<Contents, "checkpoint" | "why"> {
  const { highestVersion } = rules;
  return {
    format,
    status: readStatus(status, rules),
    ...(status !== undefined && { statusText: status }),
    ...(version !== undefined && { version }),
    ...(highestVersion !== undefined &&
      isNewer(version, highestVersion) && { newerThan: highestVersion }),
  };
}

function isBare({ files, sizeBytes }: Measure): boolean {
  return files === undefined ? sizeBytes === 0 : files === 0;
}
