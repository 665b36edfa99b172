import { PLAIN_FORM, signedForm, type MarkerForm } from "../core/model/marker-form.ts";
import { variable } from "../core/definition/environment.ts";
import { UserError } from "../core/text/problem.ts";
import { isBlank } from "../core/text/text.ts";
import type { Invocation } from "./invocation.ts";

/** Shorter ones can be guessed. */
const SHORTEST_KEY = 16;

/**
 * The form in which this call writes and reads markers: signed where a step has the input `marker-key`, or a command
 * `DONEMARK_MARKER_KEY`. Never a flag: every process of the machine could read it.
 * @throws {UserError} where the key is too short.
 */
export function markerForm({ env, inputs }: Pick<Invocation, "env" | "inputs">): MarkerForm {
  const given = inputs.values["marker-key"];
  const key = typeof given === "string" ? given : variable(env, "DONEMARK_MARKER_KEY");
  if (isBlank(key)) return PLAIN_FORM;
  if (key.length >= SHORTEST_KEY) return signedForm(key);
  throw new UserError([
    `marker-key must have at least ${SHORTEST_KEY} characters, got ${key.length}: \`openssl rand -hex 32\` makes one.`,
  ]);
}
