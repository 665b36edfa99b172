import { FIELDS, isFieldName } from "../core/definition/fields.ts";
import { parseSelectors } from "../core/decide/select.ts";
import type { Shard } from "../core/model/shard.ts";
import { quoteForShell } from "../core/text/shell-quote.ts";
import type { Invocation } from "./invocation.ts";
import type { Defined } from "./define.ts";

/**
 * Gives the line that runs one shard, or all that remain, with the same definition again, for a shell. It throws nothing
 * away: a shard goes on from its parts.
 */
export type AgainCommand = (id?: string) => string;

/** The config file that is found without a word. */
const USUAL_CONFIG = "donemark.yml";

/** Beyond this nobody reads it. */
const MOST_CHARACTERS = 1000;

/**
 * The line carries the config file where it is not the usual one, and on a terminal the flags that were given. What a
 * workflow gives is for its runners.
 */
export function againCommand(
  invocation: Pick<Invocation, "surface" | "inputs">,
  job: Pick<Defined, "config">,
): AgainCommand {
  const { words, note } = givenWords(invocation, job);
  return (id) => `donemark run${id === undefined ? "" : onlyFlag(id)}${words}${note}`;
}

/** Gives the line that marks a shard on the user's word, for a shell: nothing of it runs. */
export function markCommand(
  invocation: Pick<Invocation, "surface" | "inputs">,
  job: Pick<Defined, "config">,
): (shard: Pick<Shard, "checkpoint">, how?: "mark" | "accept") => string {
  const { words, note } = givenWords(invocation, job);
  return ({ checkpoint }, how) => {
    const path = checkpoint.startsWith("-") ? `./${checkpoint}` : checkpoint;
    const accept = how === "accept" ? " --accept" : "";
    return `donemark mark${accept}${words} ${quoteForShell(path)}${note}`;
  };
}

/** Gives the line that keeps every finished result as it is, whatever has changed since, for a shell. */
export function acceptCommand(
  invocation: Pick<Invocation, "surface" | "inputs">,
  job: Pick<Defined, "config">,
): string {
  const { words, note } = givenWords(invocation, job);
  return `donemark mark --all --accept${words}${note}`;
}

interface Given {
  readonly words: string;
  /** Stands at the end of the line. */
  readonly note: string;
}

/** What makes a command read the same definition. */
function givenWords(
  { surface, inputs }: Pick<Invocation, "surface" | "inputs">,
  { config }: Pick<Defined, "config">,
): Given {
  const flags = Object.entries(inputs.values).filter(([name]) => isOfRun(name));
  const all = [
    ...(config !== undefined && config !== USUAL_CONFIG ? [["config", config]] : []),
    ...(surface === "terminal" ? flags : []),
  ];
  const words = all.map(([name, value]) => ` --${name}=${quoteForShell(String(value))}`).join("");
  // A line of its own holds no others.
  const isTold = words.length <= MOST_CHARACTERS && !words.includes("\n");
  return isTold ? { words, note: "" } : { words: "", note: "  # with the same flags" };
}

/** What belongs to one call alone. */
const OF_ONE_CALL = new Set(["only", "force", "report"]);

function isOfRun(name: string): boolean {
  if (name === "definition") return true;
  if (!isFieldName(name) || OF_ONE_CALL.has(name)) return false;
  const { actions } = FIELDS[name];
  return actions === undefined || actions.includes("main");
}

/** An id that would be read as a pattern stands in an array. */
function onlyFlag(id: string): string {
  const read = parseSelectors(id);
  const [first, ...more] = typeof read === "string" ? [] : read;
  const isName = more.length === 0 && first?.kind === "name" && first.text === id;
  return ` --only=${quoteForShell(isName ? id : JSON.stringify([id]))}`;
}
