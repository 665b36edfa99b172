import type { Layer } from "../core/definition/definition.ts";
import { UserError } from "../core/text/problem.ts";
import type { Invocation } from "./invocation.ts";
import { markerForm } from "./marker-key.ts";

/** The key of a handed-on definition that says that its plan had a marker-key. */
export const SIGNED = "signed";

/**
 * Without the key of its plan a job could neither believe nor sign a marker.
 * @throws {UserError} where the plan had a marker-key and this job has none, or a blank one.
 */
export function checkSigned(invocation: Invocation, { values }: Pick<Layer, "values">): void {
  const signed = values[SIGNED];
  if (signed === undefined || signed === false) return;
  if (markerForm(invocation).seal !== undefined) return;
  const here =
    invocation.surface === "actions"
      ? "Give this step the secret that plan has (marker-key: ${{ secrets.MARKER_KEY }}). A run for a fork has no secrets: run it in the repository itself"
      : "Set DONEMARK_MARKER_KEY to the key that plan has";
  throw new UserError([
    `definition was planned with a marker-key, and this job has none: marker-key is absent or blank, so no marker was read or written. ${here}, or plan without marker-key.`,
  ]);
}

/**
 * A matrix expression that came out empty must not run every shard. Where the input is left out, the job is about all.
 * @throws {UserError} where `only` is blank beside a definition that was handed on.
 */
export function checkOnly(
  { inputs }: Pick<Invocation, "inputs">,
  { isPlanned }: { readonly isPlanned: boolean },
): void {
  if (!isPlanned || inputs.blank?.includes("only") !== true) return;
  throw new UserError([
    `${inputs.label("only")} is blank beside a definition that plan handed on: an expression that came out empty would run every shard. ` +
      "Give what plan gave (only: ${{ matrix.only }}), or leave only out where this job is about all shards.",
  ]);
}
