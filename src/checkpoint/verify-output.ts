import { lineOf, objectionTo } from "../core/decide/decide.ts";
import type { StatedFields } from "../core/model/marker.ts";
import type { Disk } from "../files/disk.ts";
import type { Measure } from "../files/measure.ts";
import { statedFields } from "./contents.ts";
import { ignoredBy } from "../files/compare.ts";
import { checkpointRules, look, measureOrRefuse, type LookRules, type RuleSource } from "./look.ts";

/** Does a checkpoint that was just made, or that a user vouches for, hold up? */
export type OutputVerdict =
  | {
      readonly kind: "good";
      readonly stated: StatedFields;
      /** Taken before the look: what is marked must still have it. */
      readonly measure: Measure;
    }
  | {
      readonly kind: "bad";
      /** The word of what speaks against it; `absent` where there is no checkpoint. */
      readonly reason: string;
      /** In one line, the word first. */
      readonly why: string;
    };

/**
 * Asks the checkpoint alone, whatever lies in the place of its marker. A status of another word is no objection: a
 * command's exit code or a user's word vouches for it.
 */
export async function verifyOutput(
  disk: Disk,
  checkpoint: string,
  { definition, home }: Omit<RuleSource, "markers">,
): Promise<OutputVerdict> {
  const { validate: depth } = definition;
  const rules: LookRules = { ...checkpointRules(definition), depth, home, trustsMarker: false };
  const before = measureOrRefuse(disk, checkpoint, ignoredBy(rules));
  const facts = await look(disk, { path: checkpoint }, rules);
  const objection = objectionTo(facts, { isVouchedFor: true });
  if (objection !== undefined)
    return { kind: "bad", reason: objection.word, why: lineOf(objection) };
  if (before.kind === "measured")
    return { kind: "good", stated: statedFields(facts), measure: before.measure };
  const why = `still-running: it was made or changed while it was looked at`;
  return { kind: "bad", reason: "still-running", why };
}
