import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { createRunner } from "../action/runner.ts";
import { startCacheService, type CacheService } from "../cache-service/service.ts";
import { workspace, type Workspace } from "../fixtures/cli/workspace.ts";
import { until } from "../helpers/until.ts";

let service: CacheService;
let serial = 0;

beforeAll(async () => {
  service = await startCacheService();
});

afterAll(() => service.close());

const FILES = { "in/a.fa": "a", "in/b.fa": "b", "in/c.fa": "c" };

/** A definition of its own: one service serves all tests. */
function inputsOf(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  serial += 1;
  return {
    shards: "in/*.fa",
    checkpoint: "out/{id}.txt",
    command: 'cp "$SHARD_INPUT" "$SHARD_CHECKPOINT"',
    shell: "sh",
    name: `definition ${serial}`,
    ...more,
  };
}

describe("a workflow without a word about a store", () => {
  test("saves each finished shard in GitHub's cache, and the next runner brings it", async () => {
    const inputs = inputsOf();
    const env = service.env();
    const before = service.entries().length;
    const first = await createRunner(FILES).main({ inputs, env }).ended;
    expect([first.code, first.outputs["saved"]]).toEqual([0, "3"]);
    expect(service.entries()).toHaveLength(before + 3);
    const runner = createRunner(FILES);
    const second = await runner.main({ inputs, env }).ended;
    expect([second.code, second.outputs["skipped"], second.outputs["ran"]]).toEqual([0, "3", "0"]);
    expect(readFileSync(path.join(runner.workspace, "out", "b.txt"), "utf8")).toBe("b");
    expect(
      readdirSync(path.join(runner.workspace, "out")).filter((name) =>
        name.startsWith(".donemark-tmp"),
      ),
    ).toEqual([]);
    for (const { log } of [first, second]) {
      expect(log).not.toMatch(/Cache (?:hit|Size|saved|restored)|\[command\]|add-mask/);
      expect(log).not.toContain(env["ACTIONS_RUNTIME_TOKEN"] ?? "");
    }
  });

  test("says once that a runner without a cache service keeps its checkpoints to itself", async () => {
    const none = { ACTIONS_RUNTIME_TOKEN: "", ACTIONS_CACHE_URL: "", ACTIONS_RESULTS_URL: "" };
    const { code, log } = await createRunner(FILES).main({ inputs: inputsOf(), env: none }).ended;
    expect(code).toBe(0);
    expect(log.match(/^::warning::store is auto.*no cache service/gm)).toHaveLength(1);
  });
});

describe("a workflow that wants GitHub's cache", () => {
  test("fails at once where the runner has none, and names the choices", async () => {
    const none = { ACTIONS_RUNTIME_TOKEN: "", ACTIONS_CACHE_URL: "", ACTIONS_RESULTS_URL: "" };
    const { code, log } = await createRunner(FILES).main({
      inputs: inputsOf({ store: "github" }),
      env: none,
    }).ended;
    expect(code).toBe(2);
    expect(log).toMatch(
      /^::error::store is github, but this runner has no cache service.*file:<folder>/m,
    );
  });

  test("goes on where the service fails, and says why nothing was saved", async () => {
    onTestFinished(service.fault("create", { status: 403 }));
    const { code, log, outputs } = await createRunner(FILES).main({
      inputs: inputsOf({ store: "github" }),
      env: service.env(),
    }).ended;
    expect([code, outputs["ran"], outputs["saved"], outputs["all-done"]]).toEqual([
      0,
      "3",
      "0",
      "true",
    ]);
    expect(log).toMatch(/::warning::3 shards .*are done, but were not saved to github: .*403/);
  });

  test("says in one line that what is done could not be brought, and fails", async () => {
    const env = service.env({ token: "read" });
    const inputs = inputsOf({ store: "github", "github-token": env["GITHUB_TOKEN"] ?? "" });
    await createRunner(FILES).main({ inputs, env }).ended;
    onTestFinished(service.fault("download", { status: 500 }));
    const { code, log, outputs } = await createRunner(FILES).main({ inputs, env }).ended;
    expect([code, outputs["skipped"], outputs["ran"]]).toEqual([3, "3", "0"]);
    expect(log.match(/^::(?:error|warning).*$/gm)).toEqual([
      expect.stringMatching(/^::error::3 shards .*are done, but were not brought from github: /),
    ]);
  });

  test("leaves no process and no folder behind when it is killed in the midst of a save", async () => {
    onTestFinished(service.fault("upload", "stall"));
    const runner = createRunner({ "in/a.fa": "a".repeat(100_000) });
    const step = runner.main({ inputs: inputsOf({ store: "github" }), env: service.env() });
    const out = path.join(runner.workspace, "out");
    await until("an upload", () => service.entries().some(({ finalized }) => !finalized));
    step.child.kill("SIGKILL");
    await step.ended;
    await runner.deserted();
    // What gives no sign of life any more says so by its heartbeat, until the next run sweeps it up.
    expect(names(out).filter((name) => !name.endsWith("-alive"))).toEqual(["a.txt", "a.txt.done"]);
    expect(
      names(path.join(runner.workspace, "..", "..", "temp")).filter((name) =>
        name.startsWith(".donemark-tmp"),
      ),
    ).toEqual([]);
  });
});

test("with a marker-key every step counts what was saved with that key, and nothing else", async () => {
  const env = service.env({ token: "write" });
  const inputs = inputsOf({ store: "github", "github-token": env["GITHUB_TOKEN"] ?? "" });
  const keyed = { ...inputs, "marker-key": "a key of some length" };
  await createRunner(FILES).main({ inputs: { ...inputs, only: "a" }, env }).ended;
  const planned = await createRunner(FILES).step("plan", { inputs: keyed, env }).ended;
  expect(planned.outputs).toMatchObject({ done: "0", pending: "3" });
  expect(planned.outputs["definition"]).not.toContain("marker-key");
  const ran = await createRunner(FILES).main({ inputs: keyed, env }).ended;
  expect(ran).toMatchObject({ code: 0, outputs: { ran: "3", saved: "3" } });
  const collector = createRunner(FILES);
  expect(await collector.step("collect", { inputs: keyed, env }).ended).toMatchObject({
    code: 0,
    outputs: { complete: "true" },
  });
  const restored = createRunner(FILES);
  expect(await restored.step("restore", { inputs: keyed, env }).ended).toMatchObject({
    outputs: { remaining: "0" },
  });
  expect(ran.log + planned.log).not.toContain("a key of some length");
});

test("two runs at once on one definition finish every shard, and collect finds them whole", async () => {
  const env = service.env({ token: "write" });
  const inputs = inputsOf({
    store: "github",
    "github-token": env["GITHUB_TOKEN"] ?? "",
    command: 'sleep 0.2; cp "$SHARD_INPUT" "$SHARD_CHECKPOINT"',
  });
  const both = ["1", "2"].map(
    (run) => createRunner(FILES).main({ inputs, env: { ...env, GITHUB_RUN_ID: run } }).ended,
  );
  for (const { code, outputs } of await Promise.all(both))
    expect({ code, outputs }).toMatchObject({ code: 0, outputs: { "all-done": "true" } });
  const collector = createRunner(FILES);
  const collected = await collector.step("collect", { inputs, env }).ended;
  expect(collected).toMatchObject({ code: 0, outputs: { complete: "true" } });
  for (const id of ["a", "b", "c"])
    expect(readFileSync(path.join(collector.workspace, "out", `${id}.txt`), "utf8")).toBe(id);
});

test("a step that is killed in the midst of a look-up leaves no process behind", async () => {
  onTestFinished(service.fault("lookup", "stall"));
  const runner = createRunner(FILES);
  service.resetTraffic();
  const step = runner.main({ inputs: inputsOf({ store: "github" }), env: service.env() });
  await until("a look-up", () => service.traffic().lookups > 0);
  step.child.kill("SIGKILL");
  await step.ended;
  await runner.deserted();
});

describe("a terminal", () => {
  const given = (more: Readonly<Record<string, unknown>> = {}): Workspace => {
    const here = workspace();
    for (const [name, text] of Object.entries(FILES)) here.write(name, text);
    here.define({ ...inputsOf(), store: "github", ...more });
    return here;
  };

  test("reads GitHub's list for plan and status, with a token alone", async () => {
    const inputs = inputsOf();
    const only = { ...inputs, only: "a\nb" };
    await createRunner(FILES).main({ inputs: only, env: service.env() }).ended;
    const {
      GITHUB_API_URL = "",
      GITHUB_REPOSITORY = "",
      GH_TOKEN = "",
    } = service.env({ token: "read" });
    const here = given({ ...inputs });
    service.resetTraffic();
    const ended = await here.start(["plan", "--json"], {
      GITHUB_API_URL,
      GITHUB_REPOSITORY,
      GH_TOKEN,
    }).ended;
    expect(ended).toMatchObject({ code: 0 });
    expect(JSON.parse(ended.stdout)).toMatchObject({ total: 3, done: 2, pending: 1 });
    expect(service.traffic()).toMatchObject({ downloadedBytes: 0, lookups: 0 });
  });

  test("that has no token is told what it can do", async () => {
    for (const command of ["plan", "run"]) {
      const { code, stderr } = await given().start([command], {
        GH_TOKEN: "",
        GITHUB_REPOSITORY: "",
      }).ended;
      expect(code).toBe(2);
      expect(stderr).toMatch(/no cache service here.*GH_TOKEN.*file:<folder>/s);
    }
  });

  test("proves with a list that all is done, and cannot bring it", async () => {
    const inputs = inputsOf();
    await createRunner(FILES).main({ inputs, env: service.env() }).ended;
    const {
      GITHUB_API_URL = "",
      GITHUB_REPOSITORY = "",
      GH_TOKEN = "",
    } = service.env({
      token: "read",
    });
    const env = { GITHUB_API_URL, GITHUB_REPOSITORY, GH_TOKEN };
    const here = given({ ...inputs });
    expect(await here.start(["collect", "--fetch=none"], env).ended).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("3 of 3 shards complete"),
    });
    const { code, stdout, stderr } = await here.start(["collect"], env).ended;
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/no cache service here.*collect --fetch=none/s);
  });

  test("cannot run with GitHub's cache, even with a token", async () => {
    const {
      GITHUB_API_URL = "",
      GITHUB_REPOSITORY = "",
      GH_TOKEN = "",
    } = service.env({ token: "write" });
    const { code, stderr } = await given().start(["run"], {
      GITHUB_API_URL,
      GITHUB_REPOSITORY,
      GH_TOKEN,
    }).ended;
    expect(code).toBe(2);
    expect(stderr).toContain("a terminal has none");
  });
});

function names(folder: string): readonly string[] {
  return readdirSync(folder).toSorted();
}

describe("a plan whose results are not going to fit into the cache", () => {
  test("says so once, from what is finished and what the repository's limit is", async () => {
    const small = await startCacheService({ limitBytes: 10_000 });
    onTestFinished(() => small.close());
    const env = small.env({ token: "write" });
    const asked = { "github-token": env["GITHUB_TOKEN"] ?? "" };
    const inputs = inputsOf({ store: "github", ...asked });
    const files = { "in/a.fa": randomBytes(3000).toString("hex"), "in/b.fa": "b", "in/c.fa": "c" };
    const only = { ...inputs, only: "a" };
    expect(await createRunner(files).main({ inputs: only, env }).ended).toMatchObject({
      outputs: { saved: "1" },
    });
    const full = await createRunner(files).step("plan", { inputs, env }).ended;
    expect(full.log.match(/^::warning::The cache holds .* its limit is/gm)).toHaveLength(1);
    const done = await createRunner(files).step("plan", { inputs: only, env }).ended;
    expect(done.log).not.toContain("::warning::The cache holds");
    const unknown = { ...inputs, "github-token": "of-no-use" };
    const guessed = await createRunner(files).step("plan", { inputs: unknown, env }).ended;
    expect(guessed.outputs).toMatchObject({ done: "1", pending: "2" });
    expect(guessed.log).not.toContain("::warning::The cache holds");
  });
});
