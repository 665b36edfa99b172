import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../helpers/program.ts";
import { start, terminalEnv } from "../helpers/program.ts";
import { createRunner, readAction } from "./runner.ts";

const IDS = ["a", "b", "c", "d"];
const INPUTS = Object.fromEntries(IDS.map((id) => [`in/${id}.txt`, `${id.repeat(8)}\n`]));

function define(): Readonly<Record<string, string>> {
  return {
    shards: "in/*.txt",
    checkpoint: "out/{id}.txt",
    command: 'cp "$SHARD_INPUT" "$SHARD_CHECKPOINT"',
    store: `file:${temporaryFolder("donemark-store-")}`,
  };
}

async function finish(definition: Readonly<Record<string, string>>, only: string): Promise<void> {
  const { code, log } = await createRunner(INPUTS).main({ inputs: { ...definition, only } }).ended;
  expect({ code, log }).toMatchObject({ code: 0 });
}

/** Changes one byte of the stored data of an entry; its size stays. */
function damage(store: string, content: string): void {
  const folder = store.slice("file:".length);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const data = files
    .filter((name) => name.endsWith("/data"))
    .map((name) => join(folder, name))
    .find((path) => readFileSync(path, "utf8") === content);
  writeFileSync(data ?? "", content.replace(/^./, "!"));
}

describe("a collect", () => {
  test("brings what three jobs have finished, as one job would have left it", async () => {
    const definition = define();
    await Promise.all(['["a","b"]', "c", "d"].map((only) => finish(definition, only)));
    const collector = createRunner(INPUTS);
    const ended = await collector.step("collect", { inputs: definition }).ended;
    expect(ended.code, ended.log).toBe(0);
    expect(Object.keys(ended.outputs).toSorted()).toEqual(
      Object.keys(readAction("collect").outputs).toSorted(),
    );
    expect(ended.outputs).toMatchObject({
      complete: "true",
      "missing-count": "0",
      "missing-ids": "[]",
      total: "4",
    });
    expect(ended.summary).toContain("4 of 4 shards complete");
    const results: unknown = JSON.parse(readFileSync(ended.outputs["results"] ?? "", "utf8"));
    expect(results).toMatchObject({
      brought: 4,
      shards: IDS.map((id) => ({ id, outcome: "brought" })),
    });
    for (const id of IDS) {
      const path = join(collector.workspace, `out/${id}.txt`);
      expect(readFileSync(path, "utf8")).toBe(`${id.repeat(8)}\n`);
    }
    const again = await collector.step("collect", { inputs: definition }).ended;
    expect(JSON.parse(readFileSync(again.outputs["results"] ?? "", "utf8"))).toMatchObject({
      complete: true,
      brought: 0,
    });
  });

  test("fails with the list of what is missing, and allows as many as it is told", async () => {
    const definition = define();
    await finish(definition, '["a","c"]');
    const inputs = { ...definition, "allow-missing": "1" };
    const { code, outputs, log, summary } = await createRunner(INPUTS).step("collect", { inputs })
      .ended;
    expect(code).toBe(3);
    expect(outputs).toMatchObject({
      complete: "false",
      "missing-count": "2",
      "missing-ids": '["b","d"]',
    });
    expect(log.match(/^::error::.*$/gm)).toEqual(["::error::2 shards ([b], [d]) are missing: new"]);
    expect(summary).toContain("2 of 4 shards complete");
    const two = { ...definition, "allow-missing": "2" };
    const allowed = await createRunner(INPUTS).step("collect", { inputs: two }).ended;
    expect(allowed).toMatchObject({
      code: 0,
      outputs: { complete: "false", "missing-count": "2" },
    });
    expect(allowed.log).not.toContain("::error");
  });

  test("counts a damaged entry as missing and revokes it, so that the next plan runs its shard", async () => {
    const definition = define();
    await finish(definition, JSON.stringify(IDS));
    damage(definition["store"] ?? "", "bbbbbbbb\n");
    const planned = await createRunner(INPUTS).step("plan", { inputs: definition }).ended;
    expect(planned.outputs).toMatchObject({ pending: "0" });
    const collector = createRunner(INPUTS);
    const { code, outputs, log } = await collector.step("collect", { inputs: definition }).ended;
    expect(code).toBe(3);
    expect(outputs["missing-ids"]).toBe('["b"]');
    expect(log).toMatch(
      /^::error::\[b\] is missing: done-in-store \(its .* is not the marker's\)$/m,
    );
    expect(readdirSync(join(collector.workspace, "out")).toSorted()).toEqual(
      ["a", "c", "d"].flatMap((id) => [`${id}.txt`, `${id}.txt.done`]),
    );
    const next = await createRunner(INPUTS).step("plan", { inputs: definition }).ended;
    expect(next.outputs).toMatchObject({ pending: "1" });
    await finish(definition, "b");
    expect((await collector.step("collect", { inputs: definition }).ended).code).toBe(0);
  });

  test("proves without bringing anything where fetch is none, and sets another generation aside", async () => {
    const definition = define();
    await finish(definition, JSON.stringify(IDS));
    const collector = createRunner({ ...INPUTS, "out/a.txt": "old\n" });
    const inputs = { ...definition, fetch: "none" };
    const { code, outputs } = await collector.step("collect", { inputs }).ended;
    expect({ code, complete: outputs["complete"] }).toEqual({ code: 0, complete: "true" });
    expect(readdirSync(join(collector.workspace, "out"))).toEqual([".a.txt.kept.stale"]);
  });

  test("without a store fails and names the choices", async () => {
    const inputs = { ...define(), store: "none" };
    const { code, log } = await createRunner(INPUTS).step("collect", { inputs }).ended;
    expect(code).toBe(2);
    expect(log).toMatch(/^::error::collect needs a store .*github.*file:<folder>/m);
  });

  test("is a command of the terminal, where the disk itself may be the proof", async () => {
    const definition = define();
    const job = createRunner(INPUTS);
    await job.main({ inputs: { ...definition, only: '["a","b","c"]' } }).ended;
    const args = Object.entries({ ...definition, store: "none" }).map(
      ([name, value]) => `--${name}=${value}`,
    );
    const run = (...more: readonly string[]) =>
      start(job.workspace, ["collect", ...args, ...more], { env: terminalEnv(job.workspace) })
        .ended;
    const { code, stdout } = await run("--json");
    expect({ code, answer: JSON.parse(stdout) }).toMatchObject({
      code: 3,
      answer: { total: 4, done: 3, complete: false, missingIds: ["d"] },
    });
    expect((await run()).stdout).toMatch(
      /^Shard d is missing: new\n3 of 4 shards complete · 0 brought · 1 missing\nNext: donemark run .*\n$/,
    );
  });
});

test("two runs at once on one name and one store finish every shard, and collect finds them whole", async () => {
  const definition = define();
  const slow = { ...definition, command: `sleep 0.1; ${definition["command"]}` };
  const both = [1, 2].map(
    (run) => createRunner(INPUTS).main({ inputs: slow, env: { GITHUB_RUN_ID: String(run) } }).ended,
  );
  for (const { code, outputs } of await Promise.all(both))
    expect({ code, outputs }).toMatchObject({ code: 0, outputs: { "all-done": "true" } });
  const collected = await createRunner(INPUTS).step("collect", { inputs: slow }).ended;
  expect(collected).toMatchObject({ code: 0, outputs: { complete: "true" } });
});
