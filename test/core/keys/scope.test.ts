import { expect, test } from "vitest";
import { writeScope } from "../../../src/core/keys/scope.ts";

const RUN = { GITHUB_RUN_ID: "7", GITHUB_REF: "refs/heads/main" };

function workflowRun(head: string): string {
  return JSON.stringify({
    workflow_run: { head_repository: { full_name: head } },
    repository: { full_name: "lab/genomes" },
  });
}

test.each(["push", "schedule", "workflow_dispatch", "repository_dispatch"])(
  "a run by %s writes for all",
  (name) => {
    expect(writeScope({ ...RUN, GITHUB_EVENT_NAME: name }, undefined)).toBeUndefined();
  },
);

test("a terminal writes for all", () => {
  expect(writeScope({}, undefined)).toBeUndefined();
});

test("a pull request writes for itself", () => {
  const env = { ...RUN, GITHUB_EVENT_NAME: "pull_request", GITHUB_REF: "refs/pull/12/merge" };
  expect(writeScope(env, undefined)).toBe("refs/pull/12/merge");
});

test.each(["pull_request_target", "issue_comment"])(
  "a run by %s writes for its own attempts alone",
  (name) => {
    const env = { ...RUN, GITHUB_EVENT_NAME: name };
    expect(writeScope(env, undefined)).toBe(`${name} 7`);
    expect(writeScope({ ...env, GITHUB_RUN_ID: "8" }, undefined)).not.toBe(`${name} 7`);
  },
);

test.each([
  ["a fork", workflowRun("stranger/genomes")],
  ["nobody knows whose", undefined],
  ["an event that cannot be read", "{"],
])("a run after a workflow of %s writes for its own attempts alone", (_, event) => {
  expect(writeScope({ ...RUN, GITHUB_EVENT_NAME: "workflow_run" }, event)).toBe("workflow_run 7");
});

test("a run after a workflow of the repository itself writes for all", () => {
  const env = { ...RUN, GITHUB_EVENT_NAME: "workflow_run" };
  expect(writeScope(env, workflowRun("lab/genomes"))).toBeUndefined();
});
