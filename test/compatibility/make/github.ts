import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  startCacheService,
  type CacheService,
  type JobOptions,
} from "../../cache-service/service.ts";
import { fillStore, JOBS } from "./jobs.ts";
import { keepJson } from "./keep.ts";
import { linkProgramsButZstd } from "./tools.ts";

/** An entry of the cache, in the order in which they were made; its archive lies beside the list. */
interface KeptEntry {
  readonly key: string;
  readonly version: string;
  readonly scope: string;
  readonly archive: string;
}

export interface KeptEntries {
  readonly entries: readonly KeptEntry[];
}

interface Kind {
  readonly protocol: "v1" | "v2";
  readonly hasZstd: boolean;
}

/** What runners with the programs that they have leave in the cache of github.com and of an Enterprise Server. */
const KINDS: Readonly<Record<string, Kind>> = {
  v2: { protocol: "v2", hasZstd: false },
  "v2-zstd": { protocol: "v2", hasZstd: true },
  v1: { protocol: "v1", hasZstd: false },
};

const REVIEW: JobOptions = { ref: "refs/pull/5/merge", base: "main" };

/** The entries of GitHub's cache, of every kind. */
export async function github(folder: string): Promise<void> {
  keepJson(join(folder, "github", "jobs.json"), JOBS);
  for (const [name, kind] of Object.entries(KINDS)) {
    const service = await startCacheService({ inMemory: true });
    try {
      await fill(service, kind);
      await keepEntries(service, join(folder, "github", name));
    } finally {
      await service.close();
    }
  }
}

async function fill(service: CacheService, { protocol, hasZstd }: Kind): Promise<void> {
  const tools = hasZstd
    ? {}
    : { PATH: linkProgramsButZstd(mkdtempSync(join(tmpdir(), "donemark-make-"))) };
  const env = (job: JobOptions) => ({ ...service.env({ ...job, protocol }), ...tools });
  await fillStore({
    inputs: { store: "github" },
    env: ({ run, attempt }) => env({ run: { id: run, attempt } }),
    review: { ...env(REVIEW), GITHUB_EVENT_NAME: "pull_request" },
    snapshots: () => service.entries().filter(({ key }) => /^dm1w-.*-h-/.test(key)).length,
  });
}

async function keepEntries(service: CacheService, folder: string): Promise<void> {
  const kept: KeptEntry[] = [];
  mkdirSync(folder, { recursive: true });
  for (const { key, version, scope, finalized } of service.entries()) {
    if (!finalized) continue;
    const archive = `${String(kept.length + 1).padStart(2, "0")}.archive`;
    writeFileSync(join(folder, archive), await download(service, { key, version, scope }));
    kept.push({ key, version, scope, archive });
  }
  const list: KeptEntries = { entries: kept };
  keepJson(join(folder, "entries.json"), list);
}

async function download(
  service: CacheService,
  {
    key,
    version,
    scope,
  }: { readonly key: string; readonly version: string; readonly scope: string },
): Promise<Uint8Array> {
  const token = service.env({ ref: scope })["ACTIONS_RUNTIME_TOKEN"] ?? "";
  const method = "twirp/github.actions.results.api.v1.CacheService/GetCacheEntryDownloadURL";
  const answer = await fetch(`${service.url}${method}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ key, version }),
  });
  const found: { readonly signed_download_url: string; readonly matched_key: string } = JSON.parse(
    await answer.text(),
  );
  if (found.matched_key !== key)
    throw new Error(`expected the entry ${key}, got ${found.matched_key}`);
  return new Uint8Array(await (await fetch(found.signed_download_url)).arrayBuffer());
}
