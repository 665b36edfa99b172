import { tmpdir } from "node:os";
import { variable } from "../../core/definition/environment.ts";
import { UserError } from "../../core/text/problem.ts";
import type { Room } from "../../core/model/quota.ts";
import { thisProcess } from "../../machine/processes.ts";
import { openRest } from "../../store/github/list/rest.ts";
import { openHelpers } from "../../store/github/service/helpers.ts";
import { githubStore } from "../../store/github/github-store.ts";
import { surroundingsOf, type Surroundings } from "../../store/github/surroundings.ts";
import type { Store } from "../../store/store.ts";
import { isAnybodys } from "../../core/keys/scope.ts";
import { eventText } from "./github-event.ts";
import { markerForm } from "../marker-key.ts";
import { temporaryTokens } from "../writer.ts";
import type { StoreRules } from "./open-store.ts";
import type { Invocation } from "../invocation.ts";

/** GitHub's cache as this step can use it. @throws {UserError} where there is none. */
export function openGithubStore(
  invocation: Invocation,
  { name, looksOnly }: Pick<StoreRules, "name" | "looksOnly">,
): Store {
  const surroundings = surroundingsHere(invocation);
  if (!surroundings.hasService && !(looksOnly && surroundings.rest !== undefined)) {
    throw new UserError([reasonFor(invocation)]);
  }
  return makeStore(invocation, name, surroundings);
}

/** GitHub's cache where this step has a cache service; `undefined` where it has none. */
export function openGithubStoreIfAny(invocation: Invocation, name: string): Store | undefined {
  const surroundings = surroundingsHere(invocation);
  return surroundings.hasService ? makeStore(invocation, name, surroundings) : undefined;
}

/** Time for one answer of the REST interface. */
const REST_MS = 10_000;

/** The bytes in use and the limit of GitHub's cache, as far as this step's token may know them. */
export async function knownRoom(invocation: Invocation): Promise<Partial<Room>> {
  const { rest } = surroundingsHere(invocation);
  return rest === undefined ? {} : openRest(rest, invocation.env, REST_MS).usage();
}

function makeStore(invocation: Invocation, name: string, found: Surroundings): Store {
  const { disk, env, home, now, randomHex, reporter } = invocation;
  const token = temporaryTokens(thisProcess());
  return githubStore({
    disk,
    name,
    env,
    helpers: openHelpers({ home, env }),
    surroundings: found,
    temporary: variable(env, "RUNNER_TEMP") ?? tmpdir(),
    token: () => `${token()}-${randomHex(4)}`,
    randomHex,
    now,
    prunes: true,
    keepsFailures: !isAnybodys(env, eventText(invocation)),
    warn: reporter.warn,
    markers: markerForm(invocation),
  });
}

/** What this step's environment says of GitHub's cache. */
export function surroundingsHere(invocation: Invocation): Surroundings {
  const { env, inputs } = invocation;
  const event = eventText(invocation);
  const given = inputs.values["github-token"];
  const own = variable(env, "GH_TOKEN") ?? variable(env, "GITHUB_TOKEN");
  return surroundingsOf(env, event, typeof given === "string" ? given : own);
}

function reasonFor({ surface, env }: Invocation): string {
  const choices =
    "Set store to file:<folder> on a disk that all runners see, or to none if checkpoints stay on this one disk";
  if (surface === "actions") {
    return (
      "store is github, but this runner has no cache service (ACTIONS_RESULTS_URL or ACTIONS_CACHE_URL, and ACTIONS_RUNTIME_TOKEN, are missing): " +
      `an Enterprise Server may have its cache switched off. ${choices}.`
    );
  }
  const asks =
    env["GITHUB_ACTIONS"] === "true"
      ? "a run: step has none, use the action instead of the command"
      : "a terminal has none";
  return (
    `store is github, but there is no cache service here: only steps of actions in a workflow have one, ${asks}. ` +
    `To look at what is done there (plan, status, collect --fetch=none), set GH_TOKEN and GITHUB_REPOSITORY=<owner>/<name>. ${choices}.`
  );
}
