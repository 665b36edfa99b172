import type { Decision, Evidence } from "../core/decide.ts";
import type { Fingerprint } from "../core/fingerprint.ts";
import type { Found } from "../store/store.ts";
import type { Observed } from "./observe.ts";

interface Known {
  readonly evidence: Evidence;
  readonly observed: Observed;
  readonly found: Found;
  readonly fingerprint: Fingerprint;
  readonly changedFile: string | undefined;
}

/** What a person wants to know beyond the reason, in one line; empty where the reason says it all. */
export function explain(decision: Decision, known: Known): string {
  const facts = [
    aboutReason(decision, known),
    decision.kind === "resume" ? "the command goes on from its work directory" : undefined,
    decision.kind === "skip" ? undefined : aboutStart(known.observed),
    known.found.kind === "unavailable"
      ? `the store did not answer: ${known.found.cause}`
      : undefined,
  ];
  return facts.filter((fact) => fact !== undefined && fact !== "").join("; ");
}

function aboutReason({ reason }: Decision, known: Known): string | undefined {
  const { evidence, observed, fingerprint, changedFile } = known;
  switch (reason) {
    case "fingerprint-unknown":
      return evidence.unknownParts
        .map((part) => {
          const value = fingerprint[part];
          return "unknown" in value ? `${part}: ${value.unknown}` : part;
        })
        .join("; ");
    case "files-changed":
      return [changedFile, ...others(evidence)].filter((fact) => fact !== undefined).join("; ");
    case "input-changed":
    case "command-changed":
    case "text-changed":
      return others(evidence).join("; ");
    case "incompatible":
      return "its version is newer than the highest accepted; name it in `force` to run it again";
    case "changed-since-marker":
      return "size or content differ from the marker";
    case "done":
      return observed.moved
        ? "moved since it was marked, the sample digest is the same"
        : undefined;
    case "corrupt-marker":
    case "foreign-marker":
    case "truncated":
    case "damaged":
      return observed.why;
    default:
      return undefined;
  }
}

function others(evidence: Evidence): readonly string[] {
  const rest = evidence.changedParts.slice(1);
  return rest.length === 0 ? [] : [`${rest.join(", ")} changed as well`];
}

function aboutStart({ started, startRecord }: Observed): string | undefined {
  if (!started) return undefined;
  if (startRecord === undefined) return "a command was started and has not finished";
  const { failure, startedAt } = startRecord;
  if (failure === undefined) return `started ${startedAt} and not finished`;
  return `failed ${failure.times === 1 ? "once" : `${failure.times} times`}: ${failure.reason}`;
}
