import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../helpers/program.ts";
import { createRunner, type Runner } from "./runner.ts";

const FILES = { "in/a.txt": "aa\n", "in/b.txt": "bb\n", "out/keep": "" };
const KEY = "correct horse battery staple";

/** What plan hands on, and the folder of the store. */
async function planned(inputs: Readonly<Record<string, string>> = {}) {
  const folder = temporaryFolder("donemark-store-");
  const definition = {
    shards: "in/*.txt",
    checkpoint: "out/{id}.txt",
    command: 'cp "$SHARD_INPUT" "$SHARD_CHECKPOINT"',
    store: `file:${folder}`,
  };
  const all = { ...definition, ...inputs };
  const { code, outputs, log } = await createRunner(FILES).step("plan", { inputs: all }).ended;
  expect(code, log).toBe(0);
  return { definition: outputs["definition"] ?? "", folder };
}

const PARTS = ["main", "restore", "save"] as const;

function start(runner: Runner, part: (typeof PARTS)[number] | "collect", inputs: object) {
  const given = { inputs: { ...inputs } };
  return part === "main" ? runner.main(given).ended : runner.step(part, given).ended;
}

/** Checkpoints, markers and start records. */
function files({ workspace }: Runner): readonly string[] {
  return readdirSync(join(workspace, "out")).toSorted();
}

describe("a job that was given a definition", () => {
  test.each(PARTS)("and a blank only is refused before anything is made: %s", async (part) => {
    const { definition } = await planned();
    for (const only of ["", " ", "\n"]) {
      const runner = createRunner(FILES);
      const { code, log } = await start(runner, part, { definition, only });
      expect({ code, log }).toMatchObject({ code: 2 });
      expect(log).toContain('::error::Input "only" is blank beside a definition');
      expect(log).toContain("only: ${{ matrix.only }}");
      expect(files(runner)).toEqual(["keep"]);
    }
  });

  test("and no only is about every shard of the plan, as before", async () => {
    const { definition } = await planned();
    const runner = createRunner(FILES);
    expect(await start(runner, "main", { definition })).toMatchObject({
      code: 0,
      outputs: { total: "2", ran: "2" },
    });
    // Proving that all is there is the rule there, and a workflow may hand its own blank only through.
    for (const inputs of [{ definition }, { definition, only: "" }])
      expect(await start(createRunner(FILES), "collect", inputs)).toMatchObject({
        code: 0,
        outputs: { total: "2", complete: "true" },
      });
  });

  test("a blank only of a job without a plan is not given, as before", async () => {
    const runner = createRunner(FILES);
    const inputs = { shards: "in/*.txt", checkpoint: "out/{id}.txt", command: ":", only: " " };
    const { outputs } = await start(runner, "main", { ...inputs, store: "none" });
    expect(outputs).toMatchObject({ total: "2" });
  });

  test.each([...PARTS, "collect"] as const)(
    "of a plan with a marker-key and has none itself is refused before a marker is read or written: %s",
    async (part) => {
      const { definition, folder } = await planned({ "marker-key": KEY });
      expect(JSON.parse(definition)).toMatchObject({ signed: true });
      for (const more of [{}, { "marker-key": "" }, { "marker-key": " ".repeat(20) }]) {
        const runner = createRunner(FILES);
        const { code, log } = await start(runner, part, { definition, ...more });
        expect({ code, log }).toMatchObject({ code: 2 });
        expect(log).toContain("::error::definition was planned with a marker-key");
        expect(log).toContain("marker-key: ${{ secrets.MARKER_KEY }}");
        expect(files(runner)).toEqual(["keep"]);
      }
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  test("of a plan with a marker-key and has it runs, and its markers are signed", async () => {
    const { definition } = await planned({ "marker-key": KEY });
    const runner = createRunner(FILES);
    const ended = await start(runner, "main", { definition, "marker-key": KEY });
    expect(ended).toMatchObject({ code: 0, outputs: { ran: "2" } });
    expect(readFileSync(join(runner.workspace, "out/a.txt.done"), "utf8")).toContain("signature");
    const collected = { definition, "marker-key": KEY };
    expect(await start(createRunner(FILES), "collect", collected)).toMatchObject({ code: 0 });
  });

  test("that says nothing of a key, as one of an earlier version, runs with a key and without", async () => {
    const { definition } = await planned();
    expect(definition).not.toContain("signed");
    for (const more of [{}, { "marker-key": KEY }])
      expect(await start(createRunner(FILES), "main", { definition, ...more })).toMatchObject({
        code: 0,
      });
  });
});
