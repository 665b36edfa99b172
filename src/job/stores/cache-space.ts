import { DEFAULT_LIMIT_BYTES, expectedBytes, quotaWarning } from "../../core/model/quota.ts";
import { fullMarker } from "../../core/decide/facts.ts";
import type { Verdict } from "../../checkpoint/survey.ts";
import type { Invocation } from "../invocation.ts";
import type { Job } from "../open.ts";

/** Warns before anything runs if what remains is not going to fit beside what is finished into GitHub's cache. */
export async function warnOfRoom(
  invocation: Invocation,
  { store, verdicts }: Pick<Job, "store" | "verdicts">,
): Promise<void> {
  if (store.kind !== "github") return;
  const sizes = verdicts.map(knownSize).filter((bytes) => bytes > 0);
  const here = sizes.reduce((sum, bytes) => sum + bytes, 0);
  const remaining = verdicts.filter(({ kind }) => kind === "run" || kind === "resume").length;
  const coming = expectedBytes(remaining, here, sizes.length);
  if (coming === 0) return;
  const { knownRoom } = await import("./github-store.ts");
  const { usedBytes = 0, limitBytes = DEFAULT_LIMIT_BYTES } = await knownRoom(invocation);
  const warning = quotaWarning({ usedBytes: Math.max(here, usedBytes), limitBytes }, coming);
  if (warning !== undefined) invocation.reporter.warn(warning);
}

function knownSize({ kind, entry, facts }: Verdict): number {
  if (kind !== "skip") return 0;
  return entry?.sizeBytes ?? fullMarker(facts)?.checkpoint.sizeBytes ?? 0;
}
