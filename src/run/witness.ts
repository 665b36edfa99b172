import type { Definition } from "../core/definition.ts";
import { isNewer, readStatus } from "../core/status.ts";
import type { Disk } from "../files/disk.ts";
import { measure } from "../files/measure.ts";
import { inspect } from "../survey/inspect-lazily.ts";
import type { Inspection } from "../inspect/inspection.ts";

/** Does a checkpoint that was just made hold up? */
export type Witness =
  | { readonly kind: "good"; readonly said: Said }
  | {
      readonly kind: "bad";
      readonly reason: string;
      /** As a sentence. */
      readonly why: string;
      /** The reason and what there is to say beyond it, in one line. */
      readonly short: string;
    };

/** What goes from the checkpoint into its marker. */
export type Said = Pick<Inspection, "format" | "status" | "version">;

/**
 * The witnesses of a finished command: a checkpoint is there, its structure holds, its status is not in progress and
 * its version is accepted. A status of another word is no objection here: the command's exit code has spoken.
 */
export async function askWitnesses(
  disk: Disk,
  checkpoint: string,
  rules: Pick<Definition, "validate" | "status">,
): Promise<Witness> {
  const found = measure(disk, checkpoint);
  if (found.kind === "absent") return bad("no-checkpoint", "the command left no checkpoint");
  if (found.kind === "refused") return bad("damaged", found.why);
  const { kind, sizeBytes, files } = found.measure;
  if (kind === "directory" && files === 0)
    return bad("empty", "the checkpoint is an empty directory");
  if (kind === "file" && sizeBytes === 0) return bad("empty", "the checkpoint has 0 bytes");
  if (rules.validate === "size")
    return good({ format: kind === "directory" ? "directory" : "unread" });
  return weigh(await inspect(disk, checkpoint, rules.status), rules);
}

function weigh(said: Inspection, rules: Pick<Definition, "status">): Witness {
  const { structure, status, version } = said;
  if (structure !== "sound" && structure !== "unknown") {
    return bad(
      structure,
      `the checkpoint is ${structure}${said.why === undefined ? "" : `: ${said.why}`}`,
      said.why ?? "",
    );
  }
  if (readStatus(status, rules.status) === "in-progress") {
    return bad("status-in-progress", `the checkpoint's own status is ${JSON.stringify(status)}`);
  }
  if (isNewer(version, rules.status.highestVersion)) {
    return bad(
      "incompatible",
      `the checkpoint's version is ${JSON.stringify(version)}, at most ${rules.status.highestVersion} is accepted`,
    );
  }
  return good(said);
}

function good({ format, status, version }: Said): Witness {
  const said = {
    format,
    ...(status !== undefined && { status }),
    ...(version !== undefined && { version }),
  };
  return { kind: "good", said };
}

function bad(reason: string, why: string, beyond = why): Witness {
  return { kind: "bad", reason, why, short: beyond === "" ? reason : `${reason}: ${beyond}` };
}
