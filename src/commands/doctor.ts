import {
  answerDoctor,
  fault,
  type Check,
  type DoctorAnswer,
} from "../core/answers/doctor-answer.ts";
import { mask, secretsOf } from "../core/definition/environment.ts";
import type { Definition } from "../core/definition/fields.ts";
import { parseStoreAddress } from "../core/definition/store-address.ts";
import { belowWorkspace, ownFolder } from "../core/model/shard-paths.ts";
import { fixedPart } from "../core/model/template.ts";
import { harmlessJson, harmlessLine } from "../core/text/log-line.ts";
import { EXIT, messageOf } from "../core/text/problem.ts";
import type { Invocation } from "../job/invocation.ts";
import { surroundingsHere } from "../job/stores/github-store.ts";
import { doctorLines } from "../ui/render/doctor-lines.ts";
import { isTerminal, painter } from "../ui/terminal/terminal.ts";
import { print } from "./cli/call.ts";
import { NO_WORDS, type Command } from "./cli/command.ts";
import { checkDefinition } from "./doctor/definition.ts";
import { checkFolder, type Place } from "./doctor/folders.ts";
import { checkGpus } from "./doctor/gpus.ts";
import { checkLeases, checkProcesses } from "./doctor/leftovers.ts";
import { checkCacheService, checkStore } from "./doctor/stores.ts";
import { checkNode, checkRunner, checkTools } from "./doctor/system.ts";

type Checks = readonly Check[];

/** Looks at the machine, the definition and its store. Changes nothing that lasts. */
async function examine(invocation: Invocation): Promise<Checks> {
  const { env, disk } = invocation;
  const { definition, checks } = await checkDefinition(invocation);
  const usesCache =
    surroundingsHere(invocation).hasService ||
    (definition !== undefined && parseStoreAddress(definition.store).scheme === "github");
  const all = await Promise.all([
    attempted("node", () => [checkNode(process.versions.node)]),
    attempted("runner", () => [checkRunner(env)]),
    attempted("gpus", () => checkGpus(env)),
    attempted("tar", () => checkTools(env, usesCache)),
    Promise.resolve(checks),
    ...placesOf(invocation, definition).map((place) =>
      attempted(place.name, () => checkFolder(disk, place)),
    ),
    attempted("store", () => (definition === undefined ? [] : checkStore(invocation, definition))),
    attempted("cache-service", () => checkCacheService(invocation)),
    attempted("leases", () => [checkLeases(disk, env)]),
    attempted("processes", () => [checkProcesses()]),
  ]);
  return all.flat().map((check) => withoutSecrets(check, secretsOf(env)));
}

/** One thing that cannot be looked at hides no other. */
async function attempted(name: string, check: () => Checks | Promise<Checks>): Promise<Checks> {
  try {
    return await check();
  } catch (error) {
    return [
      fault(name, `it cannot be looked at: ${messageOf(error)}`, "Mend that, and ask again."),
    ];
  }
}

function placesOf({ workspace }: Invocation, definition: Definition | undefined): readonly Place[] {
  const own = { name: ".donemark", path: ownFolder(workspace), holds: "own files" as const };
  if (definition === undefined) return [own];
  const path = belowWorkspace(workspace, fixedPart(definition.checkpoint));
  return [{ name: "checkpoints", path, holds: "results" }, own];
}

function withoutSecrets(check: Check, secrets: readonly string[]): Check {
  const { says, fix } = check;
  return { ...check, says: mask(says, secrets), fix: fix === null ? null : mask(fix, secrets) };
}

export const doctorCommand: Command = {
  name: "doctor",
  about:
    "check this machine, the definition and its store, each fault with its fix; change nothing",
  positionals: NO_WORDS,
  switches: ["json"],
  takesInputs: true,
  example: ["donemark doctor", "one line for each check; the exit code is 1 where one is a fault"],
  run: async ({ invocation, isJson }) => {
    const answer = answerDoctor(await examine(invocation));
    await print(`${isJson ? harmlessJson(answer) : textOf(answer)}\n`);
    return answer.ok ? EXIT.done : EXIT.failed;
  },
};

/** What is printed is made harmless before it is broken into lines: a sequence must not be cut in two. */
function textOf(answer: DoctorAnswer): string {
  const checks = answer.checks.map((check) => ({
    ...check,
    says: harmlessLine(check.says),
    fix: check.fix === null ? null : harmlessLine(check.fix),
  }));
  const paint = painter("stdout", process.env);
  const columns = isTerminal("stdout") ? process.stdout.columns : 0;
  const view = columns > 0 ? { paint, columns } : { paint };
  return doctorLines({ ...answer, checks }, view).join("\n");
}
