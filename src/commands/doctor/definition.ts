import { resolve } from "node:path";
import { fault, ok, warning, type Check } from "../../core/answers/doctor-answer.ts";
import { scrub } from "../../core/definition/environment.ts";
import type { Definition } from "../../core/definition/fields.ts";
import type { Shard } from "../../core/model/shard.ts";
import { messageOf, UserError } from "../../core/text/problem.ts";
import { nameSome, plural, quote } from "../../core/text/text.ts";
import { define, hasConfig } from "../../job/define.ts";
import type { Invocation } from "../../job/invocation.ts";
import { findProgram, mayRun } from "../../machine/path-search.ts";
import { checkProgram } from "../../machine/program.ts";
import { shellArgv } from "../../machine/shell.ts";
import { checkInputs } from "../../shards/check-inputs.ts";
import { expandShards } from "../../shards/expand.ts";
import { findFingerprintFiles } from "../../shards/fingerprint-files.ts";
import { pointerAt, sayPointer } from "../../shards/pointers.ts";
import { findUncovered } from "../../shards/uncovered.ts";
import { firstProgram } from "./program.ts";

/** What was found of the definition; without one, checks about the machine alone are left. */
export interface DefinitionChecked {
  readonly checks: readonly Check[];
  readonly definition?: Definition;
}

const MOST_NAMED = 5;
const CORRECT = "Correct the definition; `donemark help run` lists what each key may be.";

/** Can the definition be read, and is all there that it names? No file is hashed. */
export async function checkDefinition(invocation: Invocation): Promise<DefinitionChecked> {
  const { values } = invocation.inputs;
  if (Object.keys(values).length === 0 && !hasConfig(invocation)) {
    const says = `there is no donemark.yml in ${quote(invocation.workspace)}: the machine alone is checked`;
    return { checks: [warning("definition", says, "`donemark init` makes one.")] };
  }
  const said: string[] = [];
  const reporter = { ...invocation.reporter, warn: (text: string) => void said.push(text) };
  try {
    const { definition, config } = await define({ ...invocation, reporter });
    const warnings = said.map((text) => warning("definition", text, CORRECT));
    const own = ok(
      "definition",
      config === undefined ? "given by flags" : `${quote(config)} is right`,
    );
    return {
      definition,
      checks: [own, ...warnings, ...(await checkNamed(invocation, definition))],
    };
  } catch (error) {
    return { checks: faultsOf("definition", error, CORRECT) };
  }
}

async function checkNamed(
  invocation: Invocation,
  definition: Definition,
): Promise<readonly Check[]> {
  const { shards, checks } = await checkShards(invocation, definition);
  return [
    ...checks,
    ...checkCommand(invocation, definition),
    ...(await checkFiles(invocation, definition, shards)),
  ];
}

async function checkShards(
  { disk, workspace }: Invocation,
  definition: Definition,
): Promise<{ readonly shards: readonly Shard[]; readonly checks: readonly Check[] }> {
  const mend = "Correct shards, or bring the inputs.";
  try {
    const { shards, unmatched } = await expandShards(disk, workspace, definition);
    checkInputs(disk, { workspace, definition, shards });
    const globs = nameSome(unmatched.map(quote), MOST_NAMED);
    const first = shards[0] === undefined ? "" : `, such as ${quote(shards[0].id)}`;
    return {
      shards,
      checks: [
        ok("shards", `${plural(shards.length, "shard")}${first}`),
        ...(unmatched.length === 0
          ? []
          : [warning("shards", `${globs} matched no file; the other globs did`, mend)]),
      ],
    };
  } catch (error) {
    return { shards: [], checks: faultsOf("shards", error, mend) };
  }
}

/** Is there a shell, a folder to start in, and the program that the command begins with? */
function checkCommand(
  { disk, workspace, env }: Invocation,
  { command, shell, workingDirectory }: Definition,
): readonly Check[] {
  try {
    checkProgram({ disk, workspace, shell, workingDirectory });
  } catch (error) {
    return faultsOf("command", error, CORRECT);
  }
  const [starter = "sh"] = shellArgv(shell, "script");
  const programs = [starter, ...(isPosix(starter) ? [firstProgram(command ?? "")] : [])];
  const cwd = resolve(workspace, workingDirectory);
  const named = programs.filter((program) => program !== undefined);
  const missing = named.find((program) => !isThere(program, cwd, scrub(env)));
  if (missing === undefined)
    return [ok("command", `${named.map(quote).join(" and ")} can be started`)];
  const isPath = missing.includes("/");
  const says = `${quote(missing)} ${isPath ? "is not there, or may not be executed" : "is not in PATH"}`;
  return [fault("command", says, hintFor(missing, env))];
}

function isPosix(shell: string): boolean {
  return /(?:^|\/)(?:bash|sh|dash|zsh|ksh)$/.test(shell);
}

function isThere(program: string, cwd: string, env: Record<string, string>): boolean {
  if (program.includes("/")) return mayRun(resolve(cwd, program));
  // bash exports functions so, `module` of most clusters among them.
  return findProgram(env, program) !== undefined || env[`BASH_FUNC_${program}%%`] !== undefined;
}

function hintFor(missing: string, env: Invocation["env"]): string {
  if (missing === "python" && findProgram(env, "python3") !== undefined)
    return "Write python3 in its place: that is here.";
  return missing.includes("/")
    ? "Correct its path in the command, or make it executable (chmod +x)."
    : "Install it, or write its path in the command.";
}

async function checkFiles(
  { disk, workspace }: Invocation,
  definition: Definition,
  shards: readonly Shard[],
): Promise<readonly Check[]> {
  const name = "fingerprint-files";
  try {
    const { fingerprintFiles: patterns } = definition;
    const files =
      patterns.length === 0 ? [] : await findFingerprintFiles({ disk, workspace }, patterns);
    const pointers = files.flatMap((path) => {
      const pointer = pointerAt(disk, path);
      return pointer === undefined
        ? []
        : [fault(name, sayPointer(path, pointer), `Run \`${pointer.command}\`.`)];
    });
    if (pointers.length > 0) return pointers.slice(0, MOST_NAMED);
    const uncovered = findUncovered(definition, { disk, workspace, shards, files: new Set(files) });
    if (uncovered.length === 0) return [ok(name, plural(files.length, "file"))];
    const names = nameSome(uncovered.map(quote), MOST_NAMED);
    const says = `the command names ${names}, which no fingerprint covers: a change there runs no shard again`;
    return [warning(name, says, "Add it to fingerprint-files, with all that it reads.")];
  } catch (error) {
    return faultsOf(name, error, "Correct fingerprint-files, or bring the files.");
  }
}

/** Each problem of what was thrown, with a way out. */
function faultsOf(name: string, error: unknown, mend: string): readonly Check[] {
  const problems = error instanceof UserError ? error.problems : [messageOf(error)];
  return problems.slice(0, MOST_NAMED).map((text) => fault(name, text, mend));
}
