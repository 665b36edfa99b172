import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../helpers/program.ts";
import { createRunner, readAction, type Runner } from "./runner.ts";

const INPUTS = { "in/a.txt": "aa\n", "in/b.txt": "bb\n", "in/c.txt": "cc\n" };

interface Line {
  readonly id: string;
  readonly inputs: readonly string[];
  readonly checkpoint: string;
  readonly work: string;
  readonly resume: boolean;
  readonly attempt: number;
}

function define(changes: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return {
    shards: "in/*.txt",
    checkpoint: "out/{id}.txt",
    command: "what the steps do",
    store: `file:${temporaryFolder("donemark-store-")}`,
    ...changes,
  };
}

function linesOf(path: string | undefined): readonly Line[] {
  const lines = readFileSync(path ?? "", "utf8")
    .split("\n")
    .filter(Boolean);
  return lines.map((line): Line => JSON.parse(line));
}

/** What a user's own step does with one line of the file. */
function predict({ workspace }: Runner, line: Line, isMarked = true): void {
  const text = readFileSync(resolve(workspace, line.inputs[0] ?? ""), "utf8");
  const checkpoint = resolve(workspace, line.checkpoint);
  writeFileSync(checkpoint, text.toUpperCase());
  if (isMarked) writeFileSync(`${checkpoint}.done`, "");
}

describe("restore and save around a user's own steps", () => {
  test("a step's .failed keeps its shard from being marked, with the reason, and is gone at the next start", async () => {
    const definition = define();
    const runner = createRunner(INPUTS);
    const { outputs } = await runner.step("restore", { inputs: definition }).ended;
    for (const line of linesOf(outputs["shards-file"])) predict(runner, line);
    const report = join(runner.workspace, "out/b.txt.failed");
    writeFileSync(report, "half of it is wrong\n");
    const saved = await runner.step("save", { inputs: definition }).ended;
    expect(saved.outputs, saved.log).toEqual({ saved: "2", unsaved: "0", remaining: "1" });
    expect(saved.log).toContain(
      '[b] is not marked: its steps reported a failure: "half of it is wrong"',
    );
    const next = await runner.step("restore", { inputs: definition }).ended;
    expect(linesOf(next.outputs["shards-file"]).map(({ id }) => id)).toEqual(["b"]);
    expect(existsSync(report)).toBe(false);
  });

  test("start what remains, mark what the steps have finished, and leave the rest to the next job", async () => {
    const definition = define();
    const first = createRunner(INPUTS);
    const restored = await first.step("restore", { inputs: definition }).ended;
    expect(restored.code, restored.log).toBe(0);
    expect(Object.keys(restored.outputs).toSorted()).toEqual(
      Object.keys(readAction("restore").outputs).toSorted(),
    );
    expect(restored.outputs["remaining"]).toBe("3");
    const lines = linesOf(restored.outputs["shards-file"]);
    expect(lines.map(({ id, attempt, resume }) => ({ id, attempt, resume }))).toEqual(
      ["a", "b", "c"].map((id) => ({ id, attempt: 1, resume: false })),
    );
    expect(existsSync(join(first.workspace, "out/a.txt.started"))).toBe(true);
    for (const line of lines) if (line.id !== "c") predict(first, line);
    const saved = await first.step("save", { inputs: definition }).ended;
    expect(saved.code, saved.log).toBe(0);
    expect(saved.outputs).toEqual({ saved: "2", unsaved: "0", remaining: "1" });
    expect(saved.log).toContain("[c] is not marked: it has no checkpoint");
    const marker: unknown = JSON.parse(
      readFileSync(join(first.workspace, "out/a.txt.done"), "utf8"),
    );
    expect(marker).toMatchObject({ shard: "a", checkpoint: { sizeBytes: 3 }, by: { run: "7001" } });
    expect(existsSync(join(first.workspace, "out/a.txt.started"))).toBe(false);

    const second = createRunner(INPUTS);
    const next = await second.step("restore", { inputs: definition }).ended;
    expect(linesOf(next.outputs["shards-file"]).map(({ id }) => id)).toEqual(["c"]);
    expect(readFileSync(join(second.workspace, "out/a.txt"), "utf8")).toBe("AA\n");
    for (const line of linesOf(next.outputs["shards-file"])) predict(second, line);
    const end = await second.step("save", { inputs: definition }).ended;
    expect(end.outputs).toEqual({ saved: "1", unsaved: "0", remaining: "0" });
    const collected = await createRunner(INPUTS).step("collect", { inputs: definition }).ended;
    expect(collected.outputs).toMatchObject({ complete: "true" });
  });

  test.each(["before", "after"])(
    "lose a shard that another run takes over and finishes: what the steps write %s that is never marked as theirs",
    async (when) => {
      const definition = define({ command: 'printf other > "$SHARD_CHECKPOINT"' });
      const runner = createRunner(INPUTS);
      const { outputs } = await runner.step("restore", { inputs: definition }).ended;
      const [line] = linesOf(outputs["shards-file"]);
      if (line === undefined) throw new Error("restore has started shards");
      if (when === "before") predict(runner, line);
      const taken = await runner.main({ inputs: { ...definition, only: "a" } }).ended;
      expect(taken.outputs).toMatchObject({ ran: "1", "all-done": "true" });
      const checkpoint = join(runner.workspace, "out/a.txt");
      const marker = readFileSync(`${checkpoint}.done`, "utf8");
      if (when === "after") writeFileSync(checkpoint, "late");
      const saved = await runner.step("save", { inputs: definition }).ended;
      expect(saved.log).not.toContain("[a] is not marked");
      expect(readFileSync(`${checkpoint}.done`, "utf8")).toBe(marker);
      const again = await runner.main({ inputs: { ...definition, only: "a", fetch: "all" } }).ended;
      expect(again.outputs).toMatchObject({ "all-done": "true" });
      expect(readFileSync(checkpoint, "utf8")).toBe("other");
    },
  );

  test("take a checkpoint without a .done only where finished is sound, and a cut-off one never", async () => {
    const definition = define({ checkpoint: "out/{id}.json" });
    const runner = createRunner(INPUTS);
    const { outputs } = await runner.step("restore", { inputs: definition }).ended;
    const [a, b] = linesOf(outputs["shards-file"]);
    writeFileSync(resolve(runner.workspace, a?.checkpoint ?? ""), '{"x":1}');
    writeFileSync(resolve(runner.workspace, b?.checkpoint ?? ""), '{"x":');
    const marked = await runner.step("save", { inputs: definition }).ended;
    expect(marked.outputs).toEqual({ saved: "0", unsaved: "0", remaining: "3" });
    expect(marked.log).toMatch(/\[a\] is not marked: its steps have made no \.done/);
    const inputs = { ...definition, finished: "sound" };
    const sound = await runner.step("save", { inputs }).ended;
    expect(sound.code).toBe(0);
    expect(sound.outputs).toEqual({ saved: "1", unsaved: "0", remaining: "2" });
    expect(sound.log).toMatch(/\[b\] is not marked: its checkpoint is refused as truncated: /);
    expect(existsSync(join(runner.workspace, "out/b.json.done"))).toBe(false);
  });

  test("mark nothing whose input changed since restore, and nothing that check refuses", async () => {
    const definition = define({ check: 'grep -q A "$SHARD_CHECKPOINT"' });
    const runner = createRunner(INPUTS);
    const { outputs } = await runner.step("restore", { inputs: { ...definition, check: "" } })
      .ended;
    for (const line of linesOf(outputs["shards-file"])) predict(runner, line);
    writeFileSync(join(runner.workspace, "in/c.txt"), "other\n");
    const saved = await runner.step("save", { inputs: definition }).ended;
    expect(saved.outputs).toEqual({ saved: "1", unsaved: "0", remaining: "2" });
    expect(saved.log).toMatch(/\[b\] is not marked: the check ended with exit code 1/);
    expect(saved.log).toMatch(/\[c\] is not marked: its input changed since it was restored/);
  });

  test("hand the work of a shard that was cut off on to the next job", async () => {
    const definition = define({ work: "work/{id}", shards: "in/a.txt" });
    const first = createRunner(INPUTS);
    await first.step("restore", { inputs: definition }).ended;
    mkdirSync(join(first.workspace, "work/a"), { recursive: true });
    writeFileSync(join(first.workspace, "work/a/part1.txt"), "half\n");
    writeFileSync(join(first.workspace, "work/a/part1.txt.done"), "");
    expect((await first.step("save", { inputs: definition }).ended).outputs).toEqual({
      saved: "0",
      unsaved: "0",
      remaining: "1",
    });
    const second = createRunner(INPUTS);
    const { outputs } = await second.step("restore", { inputs: definition }).ended;
    expect(linesOf(outputs["shards-file"])).toMatchObject([{ id: "a", resume: true }]);
    expect(readFileSync(join(second.workspace, "work/a/part1.txt"), "utf8")).toBe("half\n");
  });
});

describe("save", () => {
  test("without a restore in this job marks nothing that was started, says so, and saves what is done", async () => {
    const definition = define();
    const runner = createRunner(INPUTS);
    const { outputs } = await runner.step("restore", { inputs: definition }).ended;
    for (const line of linesOf(outputs["shards-file"])) predict(runner, line);
    const env = { GITHUB_RUN_ATTEMPT: "2" };
    const { code, log, ...ended } = await runner.step("save", { inputs: definition, env }).ended;
    expect({ code, outputs: ended.outputs }).toEqual({
      code: 0,
      outputs: { saved: "0", unsaved: "0", remaining: "3" },
    });
    expect(log).toMatch(/^::warning::No restore step of this job was found/m);
  });

  test("that the store refuses is a warning: what is marked is done", async () => {
    const definition = define({ store: "file:blocked" });
    const runner = createRunner({ ...INPUTS, blocked: "a file where the store should be" });
    const { outputs } = await runner.step("restore", { inputs: definition }).ended;
    for (const line of linesOf(outputs["shards-file"])) predict(runner, line);
    const { code, log, ...ended } = await runner.step("save", { inputs: definition }).ended;
    expect({ code, outputs: ended.outputs }).toEqual({
      code: 0,
      outputs: { saved: "0", unsaved: "3", remaining: "0" },
    });
    expect(log.match(/^::warning::.* not saved .*$/gm)).toEqual([
      expect.stringMatching(
        /3 shards \(\[a\], \[b\], \[c\]\) are done, but were not saved to file:/,
      ),
    ]);
    expect(existsSync(join(runner.workspace, "out/a.txt.done"))).toBe(true);
  });
});
