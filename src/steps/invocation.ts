import { nodeCrypto } from "../core/model/node-crypto.ts";
import type { Invocation } from "../job/invocation.ts";
import { realDisk } from "../files/real-disk.ts";
import { actionsReporter, readInputs } from "../ui/actions/actions.ts";

/** A step of a workflow, ready to act on. */
export function stepInvocation(home: URL): Invocation {
  const { env } = process;
  const workspace = env["GITHUB_WORKSPACE"];
  return {
    surface: "actions",
    inputs: readInputs(env),
    workspace: workspace === undefined || workspace === "" ? process.cwd() : workspace,
    env,
    disk: realDisk,
    reporter: actionsReporter(),
    now: Date.now,
    randomHex: (bytes) => nodeCrypto().randomBytes(bytes).toString("hex"),
    home,
  };
}

/** Names of the states that main leaves for post. */
export const STATE = {
  run: "run",
  stopGraceMs: "stop-grace-ms",
  handsOver: "hands-over",
  finished: "finished",
} as const;
