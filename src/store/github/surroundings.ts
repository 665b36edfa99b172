import type { Environment } from "../../core/definition/environment.ts";
import { parseJson } from "../../core/model/marker.ts";
import { isRecord } from "../../core/text/text.ts";
import type { RestAccess } from "./list/rest-call.ts";
import type { Modes } from "./service/service.ts";

/** Facts about GitHub's cache in a step's environment. */
export interface Surroundings {
  /** Is there a cache service for this step? */
  readonly hasService: boolean;
  /** The protocol of the cache service: an Enterprise Server has `v1` alone. */
  readonly version: "v1" | "v2";
  /** Where the cache service answers. */
  readonly serviceUrl?: string;
  readonly modes: Modes;
  /** References whose caches this job may read, its own first: only that is written. */
  readonly scopes: readonly string[];
  /** Where the list of caches may be asked. */
  readonly rest: RestAccess | undefined;
}

const MODES = new Set(["none", "read", "write", "write-only"]);

/** `event` is the text of the file that GITHUB_EVENT_PATH names, `token` the one for GitHub's REST interface. */
export function surroundingsOf(
  env: Environment,
  event: string | undefined,
  token: string | undefined,
): Surroundings {
  const url = serviceUrl(env);
  const hasService = url !== undefined && isGiven(env["ACTIONS_RUNTIME_TOKEN"]);
  return {
    hasService,
    version: hasNewService(env) ? "v2" : "v1",
    ...(hasService && URL.canParse(url) && { serviceUrl: url }),
    modes: modesOf(env),
    scopes: scopesOf(env, event),
    rest: restOf(env, hasService, token),
  };
}

/** The service that the library talks to: an Enterprise Server has the old one alone. */
function serviceUrl(env: Environment): string | undefined {
  const { ACTIONS_RESULTS_URL: results, ACTIONS_CACHE_URL: cache } = env;
  const url = hasNewService(env) ? results : cache;
  return isGiven(url) ? url : undefined;
}

function hasNewService(env: Environment): boolean {
  return !isEnterpriseServer(env) && isGiven(env["ACTIONS_CACHE_SERVICE_V2"]);
}

function isEnterpriseServer({ GITHUB_SERVER_URL: server }: Environment): boolean {
  const host = hostOf(isGiven(server) ? server : "https://github.com");
  return host !== "github.com" && !/\.(?:ghe\.com|localhost)$/.test(host ?? "");
}

function modesOf({ ACTIONS_CACHE_MODE: given = "" }: Environment): Modes {
  const mode = given.trim().toLowerCase();
  const isKnown = MODES.has(mode);
  return {
    mode,
    reads: !isKnown || mode === "read" || mode === "write",
    writes: !isKnown || mode === "write" || mode === "write-only",
  };
}

function scopesOf(env: Environment, event: string | undefined): readonly string[] {
  const { GITHUB_REF: own, GITHUB_BASE_REF: base } = env;
  const body = event === undefined ? undefined : parseJson(event);
  const repository = isRecord(body) ? body["repository"] : undefined;
  const branch = isRecord(repository) ? repository["default_branch"] : undefined;
  const scopes = [
    own,
    isGiven(base) ? `refs/heads/${base}` : undefined,
    typeof branch === "string" ? `refs/heads/${branch}` : undefined,
  ];
  return [...new Set(scopes.filter(isGiven))];
}

/**
 * The list is GitHub's: it says nothing of the cache service of another maker that a self-hosted runner may have been
 * pointed to. On a terminal there is no service, and the list alone is read.
 */
function restOf(
  env: Environment,
  hasService: boolean,
  token: string | undefined,
): RestAccess | undefined {
  const { GITHUB_REPOSITORY: repository, GITHUB_API_URL: api, ACTIONS_RESULTS_URL: results } = env;
  if (!isGiven(token) || !isGiven(repository) || !/^[\w.-]+\/[\w.-]+$/.test(repository))
    return undefined;
  const apiUrl = isGiven(api) ? api : "https://api.github.com";
  if (hostOf(apiUrl) === undefined) return undefined;
  const isOwn = isGiven(results)
    ? isGitHubs(results) || originOf(results) === originOf(apiUrl)
    : !hasService;
  return isOwn ? { apiUrl, repository, token } : undefined;
}

function isGitHubs(url: string): boolean {
  return hostOf(url)?.endsWith(".actions.githubusercontent.com") === true;
}

function originOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin : undefined;
}

function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).hostname.toLowerCase() : undefined;
}

function isGiven(text: string | undefined): text is string {
  return text !== undefined && text !== "";
}
