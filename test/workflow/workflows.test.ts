import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { node, temporaryFolder } from "../examples/script.ts";
import { allWorkflows, interfaceOf, ownUses, ROOT, workflowOf, workflowsIn } from "./files.ts";
import { evaluate, parseAsGitHub } from "./github.ts";
import { inlineCall, listOf, mappingOf, textOf, type Json } from "./inline.ts";

const PREDICT = ".github/workflows/predict.yml";
const predict = workflowOf(PREDICT);
const workflows = allWorkflows();

describe.each(workflows)("$name", (workflow) => {
  test("is a workflow to GitHub's own parser", async () => {
    const { problems, template } = await parseAsGitHub(workflow.name, workflow.text);
    expect(problems).toEqual([]);
    expect(template?.jobs.map(({ id }) => id.value)).toEqual(
      Object.keys(mappingOf(workflow.content["jobs"])),
    );
  });

  test("gives to Donemark's actions and workflows only inputs that they have", () => {
    const unknown = ownUses(workflow).flatMap(({ target, given }) => {
      const { inputs } = interfaceOf(target);
      return given.filter((name) => !(name in inputs)).map((name) => `${target}: ${name}`);
    });
    expect(unknown).toEqual([]);
  });

  test("takes of them only outputs that they have", () => {
    const jobs = mappingOf(workflow.content["jobs"]);
    const unknown = ownUses(workflow).flatMap(({ target, id, job }) => {
      const taken = JSON.stringify(jobs[job]).matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g);
      const { outputs } = interfaceOf(target);
      return [...taken].flatMap(([, step, name = ""]) =>
        step === id && !(name in outputs) ? [`${target}: ${name}`] : [],
      );
    });
    expect(unknown).toEqual([]);
  });
});

test("GitHub's parser tells of a mistake", async () => {
  const text = predict.text.replace("fail-fast: false", "fail-fest: false");
  const { problems } = await parseAsGitHub(PREDICT, text);
  expect(problems.join("\n")).toContain("fail-fest");
});

test("GitHub's parser does not have cache-mode yet: where it has, parseAsGitHub can leave it in", async () => {
  const text = predict.text.replace("cache-mode: read", 'cache-mode: "read"');
  const { problems } = await parseAsGitHub(PREDICT, text);
  expect(problems.join("\n")).toContain("cache-mode");
});

describe("the reusable workflow", () => {
  const [call] = workflowsIn("README.md");
  const [full] = workflowsIn("docs/workflows.md");

  test("is what docs/workflows.md writes out, but for the names of the actions and keys of github.com alone", () => {
    const given = mappingOf(mappingOf(mappingOf(call?.content["jobs"])["predict"])["with"]);
    const { concurrency, permissions, jobs } = full?.content ?? {};
    expect(asNamed({ concurrency, permissions, jobs })).toEqual(
      asNamed(inlineCall(predict.content, given)),
    );
  });

  test("lets runs wait and cancels none, and keeps plan from writing the cache", () => {
    expect(mappingOf(predict.content["concurrency"])).toMatchObject({
      "cancel-in-progress": false,
      queue: "max",
    });
    const modes = Object.values(mappingOf(predict.content["jobs"])).map(
      (job) => mappingOf(job)["cache-mode"],
    );
    expect(modes).toEqual(["read", undefined, undefined]);
  });

  test("names its siblings so that they come from its own repository and commit", () => {
    const uses = predict.text.match(/uses: \S+/g)?.filter((text) => !text.includes("actions/"));
    const named = uses?.filter((text) => !text.includes("donemark/donemark/"));
    expect(named).toEqual(["uses: $/plan", "uses: $/run", "uses: $/collect"]);
  });

  test("asks its callers for no more than the README grants", () => {
    const jobs = Object.values(mappingOf(predict.content["jobs"])).map(mappingOf);
    const asked = jobs.flatMap(({ permissions }) => Object.entries(mappingOf(permissions)));
    expect(new Set(asked.map(String))).toEqual(
      new Set(["contents,read", "actions,read", "actions,write"]),
    );
    const granted = mappingOf(mappingOf(call?.content["jobs"])["predict"])["permissions"];
    expect(granted).toEqual({ contents: "read", actions: "write" });
  });

  test("has each input in docs/actions.md, with its default and its meaning", () => {
    const page = readFileSync(join(ROOT, "docs/actions.md"), "utf8").replaceAll(/ +/g, " ");
    for (const [name, input] of Object.entries(interfaceOf(PREDICT).inputs)) {
      const { description, default: value } = mappingOf(input);
      const shown = value === undefined ? " " : ` \`${textOf(value)}\` `;
      expect(page).toContain(`| \`${name}\` |${shown}| ${textOf(description)} |`);
    }
  });

  test.each([
    ["gpu", "gpu"],
    ['["self-hosted", "gpu"]', ["self-hosted", "gpu"]],
  ])("runs its jobs on %s", (label, runsOn) => {
    const { jobs } = inlineCall(predict.content, { "runs-on": label, "plan-runs-on": label });
    const all = Object.values(mappingOf(jobs)).map((job) => mappingOf(job)["runs-on"]);
    expect(all).toEqual([runsOn, runsOn, runsOn]);
  });

  test.each([
    ["", undefined],
    ["pytorch/pytorch", "pytorch/pytorch"],
    ['{"image":"x","options":"--gpus all"}', { image: "x", options: "--gpus all" }],
  ])("takes %j for its container", (given, container) => {
    const { jobs } = inlineCall(predict.content, { container: given });
    expect(mappingOf(mappingOf(jobs)["predict"])["container"]).toEqual(container);
  });

  test("starts GPU jobs only where there is work, and collects also after one that failed", () => {
    const jobs = mappingOf(predict.content["jobs"]);
    const decide = (job: string, contexts: Record<string, unknown>): unknown =>
      evaluate(expressionOf(mappingOf(jobs[job])["if"]), contexts);
    const needs = (work: string, plan = "success") => ({
      plan: { result: plan, outputs: { "has-work": work } },
      predict: { result: "failure" },
    });
    const inputs = { collect: true };
    expect(decide("predict", { needs: needs("true") })).toBe(true);
    expect(decide("predict", { needs: needs("false") })).toBe(false);
    expect(decide("collect", { needs: needs("true"), inputs })).toBe(true);
    expect(decide("collect", { needs: needs("true", "failure"), inputs })).toBe(false);
    expect(decide("collect", { needs: needs("true"), inputs: { collect: false } })).toBe(false);
  });

  test("lays out what collect names below one folder, as links, whatever the names", async () => {
    const folder = await temporaryFolder();
    const names = [
      "out/plain.pt",
      "out/[x]*?.pt",
      "out/two words'\"$(touch broken)\n.pt",
      "-out/-rf.pt",
      ".hidden/a.pt",
    ];
    const shards = names.map((checkpoint) => ({ checkpoint, outcome: "brought" }));
    for (const name of names) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), name);
      writeFileSync(join(folder, `${name}.done`), "{}");
    }
    mkdirSync(join(folder, "out/directory/deep"), { recursive: true });
    writeFileSync(join(folder, "out/directory/deep/x"), "x");
    shards.push({ checkpoint: "out/directory", outcome: "here" });
    shards.push({ checkpoint: "out/missing.pt", outcome: "missing" });
    writeFileSync(join(folder, "out/missing.pt"), "another generation");
    writeFileSync(join(folder, "collect.json"), JSON.stringify({ shards }));

    const laidOut = join(folder, "temp/donemark-checkpoints");
    const { run, env } = layOutStep();
    expect(Object.keys(env)).toEqual(["RESULTS", "FOLDER"]);
    execFileSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", run], {
      cwd: folder,
      env: { ...process.env, RESULTS: join(folder, "collect.json"), FOLDER: laidOut },
    });
    const files = readdirSync(laidOut, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => relative(laidOut, join(parentPath, name)));
    const expected = [...names.flatMap((name) => [name, `${name}.done`]), "out/directory/deep/x"];
    expect(files.toSorted()).toEqual(expected.toSorted());
    for (const name of names)
      expect(statSync(join(laidOut, name)).ino, name).toBe(statSync(join(folder, name)).ino);
    expect(existsSync(join(folder, "broken"))).toBe(false);
  });

  test("uploads that folder, whatever the number of checkpoints", () => {
    const { env, upload } = layOutStep();
    expect(upload["path"]).toBe(env["FOLDER"]);
    expect(upload["include-hidden-files"]).toBe(true);
  });

  test("makes its matrix and its jobs' names of what plan gives", () => {
    const { strategy, name } = mappingOf(mappingOf(predict.content["jobs"])["predict"]);
    const matrix = { include: [{ job: "1 of 2", only: '["a"]' }] };
    const needs = { plan: { outputs: { matrix: JSON.stringify(matrix) } } };
    expect(evaluate(expressionOf(mappingOf(strategy)["matrix"]), { needs })).toEqual(matrix);
    expect(name).toBe("predict ${{ matrix.job }}");
  });
});

describe("the example of the lambda genome", () => {
  test("lists the digests of the shards that its setup cuts", async () => {
    const folder = await temporaryFolder();
    await node("cut.mjs", [join(ROOT, "examples/lambda/lambda.fa"), folder, "12"], {});
    const list = readFileSync(join(ROOT, "examples/workflows/lambda.jsonl"), "utf8");
    const shards = list
      .trim()
      .split("\n")
      .map((line) => mappingOf(JSON.parse(line)));
    const digests = shards.map(({ id }) =>
      createHash("sha256")
        .update(readFileSync(join(folder, `${textOf(id)}.fa`)))
        .digest("hex"),
    );
    expect(shards.map(({ sha256 }) => sha256)).toEqual(digests);
    expect(digests).toHaveLength(12);
  });
});

/** The step that makes the folder of the artifact, and what the one that uploads it is given. */
function layOutStep() {
  const { steps } = mappingOf(mappingOf(predict.content["jobs"])["collect"]);
  const all = listOf(steps).map(mappingOf);
  const step = all.find(({ name }) => name === "Lay out the checkpoints");
  const upload = all.find(({ uses }) => textOf(uses ?? "").includes("/upload-artifact@"));
  return {
    run: textOf(step?.["run"]),
    env: mappingOf(step?.["env"]),
    upload: mappingOf(upload?.["with"]),
  };
}

function expressionOf(value: Json | undefined): string {
  const expression = /^\$\{\{ (.+) \}\}$/.exec(textOf(value))?.[1];
  if (expression === undefined) throw new Error(`expected an expression, got ${textOf(value)}`);
  return expression;
}

/** What GitHub Enterprise Server may refuse: the workflow written out is what runs there. */
const GITHUB_COM_ALONE = new Set(["queue", "cache-mode"]);

/** Both forms with one name for each action; the root action has none among the siblings, and is `run` there. */
function asNamed(value: unknown): unknown {
  const text = JSON.stringify(value, (key, item: unknown) => {
    if (GITHUB_COM_ALONE.has(key)) return undefined;
    return key === "uses" && typeof item === "string" ? nameOf(item) : item;
  });
  const json: unknown = JSON.parse(text);
  return json;
}

function nameOf(uses: string): string {
  if (uses === "donemark/donemark@v0") return "donemark/run";
  return uses
    .replace(/^\$\//, "donemark/")
    .replace(/^donemark\/donemark\//, "donemark/")
    .replace(/@.*$/, "");
}
