import { tellObjection, type Examined } from "./examined.ts";
import { shownPath } from "./places.ts";

/** One checkpoint of a verify, as `--json` prints it; `null` where there is nothing to say. */
export interface VerifiedCheckpoint {
  /** Relative to the workspace where it lies below it. */
  readonly path: string;
  readonly ok: boolean;
  readonly marker: Examined["marker"];
  readonly format: string;
  readonly structure: Examined["structure"];
  readonly status: string | null;
  readonly version: string | null;
  readonly sizeBytes: number;
  readonly bytesRead: number;
  /** What is wrong, its word first; else why the structure is not known to be sound. */
  readonly why: string | null;
}

/** What `verify` answers. */
export interface VerifyAnswer {
  readonly checkpoints: readonly VerifiedCheckpoint[];
}

export function answerVerify(workspace: string, examined: readonly Examined[]): VerifyAnswer {
  return { checkpoints: examined.map((one) => answerCheckpoint(workspace, one)) };
}

export function answerCheckpoint(workspace: string, one: Examined): VerifiedCheckpoint {
  const { path, marker, format, structure, status, version, objection, note } = one;
  return {
    path: shownPath(workspace, path),
    ok: objection === undefined,
    marker,
    format,
    structure,
    status: status ?? null,
    version: version ?? null,
    sizeBytes: one.sizeBytes,
    bytesRead: one.bytesRead,
    why: (objection === undefined ? note : tellObjection(objection)) ?? null,
  };
}
