import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { listOf, mappingOf, type Mapping } from "./inline.ts";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** A workflow of the repository: a file, or a block of a README that is one. */
export interface Workflow {
  readonly name: string;
  readonly text: string;
  readonly content: Mapping;
}

/** Every workflow that this repository runs, offers or shows. */
export function allWorkflows(): readonly Workflow[] {
  const files = tracked(".github/workflows", "examples").filter((name) => /\.ya?ml$/.test(name));
  return [...files.map(workflowOf).filter(hasJobs), ...tracked("*.md").flatMap(workflowsIn)];
}

function hasJobs({ content }: Workflow): boolean {
  return content["jobs"] !== undefined;
}

export function workflowOf(name: string): Workflow {
  const text = readFileSync(join(ROOT, name), "utf8");
  return { name, text, content: mappingOf(parse(text)) };
}

/** The blocks of a Markdown file that are workflows, some without the event that starts them. */
export function workflowsIn(file: string): readonly Workflow[] {
  const blocks = readFileSync(join(ROOT, file), "utf8").matchAll(/^```ya?ml\n(.*?)^```/gms);
  return [...blocks]
    .map(([, text = ""], place) => ({ name: `${file}, YAML block ${place + 1}`, text }))
    .filter(({ text }) => /^jobs:/m.test(text))
    .map(({ name, text: shown }) => {
      const text = /^on:/m.test(shown) ? shown : `on: workflow_dispatch\n${shown}`;
      return { name, text, content: mappingOf(parse(text)) };
    });
}

/** Files of the repository, also those that wait to be added. */
function tracked(...paths: readonly string[]): readonly string[] {
  const listed = ["ls-files", "--cached", "--others", "--exclude-standard", "--", ...paths];
  const names = execFileSync("git", listed, { cwd: ROOT, encoding: "utf8" }).split("\n");
  return names.filter((name) => name !== "" && existsSync(join(ROOT, name)));
}

/** A step or a job that uses something of this repository. */
export interface Use {
  /** Where in the repository: `.` is the root action, `plan` the one in that folder. */
  readonly target: string;
  readonly given: readonly string[];
  readonly id: string | undefined;
  readonly job: string;
}

/** All that a workflow uses of this repository, however it names it. */
export function ownUses({ content }: Workflow): readonly Use[] {
  return Object.entries(mappingOf(content["jobs"])).flatMap(([job, value]) => {
    const users = [mappingOf(value), ...listOf(mappingOf(value)["steps"] ?? []).map(mappingOf)];
    return users.flatMap((user) => {
      const target = targetOf(user["uses"]);
      if (target === undefined) return [];
      const given = Object.keys(mappingOf(user["with"] ?? {}));
      return [{ target, given, id: typeof user["id"] === "string" ? user["id"] : undefined, job }];
    });
  });
}

function targetOf(uses: unknown): string | undefined {
  if (typeof uses !== "string") return undefined;
  const path = /^(?:\.|\$|donemark\/donemark(?=[/@]))\/?([^@]*)(?:@v0)?$/.exec(uses)?.[1];
  return path === "" ? "." : path;
}

/** The inputs and outputs of an action or a reusable workflow of this repository. */
export function interfaceOf(target: string): {
  readonly inputs: Mapping;
  readonly outputs: Mapping;
} {
  const isWorkflow = target.endsWith(".yml");
  const text = readFileSync(join(ROOT, isWorkflow ? target : join(target, "action.yml")), "utf8");
  const content = mappingOf(parse(text));
  const described = isWorkflow ? mappingOf(mappingOf(content["on"])["workflow_call"]) : content;
  return {
    inputs: mappingOf(described["inputs"] ?? {}),
    outputs: mappingOf(described["outputs"] ?? {}),
  };
}
