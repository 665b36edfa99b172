import { answerDoctor, ok, type Check, type DoctorAnswer } from "../core/answers/doctor-answer.ts";
import { harmlessJson, harmlessLine } from "../core/text/log-line.ts";
import { EXIT } from "../core/text/problem.ts";
import type { Invocation } from "../job/invocation.ts";
import { surroundingsOf } from "../store/github/surroundings.ts";
import { doctorLines } from "../ui/render/doctor-lines.ts";
import { painter } from "../ui/terminal/terminal.ts";
import { print } from "./cli/call.ts";
import { NO_WORDS, type Command } from "./cli/command.ts";
import { checkDefinition } from "./doctor/definition.ts";
import { checkFolders } from "./doctor/folders.ts";
import { checkGpus, checkNode, checkRunner, checkTools } from "./doctor/machine.ts";
import { checkStore } from "./doctor/store.ts";

/** Looks at everything that a run needs here. Nothing that it changes stays. */
async function doctor(invocation: Invocation): Promise<DoctorAnswer> {
  const { env } = invocation;
  const { checks, definition } = await checkDefinition(invocation);
  return answerDoctor([
    checkNode(process.version),
    checkRunner(env),
    ...(await checkGpus(env)),
    ...checkTools(env),
    checkCache(invocation),
    ...(await checkFolders(invocation, definition?.checkpoint)),
    ...checks,
    ...(definition === undefined ? [] : [await checkStore(invocation, definition)]),
  ]);
}

function checkCache({ env }: Invocation): Check {
  const { hasService, serviceUrl = "" } = surroundingsOf(env, undefined, undefined);
  if (!hasService) return ok("cache", "no cache service here: the steps of actions alone have one");
  const version = env["ACTIONS_CACHE_SERVICE_V2"] ? "version 2" : "version 1";
  return ok("cache", `a cache service, ${version}, at ${new URL(serviceUrl).host}`);
}

export const doctorCommand: Command = {
  name: "doctor",
  about: "look at everything that a run needs on this machine, and say what mends what is wrong",
  positionals: NO_WORDS,
  switches: ["json"],
  takesInputs: true,
  example: ["donemark doctor --store=file:/mnt/results", "looks at this store as well"],
  run: async ({ invocation, isJson }) => {
    const answer = await doctor(invocation);
    const paint = painter("stdout", process.env);
    const lines = isJson ? [harmlessJson(answer)] : doctorLines(answer, paint).map(harmlessLine);
    await print(`${lines.join("\n")}\n`);
    return answer.faults > 0 ? EXIT.failed : EXIT.done;
  },
};
