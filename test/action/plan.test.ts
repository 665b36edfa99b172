import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../helpers/program.ts";
import { createRunner, readAction, type Runner } from "./runner.ts";

const INPUTS = { "in/a.txt": "aa\n", "in/b.txt": "bb\n", "in/c.txt": "cc\n" };
const COMMAND = 'cp "$SHARD_INPUT" "$SHARD_CHECKPOINT"';

/** Jobs of one workflow run: each on a machine of its own, with one store. */
function createWorkflow(changes: Readonly<Record<string, string>> = {}) {
  const store = `file:${temporaryFolder("donemark-store-")}`;
  const definition = {
    shards: "in/*.txt",
    checkpoint: "out/{id}.txt",
    command: COMMAND,
    store,
    ...changes,
  };
  return {
    definition,
    store,
    job: (files: Readonly<Record<string, string>> = INPUTS): Runner => createRunner(files),
  };
}

interface Matrix {
  readonly include: readonly { readonly job: string; readonly only: string }[];
}

function matrixOf(outputs: Readonly<Record<string, string>>): Matrix {
  const matrix: Matrix = JSON.parse(outputs["matrix"] ?? "");
  return matrix;
}

/** The ids of each job, sorted. */
function idsOf({ include }: Matrix): readonly (readonly string[])[] {
  return include.map(({ only }): readonly string[] => {
    const ids: string[] = JSON.parse(only);
    return ids.toSorted();
  });
}

function tree(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => !name.startsWith(".cache"))
    .toSorted();
}

describe("a plan", () => {
  test("emits a matrix of only what remains, sets every output, and changes nothing", async () => {
    const { definition, job } = createWorkflow();
    await job().main({ inputs: { ...definition, only: "b" } }).ended;
    const planner = job();
    const before = tree(planner.workspace);
    const { code, outputs, summary, log } = await planner.step("plan", { inputs: definition })
      .ended;
    expect({ code, log }).toMatchObject({ code: 0 });
    expect(Object.keys(outputs).toSorted()).toEqual(
      Object.keys(readAction("plan").outputs).toSorted(),
    );
    const { matrix: _, definition: handed, ...counts } = outputs;
    expect(counts).toEqual({
      "has-work": "true",
      total: "3",
      done: "1",
      "in-progress": "0",
      pending: "2",
      blocked: "0",
      jobs: "1",
    });
    // The one that is done tells how long they take: both fit into one job of an hour.
    expect(idsOf(matrixOf(outputs))).toEqual([["a", "c"]]);
    const planned: unknown = expect.stringMatching(/^3\/[\da-f]{16}$/);
    expect(JSON.parse(handed ?? "")).toEqual({ ...definition, planned });
    expect(summary).toContain("1 of 3 shards complete, 2 to run in 1 job");
    expect(summary).toContain("<code>a</code> | run | new");
    expect(tree(planner.workspace)).toEqual(before);
  });

  test("spreads shards of which no time is known, and its jobs run exactly them", async () => {
    const { definition, job } = createWorkflow({ "max-jobs": "2" });
    const { outputs } = await job().step("plan", { inputs: definition }).ended;
    const matrix = matrixOf(outputs);
    expect(matrix.include.map((entry) => entry.job)).toEqual(["1 of 2", "2 of 2"]);
    expect(idsOf(matrix).flat().toSorted()).toEqual(["a", "b", "c"]);
    for (const [place, { only }] of matrix.include.entries()) {
      const inputs = { definition: outputs["definition"] ?? "", only };
      const ran = await job().main({ inputs }).ended;
      expect(ran).toMatchObject({
        code: 0,
        outputs: { ran: String(idsOf(matrix)[place]?.length), "all-done": "true" },
      });
    }
  });

  test("with nothing left has one entry that selects nothing, and its job runs nothing", async () => {
    const { definition, job } = createWorkflow();
    await job().main({ inputs: definition }).ended;
    const { code, outputs } = await job().step("plan", { inputs: definition }).ended;
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ "has-work": "false", pending: "0", jobs: "0" });
    expect(matrixOf(outputs)).toEqual({ include: [{ job: "1 of 1", only: "none" }] });
    const inputs = { definition: outputs["definition"] ?? "", only: "none" };
    const none = await job().main({ inputs }).ended;
    expect(none).toMatchObject({ code: 0, outputs: { total: "0", ran: "0", "all-done": "true" } });
  });

  test("that is re-used by a re-run of failed jobs runs nothing twice", async () => {
    const { definition, job } = createWorkflow();
    const { outputs } = await job().step("plan", { inputs: definition }).ended;
    const inputs = {
      definition: outputs["definition"] ?? "",
      only: JSON.stringify(idsOf(matrixOf(outputs)).flat()),
    };
    expect(await job().main({ inputs }).ended).toMatchObject({ outputs: { ran: "3" } });
    const again = await job().main({ inputs, env: { GITHUB_RUN_ATTEMPT: "2" } }).ended;
    expect(again).toMatchObject({ code: 0, outputs: { ran: "0", skipped: "3" } });
  });

  test("hands force on: a forced shard that is done runs in its job, once", async () => {
    const { definition, job } = createWorkflow();
    await job().main({ inputs: definition, env: { GITHUB_RUN_ID: "1" } }).ended;
    const inputs = { ...definition, force: "b" };
    const { outputs } = await job().step("plan", { inputs }).ended;
    expect(idsOf(matrixOf(outputs))).toEqual([["b"]]);
    const given = { definition: outputs["definition"] ?? "", only: '["b"]' };
    expect(await job().main({ inputs: given }).ended).toMatchObject({ outputs: { ran: "1" } });
    expect(await job().main({ inputs: given }).ended).toMatchObject({ outputs: { ran: "0" } });
  });

  test("puts a blocked shard into no job, annotates it, and fails where nothing else remains", async () => {
    const { definition, job } = createWorkflow({
      checkpoint: "out/{id}.json",
      status: '{"highest-version":"2"}',
    });
    const newer = '{"status":"complete","version":"9"}';
    const some = await job({ ...INPUTS, "out/a.json": newer }).step("plan", { inputs: definition })
      .ended;
    expect(some.code).toBe(0);
    expect(some.outputs).toMatchObject({ blocked: "1", pending: "2", "has-work": "true" });
    expect(idsOf(matrixOf(some.outputs)).flat().toSorted()).toEqual(["b", "c"]);
    expect(some.log).toMatch(/^::error::Shard a is blocked \(incompatible\): .*highest-version/m);
    const all = { "in/a.txt": "aa\n", "out/a.json": newer };
    const none = await job(all).step("plan", { inputs: definition }).ended;
    expect(none).toMatchObject({ code: 3, outputs: { "has-work": "false", blocked: "1" } });
  });
});

test("a store that does not answer is one warning, and nothing is taken for done", async () => {
  const { definition, job } = createWorkflow({ store: "file:blocked" });
  const files = { ...INPUTS, blocked: "a file where the store should be" };
  const { code, outputs, log } = await job(files).step("plan", { inputs: definition }).ended;
  expect(code).toBe(0);
  expect(outputs).toMatchObject({ done: "0", pending: "3" });
  expect(log.match(/^::warning::.*$/gm)).toEqual([
    expect.stringMatching(
      /^::warning::file:.*blocked did not answer, so that what it has counts as not done: /,
    ),
  ]);
});

describe("a plan fails with one clear line where", () => {
  test.each(["none", "auto"])(
    "the store is %s: each job would see its own disk alone",
    async (store) => {
      const { definition, job } = createWorkflow({ store });
      const env = { ACTIONS_RESULTS_URL: "", ACTIONS_CACHE_URL: "" };
      const { code, log, outputs } = await job().step("plan", { inputs: definition, env }).ended;
      expect({ code, outputs }).toEqual({ code: 2, outputs: {} });
      expect(log).toMatch(/^::error::plan needs a store .*github.*file:<folder>/m);
    },
  );

  test("the definition is too long to be handed on", async () => {
    const { definition, job } = createWorkflow();
    const list = Array.from({ length: 1200 }, (_, i) => ({ id: `${i}-${"x".repeat(90)}` }));
    const inputs = { ...definition, shards: JSON.stringify(list) };
    const { code, log } = await job().step("plan", { inputs }).ended;
    expect(code).toBe(2);
    expect(log).toMatch(/^::error::The definition has \d+ bytes, .*@list\.jsonl/m);
  });
});

describe("a plan that cannot begin has a summary, in which each problem is text", () => {
  test("of inputs and weights that are not on its runner, with what helps", async () => {
    const { definition, job } = createWorkflow({ "fingerprint-files": "weights/esm2.pt" });
    const { code, summary, log } = await job().step("plan", { inputs: definition }).ended;
    expect(code).toBe(2);
    expect(summary).toMatch(/^### ❌ Nothing was started\n\n- fingerprint&#45;files&#58; "weights/);
    for (const words of ["`lfs: true`", "`plan-runs-on`", "`sha256`"]) {
      expect(summary).toContain(words);
      expect(log).toContain(words);
    }
    expect(summary).toContain("#where-are-your-inputs-and-weights");
    expect(log).toMatch(/^::error::fingerprint-files: "weights\/esm2\.pt" matches no file/m);
  });

  test("of a definition that is wrong, hostile or not", async () => {
    const { definition, job } = createWorkflow({
      "run-per": "<img src=x onerror=alert(1)>",
      retries: "many",
    });
    const { code, summary } = await job().step("plan", { inputs: definition }).ended;
    expect(code).toBe(2);
    expect(summary).toContain("retries");
    expect(summary).toContain("&lt;img src");
    expect(summary).not.toMatch(/<img|lfs/);
  });

  test("of more problems than anybody reads, cut", async () => {
    const list = Array.from({ length: 80 }, (_, place) => ({ id: `${place}/s` }));
    const { definition, job } = createWorkflow({
      shards: JSON.stringify(list),
      checkpoint: "out/{name}.txt",
    });
    const { summary } = await job().step("plan", { inputs: definition }).ended;
    expect(summary).toMatch(/- … and 59 more of these\n$/);
    expect(summary.split("\n- ")).toHaveLength(22);
  });
});

test("more jobs than a matrix holds are a warning, and 256 jobs", async () => {
  const { definition, job } = createWorkflow({
    shards: "300",
    "max-jobs": "290",
    "max-parallel": "290",
  });
  const { code, log, outputs } = await job().step("plan", { inputs: definition }).ended;
  expect(code).toBe(0);
  expect(log).toMatch(/^::warning::max-jobs is 290, and a matrix holds at most 256 jobs/m);
  expect(outputs["jobs"]).toBe("256");
  expect(idsOf(matrixOf(outputs)).flat()).toHaveLength(300);
});

describe("a job with a plan's definition", () => {
  test("and another command fails, and names the field, both values and what to do", async () => {
    const { definition, job } = createWorkflow();
    const { outputs } = await job().step("plan", { inputs: definition }).ended;
    const inputs = { definition: outputs["definition"] ?? "", command: "exit 1" };
    const { code, log } = await job().main({ inputs }).ended;
    expect(code).toBe(2);
    expect(log.match(/^::error::.*$/gm)).toEqual([
      expect.stringMatching(
        /^::error::command is not what .*\$SHARD_INPUT.*Input "command" here is "exit 1"\. Leave it out/,
      ),
    ]);
  });

  test("and the same command, written with other line ends, goes on", async () => {
    const { definition, job } = createWorkflow({ command: `true\n${COMMAND}` });
    const { outputs } = await job().step("plan", { inputs: definition }).ended;
    const inputs = {
      definition: outputs["definition"] ?? "",
      command: `true  \r\n${COMMAND}\n`,
      retries: "1",
    };
    expect(await job().main({ inputs }).ended).toMatchObject({ code: 0, outputs: { ran: "3" } });
  });

  test("and a config file that says more about the shards fails, where it is named", async () => {
    const { definition, job } = createWorkflow();
    const { outputs } = await job().step("plan", { inputs: definition }).ended;
    const files = { ...INPUTS, "donemark.yml": "fingerprint-text: v2\n" };
    const inputs = { definition: outputs["definition"] ?? "" };
    expect(await job(files).main({ inputs }).ended).toMatchObject({
      code: 0,
      outputs: { ran: "3" },
    });
    const named = { ...inputs, config: "donemark.yml" };
    const { code, log } = await job(files).main({ inputs: named }).ended;
    expect(code).toBe(2);
    expect(log).toMatch(
      /fingerprint-text is not what .*donemark\.yml: fingerprint-text here is "v2"/,
    );
  });
});

test("a choice of thousands of shards is handed on as places, and means the same to every job", async () => {
  const ids = Array.from(
    { length: 4000 },
    (_, i) => `shard-${"x".repeat(40)}-${String(i).padStart(4, "0")}`,
  );
  const files = {
    "list.jsonl": ids.map((id) => `${JSON.stringify({ id })}\n`).join(""),
    "donemark.yml": JSON.stringify({ only: ids.filter((_, place) => place % 4 !== 0) }),
  };
  const { definition, job } = createWorkflow({ shards: "@list.jsonl", checkpoint: "out/{id}" });
  const { code, outputs } = await job(files).step("plan", { inputs: definition }).ended;
  expect({ code, total: outputs["total"] }).toEqual({ code: 0, total: "3000" });
  const collected = await job(files).step("collect", {
    inputs: { definition: outputs["definition"] ?? "", "allow-missing": "3000" },
  }).ended;
  expect(collected).toMatchObject({ code: 0, outputs: { total: "3000" } });
});

describe("where lists of ids are too long for outputs", () => {
  const LONG = "x".repeat(180);
  const lines = (amount: number): string =>
    Array.from(
      { length: amount },
      (_, i) => `{"id":"${LONG}${String(i).padStart(5, "0")}"}\n`,
    ).join("");

  test("jobs have ranges that cover every shard, and a job whose shards changed fails", async () => {
    const files = { "list.jsonl": lines(4000) };
    const { definition, job } = createWorkflow({
      shards: "@list.jsonl",
      checkpoint: "out/{id}",
      "max-jobs": "5",
    });
    const { outputs, summary } = await job(files).step("plan", { inputs: definition }).ended;
    const bytes = Object.values(outputs).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    expect(bytes).toBeLessThan(400_000);
    expect(Buffer.byteLength(summary)).toBeLessThan(512 * 1024);
    const ranges = matrixOf(outputs).include.map(({ only }) => JSON.parse(only));
    expect(ranges.map(([range]) => range.split("/")[0])).toEqual([
      "range:1-800",
      "range:801-1600",
      "range:1601-2400",
      "range:2401-3200",
      "range:3201-4000",
    ]);
    const last = createRunner(files);
    const [only] = ranges.at(-1);
    const inputs = { definition: outputs["definition"] ?? "", only, "max-runtime": "1ms" };
    expect(await last.main({ inputs }).ended).toMatchObject({ outputs: { total: "800" } });
    writeFileSync(join(last.workspace, "list.jsonl"), lines(4001));
    const { code, log } = await last.main({ inputs }).ended;
    expect(code).toBe(2);
    expect(log).toMatch(
      /^::error::The shards changed since the plan: only names "range:3201-4000/m,
    );
  });
});
