// GitHub's own parser of workflows and evaluator of expressions.
import module from "node:module";
import type { WorkflowTemplate } from "@actions/workflow-parser";

// These packages import JSON as bundlers take it; Node alone wants to be told that it is JSON.
const LOAD = `export const load = (url, context, next) =>
  next(url, url.endsWith(".json")
    ? { ...context, importAttributes: { ...context.importAttributes, type: "json" } }
    : context);`;
module.register(`data:text/javascript,${encodeURIComponent(LOAD)}`);
const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } =
  await import("@actions/workflow-parser");
const { data, Evaluator, Lexer, Parser } = await import("@actions/expressions");

/** What GitHub's parser makes of a workflow, and what it has to say against it. */
export interface Parsed {
  readonly problems: readonly string[];
  readonly template: WorkflowTemplate | undefined;
}

/** GitHub has this key since 2026-09-10; its parser in @actions/workflow-parser 0.3.61 does not have it yet. */
const UNKNOWN_YET = /^ +cache-mode: (?:read|write|write-only|none)\n/gm;

/** Parses and converts a workflow as GitHub does before it starts a run. */
export async function parseAsGitHub(name: string, content: string): Promise<Parsed> {
  const known = { name, content: content.replaceAll(UNKNOWN_YET, "") };
  const { context, value } = parseWorkflow(known, new NoOperationTraceWriter());
  const template = value === undefined ? undefined : await convertWorkflowTemplate(context, value);
  const problems = [
    ...context.errors.getErrors().map(String),
    ...(template?.errors ?? []).map(({ Message }) => Message),
  ];
  return { problems: [...new Set(problems)], template };
}

/** The value of an expression (without `${{ }}`) as JSON. `contexts` are those that it may name. */
export function evaluate(expression: string, contexts: Readonly<Record<string, unknown>>): unknown {
  const { tokens } = new Lexer(expression).lex();
  const functions = ["cancelled"].map((name) => ({ name, minArgs: 0, maxArgs: 0 }));
  const tree = new Parser(tokens, Object.keys(contexts), functions).parse();
  const known: unknown = JSON.parse(JSON.stringify(contexts), data.reviver);
  if (!(known instanceof data.Dictionary)) throw new TypeError("expected contexts by name");
  const never = {
    name: "cancelled",
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(false),
  };
  const value = new Evaluator(tree, known, new Map([["cancelled", never]])).evaluate();
  const json: unknown = JSON.parse(JSON.stringify(value, data.replacer));
  return json;
}
