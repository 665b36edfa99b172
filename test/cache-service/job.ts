import type { Grant } from "./entries.ts";
import type { RestRights, Tokens } from "./tokens.ts";

/** A job as the service sees it. */
export interface JobOptions {
  /** Its own reference, which it may write: the default branch unless said. */
  readonly ref?: string;
  /** The base branch of a pull request (its name or reference), which it may read. */
  readonly base?: string;
  /** `v1` is what an Enterprise Server offers. */
  readonly protocol?: "v2" | "v1";
  /** A token that may not write. */
  readonly readOnly?: boolean;
  /** The rights of `github-token`: to list, also to delete, none of the caches. Without it there is no token. */
  readonly token?: RestRights;
  readonly run?: { readonly id: string; readonly attempt: number };
}

const DEFAULT_BRANCH = "refs/heads/main";

/** The environment of a step of this job. */
export function environmentOf(
  url: string,
  tokens: Tokens,
  job: JobOptions = {},
): Record<string, string> {
  const token = job.token === undefined ? undefined : tokens.rest[job.token];
  return {
    ACTIONS_CACHE_URL: url,
    ACTIONS_RUNTIME_TOKEN: tokens.runtime(grantsOf(job)),
    GITHUB_API_URL: `${url}api`,
    GITHUB_REPOSITORY: "octo/genomes",
    GITHUB_REF: job.ref ?? DEFAULT_BRANCH,
    ...(job.protocol === "v1"
      ? { GITHUB_SERVER_URL: "https://github.example" }
      : {
          ACTIONS_CACHE_SERVICE_V2: "True",
          ACTIONS_RESULTS_URL: url,
          GITHUB_SERVER_URL: "https://github.com",
        }),
    ...(job.base === undefined ? {} : { GITHUB_BASE_REF: job.base.replace("refs/heads/", "") }),
    ...(token === undefined ? {} : { GITHUB_TOKEN: token, GH_TOKEN: token }),
    ...(job.run === undefined
      ? {}
      : { GITHUB_RUN_ID: job.run.id, GITHUB_RUN_ATTEMPT: String(job.run.attempt) }),
  };
}

function branch(name: string): string {
  return name.startsWith("refs/") ? name : `refs/heads/${name}`;
}

/** Its own reference first, then the base of a pull request and the default branch, both to read. */
function grantsOf(job: JobOptions): readonly Grant[] {
  const own = job.ref ?? DEFAULT_BRANCH;
  const others = job.base === undefined ? [DEFAULT_BRANCH] : [branch(job.base), DEFAULT_BRANCH];
  return [...new Set([own, ...others])].map((scope) => ({
    scope,
    read: true,
    write: scope === own && job.readOnly !== true,
  }));
}
