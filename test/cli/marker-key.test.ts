import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { decisions, readRun, workspace, type Workspace } from "../fixtures/cli/workspace.ts";

const KEY = { DONEMARK_MARKER_KEY: "correct horse battery staple" };
const OTHER = { DONEMARK_MARKER_KEY: "somebody else's key, as long" };

function shards(more: Readonly<Record<string, unknown>> = {}): Workspace {
  const here = workspace();
  here.define({
    shards: [{ id: "a" }, { id: "b" }],
    checkpoint: "out/{id}.json",
    command: `echo "$SHARD_ID" >> ran.txt; echo '{"status":"complete"}' > "$SHARD_CHECKPOINT"`,
    shell: "sh",
    ...more,
  });
  return here;
}

async function run(here: Workspace, env: Record<string, string>, ...args: readonly string[]) {
  const ended = await here.start(["run", "--json", ...args], env).ended;
  return { ...readRun(ended), code: ended.code, stderr: ended.stderr };
}

describe("with a marker-key", () => {
  test("what was finished with it is skipped, and each marker carries its signature", async () => {
    const here = shards();
    expect(await run(here, KEY)).toMatchObject({ code: 0, ran: 2 });
    expect(here.read("out/a.json.done")).toMatch(/"signature":"[0-9a-f]{64}"\}\n$/);
    expect(await run(here, KEY)).toMatchObject({ code: 0, skipped: 2, ran: 0 });
    expect(await run(here, {})).toMatchObject({ skipped: 2 });
  });

  test("an unsigned marker, another key's, an empty one and a status alone never skip", async () => {
    const here = shards({ shards: ["unsigned", "other", "empty", "status"].map((id) => ({ id })) });
    await run(here, {}, "--only", "unsigned");
    await run(here, OTHER, "--only", "other");
    for (const id of ["empty", "status"]) here.write(`out/${id}.json`, '{"status":"complete"}');
    here.write("out/empty.json.done");
    // Without the key all of them count.
    expect((await here.status()).done).toBe(4);
    const { shards: decided } = await run(here, KEY);
    expect(decided.map(({ id, reason }) => `${id} ${reason}`).toSorted()).toEqual([
      "empty corrupt-marker",
      "other corrupt-marker",
      "status no-marker",
      "unsigned corrupt-marker",
    ]);
    expect(await run(here, KEY)).toMatchObject({ skipped: 4 });
  });

  test("mark signs old checkpoints on the user's word", async () => {
    const here = shards();
    await run(here, {});
    await here.start(["mark", "--all"], KEY).ended;
    expect(await run(here, KEY)).toMatchObject({ skipped: 2, ran: 0 });
  });

  test("an entry of a store that somebody else has put there is not found, or not taken", async () => {
    const store = workspace().path("store");
    const maker = shards({ store: `file:${store}` });
    await run(maker, KEY);
    const markers = readdirSync(store, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith("marker.json"))
      .map((name) => join(store, name));
    expect(markers).toHaveLength(2);
    const [first = ""] = markers;
    const { signature: _, ...unsigned } = JSON.parse(readFileSync(first, "utf8"));
    writeFileSync(first, JSON.stringify(unsigned));
    const there = shards({ store: `file:${store}` });
    expect(await run(there, KEY)).toMatchObject({ skipped: 1, ran: 1 });
    expect(decisions(await there.status())).toEqual(["a skip done", "b skip done"]);
  });

  test("the key is in no marker, log or answer, and no command sees it", async () => {
    const here = shards({
      command: 'env > env.txt; echo "the key: $KEPT"; echo x > "$SHARD_CHECKPOINT"',
      "rerun-on": "input",
    });
    const key = KEY.DONEMARK_MARKER_KEY;
    const { stderr } = await run(here, { ...KEY, KEPT: key });
    expect(here.read("env.txt")).not.toContain("DONEMARK_MARKER_KEY");
    const texts = [stderr, here.read("out/a.json.done"), here.log("a.1.log")];
    for (const text of texts) expect(text).not.toContain(key);
    expect(texts[2]).toContain("the key: ***");
  });

  test("one that can be guessed is refused", async () => {
    const { code, stderr } = await shards().start(["run"], { DONEMARK_MARKER_KEY: "short" }).ended;
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("marker-key must have at least 16 characters, got 5"),
    });
  });
});
