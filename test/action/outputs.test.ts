import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { terminalEnv } from "../helpers/program.ts";
import { ACTION, createRunner } from "./runner.ts";

const PREDICTIONS = {
  "in/a.txt": "aa\n",
  "in/b.txt": "bb\n",
  "in/c.txt": "cc\n",
};
const COPY = {
  shards: "in/*.txt",
  checkpoint: "out/{id}.txt",
  command: 'cp "$SHARD_INPUT" "$SHARD_CHECKPOINT"',
  store: "none",
};

const NODE_24 = process.env["DONEMARK_NODE24"];
const nodes = [
  ["this Node", process.execPath],
  ...(NODE_24 === undefined ? [] : [["Node 24", NODE_24]]),
];

describe.each(nodes)("a step under %s", (_name, node) => {
  const start = { inputs: COPY, ...(node !== undefined && { node }) };

  test("runs every shard, and sets the outputs that action.yml names", async () => {
    const runner = createRunner(PREDICTIONS);
    const { code, outputs, log } = await runner.main(start).ended;
    expect({ code, log }).toMatchObject({ code: 0 });
    expect(Object.keys(outputs).toSorted()).toEqual(Object.keys(ACTION.outputs).toSorted());
    const { results, ...counts } = outputs;
    expect(counts).toEqual({
      total: "3",
      skipped: "0",
      resumed: "0",
      ran: "3",
      failed: "0",
      remaining: "0",
      "in-progress": "0",
      "all-done": "true",
      saved: "0",
      unsaved: "0",
      "seconds-saved": "0",
      "failed-ids": "[]",
    });
    expect(JSON.parse(readFileSync(results ?? "", "utf8"))).toMatchObject({
      allDone: true,
      shards: [
        { id: "a", decision: "run", reason: "new", outcome: "done", exitCode: 0 },
        { id: "b" },
        { id: "c" },
      ],
    });
    expect(readFileSync(join(runner.workspace, "out/b.txt"), "utf8")).toBe("bb\n");
  });

  test("skips all in a second run, and its post step has nothing to do", async () => {
    const runner = createRunner(PREDICTIONS);
    await runner.main(start).ended;
    const second = await runner.main(start).ended;
    expect(second.code).toBe(0);
    expect(second.outputs).toMatchObject({ skipped: "3", ran: "0", "all-done": "true" });
    const post = await runner.post().ended;
    expect({ code: post.code, log: post.log }).toEqual({ code: 0, log: "" });
  });
});

describe("how a step ends", () => {
  test("a shard that fails fails the step, and is annotated and named", async () => {
    const runner = createRunner(PREDICTIONS);
    const command = `[ "$SHARD_ID" != b ] || exit 7; ${COPY.command}`;
    const { code, outputs, log } = await runner.main({ inputs: { ...COPY, command } }).ended;
    expect(code).toBe(1);
    expect(outputs).toMatchObject({
      ran: "2",
      failed: "1",
      remaining: "1",
      "all-done": "false",
      "failed-ids": '["b"]',
    });
    expect(log).toMatch(
      /^::error title=Shard b failed::the command ended with exit code 7\. .*--only=b$/m,
    );
  });

  test("shards that fail alike are annotated once, with their ids and the last line of a log", async () => {
    const runner = createRunner({});
    const inputs = {
      shards: "40",
      checkpoint: "out/{id}.json",
      store: "none",
      "max-failures": "0",
      command: '[ "$SHARD_INDEX" -gt 0 ] || exit 4; echo "No CUDA device"; exit 7',
    };
    const { log } = await runner.main({ inputs }).ended;
    const annotations = log.split("\n").filter((line) => line.startsWith("::error "));
    expect(annotations).toEqual([
      expect.stringMatching(
        /^::error title=39 shards failed alike::the command ended with exit code 7\. 0001, 0002, .* and 29 more\. Its last line: No CUDA device\. To try them again: donemark run$/,
      ),
      expect.stringMatching(
        /^::error title=Shard 0000 failed::the command ended with exit code 4\. To try it again: donemark run .*--only=0000$/,
      ),
    ]);
  });

  test("time that is over is no failure: what remains is a warning and an output", async () => {
    const runner = createRunner(PREDICTIONS);
    const inputs = { ...COPY, command: "sleep 600", "max-runtime": "1s" };
    const { code, outputs, log } = await runner.main({ inputs }).ended;
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ remaining: "3", failed: "0", "all-done": "false" });
    expect(log).toMatch(/^::warning::3 shards remain: max-runtime is over\./m);
  });

  test("a checkpoint of a newer version blocks its shard and fails the step, and stays as it is", async () => {
    const newer = '{"status":"complete","version":"9"}';
    const runner = createRunner({ ...PREDICTIONS, "out/a.json": newer });
    const inputs = {
      ...COPY,
      checkpoint: "out/{id}.json",
      command: 'echo "{}" > "$SHARD_CHECKPOINT"',
      status: '{"highest-version":"2"}',
    };
    const { code, outputs, log } = await runner.main({ inputs }).ended;
    expect(code).toBe(3);
    expect(outputs).toMatchObject({ total: "3", ran: "2", remaining: "0", "all-done": "false" });
    expect(log).toMatch(/^::error::Shard a is blocked \(incompatible\): /m);
    expect(log).toMatch(/^blocked a  incompatible: .*`status: .*highest-version/m);
    expect(readFileSync(join(runner.workspace, "out/a.json"), "utf8")).toBe(newer);
  });

  test("an unknown input is a warning that names the nearest right one", async () => {
    const runner = createRunner(PREDICTIONS);
    const { code, log } = await runner.main({ inputs: { ...COPY, retrys: "3" } }).ended;
    expect(code).toBe(0);
    expect(log).toMatch(/^::warning::Input "retrys" is unknown\. Did you mean "retries"\?$/m);
  });

  test("each problem of a definition is an error of its own, all at once", async () => {
    const runner = createRunner(PREDICTIONS);
    const inputs = { checkpoint: "out/{id}", command: "true", retries: "many", parallel: "0" };
    const { code, outputs, log } = await runner.main({ inputs }).ended;
    expect(code).toBe(2);
    expect(outputs).toEqual({});
    expect(log.match(/^::error::.*$/gm)).toEqual([
      expect.stringMatching(/^::error::Input "parallel" must be .*, got "0"\.$/),
      expect.stringMatching(/^::error::Input "retries" must be .*, got "many"\.$/),
      expect.stringMatching(/^::error::Input "shards" is required: /),
    ]);
  });

  test("a definition comes from the config file, and an input wins over it", async () => {
    const runner = createRunner({
      ...PREDICTIONS,
      "donemark.yml": `shards: in/*.txt\ncheckpoint: out/{id}.txt\ncommand: exit 9\nstore: none\n`,
    });
    const { code } = await runner.main({ inputs: { command: COPY.command } }).ended;
    expect(code).toBe(0);
  });
});

test("later steps have the command donemark in their path", async () => {
  const runner = createRunner(PREDICTIONS);
  const { path } = await runner.main({ inputs: COPY }).ended;
  expect(path).toHaveLength(1);
  const [folder = ""] = path;
  const env = { ...terminalEnv(runner.workspace), PATH: `${folder}:${process.env["PATH"] ?? ""}` };
  const flags = Object.entries(COPY).map(([name, value]) => `--${name}=${value}`);
  const answer = execFileSync("donemark", ["status", "--json", ...flags], {
    cwd: runner.workspace,
    env,
    encoding: "utf8",
  });
  expect(JSON.parse(answer)).toMatchObject({ total: 3, done: 3 });
});
