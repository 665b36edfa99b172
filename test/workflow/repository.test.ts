import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { COMMAND_NAMES } from "../../src/commands/cli/list.ts";
import { ROOT } from "./files.ts";
import { listOf, mappingOf, textOf, type Mapping } from "./inline.ts";

const FORMS = join(ROOT, ".github/ISSUE_TEMPLATE");
const forms = readdirSync(FORMS)
  .filter((name) => name !== "config.yml")
  .map((name) => ({ name, text: readFileSync(join(FORMS, name), "utf8") }));

/** What GitHub refuses in a form of an issue; it shows no form then, and says so to nobody. */
function faultsOf(form: Mapping): readonly string[] {
  const fields = listOf(form["body"] ?? []).map(mappingOf);
  const asked = fields.filter(({ type }) => type !== "markdown");
  const ids = asked.map(({ id }) => textOf(id));
  const labels = asked.map(({ attributes }) => textOf(mappingOf(attributes)["label"]));
  const options = asked.flatMap(({ attributes }) => listOf(mappingOf(attributes)["options"] ?? []));
  const types = fields.map(({ type }) => textOf(type));
  return [
    ...["name", "description"].filter((key) => textOf(form[key] ?? "") === ""),
    ...(asked.length === 0 ? ["asks nothing"] : []),
    ...types.filter((type) => !/^(?:markdown|input|textarea|dropdown|checkboxes)$/.test(type)),
    ...ids.filter((id) => !/^[\w-]+$/.test(id)),
    ...[...ids, ...labels].filter((text, at, all) => all.indexOf(text) !== at),
    ...options.map(textOf).filter((option) => option.toLowerCase() === "none"),
  ];
}

describe.each(forms)("the form $name", ({ text }) => {
  test("is one that GitHub shows", () => {
    expect(faultsOf(mappingOf(parse(text)))).toEqual([]);
  });

  test("names commands that there are", () => {
    const named = [...text.matchAll(/`donemark ([a-z]+)/g)].map(([, command]) => command);
    expect(named.filter((command = "") => !COMMAND_NAMES.includes(command))).toEqual([]);
  });
});

test("a form with an id twice, a reserved option or no name is none", () => {
  const field = { type: "dropdown", id: "a", attributes: { label: "A", options: ["None"] } };
  expect(faultsOf({ description: "b", body: [field, field] })).toEqual(
    expect.arrayContaining(["name", "a", "A", "None"]),
  );
});

test("every path of CODEOWNERS is there", () => {
  const lines = readFileSync(join(ROOT, ".github/CODEOWNERS"), "utf8").split("\n");
  const patterns = lines.flatMap((line) => /^[^#\s]\S*/.exec(line)?.[0] ?? []);
  expect(patterns.length).toBeGreaterThan(3);
  const without = patterns.filter((pattern) => {
    const pathspec = `:(glob)${pattern.startsWith("/") ? pattern.slice(1) : `**/${pattern}`}`;
    const found = pathspec.endsWith("/") ? `${pathspec}**` : pathspec;
    return execFileSync("git", ["ls-files", found], { cwd: ROOT, encoding: "utf8" }) === "";
  });
  expect(without).toEqual([]);
});

test("Dependabot waits before it takes what is new", () => {
  const rules = mappingOf(parse(readFileSync(join(ROOT, ".github/dependabot.yml"), "utf8")));
  const updates = listOf(rules["updates"]).map(mappingOf);
  expect(updates.map((update) => update["package-ecosystem"])).toEqual(
    expect.arrayContaining(["npm", "github-actions", "pip"]),
  );
  for (const update of updates)
    expect(mappingOf(update["cooldown"])["default-days"]).toBeGreaterThanOrEqual(7);
});
