import { existsSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { workspace, type Workspace } from "../fixtures/cli/workspace.ts";

const foldsHere = (): boolean => {
  const here = workspace();
  writeFileSync(here.path("a"), "");
  return existsSync(here.path("A"));
};
const FOLDS = foldsHere();

const PAIRS = [
  ["Protein", "protein"],
  ["caf\u00e9", "cafe\u0301"],
  ["x/Straße", "x/STRASSE"],
] as const;

function project(ids: readonly string[], more: Readonly<Record<string, unknown>> = {}): Workspace {
  const here = workspace();
  here.define({
    ...{ shards: ids.map((id) => ({ id })), checkpoint: "out/{id}.txt", shell: "sh" },
    command: 'echo "$SHARD_ID" > "$SHARD_CHECKPOINT"',
    ...more,
  });
  return here;
}

describe("ids that differ only by case or by the form of Unicode", () => {
  test.skipIf(FOLDS).each(PAIRS)(
    "%j and %j are two where the disk tells them apart; plan names both",
    async (a, b) => {
      const here = project([a, b, "other"]);
      const plan = await here.donemark("plan", "--json");
      expect(plan.code).toBe(0);
      expect(plan.stderr).toMatch(/have paths that differ only by case or by the form of Unicode/);
      for (const id of [a, b]) expect(plan.stderr).toContain(JSON.stringify(id));
      const ended = await here.run();
      expect(ended).toMatchObject({ code: 0, ran: 3 });
      expect(ended.stderr).not.toContain("differ only");
      expect([here.read(`out/${a}.txt`), here.read(`out/${b}.txt`)]).toEqual([`${a}\n`, `${b}\n`]);
      expect(await here.run()).toMatchObject({ code: 0, skipped: 3 });
      expect(here.names("out").some((name) => name.startsWith(".donemark-tmp"))).toBe(false);
    },
  );

  test.skipIf(!FOLDS).each(PAIRS)(
    "%j and %j are refused, both named (on a disk that folds names)",
    async (a, b) => {
      const here = project([a, b, "other"]);
      const { code, stderr } = await here.donemark("run");
      expect(code).toBe(2);
      for (const id of [a, b]) expect(stderr).toContain(JSON.stringify(id));
      expect(here.has("out")).toBe(false);
    },
  );

  test("others are not named", async () => {
    const here = project(["Protein", "proteins", "é", "e"]);
    expect((await here.donemark("plan")).stderr).not.toContain("differ only");
  });
});
