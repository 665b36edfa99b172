import type { Layer } from "./definition.ts";
import { FIELD_NAMES, FIELDS, type Definition, type FieldName } from "./fields.ts";
import { normalizeText } from "../model/fingerprint.ts";
import { isBlank, quote } from "../text/text.ts";

/**
 * Each value of a job that is not the plan's: the field, both values, and what to do. `given` are the job's layers, the
 * strongest first.
 */
export function findDisagreements(
  job: Definition,
  plan: Definition,
  given: readonly Layer[],
): readonly string[] {
  return agreedNames(plan)
    .filter((name) => plain(valueOf(job, name)) !== plain(valueOf(plan, name)))
    .map((name) => {
      const layer = given.find(({ values }) => !isBlank(values[name]));
      const there = layer?.label(name) ?? name;
      return (
        `${name} is not what the shards were planned with: the plan's definition has ${tell(valueOf(plan, name))}, ` +
        `and ${there} here is ${tell(valueOf(job, name))}. Leave it out here, so that the plan's value holds, or give it to plan.`
      );
    });
}

/** The inputs that must agree. A plan that has no command does not compare it: its jobs bring their own. */
function agreedNames({ command }: Definition): readonly FieldName[] {
  return FIELD_NAMES.filter((name) => {
    const { mustAgree } = FIELDS[name];
    return mustAgree === "always" || (mustAgree === "with-command" && command !== undefined);
  });
}

function valueOf(definition: Definition, name: FieldName): unknown {
  return definition[FIELDS[name].key];
}

/** As values are compared: a text whatever its line ends and trailing blanks. */
function plain(value: unknown): string {
  return JSON.stringify(typeof value === "string" ? normalizeText(value) : value) ?? "";
}

function tell(value: unknown): string {
  return value === undefined ? "none" : quote(value);
}
