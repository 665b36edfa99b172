import { resolve } from "node:path";
import type { Environment } from "../../core/definition/environment.ts";
import { writeScope } from "../../core/keys/scope.ts";
import { isOrphaned } from "../../protocol/temporary-names.ts";
import { thisProcess } from "../../machine/processes.ts";
import { fileStore } from "../../store/file/file-store.ts";
import { UserError } from "../../core/text/problem.ts";
import { quote } from "../../core/text/text.ts";
import type { Store } from "../../store/store.ts";
import { eventText } from "./github-event.ts";
import { withHome } from "../home-path.ts";
import { markerForm } from "../marker-key.ts";
import { temporaryTokens } from "../writer.ts";
import type { Invocation } from "../invocation.ts";

/** The store in a directory, whose temporary files tell whose they are. */
export function openFileStore(invocation: Invocation, name: string, folder: string): Store {
  const { disk, env, now, randomHex } = invocation;
  const token = temporaryTokens(thisProcess());
  return fileStore({
    disk,
    root: fileStoreRoot(invocation, folder),
    name,
    scope: writeScope(env, eventText(invocation)),
    token: () => `${token()}-${randomHex(4)}`,
    isOrphaned,
    now,
    markers: markerForm(invocation),
  });
}

/** The absolute path of the store's directory. @throws {UserError} for the home of another user. */
export function fileStoreRoot(
  { workspace, env }: Pick<Invocation, "workspace" | "env">,
  folder: string,
): string {
  return resolve(workspace, folderOf(folder, env));
}

/** @throws {UserError} for the home of another user. */
function folderOf(folder: string, env: Environment): string {
  const path = withHome(folder, env);
  if (path !== undefined) return path;
  const [tilde] = folder.split("/");
  throw new UserError([
    `store: ${quote(`file:${folder}`)} begins with the home of a user. Write the path in full, or file:./${tilde}… for a folder of that name.`,
  ]);
}
