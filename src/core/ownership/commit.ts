import type { Answer, FileStep, OwnershipFile } from "./steps.ts";

/**
 * The commit of a shard by its owner as a state machine, as `claim.ts` has it. The marker is made under a name that
 * belongs to this owner's record, and the record is read again after that: whoever takes the shard over replaces the record
 * first, and removes that name second. Whichever of the two comes first, a replaced owner moves nothing to the marker's place.
 */
export type CommitState =
  | { readonly at: "prepare" }
  | { readonly at: "confirm" }
  | { readonly at: "move" }
  | { readonly at: "moved" }
  | { readonly at: "give-up" }
  | { readonly at: "committed" }
  /** The shard has another owner now. */
  | { readonly at: "lost" };

export interface Committing {
  readonly token: string;
  /** The owner's record. */
  readonly record: string;
  /** The marker's text. */
  readonly marker: string;
}

/** The next step of an owner; `undefined` at the end. */
export function commitStepOf(
  { at }: CommitState,
  { token, marker }: Committing,
): FileStep | undefined {
  const prepared: OwnershipFile = { kind: "marker-to-be", token };
  switch (at) {
    case "prepare":
      return { do: "create", file: prepared, text: marker };
    case "confirm":
      return { do: "read", file: { kind: "record" } };
    case "move":
      return { do: "move", from: prepared, to: { kind: "marker" } };
    case "moved":
      return { do: "read", file: { kind: "marker" } };
    case "give-up":
      return { do: "remove", file: prepared };
    case "committed":
    case "lost":
      return undefined;
  }
}

/** The state after the step was answered. */
export function afterCommitStep(
  { at }: CommitState,
  { record, marker }: Committing,
  answer: Answer,
): CommitState {
  switch (at) {
    case "prepare":
      return { at: "confirm" };
    case "confirm":
      return { at: answer === record ? "move" : "give-up" };
    case "move":
      return { at: "moved" };
    case "moved":
      return { at: answer === marker ? "committed" : "lost" };
    case "give-up":
      return { at: "lost" };
    case "committed":
    case "lost":
      return { at };
  }
}
