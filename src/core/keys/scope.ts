import type { Environment } from "../definition/environment.ts";
import { parseJson } from "../model/marker.ts";
import { isRecord } from "../text/text.ts";

/** Triggers by which anybody may start a workflow that runs as the default branch (GitHub gives them a read-only cache). */
const ANYBODYS: ReadonlySet<string> = new Set(["pull_request_target", "issue_comment"]);

/**
 * The scope under which a step writes into a store that all runs share. Entries of a scope are read only under that
 * scope; `undefined` is the scope of all. A pull request has a scope of its own, and so has each run that somebody without
 * the right to write may have started. `event` is the text of the file that GITHUB_EVENT_PATH names.
 */
export function writeScope(env: Environment, event: string | undefined): string | undefined {
  const { GITHUB_REF: ref = "", GITHUB_EVENT_NAME: name = "", GITHUB_RUN_ID: run = "" } = env;
  if (/^refs\/pull\/\d+\//.test(ref)) return ref;
  return isAnybodys(env, event) ? `${name} ${run}` : undefined;
}

/** May somebody without the right to write have started this run, which is none of a pull request? */
export function isAnybodys(env: Environment, event: string | undefined): boolean {
  const { GITHUB_EVENT_NAME: name = "" } = env;
  return ANYBODYS.has(name) || (name === "workflow_run" && !isOfOwnRepository(event));
}

/** Was the workflow before this one started by a push to this repository, not by one to a fork? */
function isOfOwnRepository(event: string | undefined): boolean {
  const body = event === undefined ? undefined : parseJson(event);
  if (!isRecord(body) || !isRecord(body["workflow_run"])) return false;
  const head = fullName(body["workflow_run"]["head_repository"]);
  return head !== undefined && head === fullName(body["repository"]);
}

function fullName(repository: unknown): string | undefined {
  const name = isRecord(repository) ? repository["full_name"] : undefined;
  return typeof name === "string" ? name : undefined;
}
