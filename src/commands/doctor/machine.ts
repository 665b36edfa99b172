import { fault, ok, warning, type Check } from "../../core/answers/doctor-answer.ts";
import type { Environment } from "../../core/definition/environment.ts";
import { plural } from "../../core/text/text.ts";
import { listGpus } from "../../machine/gpu/list.ts";
import { describeGpus } from "../../machine/gpu/nvidia-smi.ts";
import { isInPath } from "../../store/github/tools.ts";

const OLDEST = [20, 19] as const;

export function checkNode(version: string): Check {
  const [major = 0, minor = 0] = version.replace(/^v/, "").split(".").map(Number);
  const isOld = major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]);
  return isOld
    ? fault(
        "Node",
        `${version}, and ${OLDEST.join(".")} or later is needed`,
        "Install a newer Node.",
      )
    : ok("Node", version);
}

export function checkRunner(env: Environment): Check {
  if (env["GITHUB_ACTIONS"] !== "true") return ok("runner", "none: this is no job of a workflow");
  const { RUNNER_NAME: name = "", RUNNER_OS: system = "", RUNNER_ARCH: kind = "" } = env;
  return ok("runner", [name, system, kind].filter((word) => word !== "").join(", "));
}

export async function checkGpus(env: Environment): Promise<readonly Check[]> {
  const { gpus, variable, warnings } = await listGpus(env);
  const troubles = warnings.map((text) =>
    warning("GPUs", text, "Mend the driver, or name the GPUs in CUDA_VISIBLE_DEVICES."),
  );
  const given = env[variable] === undefined ? "" : `, as ${variable} says`;
  if (gpus.length === 0)
    return [
      ...troubles,
      ok("GPUs", `none is seen${given}: one command runs at once, and parallel sets more`),
    ];
  const described = await describeGpus(env);
  const models = described.length === 0 ? "" : ` (${described.join("; ")})`;
  return [
    ...troubles,
    ok("GPUs", `${plural(gpus.length, "slot")} with a GPU each${given}${models}`),
  ];
}

/** Only GitHub's cache packs what it stores. */
export function checkTools(env: Environment): readonly Check[] {
  const install = (name: string): string =>
    `Install it where runners use GitHub's cache: apt-get install ${name}.`;
  return [
    isInPath(env, "tar") || isInPath(env, "gtar")
      ? ok("tar", "is there")
      : fault("tar", "is not in the path, and GitHub's cache needs it", install("tar")),
    isInPath(env, "zstd")
      ? ok("zstd", "is there")
      : warning(
          "zstd",
          "is not in the path: entries of GitHub's cache that other runners have packed with it are not found here",
          install("zstd"),
        ),
  ];
}
