import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { randomBytes } from "node:crypto";
import { realDisk } from "../../src/files/real-disk.ts";
import { githubStore, type GithubStoreOptions } from "../../src/store/github/github-store.ts";
import { openHelpers } from "../../src/store/github/service/helpers.ts";
import { surroundingsOf } from "../../src/store/github/surroundings.ts";
import type { Store } from "../../src/store/store.ts";
import { DIST } from "../helpers/program.ts";
import type { CacheService, JobOptions } from "../cache-service/service.ts";
import { token } from "./told.ts";
import { PLAIN_FORM } from "../../src/core/model/marker-form.ts";

export interface Opening {
  readonly name?: string;
  /** A pull request's reference. */
  readonly scope?: string | undefined;
  readonly job?: JobOptions;
  readonly env?: Readonly<Record<string, string>>;
  readonly changes?: Partial<GithubStoreOptions>;
}

/** The store of one step of a job of this service. */
export function openStore(service: CacheService, opening: Opening = {}): Store {
  const { name = "test", scope, job = {}, changes = {} } = opening;
  const ref = scope === undefined ? {} : { ref: scope, base: "main" };
  const own = service.env({ ...ref, ...job });
  const env: Record<string, string> = {
    PATH: process.env["PATH"] ?? "",
    HOME: tmpdir(),
    ...own,
    ...opening.env,
  };
  const event = JSON.stringify({ repository: { default_branch: "main" } });
  const temporary = path.join(tmpdir(), "donemark-github-store");
  mkdirSync(temporary, { recursive: true });
  return githubStore({
    disk: realDisk,
    name,
    env,
    helpers: openHelpers({ home: pathToFileURL(`${DIST}/`), env }),
    surroundings: surroundingsOf(env, event, env["GITHUB_TOKEN"]),
    temporary,
    token,
    markers: PLAIN_FORM,
    randomHex: (bytes) => randomBytes(bytes).toString("hex"),
    now: Date.now,
    prunes: false,
    keepsFailures: true,
    warn: () => undefined,
    ...changes,
  });
}
