import { isAbsolute, join } from "node:path";
import { writeScope } from "../core/scope.ts";
import { isOrphaned } from "../run/leftovers.ts";
import { thisProcess } from "../run/processes.ts";
import { fileStore } from "../store/file.ts";
import type { Store } from "../store/store.ts";
import { eventText } from "./event.ts";
import { handOf } from "./hand.ts";
import type { Invocation } from "./invocation.ts";

/** The store in a directory, whose temporary files tell whose they are. */
export function openFileStore(invocation: Invocation, name: string, folder: string): Store {
  const { disk, workspace, env, now, randomHex } = invocation;
  const { token, markers } = handOf(invocation, thisProcess());
  return fileStore({
    disk,
    root: isAbsolute(folder) ? folder : join(workspace, folder),
    name,
    scope: writeScope(env, eventText(invocation)),
    token: () => `${token()}-${randomHex(4)}`,
    isOrphaned,
    now,
    markers,
  });
}
