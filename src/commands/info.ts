import { readStart, type Target } from "../checkpoint/records.ts";
import { STARTED_SUFFIX } from "../core/model/marker.ts";
import { shownPath } from "../core/model/shard-paths.ts";
import { unreadableClause } from "../core/model/unreadable.ts";
import type { Disk } from "../files/disk.ts";
import { harmlessJson, harmlessLine } from "../core/text/log-line.ts";
import { infoLines } from "../ui/render/info-lines.ts";
import { painter } from "../ui/terminal/terminal.ts";
import { print } from "./cli/call.ts";
import type { Command } from "./cli/command.ts";
import { assess } from "../core/decide/decide.ts";
import { fullMarker, unmarkedClause, type CheckpointFacts } from "../core/decide/facts.ts";
import type { InfoAnswer } from "../core/answers/info-answer.ts";
import { EXIT, UserError } from "../core/text/problem.ts";
import { quote } from "../core/text/text.ts";
import { answerCheckpoint } from "../core/answers/verify-answer.ts";
import { checkpointRules, look, type LookRules } from "../checkpoint/look.ts";
import { checkpointNamed } from "../job/targets.ts";
import type { Invocation } from "../job/invocation.ts";
import { markerForm } from "../job/marker-key.ts";

/**
 * All that one checkpoint says about itself and that is said of it. A path needs no definition. Changes nothing.
 * @throws {UserError} where not one name is given, it is neither a path nor an id, or neither checkpoint nor marker nor start record is there.
 */
export async function info(
  invocation: Invocation,
  targets: readonly string[],
): Promise<InfoAnswer> {
  const { disk, workspace, home } = invocation;
  const [name] = targets;
  if (name === undefined || targets.length > 1)
    throw new UserError([
      "Name one checkpoint by its path or its shard's id: donemark info out/a.pt. verify takes many.",
    ]);
  const { definition, target } = await checkpointNamed(invocation, name);
  const { path } = target;
  const rules: LookRules = {
    ...checkpointRules(definition),
    markers: markerForm(invocation),
    depth: "structure",
    trustsMarker: false,
    home,
  };
  const facts = await look(disk, target, rules);
  const assessment = assess(path, facts);
  const started = facts.startRecord ?? (facts.started ? "unreadable" : null);
  if (assessment.objection?.word === "absent" && started === null)
    throw new UserError([nothingAt(workspace, name, target)], EXIT.checkpoint);
  return {
    ...answerCheckpoint(workspace, assessment),
    kind: facts.kind ?? null,
    ...agreement(facts),
    marked: fullMarker(facts) ?? null,
    started,
    startedWhy: started === "unreadable" ? whyNoRecord(disk, path, facts) : null,
    unmarked: facts.unmarked ?? null,
  };
}

function nothingAt(workspace: string, name: string, { path, shard }: Target): string {
  if (shard === undefined) return `No checkpoint is at ${quote(name)}, and no marker.`;
  return `Shard ${quote(shard)} has no checkpoint, marker or start record: nothing is at ${quote(shownPath(workspace, path))}.`;
}

/** Why what lies in the place of the start record is none. */
function whyNoRecord(disk: Disk, path: string, { unmarked }: CheckpointFacts): string {
  if (unmarked !== undefined) return unmarkedClause(unmarked);
  const { unreadable } = readStart(disk, path);
  if (unreadable !== undefined) return unreadableClause(unreadable);
  const place = path + STARTED_SUFFIX;
  if (disk.stat(place)?.kind !== "file") return "it is no file";
  return "it is not what Donemark writes: it may be cut off, another program's, or of a newer version";
}

function agreement({ comparison }: CheckpointFacts): Pick<InfoAnswer, "agrees" | "difference"> {
  if (comparison.kind === "none") return { agrees: null, difference: null };
  const difference = comparison.kind === "differs" ? comparison.how : null;
  return { agrees: difference === null, difference };
}

export const infoCommand: Command = {
  name: "info",
  about: "show all that is known of a shard: its checkpoint, marker and start record",
  positionals: { kind: "one", word: "ID|PATH" },
  switches: ["json"],
  takesInputs: true,
  example: ["donemark info out/a.pt", "prints one screen about this checkpoint"],
  run: async ({ invocation, args, isJson }) => {
    const answer = await info(invocation, args.positionals);
    const paint = painter("stdout", process.env);
    const lines = isJson ? [harmlessJson(answer)] : infoLines(answer, paint).map(harmlessLine);
    await print(`${lines.join("\n")}\n`);
    return EXIT.done;
  },
};
