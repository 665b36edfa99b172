import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { allWorkflows, type Workflow } from "./files.ts";
import { listOf, mappingOf, textOf, type Json, type Mapping } from "./inline.ts";

const workflows = allWorkflows();

/** What a workflow does that none of ours may. Those that run here are held to more than those that are only shown. */
function faultsOf(workflow: Workflow): readonly string[] {
  const { content } = workflow;
  const runsHere = workflow.name.startsWith(".github/");
  const jobs = Object.entries(mappingOf(content["jobs"]));
  const rootless = runsHere && content["permissions"] === undefined;
  return [
    ...(namesOfEvents(content["on"]).includes("pull_request_target")
      ? ["pull_request_target"]
      : []),
    ...(rootless ? ["no permissions at the root"] : []),
    ...jobs.flatMap(([name, job]) => faultsOfJob(name, mappingOf(job), content)),
    ...usesIn(workflow.text).flatMap((use) => (isPinned(use, runsHere) ? [] : [use])),
  ];
}

function namesOfEvents(on: Json | undefined): readonly string[] {
  if (typeof on === "string") return [on];
  return Array.isArray(on) ? listOf(on).map(textOf) : Object.keys(mappingOf(on));
}

function faultsOfJob(name: string, job: Mapping, workflow: Mapping): readonly string[] {
  const isBare = job["permissions"] === undefined && workflow["permissions"] === undefined;
  const scripts = listOf(job["steps"] ?? []).map((step) => textOf(mappingOf(step)["run"] ?? ""));
  return [
    ...(isBare ? [`${name}: no permissions`] : []),
    // An expression is put into a script before the shell reads it: any text of users becomes code.
    ...scripts.filter((text) => text.includes("${{")).map(() => `${name}: an expression in run`),
  ];
}

function usesIn(text: string): readonly string[] {
  return [...text.matchAll(/^\s*(?:- )?uses: (.*)$/gm)].map(([, use = ""]) => use.trim());
}

/** Ours by `$/`, or shown with the tag that moves; others' by commit with its version, or shown with a tag. */
function isPinned(use: string, runsHere: boolean): boolean {
  if (use.startsWith("$/")) return runsHere;
  if (/^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(use)) return true;
  return !runsHere && /^[\w.-]+\/[\w./-]+@v\d+(?:\.\d+)*$/.test(use);
}

test.each(workflows)("$name keeps the rules", (workflow) => {
  expect(faultsOf(workflow)).toEqual([]);
});

describe("the rules", () => {
  const workflowOf = (text: string, name = ".github/workflows/a.yml"): Workflow => ({
    name,
    text,
    content: mappingOf(parse(text)),
  });
  const good = `
on: [push]
permissions: {}
jobs:
  a:
    runs-on: ubuntu-latest
    permissions: { contents: read }
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
      - run: echo "$TITLE"
        env: { TITLE: "\${{ github.event.issue.title }}" }
`;

  test("have nothing against a workflow that keeps them", () => {
    expect(faultsOf(workflowOf(good))).toEqual([]);
  });

  test.each([
    ["[push]", "[push, pull_request_target]", "pull_request_target"],
    ["[push]", "{ pull_request_target: { types: [opened] } }", "pull_request_target"],
    ["permissions: {}\n", "", "no permissions at the root"],
    ['"$TITLE"', "${{ inputs.title }}", "a: an expression in run"],
    [" # v7.0.1", "", "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1"],
    ["3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1", "v7", "actions/checkout@v7"],
    ["3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1", "main", "actions/checkout@main"],
  ])("refuse %j as %j", (right, wrong, fault) => {
    expect(faultsOf(workflowOf(good.replace(right, wrong)))).toContain(fault);
  });

  test("let what is shown name a tag, but no branch, and no job without permissions", () => {
    const shown = (tag: string): string =>
      good.replace(/3d3c42\w+ # v7.0.1/, tag).replace("permissions: {}\n", "");
    expect(faultsOf(workflowOf(shown("v7"), "README.md"))).toEqual([]);
    expect(faultsOf(workflowOf(shown("main"), "README.md"))).toEqual(["actions/checkout@main"]);
    const bare = shown("v7").replace("    permissions: { contents: read }\n", "");
    expect(faultsOf(workflowOf(bare, "README.md"))).toEqual(["a: no permissions"]);
  });
});

test("the job ok waits for every other job of ci", () => {
  const ci = workflows.find(({ name }) => name === ".github/workflows/ci.yml");
  const { ok, ...others } = mappingOf(ci?.content["jobs"]);
  expect(mappingOf(ok)["needs"]).toEqual(Object.keys(others));
});
