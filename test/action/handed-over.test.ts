import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { startCacheService, type CacheService } from "../cache-service/service.ts";
import { createRunner, type Runner } from "./runner.ts";

let service: CacheService;
let serial = 0;

beforeAll(async () => {
  service = await startCacheService();
});

afterAll(() => service.close());

const FILES = { "in/a.txt": "aa\n", "in/b.txt": "bb\n" };

/** A definition of its own: one service serves all tests. */
function define(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  serial += 1;
  return {
    shards: "in/*.txt",
    checkpoint: "out/{id}.txt",
    command: 'cp "$SHARD_INPUT" "$SHARD_CHECKPOINT"',
    shell: "sh",
    name: `handed over ${serial}`,
    ...more,
  };
}

const refuse = (): (() => void) => service.fault("create", { status: 403 });

const finished = ({ workspace }: Runner): readonly string[] =>
  readdirSync(join(workspace, "out")).toSorted();

describe("a job whose results other jobs take", () => {
  test("is red where the store refuses them, after everything has run; collect names the next step", async () => {
    onTestFinished(refuse());
    const inputs = define({ "hand-over": "true" });
    const env = service.env();
    const runner = createRunner(FILES);
    const main = await runner.main({ inputs, env }).ended;
    expect(main).toMatchObject({
      code: 3,
      outputs: { ran: "2", remaining: "0", saved: "0", unsaved: "2", "all-done": "false" },
    });
    expect(main.log).toMatch(
      /^::error::2 shards .* are done, but were not saved to github: .*403/m,
    );
    expect(main.summary).toContain("❌ 2 of 2 shards complete, 2 not saved");
    expect(finished(runner)).toEqual(["a.txt", "a.txt.done", "b.txt", "b.txt.done"]);
    const post = await runner.post().ended;
    expect(post.code).toBe(3);
    expect(post.log).toMatch(/^::error::2 shards .* not saved to github/m);
    const collected = await createRunner(FILES).step("collect", { inputs: define(), env }).ended;
    expect(collected.code).toBe(3);
    expect(collected.log).toMatch(/^::notice::Next: re-run the failed jobs/m);
    expect(collected.summary).toContain("Next: re-run the failed jobs");
  });

  test("has them saved by post where the store takes them again, and the next run of it is green and computes nothing", async () => {
    const inputs = define({ "hand-over": "true" });
    const env = service.env();
    const end = refuse();
    const runner = createRunner(FILES);
    expect((await runner.main({ inputs, env }).ended).code).toBe(3);
    end();
    const post = await runner.post().ended;
    expect(post.code).toBe(0);
    expect(post.log).toContain("Saved 2 finished shards after the stop.\n");
    const elsewhere = await createRunner(FILES).main({ inputs, env }).ended;
    expect(elsewhere).toMatchObject({
      code: 0,
      outputs: { skipped: "2", ran: "0", unsaved: "0", "all-done": "true" },
    });
  });

  test("is red for what an earlier run finished on this disk and could not save, until it is saved", async () => {
    const env = service.env();
    const inputs = define();
    const end = refuse();
    const runner = createRunner(FILES);
    const first = await runner.main({ inputs, env }).ended;
    expect(first).toMatchObject({ code: 0, outputs: { unsaved: "2", "all-done": "true" } });
    const handed = { ...inputs, "hand-over": "true" };
    const second = await runner.main({ inputs: handed, env }).ended;
    expect(second).toMatchObject({
      code: 3,
      outputs: { skipped: "2", ran: "0", unsaved: "2", "all-done": "false" },
    });
    end();
    const third = await runner.main({ inputs: handed, env }).ended;
    expect(third).toMatchObject({ code: 0, outputs: { saved: "2", unsaved: "0" } });
  });

  test("is one that plan has handed its definition to, unless hand-over says otherwise", async () => {
    const env = service.env();
    const planned = await createRunner(FILES).step("plan", { inputs: define(), env }).ended;
    const inputs = { definition: planned.outputs["definition"] ?? "" };
    onTestFinished(refuse());
    const red = await createRunner(FILES).main({ inputs, env }).ended;
    expect(red).toMatchObject({ code: 3, outputs: { ran: "2", unsaved: "2" } });
    const green = { ...inputs, "hand-over": "false" };
    const kept = await createRunner(FILES).main({ inputs: green, env }).ended;
    expect(kept).toMatchObject({ code: 0, outputs: { unsaved: "2", "all-done": "true" } });
  });

  test("is refused before it computes anything where there is no store for them", async () => {
    const none = { ACTIONS_RUNTIME_TOKEN: "", ACTIONS_CACHE_URL: "", ACTIONS_RESULTS_URL: "" };
    const runner = createRunner(FILES);
    const inputs = { definition: JSON.stringify(define()) };
    const { code, log } = await runner.main({ inputs, env: none }).ended;
    expect(code).toBe(2);
    expect(log).toMatch(/^::error::definition is given, so other jobs take .* here is none/m);
    expect(existsSync(join(runner.workspace, "out"))).toBe(false);
    const onDisk = { ...inputs, store: "none" };
    expect(await runner.main({ inputs: onDisk, env: none }).ended).toMatchObject({
      code: 0,
      outputs: { ran: "2", unsaved: "0", "all-done": "true" },
    });
  });

  test("is red as a job of steps too", async () => {
    onTestFinished(refuse());
    const env = service.env();
    const inputs = define({ finished: "sound", "hand-over": "true" });
    const runner = createRunner({ ...FILES, "out/keep": "" });
    const restored = await runner.step("restore", { inputs, env }).ended;
    expect(restored).toMatchObject({ code: 0, outputs: { remaining: "2" } });
    for (const id of ["a", "b"]) writeFileSync(join(runner.workspace, `out/${id}.txt`), id);
    const saved = await runner.step("save", { inputs, env }).ended;
    expect(saved).toMatchObject({ code: 3, outputs: { saved: "0", unsaved: "2", remaining: "0" } });
    expect(existsSync(join(runner.workspace, "out/a.txt.done"))).toBe(true);
  });

  test("saves what it adopts in the run that adopts it", async () => {
    const env = service.env();
    const inputs = define({ "hand-over": "true" });
    const runner = createRunner({ ...FILES, "out/a.txt": "old", "out/a.txt.done": "" });
    const main = await runner.main({ inputs, env }).ended;
    expect(main).toMatchObject({
      code: 0,
      outputs: { skipped: "1", ran: "1", saved: "2", unsaved: "0" },
    });
  });
});
