import { fault, ok, warning, type Check } from "../../core/answers/doctor-answer.ts";
import type { Definition } from "../../core/definition/fields.ts";
import { quote } from "../../core/text/text.ts";
import type { Invocation } from "../../job/invocation.ts";
import { probeStore } from "../../job/stores/probe.ts";

/** Does the store of the definition answer, and does it keep two writers apart? */
export async function checkStore(invocation: Invocation, definition: Definition): Promise<Check> {
  const probed = await probeStore(invocation, definition);
  switch (probed.kind) {
    case "none":
      return ok("store", "none: finished shards stay on this disk");
    case "not-yet":
      return warning(
        "store",
        `${quote(probed.label)} is not there yet; the first save makes it`,
        "Where it is to be a disk that several machines share, mount it first.",
      );
    case "trouble":
      return fault(
        "store",
        `${quote(probed.label)} does not answer: ${probed.cause}`,
        "Mend what it names, or choose another store.",
      );
    default:
      return probed.isConditional
        ? ok("store", `${quote(probed.label)} answers, and keeps two writers apart`)
        : warning(
            "store",
            `${quote(probed.label)} answers, and cannot keep two writers apart: its file system has no hard links`,
            "Let one run at a time write it, or take a file system with hard links.",
          );
  }
}
