import { describe, expect, it } from "vitest";
import { troubleIn } from "../../src/store/github/service/causes.ts";
import { openPace } from "../../src/store/github/service/pace.ts";
import { surroundingsOf } from "../../src/store/github/surroundings.ts";

const GITHUB = {
  ACTIONS_CACHE_SERVICE_V2: "True",
  ACTIONS_RESULTS_URL: "https://results-receiver.actions.githubusercontent.com/",
  ACTIONS_CACHE_URL: "https://acghubeus1.actions.githubusercontent.com/abc/",
  ACTIONS_RUNTIME_TOKEN: "jwt",
  GITHUB_SERVER_URL: "https://github.com",
  GITHUB_REPOSITORY: "octo/genomes",
  GITHUB_REF: "refs/heads/topic",
};

describe("the list of caches is asked", () => {
  it.each<[string, Readonly<Record<string, string>>, string | undefined, boolean]>([
    ["on GitHub with a token", {}, "t", true],
    ["never without a token", {}, undefined, false],
    [
      "not where a runner has another cache service",
      { ACTIONS_RESULTS_URL: "http://10.0.0.5:3000/" },
      "t",
      false,
    ],
    [
      "not where a host's name only looks like GitHub's",
      { ACTIONS_RESULTS_URL: "https://x.actions.githubusercontent.com.evil.io/" },
      "t",
      false,
    ],
    [
      "where service and interface are one origin",
      { ACTIONS_RESULTS_URL: "http://127.0.0.1:9/", GITHUB_API_URL: "http://127.0.0.1:9/api" },
      "t",
      true,
    ],
    [
      "not on an Enterprise Server's old service alone",
      { ACTIONS_RESULTS_URL: "", GITHUB_SERVER_URL: "https://ghe.example" },
      "t",
      false,
    ],
    [
      "on a terminal without any service",
      { ACTIONS_RESULTS_URL: "", ACTIONS_CACHE_URL: "", ACTIONS_RUNTIME_TOKEN: "" },
      "t",
      true,
    ],
    [
      "never for a repository that could lead elsewhere",
      { GITHUB_REPOSITORY: "octo/../../x" },
      "t",
      false,
    ],
  ])("%s", (_, env, token, isAsked) => {
    expect(surroundingsOf({ ...GITHUB, ...env }, undefined, token).rest !== undefined).toBe(
      isAsked,
    );
  });
});

describe("a cache service", () => {
  it.each<[string, Readonly<Record<string, string>>, boolean]>([
    ["is there in a step of an action", {}, true],
    ["is not there without its token", { ACTIONS_RUNTIME_TOKEN: "" }, false],
    ["is not there without the address of the new one", { ACTIONS_RESULTS_URL: "" }, false],
    [
      "is the old one on an Enterprise Server",
      { ACTIONS_RESULTS_URL: "", GITHUB_SERVER_URL: "https://ghe.example" },
      true,
    ],
    [
      "is not there on an Enterprise Server that has none",
      { ACTIONS_CACHE_URL: "", GITHUB_SERVER_URL: "https://ghe.example" },
      false,
    ],
  ])("%s", (_, env, isThere) => {
    expect(surroundingsOf({ ...GITHUB, ...env }, undefined, undefined).hasService).toBe(isThere);
  });

  it("is read in the job's own reference, then the base's, then the default branch", () => {
    const env = { ...GITHUB, GITHUB_REF: "refs/pull/7/merge", GITHUB_BASE_REF: "release" };
    const event = JSON.stringify({ repository: { default_branch: "main" } });
    const scopes = ["refs/pull/7/merge", "refs/heads/release", "refs/heads/main"];
    expect(surroundingsOf(env, event, undefined).scopes).toEqual(scopes);
    expect(surroundingsOf(env, "no JSON", undefined).scopes).toEqual(scopes.slice(0, 2));
  });

  it.each([
    ["", true, true],
    ["write", true, true],
    [" READ ", true, false],
    ["write-only", false, true],
    ["none", false, false],
    ["a later mode", true, true],
  ])("under cache-mode %j reads: %j, writes: %j", (mode, reads, writes) => {
    expect(
      surroundingsOf({ ...GITHUB, ACTIONS_CACHE_MODE: mode }, undefined, undefined).modes,
    ).toMatchObject({ reads, writes });
  });
});

describe("what the library prints", () => {
  it("tells of no trouble where it tells of progress", () => {
    expect(troubleIn(["Cache hit for: x", "Lookup only - skipping download"])).toBeUndefined();
    expect(troubleIn([])).toBeUndefined();
  });

  it("shows no signature of an address", () => {
    const line =
      "::warning::Failed to restore: GET https://blob.example/a?sv=1&sig=SECRET%2B failed";
    expect(troubleIn([line])?.cause).toBe("Failed to restore: GET https://blob.example/a failed");
  });

  it("blames the disk for what the disk has done, and never the archive", () => {
    const lines = [
      "tar: entry/data: Cannot write: No space left on device",
      "::warning::Failed to restore: \"/x/tar\" failed with error: The process '/x/tar' failed with exit code 2",
    ];
    expect(troubleIn(lines)).toMatchObject({
      kind: "other",
      cause: expect.stringContaining("no space is left"),
    });
  });
});

describe("the pace of requests", () => {
  it("lets a thousand go in a minute at the most, and waits for what the service says", () => {
    let now = 0;
    const pace = openPace(() => now);
    const waits = Array.from({ length: 1500 }, () => pace.turn("look"));
    expect(waits.filter((wait) => wait === 0).length).toBeLessThanOrEqual(1000);
    expect(waits.at(-1)).toBe(60_000);
    now = 200_000;
    expect(pace.turn("look")).toBe(0);
    pace.pause(3000);
    expect(pace.turn("save")).toBe(3000);
  });
});
