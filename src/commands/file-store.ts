import { isAbsolute, join } from "node:path";
import { isOrphaned } from "../run/leftovers.ts";
import { thisProcess } from "../run/processes.ts";
import { fileStore } from "../store/file.ts";
import type { Store } from "../store/store.ts";
import { handOf } from "./hand.ts";
import type { Invocation } from "./invocation.ts";

/** The store in a directory, whose temporary files tell whose they are. */
export function openFileStore(invocation: Invocation, name: string, folder: string): Store {
  const { disk, workspace, env, now, randomHex } = invocation;
  const { token } = handOf(invocation, thisProcess());
  const ref = env["GITHUB_REF"];
  return fileStore({
    disk,
    root: isAbsolute(folder) ? folder : join(workspace, folder),
    name,
    scope: ref !== undefined && /^refs\/pull\/\d+\//.test(ref) ? ref : undefined,
    token: () => `${token()}-${randomHex(4)}`,
    isOrphaned,
    now,
  });
}
