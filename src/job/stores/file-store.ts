import { isAbsolute, join } from "node:path";
import { writeScope } from "../../core/keys/scope.ts";
import { isOrphaned } from "../../protocol/temporary-names.ts";
import { thisProcess } from "../../machine/processes.ts";
import { fileStore } from "../../store/file/file-store.ts";
import type { Store } from "../../store/store.ts";
import { eventText } from "./github-event.ts";
import { markerForm } from "../marker-key.ts";
import { temporaryTokens } from "../writer.ts";
import type { Invocation } from "../invocation.ts";

/** The store in a directory, whose temporary files tell whose they are. */
export function openFileStore(invocation: Invocation, name: string, folder: string): Store {
  const { disk, workspace, env, now, randomHex } = invocation;
  const token = temporaryTokens(thisProcess());
  return fileStore({
    disk,
    root: isAbsolute(folder) ? folder : join(workspace, folder),
    name,
    scope: writeScope(env, eventText(invocation)),
    token: () => `${token()}-${randomHex(4)}`,
    isOrphaned,
    now,
    markers: markerForm(invocation),
  });
}
