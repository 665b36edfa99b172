import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fault, ok, warning, type Check } from "../../core/answers/doctor-answer.ts";
import type { Definition } from "../../core/definition/fields.ts";
import { UserError } from "../../core/text/problem.ts";
import { plural, quote } from "../../core/text/text.ts";
import { define } from "../../job/define.ts";
import type { Invocation } from "../../job/invocation.ts";
import { expandShards } from "../../shards/expand.ts";
import { findFingerprintFiles } from "../../shards/fingerprint-files.ts";
import { isInPath } from "../../store/github/tools.ts";

const CONFIG = "donemark.yml";

interface Looked {
  readonly checks: readonly Check[];
  /** Absent where there is none, or none that can be read. */
  readonly definition?: Definition;
}

/** Is there a definition, does it match files, and is its program there? */
export async function checkDefinition(invocation: Invocation): Promise<Looked> {
  const { disk, workspace, inputs } = invocation;
  const hasFlags = Object.keys(inputs.values).length > 0;
  if (!hasFlags && !disk.exists(join(workspace, CONFIG)))
    return {
      checks: [
        warning("definition", "there is no donemark.yml here", "`donemark init` makes one."),
      ],
    };
  const read = await tried("definition", async () => (await define(invocation)).definition);
  if (!("value" in read)) return { checks: read.checks };
  const definition = read.value;
  const shards = await tried(
    "shards",
    async () => (await expandShards(disk, workspace, definition)).shards,
  );
  const files = await tried("fingerprint-files", () =>
    findFingerprintFiles({ disk, workspace }, definition.fingerprintFiles),
  );
  return {
    definition,
    checks: [
      ok("definition", "can be read"),
      ...("value" in shards ? [ok("shards", plural(shards.value.length, "shard"))] : shards.checks),
      ...("value" in files
        ? [ok("fingerprint-files", plural(files.value.length, "file"))]
        : files.checks),
      ...checkCommand(invocation, definition),
    ],
  };
}

type Tried<T> = { readonly value: T } | { readonly checks: readonly Check[] };

/** What a user can mend is told; a fault of Donemark's own is thrown on. */
async function tried<T>(name: string, act: () => Promise<T>): Promise<Tried<T>> {
  try {
    return { value: await act() };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return {
      checks: error.problems.map((text) =>
        fault(name, text, "Mend donemark.yml, or what it names."),
      ),
    };
  }
}

/** Of a command that is more than a program with words, only the shell knows what it starts. */
function checkCommand(
  { env, workspace }: Invocation,
  { command, workingDirectory }: Definition,
): readonly Check[] {
  const [, program] = /^\s*([\w./+-]+)(?:\s[^\n]*)?\s*$/.exec(command ?? "") ?? [];
  if (program === undefined) return [];
  const folder = resolve(workspace, workingDirectory ?? ".");
  const isThere = program.includes("/")
    ? existsSync(resolve(folder, program))
    : BUILT_IN.has(program) || isInPath(env, program);
  return isThere
    ? [ok("command", `${quote(program)} is there`)]
    : [
        fault(
          "command",
          `${quote(program)} is not there`,
          "Install it on this machine, or add its folder to PATH.",
        ),
      ];
}

/** Words that a shell knows without a program. */
const BUILT_IN: ReadonlySet<string> = new Set([
  ...[".", "cd", "echo", "eval", "exec", "export", "if", "for", "while", "case", "set", "source"],
  ...["test", "time", "true", "false", "ulimit", "umask", "wait", "printf", "read", "trap"],
]);
