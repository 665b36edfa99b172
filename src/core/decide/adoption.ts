import type { Evidence } from "./evidence.ts";

/** Is another's word for the checkpoint taken at all? */
export function mayAdopt({ adopt, started, provenance, doubt }: Evidence): boolean {
  return adopt && !started && provenance !== "own" && doubt === undefined;
}

/** Why a sign of completeness that would be taken is not, in words; `undefined` where there is no such sign. */
export function whyNotAdopted(e: Evidence): string | undefined {
  const isSign = e.marker.kind === "empty" || (e.marker.kind === "none" && e.status === "complete");
  if (!isSign || !e.adopt || e.started) return undefined;
  if (e.provenance === "own")
    return `Donemark has started or marked it before, and its own marker is gone, so it runs again: ${takesYourWord(e)}`;
  if (e.doubt !== undefined)
    return `${e.doubt}, so nothing but a full marker is taken: ${takesYourWord(e)}`;
  return `its empty marker is newer than Donemark's first result here, and its format shows nothing: ${takesYourWord(e)}`;
}

/** Why nothing proves that a checkpoint is complete, and what does. */
export function unproven(e: Evidence): string {
  const { started, isSigned } = e;
  const why = whyNotAdopted(e);
  if (why !== undefined) return why;
  if (started)
    return "it was started or unmarked, and nothing since then proves that it is complete";
  if (isSigned) return `markers are signed here, and nobody has signed it: ${takesYourWord(e)}`;
  return `it has no marker, and no status that says it is complete: ${takesYourWord(e)}`;
}

/** The command by which a user vouches for it. */
export function takesYourWord({ markLine }: Evidence): string {
  return `\`${markLine?.() ?? "donemark mark"}\` takes your word`;
}
