import type { Definition, Layer } from "./definition.ts";
import type { FieldName } from "./fields.ts";
import { normalizeText } from "./fingerprint.ts";
import { show } from "./text.ts";

/** What a plan and its jobs must agree on: with another value a job names other shards, or runs them all again. */
const AGREED = {
  shards: (d) => d.shards,
  checkpoint: (d) => d.checkpoint,
  work: (d) => d.work,
  command: (d) => d.command,
  shell: (d) => d.shell,
  "working-directory": (d) => d.workingDirectory,
  "fingerprint-text": (d) => d.fingerprintText,
  "fingerprint-files": (d) => d.fingerprintFiles,
  "input-fingerprint": (d) => d.inputFingerprint,
  "rerun-on": (d) => d.rerunOn,
  name: (d) => d.name,
  adopt: (d) => d.adopt,
  status: (d) => d.status,
} as const satisfies Partial<Record<FieldName, (definition: Definition) => unknown>>;

type Agreed = keyof typeof AGREED;

/** A plan that had no command does not compare it: its jobs bring their own. */
const OF_COMMAND: ReadonlySet<string> = new Set<Agreed>(["command", "shell", "working-directory"]);

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
    .filter((name) => plain(AGREED[name](job)) !== plain(AGREED[name](plan)))
    .map((name) => {
      const layer = given.find(({ values }) => values[name] !== undefined && values[name] !== "");
      const there = layer?.label(name) ?? name;
      return (
        `${name} is not what the shards were planned with: the plan's definition has ${said(AGREED[name](plan))}, ` +
        `and ${there} here is ${said(AGREED[name](job))}. Leave it out here, so that the plan's value holds, or give it to plan.`
      );
    });
}

function agreedNames(plan: Definition): readonly Agreed[] {
  const names = Object.keys(AGREED).filter((name): name is Agreed => Object.hasOwn(AGREED, name));
  return plan.command === undefined ? names.filter((name) => !OF_COMMAND.has(name)) : names;
}

/** As values are compared: a text whatever its line ends and trailing blanks. */
function plain(value: unknown): string {
  return JSON.stringify(typeof value === "string" ? normalizeText(value) : value) ?? "";
}

function said(value: unknown): string {
  return value === undefined ? "none" : show(value);
}
