import { fault, ok, warning, type Check } from "../../core/answers/doctor-answer.ts";
import { variable, type Environment } from "../../core/definition/environment.ts";
import { findProgram } from "../../machine/path-search.ts";
import { runnerVersion } from "../../machine/runner.ts";

/** The oldest Node that `engines` in package.json allows. */
const OLDEST_NODE = [20, 19] as const;

export function checkNode(version: string): Check {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldest, oldestMinor] = OLDEST_NODE;
  if (major > oldest || (major === oldest && minor >= oldestMinor)) return ok("node", version);
  const needed = OLDEST_NODE.join(".");
  return fault("node", `${version} is older than ${needed}`, `Install Node ${needed} or later.`);
}

/** Is this a step of a workflow, and on which runner? */
export function checkRunner(env: Environment): Check {
  if (env["GITHUB_ACTIONS"] !== "true")
    return ok("runner", "this is no step of a workflow: a terminal");
  const facts = [
    variable(env, "RUNNER_NAME"),
    variable(env, "RUNNER_ENVIRONMENT"),
    [variable(env, "RUNNER_OS"), variable(env, "RUNNER_ARCH")].filter(isText).join(" "),
    versionWords(),
  ];
  return ok("runner", facts.filter(isText).join(", "));
}

function versionWords(): string {
  const version = process.platform === "linux" ? runnerVersion() : undefined;
  return version === undefined ? "its version is not told" : `version ${version}`;
}

function isText(text: string | undefined): text is string {
  return text !== undefined && text !== "";
}

/** The programs that GitHub's cache needs. `isNeeded`: does anything here use that cache? */
export function checkTools(env: Environment, isNeeded: boolean): readonly Check[] {
  const tar = findProgram(env, "tar") ?? findProgram(env, "gtar");
  const zstd = findProgram(env, "zstd");
  const noTar = ["tar", "it is not in PATH, and GitHub's cache needs it", "Install tar."] as const;
  return [
    tar === undefined ? (isNeeded ? fault(...noTar) : warning(...noTar)) : ok("tar", tar),
    zstd === undefined
      ? warning(
          "zstd",
          "it is not in PATH: what other runners have packed with it is not found in GitHub's cache",
          "Install zstd on all runners, or on none.",
        )
      : ok("zstd", zstd),
  ];
}
