import type { Answer, FileVersion, OwnershipFile, Step } from "./steps.ts";

/**
 * The claim of a shard as a state machine: `stepOf` names the next step, and `afterStep` takes its answer. The start record
 * is the claim. Where none is there, it is created. Where one is there whose owner is gone, one claimant creates its
 * *successor*, and moves its own record to the record's place. A claimant that died between the two has left its successor;
 * the next one succeeds that, in the same way.
 *
 * A claimant may sleep between any two steps for as long as others need to believe that it is gone, and wake up. So nobody
 * goes on from what was read before: each owner prepares a file of its own, reads the record once more, and moves that
 * file to its place. Whoever takes over removes the files that others have prepared: a late one then moves nothing. That
 * holds for the records of other claimants, and at last for the markers of earlier owners (`commit.ts`).
 */
export type ClaimState =
  | { readonly at: "create" }
  /** `chain`: the versions to succeed, the record first and the successor of the one before after it. */
  | { readonly at: "judge" | Middle; readonly chain: Chain }
  | { readonly at: "stop-rivals" | "tidy"; readonly chain: Chain; readonly place: number }
  | { readonly at: "fence"; readonly place: number }
  | { readonly at: "look-at-marker" }
  /** The record is no longer what was seen, so that nobody asks for this claimant's successor any more. */
  | { readonly at: "withdraw"; readonly of: FileVersion }
  | { readonly at: "give-up"; readonly end: NotOwned }
  /** The shard is the claimant's. `marker`: the marker as it was then. */
  | { readonly at: "owned"; readonly marker: string | undefined }
  | NotOwned;

type NotOwned =
  /** The owner who wrote `text` lives, or may live. */
  | { readonly at: "busy"; readonly text: string; readonly liveness: "alive" | "unknown" }
  /** The record is another one by now. */
  | { readonly at: "lost" };

type Middle = "prepare" | "succeed" | "rival" | "confirm" | "install" | "installed";

type Chain = readonly [FileVersion, ...FileVersion[]];

export interface Claimant {
  /** The start record as it was at the last look; `undefined` for none. */
  readonly seen: string | undefined;
  /** The start record that it writes. */
  readonly own: string;
  /** The owner who wrote what was seen, and earlier ones that it may not have fenced off. */
  readonly earlier: readonly string[];
  /**
   * The record's own name cannot be given to a whole text only where nothing has it (a file system without hard links). Then
   * that nothing is there is succeeded like a record: the successor can be created in one step everywhere.
   */
  readonly hasNoLinks?: boolean;
}

const RECORD: OwnershipFile = { kind: "record" };
/** In the place of the text of a record that is not there. */
const NOTHING = "";
const MARKER: OwnershipFile = { kind: "marker" };

export function beginClaim({ seen, hasNoLinks }: Claimant): ClaimState {
  if (seen === undefined && hasNoLinks === true)
    return { at: "prepare", chain: [{ file: RECORD, text: NOTHING }] };
  if (seen === undefined) return { at: "create" };
  return { at: "judge", chain: [{ file: RECORD, text: seen }] };
}

/** The next step; `undefined` at the end. */
export function stepOf(state: ClaimState, claimant: Claimant): Step | undefined {
  const { own, earlier } = claimant;
  switch (state.at) {
    case "create":
      return { do: "create", file: RECORD, text: own };
    case "stop-rivals":
      return { do: "remove", file: { kind: "record-to-be", text: textAt(state) } };
    case "tidy":
      return { do: "remove", file: successorOf(state.chain[state.place] ?? state.chain[0]) };
    case "withdraw":
      return { do: "remove", file: successorOf(state.of) };
    case "give-up":
      return { do: "remove", file: { kind: "record-to-be", text: own } };
    case "fence":
      return { do: "remove", file: { kind: "marker-to-be", token: earlier[state.place] ?? "" } };
    case "look-at-marker":
      return { do: "read", file: MARKER };
    case "owned":
    case "busy":
    case "lost":
      return undefined;
    default:
      return succeedingStepOf(state, claimant);
  }
}

function succeedingStepOf(
  { at, chain }: Extract<ClaimState, { readonly at: "judge" | Middle }>,
  { own }: Claimant,
): Step {
  const prepared: OwnershipFile = { kind: "record-to-be", text: own };
  const version = last(chain);
  switch (at) {
    case "judge":
      return { do: "judge", text: version.text };
    case "prepare":
      return { do: "create", file: prepared, text: own };
    case "succeed":
      return { do: "create", file: successorOf(version), text: own };
    case "rival":
      return { do: "read", file: successorOf(version) };
    case "confirm":
    case "installed":
      return { do: "read", file: RECORD };
    case "install":
      return { do: "move", from: prepared, to: RECORD };
  }
}

/** The state after the step was answered. */
export function afterStep(state: ClaimState, claimant: Claimant, answer: Answer): ClaimState {
  switch (state.at) {
    case "create":
      return { at: answer === true ? "look-at-marker" : "lost" };
    case "stop-rivals":
      return stopRivals(state.chain, state.place + 1);
    case "tidy":
      return state.place > 0 ? { ...state, place: state.place - 1 } : fence(claimant, 0);
    case "fence":
      return fence(claimant, state.place + 1);
    case "withdraw":
      return { at: "give-up", end: { at: "lost" } };
    case "give-up":
      return state.end;
    case "look-at-marker":
      return { at: "owned", marker: typeof answer === "string" ? answer : undefined };
    case "owned":
    case "busy":
    case "lost":
      return state;
    default:
      return succeeding(state, claimant, answer);
  }
}

function succeeding(
  { at, chain }: Extract<ClaimState, { readonly at: "judge" | Middle }>,
  { own, seen }: Claimant,
  answer: Answer,
): ClaimState {
  switch (at) {
    case "judge":
      return afterJudgement(chain, answer);
    case "prepare":
      return { at: "succeed", chain };
    case "succeed":
      return answer === true ? stopRivals(chain, 1) : { at: "rival", chain };
    case "rival":
      // The rival has tidied up: the record is its own, or it gave up.
      if (typeof answer !== "string") return giveUp(chain, { at: "lost" });
      return { at: "judge", chain: [...chain, { file: successorOf(last(chain)), text: answer }] };
    case "confirm":
      return answer === seen ? { at: "install", chain } : { at: "withdraw", of: last(chain) };
    case "install":
      return { at: "installed", chain };
    case "installed":
      return answer === own ? { at: "tidy", chain, place: chain.length - 1 } : { at: "lost" };
  }
}

function afterJudgement(chain: Chain, answer: Answer): ClaimState {
  const { text } = last(chain);
  if (answer === "alive" || answer === "unknown")
    return giveUp(chain, { at: "busy", text, liveness: answer });
  return { at: chain.length === 1 ? "prepare" : "succeed", chain };
}

/** Before it meets a rival, a claimant has prepared nothing. */
function giveUp(chain: Chain, end: NotOwned): ClaimState {
  const isBare = chain.length === 1 && end.at === "busy";
  return isBare ? end : { at: "give-up", end };
}

/** The places after the first one are those of rivals. */
function stopRivals(chain: Chain, place: number): ClaimState {
  return place < chain.length ? { at: "stop-rivals", chain, place } : { at: "confirm", chain };
}

function fence({ earlier }: Claimant, place: number): ClaimState {
  return place < earlier.length ? { at: "fence", place } : { at: "look-at-marker" };
}

function successorOf(of: FileVersion): OwnershipFile {
  return { kind: "successor", of };
}

function textAt({ chain, place }: { readonly chain: Chain; readonly place: number }): string {
  return chain[place]?.text ?? "";
}

function last(chain: Chain): FileVersion {
  return chain.at(-1) ?? chain[0];
}
