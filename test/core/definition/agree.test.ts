import { describe, expect, test } from "vitest";
import { findDisagreements } from "../../../src/core/definition/agree.ts";
import { readDefinition, type Layer } from "../../../src/core/definition/definition.ts";

const PLAN = { shards: "in/*", checkpoint: "out/{id}", command: "python a.py" };

function disagreements(
  job: Readonly<Record<string, unknown>>,
  plan: Readonly<Record<string, unknown>> = PLAN,
): readonly string[] {
  const planned: Layer = { label: (name) => `definition: ${name}`, values: plan };
  const layers: readonly Layer[] = [{ label: (name) => `--${name}`, values: job }, planned];
  const [mine, theirs] = [readDefinition(layers), readDefinition([planned])];
  if ("problems" in mine || "problems" in theirs) throw new Error("not a definition");
  return findDisagreements(mine.definition, theirs.definition, layers);
}

describe("a job and its plan", () => {
  test("agree where the job gives nothing, or the same in another form", () => {
    expect(disagreements({})).toEqual([]);
    const plan = { ...PLAN, "fingerprint-files": ["a.py", "b.py"], "rerun-on": "text,input" };
    const job = {
      "fingerprint-files": "a.py\nb.py\n",
      "rerun-on": ["input", "text"],
      command: "python a.py  \r\n",
    };
    expect(disagreements(job, plan)).toEqual([]);
  });

  test("may differ in how commands run", () => {
    const job = {
      retries: 3,
      parallel: 2,
      only: "a",
      fetch: "none",
      validate: "deep",
      store: "none",
      check: "true",
    };
    expect(disagreements(job)).toEqual([]);
  });

  test.each([
    [
      "command",
      "python b.py",
      /plan's definition has "python a\.py", and --command here is "python b\.py"/,
    ],
    ["shards", "in/*.fa", /shards is not what/],
    ["checkpoint", "other/{id}", /checkpoint is not what/],
    ["fingerprint-text", "v2", /has "", and --fingerprint-text here is "v2"/],
    ["work", "work/{id}", /has none, and --work here is/],
    ["name", "x", /name is not what/],
    ["shell", "sh", /shell is not what/],
    ["working-directory", "sub", /working-directory is not what/],
    ["rerun-on", "none", /rerun-on is not what/],
    ["status", { field: "state" }, /status is not what/],
  ])("disagree on %s, in one sentence that names it", (name, value, words) => {
    const found = disagreements({ [name]: value });
    expect(found).toEqual([expect.stringMatching(words)]);
    expect(found[0]).toMatch(/Leave it out here.* or give it to plan\.$/);
  });

  test("agree on a command that the plan never had and does not compare", () => {
    const plan = { shards: "in/*", checkpoint: "out/{id}", "rerun-on": "input" };
    expect(disagreements({ command: "python b.py", shell: "sh" }, plan)).toEqual([]);
  });

  test("name every disagreement at once", () => {
    expect(disagreements({ command: "x", name: "y" })).toHaveLength(2);
  });
});
