import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createRunner, type Runner } from "../action/runner.ts";
import type { JobOptions } from "../cache-service/service.ts";
import { serveEntries } from "./cache-entries.ts";
import { GENERATIONS, keptText, layOut } from "./generation.ts";
import type { KeptJobs } from "./make/jobs.ts";
import { linkProgramsButZstd } from "./make/tools.ts";

type Values = Readonly<Record<string, string>>;

/** How jobs of one repository reach a kept store. */
interface Access extends KeptJobs {
  readonly inputs: Values;
  readonly env: Values;
  /** The environment of a job of the pull request that has saved an entry. */
  readonly review: Values;
  /** The same of another pull request. */
  readonly otherReview: Values;
}

type Open = (generation: string) => Promise<Access>;

const PULL_REQUEST = { GITHUB_BASE_REF: "main", GITHUB_EVENT_NAME: "pull_request" };

const ends: (() => unknown)[] = [];
afterAll(async () => {
  for (const end of ends) await end();
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "donemark-store-"));
  ends.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function openFileStore(generation: string): Promise<Access> {
  const folder = newFolder();
  layOut(generation, { name: "store", to: folder });
  return {
    ...readJobs(generation, "store.jobs.json"),
    inputs: { store: `file:${folder}` },
    env: {},
    review: { ...PULL_REQUEST, GITHUB_REF: "refs/pull/5/merge" },
    otherReview: { ...PULL_REQUEST, GITHUB_REF: "refs/pull/6/merge" },
  };
}

/** Where zstd is in the path, the cache's client takes it, and what was packed with gzip counts as another version. */
function openCache(kind: string, common: JobOptions): Open {
  return async (generation) => {
    const service = await serveEntries(generation, kind);
    ends.push(() => service.close());
    const tools = kind.endsWith("zstd") ? {} : { PATH: linkProgramsButZstd(newFolder()) };
    const env = (job: JobOptions): Values => ({ ...service.env({ ...common, ...job }), ...tools });
    const token = env({})["GITHUB_TOKEN"];
    return {
      ...readJobs(generation, "github/jobs.json"),
      inputs: { store: "github", ...(token === undefined ? {} : { "github-token": token }) },
      env: env({}),
      review: { ...env({ ref: "refs/pull/5/merge", base: "main" }), ...PULL_REQUEST },
      otherReview: { ...env({ ref: "refs/pull/6/merge", base: "main" }), ...PULL_REQUEST },
    };
  };
}

const STORES: Readonly<Record<string, Open>> = {
  "a directory": openFileStore,
  "GitHub's cache, packed with zstd and seen by its list": openCache("v2-zstd", { token: "write" }),
  "GitHub's cache, packed with gzip and seen by look-ups": openCache("v2", {}),
  "the cache of an Enterprise Server": openCache("v1", { protocol: "v1" }),
};

const CASES = GENERATIONS.flatMap((generation) =>
  Object.entries(STORES).map(([store, open]) => ({ generation, store, open })),
);

describe.each(CASES)("what $generation has saved in $store", ({ generation, open }) => {
  let access: Access;
  beforeAll(async () => {
    access = await open(generation);
  });

  test("for a pull request is found by that one alone", async () => {
    const own = await planned(access, access.review);
    expect(own.outputs).toMatchObject({ done: "4" });
    expect(pendingIn(own.outputs)).toEqual(["half", "revoked.txt"]);
    const other = await planned(access, access.otherReview);
    expect(pendingIn(other.outputs)).toEqual(["half", "review.txt", "revoked.txt"]);
  });

  test("is found and brought, its work is gone on from, and what was revoked runs", async () => {
    const plan = await planned(access, access.env);
    expect(plan.outputs).toMatchObject({
      total: "6",
      done: "3",
      pending: "3",
      "has-work": "true",
    });
    expect(pendingIn(plan.outputs)).toEqual(["half", "review.txt", "revoked.txt"]);

    const job = createRunner(access.files);
    const inputs = { ...access.inputs, definition: plan.outputs["definition"] ?? "" };
    const env = { ...access.env, GITHUB_RUN_ID: "8001" };
    const { code, outputs, log } = await job.main({ inputs, env }).ended;
    expect(code, log).toBe(0);
    expect(outputs).toMatchObject({ skipped: "3", ran: "3", saved: "3" });
    const ran = readFileSync(join(job.workspace, "ran.txt"), "utf8").trim().split("\n");
    expect(ran.toSorted()).toEqual(["half 1", "review.txt 0", "revoked.txt 0"]);
    expectBytes(job);

    const later = createRunner(access.files);
    const brought = { ...inputs, fetch: "all" };
    const collected = await later.step("collect", { inputs: brought, env }).ended;
    expect(collected.outputs, collected.log).toMatchObject({ complete: "true", total: "6" });
    expectBytes(later);
    expect(existsSync(join(later.workspace, "ran.txt"))).toBe(false);
  });
});

function readJobs(generation: string, name: string): KeptJobs {
  return JSON.parse(keptText(generation, name));
}

async function planned(access: Access, env: Values) {
  const inputs = { ...access.definition, ...access.inputs };
  const ended = await createRunner(access.files).step("plan", { inputs, env }).ended;
  expect(ended.code, ended.log).toBe(0);
  return ended;
}

function pendingIn({ matrix = "" }: Values): readonly string[] {
  const { include }: { readonly include: readonly { readonly only: string }[] } =
    JSON.parse(matrix);
  const ids = include.flatMap(({ only }): readonly string[] => JSON.parse(only));
  return ids.toSorted();
}

/** Each checkpoint is the one that was saved last, or made anew. */
function expectBytes({ workspace }: Runner): void {
  const read = (name: string): string => readFileSync(join(workspace, "out", name), "utf8");
  expect(read("file.txt")).toBe("input of file\n");
  expect(read("tree/top")).toBe("input of tree\n");
  expect(read("tree/deep/leaf")).toBe("leaf\n");
  expect(read("twice.txt")).toBe("the second attempt\ninput of twice\n");
  expect(read("half")).toBe("part 1\npart 2\npart 3\nstate after 3\n");
  expect(read("revoked.txt")).toBe("input of revoked\n");
  expect(read("review.txt")).toBe("input of review\n");
}
